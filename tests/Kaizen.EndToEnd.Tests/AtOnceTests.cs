using System.Diagnostics;

namespace Kaizen.EndToEnd.Tests;

/// <summary>Two people who write and run, and a host, all in one workspace.</summary>
public sealed class AtOnceTests
{
    /// <summary>Eight seconds; with KAIZEN_LONG a minute.</summary>
    private static readonly TimeSpan For = TimeSpan.FromSeconds(Environment.GetEnvironmentVariable("KAIZEN_LONG") is null ? 8 : 60);

    [Fact]
    public async Task No_line_is_lost_no_page_is_half_and_the_store_stays_sound()
    {
        using var workspace = Small.OfCalls().Predicting().WithNames();
        using var host = Kaizen.Start(workspace.Folder, null, "serve", "--port", "0");
        var log = Task.WhenAll(host.StandardOutput.ReadToEndAsync(), host.StandardError.ReadToEndAsync());
        using var end = new CancellationTokenSource(For);
        var reader = Task.Run(() => ReadPages(workspace, end.Token));
        var asked = await Task.WhenAll(Write(workspace, "ann", "--as-of=2026-06-29", end.Token), Write(workspace, "bob", "--as-of=2026-06-22", end.Token));
        Assert.True(await reader > 0);

        Assert.False(host.HasExited);
        using (var signal = Process.Start("kill", ["-TERM", host.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await signal.WaitForExitAsync();
        await host.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(0, host.ExitCode);
        Assert.DoesNotContain("KZ4", string.Concat(await log), StringComparison.Ordinal);

        Assert.All(asked, count => Assert.True(count > 1));
        var ledger = await File.ReadAllLinesAsync(workspace.At("ledger.ndjson"));
        Assert.Equal(asked.Sum(), ledger.Count(l => l.Contains("\"act\":\"ask\"", StringComparison.Ordinal)));
        Assert.Single(ledger, l => l.Contains("\"act\":\"lock\"", StringComparison.Ordinal));
        Assert.Equal(0, (await workspace.Run("ledger", "verify")).Code);
        Assert.Equal(0, (await workspace.Run("run")).Code);
        Assert.Contains("ok", Kept.By(workspace).Store, StringComparison.Ordinal);
        Assert.Contains("Nothing changed", (await workspace.Run("run")).Output, StringComparison.Ordinal);
    }

    /// <summary>Asks and runs again and again, twice at the least on a machine that is busy; gives how many questions were asked.</summary>
    private static async Task<int> Write(Workspace workspace, string who, string asOf, CancellationToken end)
    {
        var asked = 0;
        while (asked < 2 || !end.IsCancellationRequested)
        {
            var note = await workspace.Run("note", "ask", "wait", $"{who} asks for the time {asked}", "--by", who, asOf);
            Assert.True(note.Code == 0, note.Error);
            asked++;
            var run = await workspace.Run("run", asOf);
            Assert.True(run.Code == 0, run.Error);
        }

        return asked;
    }

    private static async Task<int> ReadPages(Workspace workspace, CancellationToken end)
    {
        var read = 0;
        while (!end.IsCancellationRequested || read == 0)
        {
            foreach (var page in Directory.Exists(workspace.At("out")) ? Directory.EnumerateFiles(workspace.At("out"), "*.html", SearchOption.AllDirectories) : [])
            {
                Assert.EndsWith("</html>\n", await File.ReadAllTextAsync(page, CancellationToken.None), StringComparison.Ordinal);
                read++;
            }

            await Task.Delay(5, CancellationToken.None);
        }

        return read;
    }
}
