using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions;

namespace Kaizen.Tests.Definitions;

/// <summary>Every faulty file says on the faulty line which fault is expected: <c># ERROR KZ2003</c>. Nothing else may be reported.</summary>
public sealed partial class FaultyFilesTests
{
    private static readonly string Root = Path.Combine(Folder(), "..", "fixtures", "faulty");

    public static TheoryData<string> Cases() => [.. Names()];

    private static IEnumerable<string> Names() =>
        new[] { "cycles", "kaizen", "plugins", "workspaces" }
            .SelectMany(kind => Directory.EnumerateFileSystemEntries(Path.Combine(Root, kind)).Select(f => $"{kind}/{Path.GetFileName(f)}"))
            .Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_fault_is_reported_where_it_stands_and_nothing_else(string name)
    {
        var (found, expected) = Read(name);

        var actual = found.Select(d => $"{d.Span!.Value.File}:{d.Span.Value.Line} {(d.Severity == Severity.Error ? "ERROR" : "WARNING")} {d.Code}");

        Assert.NotEmpty(found);
        Assert.Equal(Lines(expected), Lines(actual));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_fault_underlines_text_that_is_there(string name)
    {
        foreach (var fault in Read(name).Found)
        {
            var span = fault.Span!.Value;
            Assert.NotNull(fault.Excerpt);
            Assert.InRange(span.Column + span.Length - 1, 1, fault.Excerpt.Length);
            Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public Task Faults_read_as_helpful_English()
    {
        var text = new StringBuilder();
        foreach (var name in Names())
        {
            text.Append("== ").Append(name).Append('\n');
            foreach (var fault in Read(name).Found)
            {
                var span = fault.Span!.Value;
                text.Append($"{fault.Code} {fault.Message}\n");
                text.Append($"  {span.Line,3} | {fault.Excerpt?.Replace('\t', ' ')}\n      | {new string(' ', span.Column - 1)}{new string('^', span.Length)} {fault.Hint}\n");
            }
        }

        return VerifyXunit.Verifier.Verify(text.ToString());
    }

    private static (IReadOnlyList<Diagnostic> Found, IReadOnlyList<string> Expected) Read(string name)
    {
        var faults = new DiagnosticBag();
        var target = Directory.CreateTempSubdirectory("kaizen-faulty-").FullName;
        try
        {
            var given = Path.Combine(Root, name);
            switch (name.Split('/')[0])
            {
                case "cycles":
                    Copy(Path.Combine(Root, "neighbours"), target);
                    File.Copy(given, Path.Combine(target, "cycles", Path.GetFileName(given)));
                    break;
                case "kaizen":
                    File.Copy(given, Path.Combine(target, "kaizen.yaml"));
                    break;
                case "plugins":
                    File.Copy(given, Path.Combine(target, "plugin.yaml"));
                    Assert.Null(PluginManifestReader.Read(Path.Combine(target, "plugin.yaml"), faults));
                    return ([.. faults.All.Select(f => f with { Span = f.Span!.Value with { File = "plugin.yaml" } })], Expectations(target));
                default:
                    Copy(given, target);
                    break;
            }

            WorkspaceReader.Read(target, faults);
            return (faults.All, Expectations(target));
        }
        finally
        {
            Directory.Delete(target, true);
        }
    }

    private static List<string> Expectations(string folder)
    {
        var expected = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var lines = File.ReadAllLines(file);
            var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
            for (var i = 0; i < lines.Length; i++)
                foreach (Match mark in Mark().Matches(lines[i]))
                    foreach (var code in mark.Groups[2].Value.Split(' '))
                        expected.Add($"{path}:{i + 1} {(code == "KZ2033" ? "WARNING" : mark.Groups[1].Value)} {code}");
        }

        return expected;
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex("# (ERROR|WARNING) (KZ[0-9]{4}(?: KZ[0-9]{4})*)")]
    private static partial Regex Mark();
}
