using System.Diagnostics;

namespace Kaizen.EndToEnd.Tests.Authoring;

/// <summary>Helps to see that a verb changed what it should, and nothing else.</summary>
internal static class Edited
{
    /// <summary>The new text is the old one with these lines put in at one place, to the byte.</summary>
    public static void Inserted(string before, string after, string lines)
    {
        var head = 0;
        while (head < before.Length && head < after.Length && before[head] == after[head]) head++;
        // Lines that begin alike may be told apart too late, so that the place is moved back to where they fit.
        for (; head >= 0; head--)
            if (string.Concat(before.AsSpan(0, head), lines, before.AsSpan(head)) == after) return;
        Assert.Fail($"Other than these lines were put in:\n{lines}\nThe file is now:\n{after}");
    }

    /// <summary>The content of all files but those under .kaizen, by name.</summary>
    public static Dictionary<string, string> Texts(this Workspace workspace) =>
        Directory.EnumerateFiles(workspace.Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(workspace.Folder, f).Replace('\\', '/'))
            .Where(f => !f.StartsWith(".kaizen/", StringComparison.Ordinal)).ToDictionary(f => f, workspace.Read);

    /// <summary>Runs a verb on a day and gives it answers, a line each.</summary>
    public static async Task<Ran> Answering(this Workspace workspace, string day, string[] answers, params string[] arguments)
    {
        var info = new ProcessStartInfo(Kaizen.Executable, arguments)
        {
            WorkingDirectory = workspace.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        info.Environment["KAIZEN_CLOCK"] = $"{day}T12:00Z";
        using var process = Process.Start(info)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        foreach (var answer in answers) await process.StandardInput.WriteLineAsync(answer);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(patience.Token);
        return new Ran(process.ExitCode, await output, await error);
    }

    /// <summary>The lint that 'validate' tells, such as <c>K48 act.next</c>.</summary>
    public static async Task<IReadOnlyList<string>> Lint(this Workspace workspace, string day, string cycle)
    {
        var ran = await workspace.On(day, "validate", "--json", cycle);
        Assert.Equal(0, ran.Code);
        return [.. ran.Json.GetProperty("lint").EnumerateArray().Select(l => l.GetProperty("rule").GetString()!)];
    }
}
