using System.Text.Json;
using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting;
using Kaizen.Hosting.Authoring.Verbs;
using Kaizen.Hosting.Define;
using Kaizen.Hosting.Record;
using Kaizen.Hosting.Runs;

namespace Kaizen.Tests.Families;

public sealed class FamilyRunTests
{
    [Fact]
    public async Task Each_team_has_its_own_numbers_and_all_come_from_one_scan()
    {
        using var teams = new FamilyWorkspace();
        var run = await Run(teams);

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Diagnostics);
        Assert.Equal(["wait.north", "wait.o-hara", "wait.south-west"], run.Cycles.Select(c => c.Cycle.Id));
        Assert.Equal((teams.Rows, 1), (run.RowsRead, run.SourcesOpened));
        foreach (var cycle in run.Cycles)
        {
            var finding = Assert.Single(cycle.Evidence!.Findings, f => f.Window == "check");
            Assert.Equal(teams.MeanOf(cycle.Cycle.Member!, FamilyWorkspace.First, FamilyWorkspace.Start), finding.Before!.Value, 9);
            Assert.Equal(teams.MeanOf(cycle.Cycle.Member!, FamilyWorkspace.Start, FamilyWorkspace.Check), finding.After!.Value, 9);
        }

        using var results = JsonDocument.Parse(await File.ReadAllTextAsync(teams.At("out/results.json")));
        Assert.Equal(["wait North", "wait O'Hara", "wait South West"],
            results.RootElement.GetProperty("cycles").EnumerateArray().Select(c => $"{c.GetProperty("family").GetString()} {c.GetProperty("member").GetString()}"));
        var sheet = await File.ReadAllTextAsync(teams.At("out/a3/wait.south-west.html"));
        Assert.Contains("Callers wait (South West)", sheet, StringComparison.Ordinal);
        Assert.Contains("team = &#39;South West&#39;", sheet, StringComparison.Ordinal);
        Assert.False(File.Exists(teams.At("out/a3/wait.html")));
    }

    [Theory]
    [InlineData("wait", "wait.north wait.o-hara wait.south-west")]
    [InlineData("wait.*", "wait.north wait.o-hara wait.south-west")]
    [InlineData("change/wait", "wait.north wait.o-hara wait.south-west")]
    [InlineData("*.south*", "wait.south-west")]
    [InlineData("wait.north", "wait.north")]
    [InlineData("WAIT.north", "wait.north")]
    public async Task A_selector_names_the_family_or_one_of_its_loops(string selector, string expected)
    {
        using var teams = new FamilyWorkspace();
        var run = await Run(teams, RunMode.Look, selector);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(expected, string.Join(' ', run.Cycles.Select(c => c.Cycle.Id)));
    }

    [Fact]
    public async Task A_loop_that_does_not_exist_is_told_with_the_nearest()
    {
        using var teams = new FamilyWorkspace();
        var run = await Run(teams, RunMode.Look, "wait.nort");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("did you mean 'wait.north'?", Assert.Single(run.Diagnostics).Hint);
    }

    [Fact]
    public async Task A_team_that_comes_up_in_the_data_has_a_loop_and_the_others_stay()
    {
        using var teams = new FamilyWorkspace();
        var before = await Run(teams);
        teams.Add(new DateOnly(2026, 6, 28), 12, "East");
        // Not counted yet on the day that is looked from, and of no team at all.
        teams.Add(new DateOnly(2026, 6, 29), 12, "West");
        teams.Add(new DateOnly(2026, 6, 27), 12, "");
        teams.WriteRows();
        var after = await Run(teams);

        Assert.Equal(["wait.east", "wait.north", "wait.o-hara", "wait.south-west"], after.Cycles.Select(c => c.Cycle.Id));
        var told = Assert.Single(after.Diagnostics);
        Assert.Equal((Catalogue.FamilyRowsWithout.Code, "wait", 2), (told.Code, told.Cycle, told.Span!.Value.Line));
        Assert.StartsWith("1 row of source 'calls'", told.Message, StringComparison.Ordinal);
        Assert.Equal(before.Cycles.Select(c => c.Cycle.DefinitionHash), after.Cycles.Skip(1).Select(c => c.Cycle.DefinitionHash));
        Assert.Equal(before.Cycles.Select(c => c.Evidence!.Findings[0].After), after.Cycles.Skip(1).Select(c => c.Evidence!.Findings[0].After));
    }

    [Theory]
    [InlineData("size", "wait.1 wait.2")]
    [InlineData("urgent", "wait.false wait.true")]
    public async Task Numbers_and_flags_split_too(string split, string expected)
    {
        using var teams = new FamilyWorkspace(split);
        var texts = await Run(teams, RunMode.Look);
        // An expression that shows the column's type makes numbers and flags of the texts.
        var shown = split == "size" ? "where: size + 0 > 0" : "where: urgent or not urgent";
        teams.Write("cycles/wait.yaml", (await File.ReadAllTextAsync(teams.At("cycles/wait.yaml"))).Replace("mean: minutes", $"mean: minutes, {shown}", StringComparison.Ordinal));
        var typed = await Run(teams, RunMode.Look);

        Assert.Empty(texts.Diagnostics);
        Assert.Empty(typed.Diagnostics);
        Assert.Equal(expected, string.Join(' ', texts.Cycles.Select(c => c.Cycle.Id)));
        Assert.Equal(expected, string.Join(' ', typed.Cycles.Select(c => c.Cycle.Id)));
        Assert.DoesNotContain('\'', typed.Cycles[0].Cycle.Metrics[0].Measure.Where!.Text);
        Assert.Equal(texts.Cycles.Select(c => c.Evidence!.Findings[0].After), typed.Cycles.Select(c => c.Evidence!.Findings[0].After));
    }

    [Theory]
    [InlineData("at", "KZ3021", "points in time")]
    [InlineData("taem", "KZ3010", "no column 'taem'")]
    [InlineData("serial", "KZ3022", "more than 200 different values")]
    [InlineData("started", "KZ3021", "dates")]
    [InlineData("nothing", "KZ3023", "no row before 2026-06-29")]
    public async Task A_column_that_names_no_groups_is_told_at_its_place(string split, string code, string words)
    {
        using var teams = new FamilyWorkspace(split);
        var lines = await File.ReadAllLinesAsync(teams.At("data/calls.csv"));
        await File.WriteAllLinesAsync(teams.At("data/calls.csv"), lines.Select((l, i) => i == 0 ? l + ",serial,started,nothing" : $"{l},n{i},2026-01-{(i % 9) + 1:00},"));
        var run = await Run(teams);

        var told = Assert.Single(run.Diagnostics, d => d.Code == code);
        Assert.Contains(words, told.Message, StringComparison.Ordinal);
        Assert.Equal(("cycles/wait.yaml", 2, 16, split.Length), (told.Span!.Value.File, told.Span.Value.Line, told.Span.Value.Column, told.Span.Value.Length));
        Assert.Equal("wait", told.Cycle);
        Assert.Empty(run.Cycles);
        Assert.Equal(told.Severity == Severity.Error ? 3 : 0, run.ExitCode);
        if (split == "taem") Assert.Equal("did you mean 'team'?", told.Hint);
    }

    [Fact]
    public async Task Without_its_source_the_loops_are_not_known_and_their_sheets_stay()
    {
        using var teams = new FamilyWorkspace();
        await Run(teams);
        var sheet = await File.ReadAllBytesAsync(teams.At("out/a3/wait.north.html"));
        File.Delete(teams.At("data/calls.csv"));
        var run = await Run(teams);
        var one = await Run(teams, RunMode.Close, "wait.north");

        Assert.Equal((3, 3), (run.ExitCode, one.ExitCode));
        Assert.Equal("KZ3005", Assert.Single(run.Diagnostics).Code);
        Assert.Equal("KZ3005", Assert.Single(one.Diagnostics).Code);
        Assert.Empty(run.Cycles);
        Assert.Equal(sheet, await File.ReadAllBytesAsync(teams.At("out/a3/wait.north.html")));
        Assert.True(File.Exists(teams.At(".kaizen/pages/wait.north/2026-06-29.html")));

        // Who asks for another cycle hears nothing of it.
        teams.Write("data/others.csv", "at,minutes\n2026-05-01,3\n");
        teams.Write("kaizen.yaml", await File.ReadAllTextAsync(teams.At("kaizen.yaml")) + "\n  others: { use: csv, with: { path: data/others.csv }, time: at }\n");
        teams.Write("cycles/other.yaml", "title: Others wait\nmetrics:\n  wait: { source: others, mean: minutes, better: lower }\n");
        teams.Write("cycles/wait.yaml", (await File.ReadAllTextAsync(teams.At("cycles/wait.yaml"))).Replace("mean: minutes", "source: calls, mean: minutes", StringComparison.Ordinal));
        Assert.Empty((await Run(teams, RunMode.Look, "other")).Diagnostics);
    }

    [Fact]
    public async Task A_value_that_is_refused_stops_every_loop_that_reads_its_column()
    {
        using var teams = new FamilyWorkspace();
        teams.Add(new DateOnly(2026, 6, 20), 10, "North");
        teams.WriteRows();
        var text = await File.ReadAllTextAsync(teams.At("data/calls.csv"));
        teams.Write("data/calls.csv", text.TrimEnd('\n') + "\nyesterday,4,North,1,false\n");
        var run = await Run(teams);

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(["wait.north", "wait.o-hara", "wait.south-west"], run.Diagnostics.Select(d => d.Cycle));
        Assert.All(run.Diagnostics, d => Assert.Equal("KZ3006", d.Code));
    }

    [Fact]
    public async Task A_question_belongs_to_one_loop_and_stands_on_its_sheet_alone()
    {
        using var teams = new FamilyWorkspace();
        await Run(teams);
        var all = await KaizenHost.NoteAsync(Request(teams, "wait"), new Note.Ask("sam", "Why now?"), new Progress<RunProgress>(), default);
        var one = await KaizenHost.NoteAsync(Request(teams, "wait.north"), new Note.Ask("sam", "Why now?"), new Progress<RunProgress>(), default);
        await Run(teams);

        Assert.Equal("KZ6007", Assert.Single(all.Diagnostics).Code);
        Assert.Empty(one.Diagnostics);
        Assert.Equal("wait.north", one.Cycle!.Id);
        Assert.Contains("Why now?", await File.ReadAllTextAsync(teams.At("out/a3/wait.north.html")), StringComparison.Ordinal);
        Assert.DoesNotContain("Why now?", await File.ReadAllTextAsync(teams.At("out/a3/wait.o-hara.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_of_one_loop_is_rebuilt_to_the_same_bytes()
    {
        using var teams = new FamilyWorkspace();
        await Run(teams);
        var replay = await KaizenHost.ReplayAsync(Request(teams, "wait.south-west"), new Progress<RunProgress>(), default);

        var sheet = Assert.Single(replay.Sheets);
        Assert.Equal("wait.south-west", sheet.Cycle.Cycle.Id);
        Assert.True(sheet.Same, string.Join(", ", sheet.Changed));
    }

    [Fact]
    public async Task A_second_run_writes_nothing()
    {
        using var teams = new FamilyWorkspace();
        await Run(teams);
        var again = await Run(teams);

        Assert.Equal(0, again.RowsRead);
        Assert.Empty(again.Written);
        Assert.All(again.Cycles, c => Assert.True(c.Reused));
    }

    [Fact]
    public void A_look_at_files_takes_the_name_of_a_loop_for_its_file_and_says_so()
    {
        using var teams = new FamilyWorkspace();
        var found = Validation.Of(Request(teams, "wait.north"), new DiagnosticBag());

        Assert.Equal("wait", Assert.Single(found.Cycles).Id);
        var told = Assert.Single(found.Diagnostics);
        Assert.Equal((Catalogue.FamilyFile.Code, Severity.Information), (told.Code, told.Severity));
        Assert.Empty(Validation.Of(Request(teams, "wait"), new DiagnosticBag()).Diagnostics);
        Assert.Equal("KZ6002", Assert.Single(Validation.Of(Request(teams, "wat.north"), new DiagnosticBag()).Diagnostics).Code);
    }

    [Fact]
    public async Task A_faulty_file_of_a_family_is_meant_by_the_name_of_a_loop_too()
    {
        using var teams = new FamilyWorkspace();
        teams.Write("cycles/wait.yaml", "title: Callers wait\neach: { splitt: team }\nmetrics:\n  wait: { mean: minutes }\n");
        var run = await Run(teams, RunMode.Look, "wait.north");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["wait"], run.Faulty);
        Assert.Equal("KZ1021", Assert.Single(run.Diagnostics).Code);
    }

    [Fact]
    public async Task A_decision_is_written_for_all_and_what_follows_is_a_family_too()
    {
        using var teams = new FamilyWorkspace();
        var decided = await KaizenHost.WriteAsync(Request(teams, "wait.north"), new Entry.Decision("adopt")
        {
            Because = "All three are faster.",
            Reflection = "As expected.",
            Standard = ("Answer in the order of arrival.", "ann", null, "First Monday of the month."),
            Follows = true,
        }, dryRun: false, new Progress<RunProgress>(), default);
        var run = await Run(teams);

        Assert.True(decided.IsWritten);
        Assert.Equal("KZ6053", Assert.Single(decided.Diagnostics).Code);
        Assert.Equal(["wait-hold.north", "wait-hold.o-hara", "wait-hold.south-west", "wait.north", "wait.o-hara", "wait.south-west"], run.Cycles.Select(c => c.Cycle.Id));
        Assert.All(run.Cycles.Skip(3), c => Assert.Equal("adopt", c.Evidence!.Decision!.Decision));
        Assert.All(run.Cycles.Take(3), c => Assert.Equal("wait", c.Cycle.Chain!.Previous));
        Assert.Equal(teams.Rows, run.RowsRead);
    }

    [Fact]
    public async Task Other_cycles_name_the_file_and_a_loop_of_its_own_leads_to_it()
    {
        using var teams = new FamilyWorkspace();
        teams.Write("cycles/next.yaml", """
            title: Callers wait in the morning
            within: wait
            previous: wait
            metrics:
              wait: { mean: minutes, better: lower }
            """);
        var run = await Run(teams);

        Assert.Empty(run.Diagnostics);
        var sheet = await File.ReadAllTextAsync(teams.At("out/a3/next.html"));
        Assert.Contains("Callers wait", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"wait.html\"", sheet, StringComparison.Ordinal);
    }

    private static Task<RunResult> Run(FamilyWorkspace teams, RunMode mode = RunMode.Close, params string[] selectors) =>
        KaizenHost.RunAsync(Request(teams, selectors), mode, new Progress<RunProgress>(), default);

    private static RunRequest Request(FamilyWorkspace teams, params string[] selectors) => new(teams.Folder, null, null, selectors);
}
