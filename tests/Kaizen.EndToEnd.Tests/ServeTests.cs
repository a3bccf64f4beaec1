using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Kaizen.EndToEnd.Tests;

/// <summary>A host as a service manager and a script see it.</summary>
public sealed class ServeTests : IDisposable
{
    private readonly Workspace workspace = Small.OfCalls();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task One_host_keeps_a_workspace_and_one_that_was_killed_blocks_nobody()
    {
        await using (var server = await Server.Start(null, workspace.Folder))
        {
            foreach (var more in new[] { "--once", "--port=0" })
            {
                var second = await workspace.Run("serve", more);
                Assert.Equal((2, ""), (second.Code, second.Output));
                Assert.Contains("KZ6013", second.Error, StringComparison.Ordinal);
                Assert.Contains($"process {server.Number} on ", second.Error, StringComparison.Ordinal);
            }
        }

        Assert.True(File.Exists(workspace.At(".kaizen/serve.lock")));
        var once = await workspace.Run("serve", "--once");
        Assert.True(once.Code == 0, once.Error);
    }

    [Fact]
    public async Task Once_says_what_it_closed_and_what_is_next()
    {
        Assert.Contains("small: 1 loop closed as of 29 June 2026; next due ", (await workspace.Run("serve", "--once")).Output, StringComparison.Ordinal);
        Assert.Contains("small: no loop was due as of 29 June 2026; next due ", (await workspace.Run("serve", "--once")).Output, StringComparison.Ordinal);
        File.Delete(workspace.At(Small.Data));
        workspace.Edit("kaizen.yaml", "as_of: 2026-06-29", "as_of: 2026-07-29");
        var failed = await workspace.Run("serve", "--once");
        Assert.Equal(3, failed.Code);
        Assert.Contains("0 of 1 loop closed that were due", failed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_on_every_loopback_address_that_it_was_given()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var process = Kaizen.Start(workspace.Folder, null, "serve", "--address", "127.0.0.2", "--port", "0");
        try
        {
            var said = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1));
            var url = said!.Split(' ').Single(w => w.StartsWith("http://", StringComparison.Ordinal));
            using var http = new HttpClient();
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"{url}/healthz")).StatusCode);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task A_plugin_is_replaced_under_a_host_that_runs()
    {
        workspace.TakePlugin("odd", "mine").Edit("kaizen.yaml", "sources:\n", "sources:\n  mine: { use: mine/odd, time: at }\n").Edit(Small.Cycle, "mean: minutes", "source: mine\n    mean: n");
        Assert.Equal(0, (await workspace.Run("plugin", "lock")).Code);
        await using var server = await Server.Start(null, workspace.Folder);
        await server.Shows("15 points from 2026-W02");

        File.AppendAllText(workspace.At("plugins/mine/Kaizen.Plugin.Odd.dll"), "tampered");
        await server.Shows("KZ3017");

        Directory.Delete(workspace.At("plugins/mine"), true);
        workspace.TakePlugin("counting", "mine").Edit("kaizen.yaml", "mine/odd,", "mine/counting, with: { log: calls.log, rows: 2100 },");
        Assert.Equal(0, (await workspace.Run("plugin", "lock")).Code);
        await server.Shows("13 points from 2026-W02");
    }

    [Fact]
    public async Task Head_is_answered_everywhere()
    {
        await using var server = await Server.Start(null, workspace.Folder);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        foreach (var path in new[] { "/events", "/healthz", "/kaizen.js", "/" })
        {
            using var head = new HttpRequestMessage(HttpMethod.Head, server.Url + path);
            Assert.Equal(HttpStatusCode.OK, (await http.SendAsync(head)).StatusCode);
        }
    }

    [Fact]
    public async Task The_page_that_came_first_makes_room_for_the_hundred_and_first()
    {
        await using var server = await Server.Start(null, workspace.Folder);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        var open = new List<(HttpResponseMessage Answer, StreamReader Lines)>();
        for (var i = 0; i < 101; i++)
        {
            var answer = await http.GetAsync($"{server.Url}/events", HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            open.Add((answer, new StreamReader(await answer.Content.ReadAsStreamAsync())));
            Assert.Equal("event: version", await open[i].Lines.ReadLineAsync());
        }

        Assert.Contains("event: enough", await open[0].Lines.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(20)), StringComparison.Ordinal);
        foreach (var (answer, lines) in open)
        {
            lines.Dispose();
            answer.Dispose();
        }
    }

    [Fact]
    public async Task A_second_signal_ends_it_at_once_and_in_order()
    {
        if (OperatingSystem.IsWindows()) return;
        using var process = Kaizen.Start(workspace.Folder, null, "serve", "--port", "0");
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1));
        var id = process.Id.ToString(CultureInfo.InvariantCulture);
        using (var twice = Process.Start("sh", ["-c", $"kill -TERM {id}; kill -INT {id}; kill -TERM {id}; true"])) await twice.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Contains(process.ExitCode, new[] { 0, 130, 143 });
        Assert.DoesNotContain("   at ", await error, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", await error, StringComparison.Ordinal);
    }

    [OrdinaryUserFact]
    public async Task A_port_without_rights_is_told_in_words()
    {
        if (!OperatingSystem.IsLinux() || int.Parse(await File.ReadAllTextAsync("/proc/sys/net/ipv4/ip_unprivileged_port_start"), CultureInfo.InvariantCulture) <= 80) return;
        foreach (var folder in new[] { workspace.Folder, workspace.At("cycles"), workspace.At("data") }) File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
        var ran = await OrdinaryUser.RunIn(workspace.Folder, "serve", "--port", "80");
        Assert.Equal(2, ran.Code);
        Assert.Contains("KZ6012", ran.Error, StringComparison.Ordinal);
        Assert.Contains("ports below 1024 need rights", ran.Error, StringComparison.Ordinal);
    }

    [SmallDiskFact]
    public async Task On_a_full_disk_it_goes_on_serving_says_why_and_makes_good()
    {
        using var disk = new SmallDisk();
        using var small = Small.OfCalls(Path.Combine(disk.Folder, "small"));
        // A minute a second, so that the next try is a second away.
        small.Edit("kaizen.yaml", "as_of: 2026-06-29\n", "");
        await using var server = await Server.Start("2026-06-29T09:00:00Z*60", small.Folder);
        using var http = new HttpClient();
        var page = $"{server.Url}/small/index.html";
        await Until(async () => (await http.GetStringAsync(page)).Contains("td class=\"name\"", StringComparison.Ordinal));

        disk.Fill(0);
        // In place: a file that is cut first finds no room again.
        await using (var file = new FileStream(small.At(Small.Cycle), FileMode.Open)) file.Write("title: Callers halt"u8);
        await Until(async () => (await http.GetStringAsync(page)).Contains("the disk is full", StringComparison.Ordinal));
        Assert.Contains("KZ4003", await http.GetStringAsync(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await http.GetAsync($"{server.Url}/healthz")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"{server.Url}/small/a3/wait.html")).StatusCode);

        disk.Unfill();
        await Until(async () => (await http.GetStringAsync($"{server.Url}/small/a3/wait.html")).Contains("Callers halt", StringComparison.Ordinal));
        await Until(async () => !(await http.GetStringAsync(page)).Contains("the disk is full", StringComparison.Ordinal));
        var (code, log) = await server.Stop();
        Assert.Equal(0, code);
        Assert.Contains("the disk is full", log, StringComparison.Ordinal);
        Assert.Equal(0, (await small.Run("run")).Code);
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 150; i++)
        {
            if (await holds()) return;
            await Task.Delay(200);
        }

        Assert.Fail("it never came to be");
    }
}
