using System.ComponentModel;
using System.Diagnostics;

namespace Kaizen.EndToEnd.Tests;

/// <summary>What reaches the disk, told by the system calls of a run.</summary>
public sealed class DurabilityTests : IDisposable
{
    private readonly Workspace workspace = Small.OfCalls().Predicting().WithNames();
    private readonly Workspace traces = new();

    public void Dispose()
    {
        workspace.Dispose();
        traces.Dispose();
    }

    [TracedFact]
    public async Task Every_file_is_flushed_before_it_gets_its_name_and_each_folder_once_after()
    {
        var (code, _, calls) = await Traced("trace=fsync,rename,renameat,renameat2");
        Assert.Equal(0, code);
        foreach (var page in new[] { "ledger.ndjson", "out/a3/wait.html", "out/a3/names.html", "out/index.html", "out/results.json", ".kaizen/pages/wait/2026-06-29.html" })
        {
            var named = calls.FindIndex(c => c.Contains("rename", StringComparison.Ordinal) && c.Contains($"/{page}\"", StringComparison.Ordinal));
            var folder = Path.GetDirectoryName(workspace.At(page));
            Assert.True(named > 0, $"{page} was not named");
            Assert.Contains($"/.{Path.GetFileName(page)}.", calls[named - 1], StringComparison.Ordinal);
            Assert.True(calls.FindIndex(named, c => c.Contains($"fsync", StringComparison.Ordinal) && c.Contains($"<{folder}>", StringComparison.Ordinal)) > named, $"{folder} was not flushed after {page}");
        }

        Assert.Single(calls, c => c.Contains($"<{workspace.At("out/a3")}>", StringComparison.Ordinal));
        Assert.Empty((await Traced("trace=fsync,rename,renameat,renameat2")).Calls);
    }

    [TracedFact]
    public async Task A_file_that_the_disk_did_not_take_is_told_and_gets_no_name()
    {
        var (code, error, _) = await Traced("trace=fsync", "inject=fsync:error=EIO");
        Assert.Equal(3, code);
        Assert.Contains("KZ4003", error, StringComparison.Ordinal);
        Assert.Contains("the disk reports a fault", error, StringComparison.Ordinal);
        Assert.False(File.Exists(workspace.At("ledger.ndjson")));
        Assert.Equal(0, (await workspace.Run("run")).Code);
    }

    private async Task<(int Code, string Error, List<string> Calls)> Traced(params string[] expressions)
    {
        var log = traces.At("calls");
        string[] arguments = ["-f", "-qq", "-y", "-o", log, .. expressions.SelectMany(e => new[] { "-e", e }), Kaizen.Executable, "run", workspace.Folder];
        using var process = Process.Start(new ProcessStartInfo("strace", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        await output;
        // Other threads' calls may cut one in two; its end names no file. SQLite's own stand apart.
        var calls = (await File.ReadAllLinesAsync(log)).Where(c => !c.Contains("resumed>", StringComparison.Ordinal) && !c.Contains("kaizen.db", StringComparison.Ordinal) && c.Contains(workspace.Folder, StringComparison.Ordinal)).ToList();
        return (process.ExitCode, await error, calls.Where(c => !c.Contains($"<{workspace.At(".kaizen")}>", StringComparison.Ordinal)).ToList());
    }
}

/// <summary>A test that watches system calls; skipped where that is not possible.</summary>
internal sealed class TracedFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Reason = new(() =>
    {
        if (!OperatingSystem.IsLinux()) return "system calls are watched by strace, on Linux";
        try
        {
            using var process = Process.Start(new ProcessStartInfo("strace", ["-qq", "-o", "/dev/null", "true"]) { RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : $"strace may not watch here: {error.Trim()}";
        }
        catch (Win32Exception fault)
        {
            return $"strace cannot be started: {fault.Message}";
        }
    });

    public TracedFactAttribute() => Skip = Reason.Value;
}
