namespace Kaizen.EndToEnd.Tests.Authoring;

/// <summary>Notes that stand in the cycle's own file: what is said comes in, every other byte stays.</summary>
public sealed class NoteInCycleTests : IDisposable
{
    private const string Day = "2026-06-15";
    private const string Cycle = Small.Cycle;

    private readonly Workspace workspace = Small.OfCalls().With(Cycle, """
        # What we know of waiting.
        title: Callers wait    # not: phones
        people: { owner: ann, coach: bo }
        metrics:
          wait:
            mean: minutes
            unit: min
            better: lower
        plan:
          target: { to: 5, due: 2026-06-22 }
          obstacles:
            # One at a time.
            board: Nobody sees who has the turn
            early:
              text: The rush comes at eight
          actions:
            - { what: Print the board, who: ann, due: 2026-06-01 }
            - what: Print the list   # for the night
              who: bo
              due: 2026-06-10
        do: { started: 2026-04-06 }

        """).Edit("kaizen.yaml", "sources:", "people: { ann: Ann, bo: Bo }\nsources:");

    public void Dispose() => workspace.Dispose();

    public static TheoryData<string[], string> Additions => new()
    {
        { ["observation", "wait", "Nine of ten waited.", "--by", "bo"], "  observed:\n    - date: 2026-06-15\n      by: bo\n      what: Nine of ten waited.\n" },
        { ["obstacle", "wait", "No second line"], "    no_second_line: No second line\n" },
        { ["obstacle", "wait", "No second line", "--id", "line", "--active"], "    line:\n      text: No second line\n      active: true\n" },
        { ["obstacle", "wait", "early", "--removed", "2026-06-14"], "      removed: 2026-06-14\n" },
        { ["action", "wait", "list", "--done", "2026-06-12"], "      done: 2026-06-12\n" },
        { ["action", "wait", "2", "--recovery", "Bo prints it on Monday."], "      recovery: Bo prints it on Monday.\n" },
        { ["action", "wait", "Buy a bell", "--who", "ann", "--due", "2026-07-01"], "    - what: Buy a bell\n      who: ann\n      due: 2026-07-01\n" },
    };

    [Fact]
    public async Task A_neighbour_that_cannot_be_read_is_in_nobody_s_way()
    {
        File.CreateSymbolicLink(workspace.At("cycles/.#wait.yaml"), "ann@host.123:456");
        File.CreateSymbolicLink(workspace.At("cycles/gone.yaml"), workspace.At("nowhere.yaml"));
        Assert.Equal(0, (await workspace.On(Day, "note", "log", "wait", "A line.", "--by", "ann")).Code);
        Assert.Contains("A line.", workspace.Read(Cycle), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_text_of_digits_and_one_that_turns_the_order_of_signs_are_kept_safely()
    {
        Assert.Equal(0, (await workspace.On(Day, "note", "log", "wait", new string('1', 20_000) + "x", "--by", "ann")).Code);
        Assert.Equal(0, (await workspace.On(Day, "note", "log", "wait", "left \u202E right", "--by", "ann")).Code);
        Assert.Contains("\"left \\u202E right\"", workspace.Read(Cycle), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Additions))]
    public async Task What_is_said_comes_in_and_every_other_byte_stays(string[] words, string lines)
    {
        var before = workspace.Read(Cycle);
        var ran = await workspace.On(Day, ["note", .. words]);
        Assert.Equal(("", 0), (ran.Error, ran.Code));
        Edited.Inserted(before, workspace.Read(Cycle), lines);
        Assert.Equal(0, (await workspace.On(Day, "validate")).Code);
        var line = before.Split('\n').Zip(workspace.Read(Cycle).Split('\n')).TakeWhile(l => l.First == l.Second).Count() + 1;
        Assert.EndsWith($": cycles/wait.yaml:{line}", ran.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Additions))]
    public async Task Lines_end_as_they_did(string[] words, string lines)
    {
        var before = workspace.Read(Cycle).Replace("\n", "\r\n", StringComparison.Ordinal);
        workspace.With(Cycle, before);
        Assert.Equal(0, (await workspace.On(Day, ["note", .. words])).Code);
        Edited.Inserted(before, workspace.Read(Cycle), lines.Replace("\n", "\r\n", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Additions))]
    public async Task A_dry_run_shows_the_lines_and_writes_nothing(string[] words, string lines)
    {
        var before = workspace.Files();
        var ran = await workspace.On(Day, ["note", .. words, "--dry-run"]);
        Assert.Equal(0, ran.Code);
        Assert.Equal(before, workspace.Files());
        var shown = ran.Output.ReplaceLineEndings("\n").Split('\n').Where(l => l.Contains(" + ", StringComparison.Ordinal)).Select(l => l[(l.IndexOf(" + ", StringComparison.Ordinal) + 3)..]);
        Assert.Equal(lines, string.Concat(shown.Select(l => l + "\n")));
    }

    [Theory]
    [InlineData("deviation", "deviations")]
    [InlineData("log", "log")]
    [InlineData("experiment", "experiments")]
    public async Task What_goes_into_braces_stays_in_braces(string verb, string key)
    {
        var before = workspace.Read(Cycle);
        Assert.Equal(0, (await workspace.On(Day, ["note", verb, "wait", "Two waited, one: left", .. verb == "log" ? new[] { "--by", "ann" } : []])).Code);
        var changed = before.Split('\n').Zip(workspace.Read(Cycle).Split('\n')).Where(l => l.First != l.Second).ToList();
        var (old, now) = Assert.Single(changed);
        Assert.Equal("do: { started: 2026-04-06 }", old);
        Assert.StartsWith($"do: {{ started: 2026-04-06, {key}: [{{ date: 2026-06-15, ", now, StringComparison.Ordinal);
        Assert.Equal(0, (await workspace.On(Day, "validate")).Code);
    }

    [Fact]
    public async Task A_short_obstacle_becomes_one_that_can_be_removed()
    {
        var before = workspace.Read(Cycle);
        Assert.Equal(0, (await workspace.On(Day, "note", "obstacle", "wait", "board", "--removed", "2026-06-14")).Code);
        Assert.Equal(before.Replace("    board: Nobody sees who has the turn\n", "    board:\n      text: Nobody sees who has the turn\n      removed: 2026-06-14\n", StringComparison.Ordinal), workspace.Read(Cycle));
    }

    [Fact]
    public async Task One_obstacle_at_a_time_is_active()
    {
        await workspace.On(Day, "note", "obstacle", "wait", "early", "--active");
        Assert.Equal(0, (await workspace.On(Day, "note", "obstacle", "wait", "board", "--active")).Code);
        Assert.Equal(0, (await workspace.On(Day, "validate")).Code);
        Assert.Contains("active: false", workspace.Read(Cycle), StringComparison.Ordinal);
        Assert.Contains("text: Nobody sees who has the turn\n      active: true", workspace.Read(Cycle), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_of_a_step_fills_in_the_last_open_one()
    {
        foreach (var step in (string[])["First step", "Second step"]) Assert.Equal(0, (await workspace.On(Day, "note", "experiment", "wait", step, "--expected", "less", "--obstacle", "board")).Code);
        Assert.Equal(0, (await workspace.On(Day, "note", "experiment", "wait", "--happened", "two waited", "--learned", "Mondays differ")).Code);
        Assert.Equal(0, (await workspace.On(Day, "note", "experiment", "wait", "1", "--happened", "nothing")).Code);
        Assert.Contains("step: First step, expected: less, obstacle: board, happened: nothing", Ordered(workspace.Read(Cycle)), StringComparison.Ordinal);
        Assert.Contains("step: Second step, expected: less, obstacle: board, happened: two waited, learned: Mondays differ", Ordered(workspace.Read(Cycle)), StringComparison.Ordinal);
        var again = await workspace.On(Day, "note", "experiment", "wait", "1", "--happened", "something else", "--json");
        Assert.Equal(2, again.Code);
        again.Diagnostic("KZ6043");

        static string Ordered(string text) => text.Replace("obstacle: board, expected: less", "expected: less, obstacle: board", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fits_several_lists_them_with_their_numbers()
    {
        var before = workspace.Files();
        var ran = await workspace.On(Day, "note", "action", "wait", "print", "--json");
        Assert.Equal(2, ran.Code);
        Assert.Equal(["1. Print the board", "2. Print the list"], ran.Diagnostic("KZ6042").Details());
        Assert.Equal(before, workspace.Files());
        var status = await workspace.On(Day, "status");
        Assert.Contains("action 1: Print the board", status.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KZ6003", "note", "action", "wait", "Paint the wall")]
    [InlineData("KZ6003", "note", "obstacle", "wait", "the moon", "--removed", "2026-06-01")]
    [InlineData("KZ6003", "note", "experiment", "wait", "A step", "--obstacle", "the moon")]
    [InlineData("KZ6041", "note", "deviation", "wait", "x", "--date", "2026-06-16")]
    [InlineData("KZ6041", "note", "action", "wait", "1", "--done", "2026-06-16")]
    [InlineData("KZ6006", "note", "experiment", "wait", "--learned", "x")]
    [InlineData("KZ6006", "note", "deviation", "wait")]
    [InlineData("KZ6002", "note", "log", "wat", "x", "--by", "ann")]
    public async Task What_cannot_be_meant_is_told_and_writes_nothing(string code, params string[] words)
    {
        var before = workspace.Files();
        var ran = await workspace.On(Day, [.. words, "--json"]);
        Assert.Equal(2, ran.Code);
        Assert.NotEqual("", ran.Diagnostic(code).Text("hint"));
        Assert.Equal(before, workspace.Files());
    }

    [Fact]
    public async Task A_name_that_nobody_knows_is_written_and_told_with_the_nearest()
    {
        workspace.Edit("kaizen.yaml", "ann: Ann", "ann: Ann, sanne: Sanne");
        var ran = await workspace.On(Day, "note", "log", "wait", "x", "--by", "sane", "--json");
        Assert.Equal(0, ran.Code);
        Assert.Equal("did you mean 'sanne'?", ran.Diagnostic("KZ6008").Text("hint"));
    }

    [Theory]
    [InlineData("log", "Bo ", "by: bo")]
    [InlineData("observation", "bo", "by: bo")]
    [InlineData("log", "ANN", "by: ann")]
    [InlineData("log", "Cy Young", "by: Cy Young")]
    public async Task One_person_stands_under_one_name(string verb, string by, string written)
    {
        workspace.Edit("kaizen.yaml", "ann: Ann", "ann: Ann Lee");
        var ran = await workspace.On(Day, "note", verb, "wait", "Two waited.", "--by", by, "--json");
        Assert.Equal(0, ran.Code);
        Assert.Contains(written, workspace.Read(Cycle), StringComparison.Ordinal);
        Assert.Equal(by.StartsWith("Cy", StringComparison.Ordinal), ran.Json.GetProperty("diagnostics").EnumerateArray().Any(d => d.Text("code") == "KZ6008"));
        Assert.Equal(0, (await workspace.On(Day, "note", "action", "wait", "Buy a bell", "--who", "ann lee", "--due", "2026-07-01")).Code);
        Assert.Contains("what: Buy a bell\n      who: ann\n", workspace.Read(Cycle), StringComparison.Ordinal);
        var asked = await workspace.On(Day, "note", "ask", "wait", "Who waits?", "--by", " Ann Lee");
        Assert.Contains("to wait, ann, ", asked.Output, StringComparison.Ordinal);
        Assert.Contains("\"by\":\"ann\"", workspace.Read("ledger.ndjson").Replace("\": ", "\":", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(0, (await workspace.On(Day, "note", "sign", "wait", "--gate", "g1", "--by", "Ann")).Code);
        var own = await workspace.On(Day, "status", "--me", "ANN LEE", "--json");
        Assert.Equal("ann", own.Json.Text("person"));
        Assert.All(own.Json.GetProperty("actions").EnumerateArray(), a => Assert.Equal(System.Text.Json.JsonValueKind.Null, a.GetProperty("came").ValueKind));
        Assert.Contains("no cycle here names this person as coach", (await workspace.On("2026-06-14", "status", "--coach", "ANN", "--as-of", "2026-06-14")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_is_read_as_people_write_it_and_one_that_is_over_is_told()
    {
        Assert.Equal(0, (await workspace.On(Day, "note", "log", "wait", "Two waited.", "--by", "ann", "--date", "12.06.2026")).Code);
        Assert.Contains("2026-06-12", workspace.Read(Cycle), StringComparison.Ordinal);
        Assert.Equal(2, (await workspace.On(Day, "note", "log", "wait", "x", "--by", "ann", "--date", "6/12/2026")).Code);
        var late = await workspace.On(Day, "note", "action", "wait", "Buy a bell", "--who", "ann", "--due", "2026-06-01", "--json");
        Assert.Equal(0, late.Code);
        Assert.Equal("warning", late.Diagnostic("KZ6064").Text("severity"));
    }

    [Fact]
    public async Task A_file_that_leaves_no_sure_place_is_left_alone_and_the_lines_are_printed()
    {
        workspace.Edit(Cycle, "do: { started: 2026-04-06 }", "do:\n  started: 2026-04-06\n  annotations: &seen [{ date: 2026-05-01, text: Fair }]\n  log: *seen");
        var before = workspace.Files();
        var ran = await workspace.On(Day, "note", "log", "wait", "Two waited.", "--by", "ann");
        Assert.Equal(1, ran.Code);
        Assert.Equal("", ran.Output);
        Assert.Contains("KZ2091", ran.Error, StringComparison.Ordinal);
        Assert.Contains("--> cycles/wait.yaml:", ran.Error, StringComparison.Ordinal);
        Assert.Contains("do:\n  log:\n    - date: 2026-06-15\n      by: ann\n      text: Two waited.\n", ran.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(before, workspace.Files());
        Assert.Equal(1, (await workspace.On(Day, "note", "log", "wait", "x", "--by", "ann", "--json")).Json.GetProperty("paste").GetArrayLength());
    }

    [Fact]
    public async Task Json_says_what_was_written_and_where()
    {
        var ran = await workspace.On(Day, "note", "observation", "wait", "Nine waited.", "--by", "bo", "--json");
        var file = Assert.Single(ran.Json.GetProperty("files").EnumerateArray());
        Assert.Equal(("observation", "wait", Day, true), (ran.Json.Text("act"), ran.Json.Text("cycle"), ran.Json.Text("date"), ran.Json.GetProperty("isWritten").GetBoolean()));
        var lines = workspace.Read(Cycle).Split('\n');
        Assert.All(file.GetProperty("lines").EnumerateArray(), l => Assert.Equal(lines[l.GetProperty("line").GetInt32() - 1], l.Text("text")));
        Assert.Equal(4, file.GetProperty("lines").GetArrayLength());
    }
}
