using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Kaizen.EndToEnd.Tests;

/// <summary>Ctrl-C in the middle of a long scan.</summary>
public sealed class InterruptTests : IDisposable
{
    private const int Rows = 2_000_000;
    private readonly Workspace workspace = Small.OfCalls();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Leaves_nothing_half_written(bool json)
    {
        if (OperatingSystem.IsWindows()) return;
        await workspace.Run("run");
        WriteManyRows();
        var before = workspace.Files();

        using var process = Kaizen.Start(workspace.Folder, null, json ? ["run", "--json"] : ["run"]);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await UntilItReads(process);
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await process.WaitForExitAsync(patience.Token);

        Assert.Equal(130, process.ExitCode);
        Assert.Equal("", await output);
        Assert.Equal("kaizen: stopped; nothing is half written.", (await error).Trim());
        Assert.Equal(before, workspace.Files());
    }

    /// <summary>On Linux until the file is open; elsewhere for a while that the scan surely outlasts.</summary>
    private async Task UntilItReads(Process process)
    {
        if (!OperatingSystem.IsLinux())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(700));
            return;
        }

        var data = Path.GetFullPath(workspace.At(Small.Data));
        while (!process.HasExited && !Opened(process).Contains(data)) await Task.Delay(TimeSpan.FromMilliseconds(5));
    }

    private static List<string?> Opened(Process process)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries($"/proc/{process.Id}/fd").Select(f => new FileInfo(f).LinkTarget)];
        }
        catch (IOException)
        {
            return [];
        }
    }

    private void WriteManyRows()
    {
        using var file = new StreamWriter(workspace.At(Small.Data), append: false, new UTF8Encoding(false), 1 << 20);
        file.Write("at,minutes,name\n");
        var days = Enumerable.Range(0, 175).Select(d => new DateOnly(2026, 1, 5).AddDays(d).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).ToArray();
        for (var i = 0; i < Rows; i++) file.Write($"{days[(int)((long)i * 175 / Rows)]},{10 + (i % 5)},n{i % 90}\n");
    }
}
