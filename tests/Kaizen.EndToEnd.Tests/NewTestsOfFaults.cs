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
        Assert.Equal(0, (await folder.On(Day, "new", "late-orders", "--value", "days late", "--title", "Orders leave two days late")).Code);
        Assert.Equal("date,value\n", folder.Read("data/days_late.csv"));
        folder.With("data/days_late.csv", "date,value\n2026-05-04,3\n2026-05-11,2.5\n");
        var ran = await folder.On(Day, "run", "--json");
        Assert.Equal(0, ran.Code);
        Assert.Equal(["late-orders"], ran.Cycles());
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
