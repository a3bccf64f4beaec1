using System.Diagnostics;
using System.Globalization;

namespace Kaizen.EndToEnd.Tests;

/// <summary>A run while another holds the workspace.</summary>
public sealed class LockTests : IDisposable
{
    private readonly Workspace workspace = Small.OfCalls().Predicting();
    private readonly FileStream held;

    private const string Waiting = "kaizen: waiting for another run (process 4711 on desk, since 2026-06-29 10:02:11 UTC), at most 30 seconds.";

    public LockTests()
    {
        workspace.With(".kaizen/lock.holder", "4711 2026-06-29T10:02:11.0000000Z desk");
        held = new FileStream(workspace.At(".kaizen/lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    }

    public void Dispose()
    {
        held.Dispose();
        workspace.Dispose();
    }

    [Fact]
    public async Task Waits_for_it()
    {
        var waiting = workspace.Run("run", "--json");
        Assert.NotSame(waiting, await Task.WhenAny(waiting, Task.Delay(TimeSpan.FromSeconds(4))));
        Assert.False(Directory.Exists(workspace.At("out")));
        await held.DisposeAsync();
        Assert.Equal(0, (await waiting).Code);
        Assert.True(File.Exists(workspace.At("out/a3/wait.html")));
        Assert.False(File.Exists(workspace.At(".kaizen/lock.holder")));
    }

    [Fact]
    public async Task A_note_waits_for_it_too_and_says_for_whom()
    {
        using var process = Kaizen.Start(workspace.Folder, null, "note", "ask", "wait", "Why?", "--by", "ann");
        var output = process.StandardOutput.ReadToEndAsync();
        Assert.Equal(Waiting, await process.StandardError.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20)));
        await held.DisposeAsync();
        Assert.Equal("", await process.StandardError.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(20)));
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(0, process.ExitCode);
        Assert.Contains("stands on the sheet", await output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_up_after_half_a_minute_and_says_who_holds_it()
    {
        var since = Stopwatch.GetTimestamp();
        var ran = await workspace.Run("run", "--json");
        Assert.True(Stopwatch.GetElapsedTime(since) > TimeSpan.FromSeconds(30));
        Assert.Equal(3, ran.Code);
        ran.IsClean();
        Assert.Equal("Another run (process 4711 on desk, since 2026-06-29 10:02:11 UTC) has held this workspace for over 30 seconds.", ran.Diagnostic("KZ4004").Text("message"));
        Assert.False(Directory.Exists(workspace.At("out")));
    }

    [Fact]
    public async Task Ctrl_C_ends_the_wait_and_nothing_is_written()
    {
        if (OperatingSystem.IsWindows()) return;
        var before = workspace.Files("cycles");
        using var process = Kaizen.Start(workspace.Folder, null, "run");
        var output = process.StandardOutput.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        Assert.Equal(Waiting, await process.StandardError.ReadLineAsync(patience.Token));
        var error = process.StandardError.ReadToEndAsync();
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        await process.WaitForExitAsync(patience.Token);
        Assert.Equal((130, "", "kaizen: stopped; nothing is half written."), (process.ExitCode, await output, (await error).Trim()));
        Assert.Equal(before, workspace.Files("cycles"));
        Assert.False(File.Exists(workspace.At("ledger.ndjson")));
        Assert.False(Directory.Exists(workspace.At("out")));
    }
}
