namespace Kaizen.EndToEnd.Tests;

/// <summary>A past sheet is rebuilt to the bytes that were written on its day.</summary>
public sealed class ReplayTests
{
    /// <summary>Eight dates; with KAIZEN_LONG twenty. One more is asked about meanwhile.</summary>
    private static int PastDates => Environment.GetEnvironmentVariable("KAIZEN_LONG") is null ? 8 : 20;

    [Fact]
    public async Task Past_dates_give_the_bytes_of_their_days()
    {
        using var workspace = Workspace.OfExample();
        var written = new Dictionary<string, byte[]>();
        var days = Enumerable.Range(0, PastDates + 1).Select(i => new DateOnly(2026, 3, 2).AddDays(i * 220 / PastDates).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).ToList();
        foreach (var day in days)
        {
            Assert.Equal(0, (await workspace.On("2026-12-01", "run", "--as-of", day)).Code);
            if (day == days[PastDates / 2]) Assert.Equal(0, (await workspace.On("2026-12-01", "note", "ask", "s1-first-answer", "What changed?", "--by", "sam", "--as-of", day)).Code);
            written[day] = await File.ReadAllBytesAsync(workspace.At("out/a3/s1-first-answer.html"));
        }

        foreach (var day in days)
        {
            // The question was asked after the run of its day, which the sheet of that day therefore does not show.
            if (day == days[PastDates / 2]) continue;
            var replay = await workspace.On("2026-12-01", "replay", "s1-first-answer", "--as-of", day, "--json");
            Assert.Equal(0, replay.Code);
            var sheet = replay.Json.GetProperty("sheets").EnumerateArray().Single();
            Assert.True(sheet.GetProperty("same").GetBoolean(), $"{day}: {replay.Output}");
            Assert.Equal(written[day], await File.ReadAllBytesAsync(sheet.GetProperty("file").GetString()!));
        }
    }

    [Fact]
    public async Task A_sheet_is_renewed_on_its_own_day_and_kept_as_it_was_afterwards()
    {
        using var workspace = Small.OfCalls().Predicting();
        const string Page = ".kaizen/pages/wait/2026-06-10.html";
        Assert.Equal(0, (await On("2026-06-10", "run")).Code);
        workspace.Edit(Small.Cycle, "Callers wait", "Callers wait in the morning");
        Assert.DoesNotContain("KZ5102", (await On("2026-06-10", "run")).Error, StringComparison.Ordinal);
        var kept = workspace.Read(Page);
        Assert.Contains("in the morning", kept, StringComparison.Ordinal);
        Assert.Equal(0, (await On("2026-06-11", "replay", "wait", "--as-of", "2026-06-10")).Code);

        workspace.Edit(Small.Cycle, "in the morning", "in the evening");
        for (var again = 0; again < 2; again++)
        {
            var later = await On("2026-06-11", "run", "--as-of", "2026-06-10", "--json");
            Assert.Equal(0, later.Code);
            var warning = later.Diagnostic("KZ5102");
            Assert.Contains(".kaizen/pages/wait/2026-06-10.html", Assert.Single(warning.Details()).Replace('\\', '/'), StringComparison.Ordinal);
            Assert.Contains("replay wait --as-of 2026-06-10", warning.Text("hint"), StringComparison.Ordinal);
            Assert.Contains("in the evening", workspace.Read("out/a3/wait.html"), StringComparison.Ordinal);
            Assert.Equal(kept, workspace.Read(Page));
        }

        var replay = await On("2026-06-11", "replay", "wait", "--as-of", "2026-06-10", "--json");
        Assert.Equal(1, replay.Code);
        Assert.Contains("definition, definitions changed since", replay.Diagnostic("KZ5101").Text("message"), StringComparison.Ordinal);
        Assert.Equal(kept, await File.ReadAllTextAsync(replay.Json.GetProperty("sheets")[0].GetProperty("kept").GetString()!));

        Task<Ran> On(string day, params string[] arguments) => workspace.On(day, arguments);
    }

    [Fact]
    public async Task A_sheet_of_a_day_that_has_not_come_is_not_kept()
    {
        using var workspace = Small.OfCalls();
        Assert.Equal(0, (await workspace.On("2026-06-10", "run", "--as-of", "2026-06-11")).Code);
        Assert.Contains("Callers wait", workspace.Read("out/a3/wait.html"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(workspace.At(".kaizen/pages")));

        // The same sheet, once its day has come: nothing changed but that it is kept.
        Assert.Contains("1 file written", (await workspace.On("2026-06-11", "run", "wait")).Output, StringComparison.Ordinal);
        Assert.Equal(workspace.Read("out/a3/wait.html"), workspace.Read(".kaizen/pages/wait/2026-06-11.html"));
    }

    [Fact]
    public async Task What_was_kept_is_replaced_as_the_warning_says()
    {
        using var workspace = Small.OfCalls();
        const string Page = ".kaizen/pages/wait/2026-06-10.html";
        await workspace.On("2026-06-10", "run");
        workspace.Edit(Small.Cycle, "Callers wait", "Callers wait long");
        string[] again = ["run", "--as-of", "2026-06-10"];
        Assert.Contains("KZ5102", (await workspace.On("2026-06-11", again)).Error, StringComparison.Ordinal);
        File.Delete(workspace.At(Page));
        Assert.Contains("1 file written", (await workspace.On("2026-06-11", again)).Output, StringComparison.Ordinal);
        await Replaced("wait long");

        // Where an earlier day is kept too, the sheet has to go as well.
        await workspace.On("2026-06-11", "run", "--as-of", "2026-06-02");
        await workspace.On("2026-06-11", again);
        workspace.Edit(Small.Cycle, "wait long", "wait longer");
        Assert.Contains("KZ5102", (await workspace.On("2026-06-11", again)).Error, StringComparison.Ordinal);
        File.Delete(workspace.At(Page));
        File.Delete(workspace.At("out/a3/wait.html"));
        await workspace.On("2026-06-11", again);
        await Replaced("wait longer");

        async Task Replaced(string words)
        {
            Assert.Contains(words, workspace.Read(Page), StringComparison.Ordinal);
            Assert.Contains("the same bytes", (await workspace.On("2026-06-11", "replay", "wait", "--as-of", "2026-06-10")).Output, StringComparison.Ordinal);
            var ran = await workspace.On("2026-06-11", again);
            Assert.Equal((true, ""), (ran.Output.Contains("no file written", StringComparison.Ordinal), ran.Error));
        }
    }

    [Fact]
    public async Task A_run_that_could_not_write_says_nothing_of_what_was_kept()
    {
        using var workspace = Small.OfCalls().WithNames();
        await workspace.On("2026-06-10", "run");
        workspace.Edit(Small.Cycle, "Callers wait", "Callers wait long");
        await workspace.On("2026-06-11", "run");
        workspace.Edit(Small.Cycle, "Callers wait long", "Callers wait");
        // The output folder goes on showing the other day.
        File.Delete(workspace.At("out/a3/names.html"));
        Directory.CreateDirectory(workspace.At("out/a3/names.html"));
        var ran = await workspace.On("2026-06-11", "run", "--as-of", "2026-06-10");
        Assert.Equal((3, true, false), (ran.Code, ran.Error.Contains("KZ4003", StringComparison.Ordinal), ran.Error.Contains("KZ5102", StringComparison.Ordinal)));
        Assert.Contains("Callers wait long", workspace.Read("out/a3/wait.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_as_of_in_the_file_keeps_its_day_open()
    {
        using var workspace = Small.OfCalls();
        await workspace.Run("run");
        workspace.Edit(Small.Cycle, "Callers wait", "Callers wait long");
        Assert.Equal("", (await workspace.Run("run")).Error);
        Assert.Equal(workspace.Read("out/a3/wait.html"), workspace.Read(".kaizen/pages/wait/2026-06-29.html"));
    }

    [Fact]
    public async Task A_kept_sheet_that_was_changed_by_hand_is_found()
    {
        using var workspace = Small.OfCalls();
        await workspace.Run("run");
        workspace.Edit(".kaizen/pages/wait/2026-06-29.html", "Callers wait", "Callers sing");
        var replay = await workspace.Run("replay", "wait", "--as-of", "2026-06-29");
        Assert.Equal(1, replay.Code);
        Assert.Contains("nothing that it rests on changed, so the kept file did", replay.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_since_is_named()
    {
        using var workspace = Small.OfCalls();
        await workspace.Run("run");
        Assert.Contains("the same bytes", (await workspace.Run("replay", "wait", "--as-of", "2026-06-29")).Output, StringComparison.Ordinal);
        workspace.Edit(Small.Cycle, "Callers wait", "Callers wait long");
        Assert.Contains("definition, definitions changed since", (await workspace.Run("replay", "wait", "--as-of", "2026-06-29")).Output, StringComparison.Ordinal);
        workspace.Edit(Small.Cycle, "Callers wait long", "Callers wait").WithValue(3, 1, "11");
        Assert.Contains("rows of calls changed since", (await workspace.Run("replay", "wait", "--as-of", "2026-06-29")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_walks_from_the_conclusion_to_rows_rules_and_versions()
    {
        using var workspace = Small.OfCalls().Predicting();
        await workspace.Run("run");
        var why = (await workspace.Run("why", "wait")).Output;
        foreach (var part in new[] { "Kaizen recommends:", "Rows used:", "Left out:", "Measured as mean of minutes, from calls by at", "Rule set default:", "calls: 1,000 rows by csv", "cycles/wait.yaml, definition ", "Predictions locked" })
            Assert.Contains(part, why.ReplaceLineEndings(" ").Replace("   ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
