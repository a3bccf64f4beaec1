using System.Runtime.CompilerServices;
using System.Text;
using Xunit.Sdk;

namespace VerifyXunit;

/// <summary>
/// Stands in for the Verify.Xunit package with its conventions: the expected text lies beside the test as
/// <c>Class.Method.verified.txt</c>, what differed is written as <c>.received.txt</c> and shown as a diff.
/// </summary>
public static class Verifier
{
    /// <summary>Compares <paramref name="target"/> with the committed snapshot of the calling test.</summary>
    public static async Task Verify(
        string target, string extension = "txt", [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "")
    {
        var folder = Path.GetDirectoryName(sourceFile)!;
        var stem = $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}";
        await Compare(Path.Combine(folder, stem), target, extension);
    }

    /// <summary>As <see cref="Verify(string,string,string,string)"/>, with a parameter of a theory in the file name.</summary>
    public static async Task Verify(
        string target, object parameter, string extension, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "")
    {
        var folder = Path.GetDirectoryName(sourceFile)!;
        var stem = $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}_{parameter}";
        await Compare(Path.Combine(folder, stem), target, extension);
    }

    private static async Task Compare(string path, string target, string extension)
    {
        var verified = $"{path}.verified.{extension}";
        var received = $"{path}.received.{extension}";
        var actual = target.ReplaceLineEndings("\n");
        var expected = File.Exists(verified) ? (await File.ReadAllTextAsync(verified)).ReplaceLineEndings("\n") : null;
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }

        await File.WriteAllTextAsync(received, actual, new UTF8Encoding(false));
        throw new XunitException(expected is null
            ? $"New snapshot: look at {received}; accept it by renaming it to {Path.GetFileName(verified)}."
            : $"Snapshot differs: {verified}\n{FirstDifference(expected, actual)}");
    }

    private static string FirstDifference(string expected, string actual)
    {
        var old = expected.Split('\n');
        var now = actual.Split('\n');
        var line = 0;
        while (line < old.Length && line < now.Length && old[line] == now[line])
            line++;
        var text = new StringBuilder();
        text.AppendLine($"first difference in line {line + 1}:");
        foreach (var l in old.Skip(line).Take(5)) text.Append("- ").AppendLine(l);
        foreach (var l in now.Skip(line).Take(5)) text.Append("+ ").AppendLine(l);
        return text.ToString();
    }
}
