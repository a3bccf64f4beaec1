using System.Text.Json;

namespace Kaizen.EndToEnd.Tests;

/// <summary>One run of the example, looked at by many tests.</summary>
public sealed class ExampleRun : IAsyncLifetime
{
    internal Workspace Workspace { get; } = Workspace.OfExample();

    internal Ran Ran { get; private set; } = null!;

    public async Task InitializeAsync() => Ran = await Workspace.Run("run", "--json");

    public Task DisposeAsync()
    {
        Workspace.Dispose();
        return Task.CompletedTask;
    }
}

/// <summary>The main job: nine cycles over real rows, with the recommendations and findings of their story.</summary>
public sealed class ExampleTests(ExampleRun run) : IClassFixture<ExampleRun>
{
    private readonly Workspace workspace = run.Workspace;
    private readonly Ran ran = run.Ran;

    [Fact]
    public void Runs_without_a_fault_and_writes_nine_sheets_and_the_index()
    {
        Assert.Equal(0, ran.Code);
        Assert.Empty(ran.Json.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal(9, Directory.EnumerateFiles(workspace.At("out/a3"), "*.html").Count());
        Assert.True(File.Exists(workspace.At("out/index.html")));
        Assert.True(File.Exists(workspace.At("out/results.json")));
    }

    [Theory]
    [InlineData("s1-first-answer", "adopt")]
    [InlineData("s1-hold", "wait")]
    [InlineData("s2-checklist", "abandon")]
    [InlineData("i1-handover-v1", "adapt")]
    [InlineData("i1-handover-v2", "adapt")]
    [InlineData("i1-handover-v3", "adopt")]
    [InlineData("i1-hold", "correct")]
    [InlineData("i2-training", "adapt")]
    [InlineData("i2-visits", "adapt")]
    public void Recommends(string cycle, string recommendation) =>
        Assert.Equal(recommendation, Cycle(cycle).GetProperty("recommendation").GetString());

    [Fact]
    public void First_answer_improved_as_predicted()
    {
        var finding = Finding("s1-first-answer", "first_response");
        Words(finding, "signal", "improved", "as_predicted");
        Assert.Equal("h", finding.GetProperty("unit").GetString());
        Assert.Equal(26, finding.GetProperty("nBefore").GetInt32());
        Assert.Equal(26, finding.GetProperty("nAfter").GetInt32());
    }

    [Fact]
    public void Qualified_improved_but_short_of_its_prediction()
    {
        var finding = Finding("s1-first-answer", "qualified");
        Words(finding, "signal", "improved", "worse");
        Pooled(finding, 0.290, 0.377);
    }

    [Fact]
    public void Wins_are_too_early_and_young_weeks_do_not_count()
    {
        var finding = Finding("s1-first-answer", "won");
        Assert.Equal("too_early", finding.GetProperty("effect").GetString());
        Pooled(finding, 0.074, 0.082);
        Assert.False(finding.GetProperty("complete").GetBoolean());
        Assert.Equal(13, finding.GetProperty("nAfter").GetInt32());
    }

    [Fact]
    public void Focus_hours_worsened_inside_their_guardrail()
    {
        var finding = Finding("s1-first-answer", "focus_hours");
        Assert.Equal("worsened", finding.GetProperty("effect").GetString());
        Assert.True(finding.GetProperty("guardrail").GetProperty("held").GetBoolean());
    }

    [Fact]
    public void Checklist_changed_nothing_against_the_south_and_cost_discount_and_time()
    {
        var rate = Finding("s2-checklist", "win_rate");
        Assert.Equal("no_detectable_change", rate.GetProperty("effect").GetString());
        Assert.Equal("south", rate.GetProperty("comparison").GetProperty("label").GetString());
        var interval = rate.GetProperty("comparison").GetProperty("interval");
        var predicted = rate.GetProperty("prediction").GetProperty("expect").GetDouble() - rate.GetProperty("before").GetDouble();
        Assert.True(predicted > interval[1].GetDouble(), "the predicted change lies outside the interval");
        Pooled(Finding("s2-checklist", "compliance"), 0.346, 0.884);
        Assert.Equal("worsened", Finding("s2-checklist", "discount").GetProperty("effect").GetString());
        Assert.Equal("worsened", Finding("s2-checklist", "cycle_days").GetProperty("effect").GetString());
        Assert.Equal("as_planned", Cycle("s2-checklist").GetProperty("fidelity").GetString());
    }

    [Fact]
    public void Handover_fell_from_eleven_to_six_days_with_rework_unchanged()
    {
        var lead = Finding("i1-handover-v3", "lead_time").GetProperty("pooled");
        Assert.Equal([11, 6], lead.EnumerateArray().Select(v => (int)v.GetDouble()));
        Assert.NotEqual("worsened", Finding("i1-handover-v3", "rework").GetProperty("effect").GetString());
    }

    [Fact]
    public void Drift_is_a_shift_from_week_27_with_its_first_alarm_in_week_30()
    {
        var signals = Finding("i1-hold", "lead_time").GetProperty("signals").EnumerateArray().ToList();
        Assert.Equal("2026-W30", signals.Select(s => s.GetProperty("period").GetString()).Min(StringComparer.Ordinal));
        var shift = signals.First(s => s.GetProperty("rule").GetString() == "shift8");
        Assert.Equal("2026-W27", shift.GetProperty("members")[0].GetString());
    }

    [Fact]
    public void Signals_had_too_short_a_baseline_and_then_improved_short_of_the_prediction()
    {
        var first = Finding("i2-training", "signals");
        Assert.Equal("not enough data", first.GetProperty("verdict").GetString());
        Assert.Equal(8, first.GetProperty("nBefore").GetInt32());
        Words(Finding("i2-visits", "signals"), "signal", "improved", "worse");
    }

    [Fact]
    public void Every_prediction_was_locked_in_time_and_none_changed()
    {
        foreach (var cycle in ran.Json.GetProperty("cycles").EnumerateArray())
        {
            if (cycle.GetProperty("locked") is not { ValueKind: JsonValueKind.Object } locked) continue;
            Assert.False(locked.GetProperty("changed").GetBoolean());
            Assert.Equal(0, locked.GetProperty("daysLate").GetInt32());
        }
    }

    private JsonElement Cycle(string id) => ran.Json.GetProperty("cycles").EnumerateArray().Single(c => c.GetProperty("id").GetString() == id);

    private JsonElement Finding(string cycle, string metric) =>
        Cycle(cycle).GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("metric").GetString() == metric);

    private static void Words(JsonElement finding, string verdict, string effect, string prediction)
    {
        Assert.Equal(verdict, finding.GetProperty("verdict").GetString());
        Assert.Equal(effect, finding.GetProperty("effect").GetString());
        Assert.Equal(prediction, finding.GetProperty("vsPrediction").GetString());
    }

    private static void Pooled(JsonElement finding, double before, double after)
    {
        var pooled = finding.GetProperty("pooled");
        Assert.Equal(before, pooled[0].GetDouble(), 3);
        Assert.Equal(after, pooled[1].GetDouble(), 3);
    }
}
