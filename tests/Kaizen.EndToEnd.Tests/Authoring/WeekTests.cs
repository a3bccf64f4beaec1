namespace Kaizen.EndToEnd.Tests.Authoring;

/// <summary>The weekly talk: what is known is shown, what is answered is written at once.</summary>
public sealed class WeekTests : IDisposable
{
    private const string Day = "2026-06-15";
    private const string Cycle = "cycles/share.yaml";

    private readonly Workspace workspace = Small.OfCalls()
        .Edit("kaizen.yaml", "sources:", "sources:\n  share:\n    use: csv\n    with: { path: data/share.csv }\n    time: date")
        .Edit(Small.Cycle, "mean: minutes", "source: calls\n    mean: minutes")
        .With("data/share.csv", "date,value\n2026-06-08,0.5\n")
        .With(Cycle, """
            title: Half is right at once   # at first
            people: { owner: ann }
            metrics:
              share:
                source: share
                mean: value
                unit: share
                better: higher
            plan:
              target: { to: 0.6, due: 2026-07-22 }
              obstacles:
                board:
                  text: Nobody sees who has the turn
                  active: true
              actions:
                - { what: Print the board, who: ann, due: 2026-06-01 }
                - { what: Print the list, who: ann, due: 2026-06-30 }
            do:
              started: 2026-04-06
              experiments:
                - date: 2026-06-08
                  step: Two on Mondays
                  expected: nobody waits

            """);

    public void Dispose() => workspace.Dispose();

    private static readonly string[] Answers =
        ["Two waited", "Mondays differ", "The rush comes at eight", "2026-06-12", "Begin at half past seven", "One waits", "soon", "2026-06-22", "y", "n", "many", "55 %", ""];

    private const string After = """
        title: Half is right at once   # at first
        people: { owner: ann }
        metrics:
          share:
            source: share
            mean: value
            unit: share
            better: higher
        plan:
          target: { to: 0.6, due: 2026-07-22 }
          obstacles:
            board:
              text: Nobody sees who has the turn
              active: false
              removed: 2026-06-12
            the_rush_comes_at_eight:
              text: The rush comes at eight
              active: true
          actions:
            - { what: Print the board, who: ann, due: 2026-06-01, done: 2026-06-15 }
            - { what: Print the list, who: ann, due: 2026-06-30 }
        do:
          started: 2026-04-06
          experiments:
            - date: 2026-06-08
              step: Two on Mondays
              expected: nobody waits
              happened: Two waited
              learned: Mondays differ
            - date: 2026-06-15
              step: Begin at half past seven
              obstacle: the_rush_comes_at_eight
              expected: One waits
          log:
            - date: 2026-06-15
              by: ann

        """;

    [Fact]
    public async Task Answers_are_written_at_once_with_a_line_that_sums_them_up()
    {
        var ran = await workspace.Answering(Day, Answers, "week", "share", "--ask");
        Assert.Equal(0, ran.Code);
        ran.IsClean();
        foreach (var known in (string[])["share to 60 % before 22 Jul 2026", "The last step, 8 Jun 2026: Two on Mondays", "expected: nobody waits", "1. Nobody sees who has the turn (worked on now)",
                     "1. Print the board (ann, due 1 Jun 2026, overdue): done?", "share in share, last 0.5 on 8 Jun 2026:", "Write it as year-month-day", "digits are expected"])
            Assert.Contains(known, ran.Error, StringComparison.Ordinal);
        var (body, log) = Parted(workspace.Read(Cycle));
        Assert.Equal(After, body);
        foreach (var part in (string[])["Happened: Two waited. Learned: Mondays differ.", "Out of the way: Nobody sees who has the turn.", "Next: Begin at half past seven. Expected: One waits. To be seen on 2026-06-22.", "Done: Print the board.", "share: 55 %."])
            Assert.Contains(part, log, StringComparison.Ordinal);
        Assert.Equal("date,value\n2026-06-08,0.5\n2026-06-15,0.55\n", workspace.Read("data/share.csv"));
        Assert.Equal(0, (await workspace.On(Day, "validate")).Code);
    }

    [Fact]
    public async Task Without_a_step_nobody_is_asked_when_it_shows()
    {
        var ran = await workspace.Answering(Day, ["Two waited", "Mondays differ", "", "", "n", "n", "", ""], "week", "share", "--ask");
        Assert.Equal(0, ran.Code);
        Assert.DoesNotContain("When can we see", ran.Error, StringComparison.Ordinal);
        var past = await workspace.On(Day, "week", "share", "--next", "x", "--see-on", "2026-06-01", "--json");
        Assert.Equal(2, past.Code);
        past.Diagnostic("KZ6063");
    }

    [Fact]
    public async Task Options_say_the_same_without_questions()
    {
        var ran = await workspace.On(Day, "week", "share", "--happened", "Two waited", "--learned", "Mondays differ", "--obstacle", "The rush comes at eight", "--next", "Begin at half past seven",
            "--expect", "One waits", "--see-on", "2026-06-22", "--done", "1", "--value", "share=0.55");
        Assert.Equal(("", 0), (ran.Error, ran.Code));
        Assert.Equal(After.Replace("      removed: 2026-06-12\n", "", StringComparison.Ordinal), Parted(workspace.Read(Cycle)).Body);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(12)]
    public async Task Answers_that_end_too_early_write_nothing(int count)
    {
        var before = workspace.Files();
        var ran = await workspace.Answering(Day, Answers[..count], "week", "share", "--ask");
        Assert.Equal(130, ran.Code);
        Assert.Contains("nothing was written", ran.Error, StringComparison.Ordinal);
        Assert.Equal(before, workspace.Files());
    }

    [Fact]
    public async Task Who_says_no_at_the_end_writes_nothing_and_nothing_said_is_nothing_written()
    {
        var before = workspace.Files();
        Assert.Equal(0, (await workspace.Answering(Day, [.. Answers[..^1], "n"], "week", "share", "--ask")).Code);
        var silent = await workspace.Answering(Day, [.. Enumerable.Repeat("", 20)], "week", "share", "--ask");
        Assert.Equal(0, silent.Code);
        Assert.Contains("Nothing is new", silent.Output, StringComparison.Ordinal);
        var alone = await workspace.On(Day, "week", "share", "--json");
        Assert.Equal(2, alone.Code);
        alone.Diagnostic("KZ6006");
        Assert.Equal(before, workspace.Files());
    }

    [Fact]
    public async Task Values_and_words_are_written_together_or_not_at_all()
    {
        workspace.Edit(Cycle, "  experiments:", "  annotations: &seen [{ date: 2026-05-01, text: Fair }]\n  log: *seen\n  experiments:");
        var before = workspace.Files();
        var ran = await workspace.On(Day, "week", "share", "--next", "x", "--value", "share=0.55", "--json");
        Assert.Equal(1, ran.Code);
        ran.Diagnostic("KZ2091");
        Assert.Equal(before, workspace.Files());
    }

    private static (string Body, string Log) Parted(string text)
    {
        var at = text.LastIndexOf("      text: ", StringComparison.Ordinal);
        return (text[..at], text[at..]);
    }
}
