using System.Net;
using Microsoft.Playwright;

namespace Kaizen.Browser.Tests;

/// <summary>The pages of a host, looked at as a coach does.</summary>
public sealed class ServeTests(Chromium chromium, Xunit.Abstractions.ITestOutputHelper output) : IClassFixture<Chromium>
{
    [Fact]
    public async Task The_portfolio_leads_to_the_sheets_their_history_and_the_log()
    {
        using var workspace = Workspace.OfExample();
        await using var server = await Server.Start(null, workspace.Folder);
        var (page, complaints) = await chromium.Open();
        await page.GotoAsync(server.Url);
        await page.WaitForSelectorAsync("td.name");
        Assert.Equal("Repeat business with entrepreneurs", await page.TextContentAsync("h1"));
        Assert.Equal(9, await page.Locator("td.name").CountAsync());
        Assert.Contains("1 October 2026", await page.TextContentAsync("header"), StringComparison.Ordinal);

        await page.ClickAsync("text=Enquiries wait a day for a first answer >> nth=0");
        Assert.Contains("/loops/s1-first-answer.html", page.Url, StringComparison.Ordinal);
        Assert.Contains("Sat beside the inbox", await page.TextContentAsync("table.log"), StringComparison.Ordinal);
        await page.ClickAsync("text=1 October 2026 >> nth=-1");
        Assert.EndsWith("/a3/s1-first-answer.html?as-of=2026-10-01", page.Url, StringComparison.Ordinal);
        Assert.Equal("Enquiries wait a day for a first answer", await page.TextContentAsync("h1"));
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Every_page_can_be_read_without_script()
    {
        using var workspace = Workspace.OfExample();
        await using var server = await Server.Start(null, workspace.Folder);
        var (page, _) = await chromium.Open(script: false);
        await page.GotoAsync(server.Url);
        await page.WaitForSelectorAsync("td.name");
        await page.ClickAsync("td.name > a >> nth=0");
        Assert.True(await page.Locator("main.sheet").CountAsync() == 1);
    }

    [Fact]
    public async Task A_question_stands_on_the_open_sheet_and_is_there_after_a_restart()
    {
        using var workspace = Workspace.OfExample();
        var sheet = $"/{Path.GetFileName(workspace.Folder)}/a3/s1-first-answer.html";
        await using (var server = await Server.Start(null, workspace.Folder))
        {
            var (page, complaints) = await chromium.Open();
            await Until(page, server.Url + sheet, "main.sheet");
            Assert.Equal(0, (await workspace.Run("note", "ask", "s1-first-answer", "Who pays for the hours?", "--by", "sam")).Code);
            await page.WaitForSelectorAsync("text=Who pays for the hours?");
            Assert.Contains("Sam Okafor", await page.TextContentAsync("section.coach"), StringComparison.Ordinal);
            Assert.Empty(complaints);
            var (code, log) = await server.Stop();
            Assert.Equal(0, code);
            Assert.Contains("nothing is half written", log, StringComparison.Ordinal);
        }

        await using var again = await Server.Start(null, workspace.Folder);
        var (later, _) = await chromium.Open();
        await Until(later, again.Url + sheet, "main.sheet");
        Assert.Contains("Who pays for the hours?", await later.TextContentAsync("section.coach"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cycle_runs_when_the_clock_passes_its_check_date()
    {
        using var workspace = Workspace.OfExample();
        // Eight seconds before midnight in Amsterdam; the check of s1-first-answer is on 31 August.
        await using var server = await Server.Start("2026-08-30T21:59:52Z", workspace.Folder);
        var (page, complaints) = await chromium.Open();
        await Until(page, $"{server.Url}/{Path.GetFileName(workspace.Folder)}/loops/s1-first-answer.html", "table.log");
        Assert.Contains("as of 30 August 2026", await page.TextContentAsync("header"), StringComparison.Ordinal);
        Assert.Contains("31 August 2026", await page.TextContentAsync("main"), StringComparison.Ordinal);
        await page.WaitForSelectorAsync("header >> text=as of 31 August 2026");
        // The day turns on the page first; what was due that day follows once it is closed.
        await page.WaitForSelectorAsync("table.log tbody tr:first-child:has-text('31 Aug 2026')");
        Assert.Equal(2, await page.Locator("section:has(h2:has-text('Sheets')) li").CountAsync());
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_changed_file_shows_without_a_restart_and_a_faulty_one_says_so()
    {
        using var workspace = Small.OfCalls();
        await using var server = await Server.Start(null, workspace.Folder);
        var (page, complaints) = await chromium.Open();
        await Until(page, server.Url, "td.name");
        workspace.Edit(Small.Cycle, "title: Callers wait", "title: Callers wait too long");
        await page.WaitForSelectorAsync("text=Callers wait too long");
        workspace.Edit(Small.Cycle, "better: lower", "beter: lower");
        await page.WaitForSelectorAsync("text=To be mended");
        Assert.Contains("KZ1021", await page.TextContentAsync("section.faults"), StringComparison.Ordinal);
        workspace.Edit(Small.Cycle, "beter: lower", "better: lower");
        await page.WaitForSelectorAsync("td.name");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task The_page_of_a_loop_shows_its_fault_and_one_that_is_missing_comes_by_itself()
    {
        using var workspace = Small.OfCalls();
        await using var server = await Server.Start(null, workspace.Folder);
        var (page, _) = await chromium.Open();
        await Until(page, server.Url, "td.name");
        var site = page.Url[..^"/index.html".Length];
        await page.GotoAsync($"{site}/a3/wait.html");
        workspace.Edit(Small.Cycle, "better: lower", "beter: lower");
        await page.WaitForSelectorAsync("aside:has-text('KZ1021')");
        Assert.Equal(1, await page.Locator("main.sheet").CountAsync());
        await page.GotoAsync($"{site}/loops/wait.html");
        Assert.Contains("KZ1021", await page.TextContentAsync("section.faults"), StringComparison.Ordinal);
        workspace.Edit(Small.Cycle, "beter: lower", "better: lower");
        await page.WaitForSelectorAsync("section.faults", new PageWaitForSelectorOptions { State = WaitForSelectorState.Detached });

        var answer = await page.GotoAsync($"{site}/a3/second.html");
        Assert.Equal(404, answer!.Status);
        File.Copy(workspace.At(Small.Cycle), workspace.At("cycles/second.yaml"));
        await page.WaitForSelectorAsync("main.sheet");
    }

    [Fact]
    public async Task A_hidden_page_does_not_listen_and_catches_up_when_it_is_seen_again()
    {
        using var workspace = Small.OfCalls();
        await using var server = await Server.Start(null, workspace.Folder);
        var (page, complaints) = await chromium.Open();
        await Until(page, server.Url, "td.name");
        await Turn(hidden: true);
        workspace.Edit(Small.Cycle, "title: Callers wait", "title: Callers wait too long");
        await Task.Delay(TimeSpan.FromSeconds(4));
        Assert.Equal(0, await page.Locator("text=Callers wait too long").CountAsync());
        await Turn(hidden: false);
        await page.WaitForSelectorAsync("text=Callers wait too long");
        Assert.Empty(complaints);

        Task Turn(bool hidden) => page.EvaluateAsync($"Object.defineProperty(document, 'hidden', {{ get: () => {(hidden ? "true" : "false")}, configurable: true }}); document.dispatchEvent(new Event('visibilitychange'));");
    }

    [Fact]
    public async Task An_open_page_notices_what_changed_while_the_host_was_down()
    {
        using var workspace = Small.OfCalls();
        var (page, _) = await chromium.Open();
        var port = "0";
        await using (var server = await Server.Start(null, workspace.Folder))
        {
            await Until(page, server.Url, "td.name");
            port = new Uri(server.Url).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
            await server.Stop();
        }

        workspace.Edit(Small.Cycle, "title: Callers wait", "title: Callers wait too long");
        await using var again = await Server.StartOn(port, null, workspace.Folder);
        await page.WaitForSelectorAsync("text=Callers wait too long");
    }

    [Fact]
    public async Task From_the_start_of_the_host_to_the_portfolio_on_the_screen_takes_moments()
    {
        using var workspace = Workspace.OfExample();
        var (page, _) = await chromium.Open();
        await page.GotoAsync("about:blank");
        var since = System.Diagnostics.Stopwatch.GetTimestamp();
        await using var server = await Server.Start(null, workspace.Folder);
        await page.GotoAsync(server.Url);
        await page.WaitForSelectorAsync("tbody td:first-child");
        var first = System.Diagnostics.Stopwatch.GetElapsedTime(since);
        Assert.Contains("Enquiries wait a day for a first answer", await page.TextContentAsync("main"), StringComparison.Ordinal);
        await page.WaitForSelectorAsync("td.name >> visible=true");
        var took = System.Diagnostics.Stopwatch.GetElapsedTime(since);
        output.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{first.TotalSeconds:0.00} s from the start of the process to the portfolio of a fresh workspace, {took.TotalSeconds:0.00} s to its figures"));
        Assert.Equal(9, await page.Locator("td.name").CountAsync());
        Assert.True(took < TimeSpan.FromSeconds(30), $"{took}");
    }

    [Fact]
    public async Task A_host_answers_to_its_own_name_only_and_changes_nothing()
    {
        using var workspace = Small.OfCalls();
        await using var server = await Server.Start(null, workspace.Folder);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var site = Path.GetFileName(workspace.Folder);
        for (var i = 0; i < 100 && (await http.GetAsync($"{server.Url}/{site}/results.json")).Content.Headers.ContentType?.MediaType != "application/json"; i++) await Task.Delay(100);
        using var foreign = new HttpRequestMessage(HttpMethod.Get, server.Url) { Headers = { Host = "kaizen.example" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await http.SendAsync(foreign)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.PostAsync($"{server.Url}/{site}/index.html", null)).StatusCode);
        foreach (var path in new[] { "/kaizen.yaml", $"/{site}/kaizen.yaml", $"/{site}/a3/..%2f..%2fkaizen.yaml", $"/{site}/a3/%2e%2e%2fkaizen.yaml.html", $"/{site}/loops/wait.html/..", $"/{site}/a3/wait.html?as-of=..%2f..", "/../etc/passwd" })
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(server.Url + path)).StatusCode);
        var health = await http.GetAsync($"{server.Url}/healthz");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Contains("script-src 'self'", health.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline'; script", health.Headers.GetValues("Content-Security-Policy").Single().Split("script-src")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_variable_opens_another_address()
    {
        using var workspace = Small.OfCalls();
        using var other = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        other.Stop();
        Environment.SetEnvironmentVariable("Kestrel__Endpoints__X__Url", $"http://0.0.0.0:{port}");
        try
        {
            await using var server = await Server.Start(null, workspace.Folder);
            using var http = new HttpClient();
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"{server.Url}/healthz")).StatusCode);
            await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync($"http://127.0.0.1:{port}/healthz"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("Kestrel__Endpoints__X__Url", null);
        }
    }

    /// <summary>Opens a page and waits until it shows something: during the first look it asks for itself again.</summary>
    private static async Task Until(IPage page, string url, string selector)
    {
        await page.GotoAsync(url);
        await page.WaitForSelectorAsync(selector);
    }
}
