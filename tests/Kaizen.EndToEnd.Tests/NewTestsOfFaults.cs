using VerifyXunit;

namespace Kaizen.EndToEnd.Tests;

/// <summary><c>kaizen new</c> without questions, and where it cannot be done.</summary>
public sealed class NewTestsOfFaults : IDisposable
{
    private const string Day = "2026-05-20";
    private readonly Workspace folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Help()
    {
        var ran = await folder.Run("new", "--help");
        Assert.Equal(0, ran.Code);
        await Verifier.Verify(ran.Output);
    }

    [Theory]
    [InlineData("con")]
    [InlineData("LPT1")]
    [InlineData("a b")]
    public async Task An_id_that_some_machine_cannot_have_as_a_file_is_refused(string id)
    {
        Assert.Equal(2, (await folder.On(Day, "new", id, "--title", "Answers are late", "--yes")).Code);
        Assert.Empty(folder.Files());
        Assert.Equal(0, (await folder.On(Day, "new", "--title", "Aux", "--yes")).Code);
        Assert.True(File.Exists(folder.At("cycles/aux-cycle.yaml")));
    }

    [Fact]
    public async Task A_file_without_an_end_or_without_rows_is_refused()
    {
        folder.With("empty.csv", "");
        Assert.Equal(2, (await folder.On(Day, "new", "x", "--from", "empty.csv", "--yes")).Code);
        if (!OperatingSystem.IsWindows()) Assert.Equal(2, (await folder.On(Day, "new", "x", "--from", "/dev/zero", "--yes")).Code);
    }

    [Fact]
    public async Task What_git_is_told_is_added_to_what_it_was_told_before()
    {
        folder.With(".gitignore", "bin/\n/data\n");
        Assert.Equal(0, (await folder.Run("init")).Code);
        var lines = folder.Read(".gitignore").Split('\n');
        Assert.Equal("bin/", lines[0]);
        Assert.Contains(".kaizen/", lines);
        Assert.Contains("out/", lines);
        Assert.Single(lines, l => l.Contains("data", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_schema_takes_no_other_file_s_place()
    {
        Assert.Equal(0, (await folder.Run("init")).Code);
        var before = folder.Read("kaizen.yaml");
        Assert.Equal(2, (await folder.Run("schema", "--out", "kaizen.yaml")).Code);
        Assert.Equal(before, folder.Read("kaizen.yaml"));
        Assert.Equal(0, (await folder.Run("schema", "--out", "mine.json")).Code);
        Assert.Equal(0, (await folder.Run("schema", "--out", "mine.json")).Code);
    }

    [Fact]
    public async Task Options_alone_make_a_workspace_and_a_cycle_that_runs()
    {
        folder.With("deals.csv", NewTables.Deals());
        var made = await folder.On(Day, "new", "offers", "--from", "deals.csv", "--metric", "won_share", "--target", "40 %", "--due", "2026-08-31", "--owner", "Mei Tan", "--started", "2026-06-01");
        Assert.Equal(0, made.Code);
        Assert.Equal("", made.Error);
        Assert.Contains("became a workspace", made.Output, StringComparison.Ordinal);
        Assert.Contains("to: 0.4\n", folder.Read("cycles/offers.yaml"), StringComparison.Ordinal);
        Assert.Contains("path: deals.csv", folder.Read("kaizen.yaml"), StringComparison.Ordinal);
        Assert.Contains("mei: Mei Tan", folder.Read("kaizen.yaml"), StringComparison.Ordinal);
        Assert.Equal(["offers"], (await folder.On(Day, "run", "--json")).Cycles());

        // The second cycle finds the source and the person, and changes nothing in kaizen.yaml.
        var workspace = folder.Read("kaizen.yaml");
        Assert.Equal(0, (await folder.On(Day, "new", "amounts", "--from", "deals.csv", "--metric", "amount_mean", "--owner", "mei")).Code);
        Assert.Equal(workspace, folder.Read("kaizen.yaml"));
        Assert.Equal(2, (await folder.On(Day, "run", "--json")).Cycles().Count);
    }

    [Fact]
    public async Task A_number_written_down_by_hand_gets_a_file_and_a_source()
    {
        await folder.Run("init", "--bare");
        var made = await folder.On(Day, "new", "late-orders", "--value", "days late", "--title", "Orders leave two days late");
        Assert.Equal(0, made.Code);
        Assert.EndsWith("Next: kaizen note value days_late 5.2 with the number that you see, then kaizen run\n", made.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal("date,value\n", folder.Read("data/days_late.csv"));

        // Nothing was seen yet: the cycle waits, and says how the first value comes.
        var empty = await folder.On(Day, "run", "--json");
        Assert.Equal(0, empty.Code);
        Assert.Equal(["late-orders"], empty.Cycles());
        Assert.Equal("no value yet: kaizen note value days_late 2026-05-20 5.2", empty.Diagnostic("KZ3016").Text("hint"));

        folder.With("data/days_late.csv", "date,value\n2026-05-04,3\n2026-05-11,2.5\n");
        var ran = await folder.On(Day, "run", "--json");
        Assert.Equal(0, ran.Code);
        Assert.Equal(["late-orders"], ran.Cycles());
        Assert.DoesNotContain("KZ3016", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_standard_is_held_after_what_was_adopted()
    {
        using var example = Workspace.OfExample();
        var made = await example.Run("new", "hold-it", "--after", "s1-first-answer", "--kind", "sdca", "--started", "2026-09-07");
        Assert.Equal(0, made.Code);
        var written = example.Read("cycles/hold-it.yaml");
        Assert.Contains("previous: s1-first-answer\nreason: standardise\n", written, StringComparison.Ordinal);
        Assert.Contains("standard:\n  text: ", written, StringComparison.Ordinal);
        Assert.Equal(0, (await example.Run("run", "hold-it", "--json")).Code);
    }

    [Fact]
    public async Task Lines_above_the_header_are_left_out_of_the_copy_and_a_file_of_the_workspace_is_left_alone()
    {
        const string Above = "Deals of the north\nmade on 2026-05-20\n\n";
        folder.With("exports/deals.csv", Above + NewTables.Deals());
        await folder.Run("init", "--bare", "team");
        var made = await folder.On(Day, "new", "team", "offers", "--from", "exports/deals.csv", "--metric", "won_share");
        Assert.Equal(0, made.Code);
        Assert.Contains("line 4; the copy in the workspace leaves out the 3 lines above it", made.Output, StringComparison.Ordinal);
        Assert.Equal(NewTables.Deals(), folder.Read("team/data/deals.csv"));
        Assert.Equal(0, (await folder.On(Day, "run", "team")).Code);

        folder.With("team/data/more.csv", Above + NewTables.Deals());
        var before = folder.Files();
        var refused = await folder.On(Day, "new", "team", "more", "--from", "team/data/more.csv");
        Assert.NotEqual(0, refused.Code);
        Assert.Contains("seem to stand in line 4", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, folder.Files());
    }

    [Fact]
    public async Task Rows_of_another_length_are_told_with_their_line()
    {
        folder.With("deals.csv", NewTables.Deals() + "9999,2026-05-01,won,2026-05-02,100,a@example.org,more\n");
        var made = await folder.On(Day, "new", "x", "--from", "deals.csv", "--metric", "won_share");
        Assert.Contains("1 row cannot be read, in line 402: the row has 7 fields and the header 6", made.Output, StringComparison.Ordinal);
        Assert.Contains("'bad_rows: leave_out' at the source", made.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_is_told_to_be_saved_as_text()
    {
        folder.With("book.csv", "PK\u0003\u0004and more");
        var ran = await folder.On(Day, "new", "x", "--from", "book.csv");
        Assert.NotEqual(0, ran.Code);
        Assert.Contains("save it as CSV", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KZ6023", "week,value\n2026-W01,3\n2026-W02,4\n")]
    [InlineData("KZ6023", "name,value\na,3\nb,4\n")]
    [InlineData("KZ6022", "2026-01-05,3\n2026-01-12,4\n")]
    [InlineData("KZ6022", "date,value\n")]
    [InlineData("KZ6022", "")]
    public async Task A_table_that_is_none_is_told_and_nothing_is_written(string code, string table)
    {
        folder.With("t.csv", table);
        var before = folder.Files();
        var ran = await folder.On(Day, "new", "x", "--from", "t.csv");
        Assert.NotEqual(0, ran.Code);
        Assert.Contains($"error {code}", ran.Error, StringComparison.Ordinal);
        ran.IsClean();
        Assert.Equal(before, folder.Files());
    }

    [Theory]
    [InlineData("KZ6006", "new")]
    [InlineData("KZ6003", "new", "x", "--from", "nowhere.csv")]
    [InlineData("KZ6003", "new", "x", "--from", "deals.csv", "--metric", "wun_share")]
    [InlineData("KZ6021", "new", "x", "--from", "deals.csv", "--metric", "won_share", "--target", "400 %")]
    [InlineData("KZ6021", "new", "x", "--from", "deals.csv", "--metric", "amount_mean", "--target", "12,500")]
    [InlineData("KZ6021", "new", "x", "--from", "deals.csv", "--metric", "amount_mean", "--target", "80 %")]
    [InlineData("KZ6021", "new", "x", "--value", "days late", "--target", "80 %")]
    [InlineData("KZ6006", "new", "x", "--due", "2026-06-01", "--started", "2026-06-01")]
    [InlineData("KZ6006", "new", "x", "--after")]
    [InlineData("KZ6026", "new", "x", "--from", "deals.csv", "--value", "y")]
    [InlineData("KZ6003", "new", "x", "--after", "nobody")]
    [InlineData("KZ6006", "new", "../x")]
    [InlineData("KZ6006", "new", "x", "--reason", "drift")]
    [InlineData("KZ6006", "new", "x", "--ask", "--yes")]
    public async Task Wrong_usage_is_told_and_nothing_is_written(string code, params string[] words)
    {
        folder.With("deals.csv", NewTables.Deals());
        var before = folder.Files();
        var ran = await folder.On(Day, words);
        Assert.Equal(2, ran.Code);
        Assert.Contains($"error {code}", ran.Error, StringComparison.Ordinal);
        ran.IsClean();
        Assert.Equal(before, folder.Files());
    }

    [Fact]
    public async Task An_id_that_is_taken_is_told_and_a_title_that_is_taken_gets_a_number()
    {
        await folder.Run("init");
        var before = folder.Files();
        var ran = await folder.On(Day, "new", "First-Response", "--title", "x");
        Assert.Equal(2, ran.Code);
        Assert.Contains("KZ6020", ran.Error, StringComparison.Ordinal);
        Assert.Equal(before, folder.Files());
        Assert.Equal(0, (await folder.On(Day, "new", "--title", "First response", "--after", "first-response")).Code);
        Assert.True(File.Exists(folder.At("cycles/first-response-2.yaml")));
    }

    [Fact]
    public async Task Where_kaizen_yaml_cannot_be_written_nothing_is()
    {
        await folder.Run("init", "--bare", "team");
        folder.With("deals.csv", NewTables.Deals());
        File.SetAttributes(folder.At("team/kaizen.yaml"), FileAttributes.ReadOnly);
        var before = folder.Files();
        var ran = await folder.On(Day, "new", "team", "x", "--from", "deals.csv");
        Assert.NotEqual(0, ran.Code);
        Assert.Contains("KZ6025", ran.Error, StringComparison.Ordinal);
        Assert.Equal(before, folder.Files());
        Assert.False(Directory.Exists(folder.At("team/cycles")));
        File.SetAttributes(folder.At("team/kaizen.yaml"), FileAttributes.Normal);
    }

    [Fact]
    public async Task What_nobody_answers_is_no_fault_and_what_is_needed_is_taken_and_said()
    {
        await folder.Run("init", "--bare", "w my (file)");
        var ran = await folder.Answer(Day, ["-", "-", "-", "-", "days late", "soon", "up", "down", "more", "less"], "new", "w my (file)", "--ask");
        Assert.Equal(("", 0), (ran.Error, ran.Code));
        Assert.Contains("Taken: lower.", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Left for you to write: 'title' is missing", ran.Output, StringComparison.Ordinal);
        Assert.Contains(OperatingSystem.IsWindows() ? "kaizen run \"w my (file)\"" : "kaizen run 'w my (file)'", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_mark_explains_and_a_dash_leaves_empty()
    {
        await folder.Run("init", "--bare");
        var ran = await folder.Answer(Day, ["?", "Orders leave two days late", "-", "?", "-", "-", "-"], "new", "--ask");
        Assert.Equal(0, ran.Code);
        await Verifier.Verify(ran.Output);
        Assert.Contains("\n# people:\n#   owner: ", folder.Read("cycles/orders-leave-two-days-late.yaml"), StringComparison.Ordinal);
    }
}
