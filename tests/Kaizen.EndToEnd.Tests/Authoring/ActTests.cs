namespace Kaizen.EndToEnd.Tests.Authoring;

/// <summary>The decision, and the cycle that comes of it.</summary>
public sealed class ActTests : IDisposable
{
    private const string Day = "2026-10-01";
    private const string Cycle = "cycles/s1-first-answer.yaml";
    private readonly Workspace workspace = Workspace.OfExample();

    public ActTests()
    {
        Undecided("s1-first-answer");
        File.Delete(workspace.At("cycles/s1-hold.yaml"));
    }

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Adopt_writes_the_decision_and_the_cycle_that_holds_it()
    {
        var before = workspace.Read(Cycle);
        var ran = await workspace.On(Day, "act", "s1-first-answer", "--adopt", "--standard", "Experts answer on a rota.", "--audit", "Monthly, at the board.", "--learned", "A name on a turn moved it.");
        Assert.Equal(("", 0), (ran.Error, ran.Code));
        Assert.Contains("The evidence says adopt too.", ran.Output, StringComparison.Ordinal);
        Assert.Equal(before + """
            act:
              decision: adopt
              date: 2026-10-01
              learned: A name on a turn moved it.
              standard:
                text: Experts answer on a rota.
                owner: priya
                metric: first_response
                audit: "Monthly, at the board."
              next: s1-first-answer-hold

            """.Replace("\"Monthly, at the board.\"", "Monthly, at the board.", StringComparison.Ordinal), workspace.Read(Cycle));
        var hold = workspace.Read("cycles/s1-first-answer-hold.yaml");
        foreach (var line in (string[])["kind: sdca", "previous: s1-first-answer", "reason: standardise", "  first_response:", "    guardrail: 21.5", "cadence: 1w", "  text: Experts answer on a rota."])
            Assert.Contains(line + "\n", hold, StringComparison.Ordinal);
        Assert.DoesNotContain(await workspace.Lint(Day, "s1-*"), code => code is "K48" or "K49");
        var run = await workspace.On(Day, "run", "s1-*", "--json");
        Assert.Equal(0, run.Code);
        Assert.Equal(["s1-first-answer", "s1-first-answer-hold"], run.Cycles());
    }

    [Theory]
    [InlineData("s2-checklist", "--adapt", "s2-checklist-2", "adapted_from")]
    [InlineData("i1-hold", "--correct", "i1-hold-2", "drift")]
    public async Task The_next_turn_carries_metrics_and_people(string cycle, string decision, string next, string reason)
    {
        Undecided(cycle);
        var ran = await workspace.On(Day, "act", cycle, decision, "--because", "We see more than the numbers.", "--learned", "Ask earlier.", "--json");
        Assert.Equal(0, ran.Code);
        Assert.Equal([$"cycles/{next}.yaml", $"cycles/{cycle}.yaml"], ran.Json.GetProperty("files").EnumerateArray().Select(f => f.Text("file")));
        var text = workspace.Read($"cycles/{next}.yaml");
        Assert.Contains($"kind: pdca\n", text, StringComparison.Ordinal);
        Assert.Contains($"previous: {cycle}\nreason: {reason}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("predicts:", text, StringComparison.Ordinal);
        Assert.Contains($"  next: {next}\n", workspace.Read($"cycles/{cycle}.yaml"), StringComparison.Ordinal);
        Assert.DoesNotContain("K49", await workspace.Lint(Day, cycle));
        Assert.Equal(0, (await workspace.On(Day, "validate")).Code);
        Assert.Equal(0, (await workspace.On(Day, "run", next)).Code);
    }

    [Fact]
    public async Task Abandon_keeps_what_was_learned_and_begins_nothing()
    {
        Undecided("s2-checklist");
        var cycles = Directory.GetFiles(workspace.At("cycles")).Length;
        Assert.Equal(0, (await workspace.On(Day, "act", "s2-checklist", "--abandon", "--learned", "Lists do not win.", "--next", "Sales keeps the gap.")).Code);
        Assert.Equal(cycles, Directory.GetFiles(workspace.At("cycles")).Length);
        Assert.DoesNotContain("K49", await workspace.Lint(Day, "s2-checklist"));
    }

    [Theory]
    [InlineData("KZ6048", "s1-first-answer", "--hold")]
    [InlineData("KZ6050", "s1-first-answer", "--abandon")]
    [InlineData("KZ6049", "i1-handover-v3", "--adopt")]
    [InlineData("KZ6041", "s1-first-answer", "--adopt", "--date", "2026-10-02")]
    [InlineData("KZ6006", "s1-first-answer", "--adopt", "--adapt")]
    [InlineData("KZ6006", "s1-first-answer")]
    [InlineData("KZ6007", "s1-*", "--adopt")]
    public async Task What_cannot_be_decided_is_told_and_writes_nothing(string code, params string[] words)
    {
        workspace.With("cycles/s1-again.yaml", workspace.Read(Cycle));
        var before = workspace.Files();
        var ran = await workspace.On(Day, ["act", .. words, "--json"]);
        Assert.Equal(2, ran.Code);
        Assert.NotEqual("", ran.Diagnostic(code).Text("hint"));
        Assert.Equal(before, workspace.Files());
    }

    [Fact]
    public async Task A_second_decision_needs_force()
    {
        var ran = await workspace.On(Day, "act", "i1-handover-v3", "--adapt", "--because", "Rework came back.", "--force", "--no-next");
        Assert.Equal(0, ran.Code);
        Assert.Contains("The evidence says adopt; the decision is to adapt.", ran.Output, StringComparison.Ordinal);
        var text = workspace.Read("cycles/i1-handover-v3.yaml");
        Assert.Contains("  decision: adapt\n  date: 2026-10-01\n  because: Rework came back.\n", text, StringComparison.Ordinal);
        // What the adoption wrote beside itself goes with it; what was learned stays.
        foreach (var gone in (string[])["  next: i1-hold", "  standard:", "six questions", "as predicted and done as planned"]) Assert.DoesNotContain(gone, text[text.IndexOf("\nact:", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("  learned: |\n    Forms move guesses.", text, StringComparison.Ordinal);
        Assert.Equal(0, (await workspace.On(Day, "validate", "i1-*")).Code);
    }

    [Fact]
    public async Task The_cycle_that_the_decision_before_began_is_named_and_another_follows()
    {
        Assert.Equal(0, (await workspace.On(Day, "act", "s1-first-answer", "--adopt", "--standard", "Experts answer on a rota.")).Code);
        var ran = await workspace.On(Day, "act", "s1-first-answer", "--adapt", "--because", "The rota is not kept.", "--force", "--json");
        Assert.Equal(0, ran.Code);
        Assert.Contains("'s1-first-answer-hold' still follows on 's1-first-answer'", ran.Diagnostic("KZ6062").Text("message"), StringComparison.Ordinal);
        Assert.Contains("delete cycles/s1-first-answer-hold.yaml", ran.Diagnostic("KZ6062").Text("hint"), StringComparison.Ordinal);
        Assert.Contains("  next: s1-first-answer-2\n", workspace.Read(Cycle), StringComparison.Ordinal);
        Assert.DoesNotContain("standard:", workspace.Read(Cycle)[workspace.Read(Cycle).IndexOf("\nact:", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-20", "  started: 2026-03-02\n", "do.started is 2026-03-02")]
    [InlineData(Day, "", "do.started is not written")]
    public async Task What_never_began_is_cancelled_and_not_decided(string day, string started, string says)
    {
        workspace.Edit(Cycle, "  started: 2026-03-02\n", started);
        var before = workspace.Files();
        var ran = await workspace.On(day, "act", "s1-first-answer", "--adopt", "--because", "x", "--json");
        Assert.Equal(2, ran.Code);
        Assert.Contains(says, ran.Diagnostic("KZ6061").Text("message"), StringComparison.Ordinal);
        Assert.Contains("cancelled: {", ran.Diagnostic("KZ6061").Text("hint"), StringComparison.Ordinal);
        Assert.Equal(before, workspace.Files());
    }

    [Fact]
    public async Task A_decision_of_a_day_before_the_change_began_is_refused()
    {
        var ran = await workspace.On(Day, "act", "s1-first-answer", "--adopt", "--date", "2020-01-01", "--json");
        Assert.Equal(2, ran.Code);
        Assert.Equal("look at the date", ran.Diagnostic("KZ6061").Text("hint"));
    }

    [Fact]
    public async Task Without_a_decision_the_words_of_the_kind_are_asked_for()
    {
        var ran = await workspace.Answering(Day, ["hold", "Adopt", "", "", "Experts answer.", "", "Monthly."], "act", "s1-first-answer", "--ask");
        Assert.Equal(0, ran.Code);
        Assert.Contains("What do you decide: adopt, adapt, abandon?", ran.Error, StringComparison.Ordinal);
        Assert.Contains("One of adopt, adapt, abandon.", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hold:", ran.Error, StringComparison.Ordinal);
        Assert.Contains("  decision: adopt\n", workspace.Read(Cycle), StringComparison.Ordinal);
        var again = await workspace.Answering(Day, [], "act", "s1-first-answer", "--ask", "--json");
        Assert.Equal(2, again.Code);
        again.Diagnostic("KZ6049");
    }

    [Theory]
    [InlineData("s1-held")]
    public async Task Where_the_new_file_cannot_be_written_the_decision_is_not_either(string id)
    {
        Directory.CreateDirectory(workspace.At($"cycles/{id}.yaml"));
        var before = workspace.Files();
        var ran = await workspace.On(Day, "act", "s1-first-answer", "--adopt", "--standard", "x", "--next", id, "--json");
        Assert.Equal(2, ran.Code);
        ran.Diagnostic("KZ6052");
        Assert.Equal(before, workspace.Files());
    }

    [Fact]
    public async Task Where_the_decision_cannot_be_written_the_new_file_is_not_either()
    {
        var text = workspace.Read(Cycle);
        workspace.With(Cycle, text[..text.IndexOf("check:\n", StringComparison.Ordinal)] + "check: &days { date: 2026-08-31 }\nact: *days\n");
        var before = workspace.Files();
        var ran = await workspace.On(Day, "act", "s1-first-answer", "--adopt", "--standard", "x", "--json");
        Assert.Equal(1, ran.Code);
        ran.Diagnostic("KZ2091");
        Assert.Contains(ran.Json.GetProperty("paste").EnumerateArray(), p => p.Text("lines").Contains("decision: adopt", StringComparison.Ordinal));
        Assert.Equal(before, workspace.Files());
    }

    [Fact]
    public async Task A_missing_reflection_is_asked_for_and_written()
    {
        var text = workspace.Read(Cycle);
        var at = text.IndexOf("  reflection: |", StringComparison.Ordinal);
        workspace.With(Cycle, text[..at]);
        var ran = await workspace.Answering(Day, ["We expected 4 h, saw 3.5 h, and were surprised by Mondays.", "", "A turn has a name.", "Experts answer.", "", "Monthly."], "act", "s1-first-answer", "--adopt", "--ask");
        Assert.Equal(0, ran.Code);
        Assert.Contains("  reflection: \"We expected", workspace.Read(Cycle).Replace("reflection: We", "reflection: \"We", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("    owner: priya\n", workspace.Read(Cycle), StringComparison.Ordinal);

        workspace.With("cycles/s1-other.yaml", text[..at]);
        var silent = await workspace.On(Day, "act", "s1-other", "--adopt", "--standard", "x", "--json");
        Assert.Equal(0, silent.Code);
        Assert.Contains("K46", silent.Diagnostic("KZ6051").Text("message"), StringComparison.Ordinal);
        Assert.Contains("K46", await workspace.Lint(Day, "s1-other"));
    }

    /// <summary>Takes the decision out of a cycle of the example.</summary>
    private void Undecided(string cycle)
    {
        var text = workspace.Read($"cycles/{cycle}.yaml");
        workspace.With($"cycles/{cycle}.yaml", text[..(text.IndexOf("\nact:", StringComparison.Ordinal) + 1)]);
    }
}
