using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Tests.Checking;

/// <summary>The recommendation for a PDCA cycle, line by line: the first line that fits decides.</summary>
public class RecommendationTests
{
    /// <summary>From a mean of 20 to 10: every rule fires, and the interval excludes no change.</summary>
    private static readonly double?[] Fell = Bench.Around(10);
    private static readonly double?[] Rose = Bench.Around(30);
    private static readonly double?[] Same = Bench.Around(20);
    private static readonly Prediction Ten = new(10, 8, 12, 0.8, null);

    [Fact]
    public void Line_2_not_started()
    {
        var bench = new Bench().Done(FidelityLevel.AsPlanned).Lead(Bench.Steady, []);
        bench.Cycle = bench.Cycle with { Do = new Do() };
        Assert.Equal((Recommendation.Wait, "Do has not started."), bench.Decide());
        bench.Cycle = bench.Cycle with { Do = new Do { Started = new DateOnly(2026, 6, 2) } };
        Assert.Equal((Recommendation.Wait, "Do starts on 2 June 2026."), bench.Decide());
    }

    [Fact]
    public void Line_2_nothing_counts_after_yet() =>
        Assert.Equal((Recommendation.Wait, "No week after the start counts yet."), new Bench().Done(FidelityLevel.AsPlanned).Lead(Bench.Steady, []).Decide());

    [Fact]
    public void Line_2_a_week_without_a_value_is_an_after_slot()
    {
        var bench = new Bench { AsOf = new DateOnly(2026, 5, 31) }.Done(FidelityLevel.AsPlanned).Lead(Bench.Steady, new double?[8]);
        var evidence = bench.Conclude();
        Assert.Equal(Recommendation.Wait, evidence.Recommendation);
        Assert.Equal(["The check window is not complete before 1 June 2026.", "wait: no week after the change holds a value so far."], evidence.Because);
    }

    [Fact]
    public void Line_4_no_value_in_any_week_of_a_complete_window()
    {
        var bench = new Bench().Done(FidelityLevel.AsPlanned).Lead(Bench.Steady, new double?[9]);
        Assert.Equal((Recommendation.Adapt, "No week after the change holds a value, and the check window is over: waiting cannot mend it."), bench.Decide());
        Assert.Equal((0, EffectWord.TooEarly, true), (bench.Finding().NAfter, bench.Finding().Effect, bench.Finding().Complete));
    }

    [Theory]
    [InlineData(10, "wait improved so far.")]
    [InlineData(30, "wait worsened so far: look at it at once.")]
    [InlineData(20, "wait: 7 weeks after the change and no signal so far.")]
    public void Line_3_the_window_is_not_complete(double mean, string aside)
    {
        var bench = new Bench { AsOf = new DateOnly(2026, 5, 31) }.Done(FidelityLevel.NotDone).Lead(Bench.Steady, Bench.Around(mean, 7));
        var evidence = bench.Conclude();
        Assert.Equal(Recommendation.Wait, evidence.Recommendation);
        Assert.Equal(["The check window is not complete before 1 June 2026.", aside], evidence.Because);
    }

    [Fact]
    public void Line_3_a_broken_guardrail_asks_for_a_look_at_once()
    {
        var evidence = new Bench { AsOf = new DateOnly(2026, 5, 31) }.Done(FidelityLevel.AsPlanned).Lead(Bench.Steady, Fell)
            .Series(Bench.Metric("load") with { Guardrail = new Guardrail(25, null) }, Bench.Steady, Rose).Conclude();
        Assert.Equal(Recommendation.Wait, evidence.Recommendation);
        Assert.Contains("load is beyond its guardrail: look at it at once.", evidence.Because);
    }

    [Fact]
    public void Line_3_waits_for_the_maturity_of_the_lead_too()
    {
        var bench = new Bench { AsOf = new DateOnly(2026, 6, 14) }.Done(FidelityLevel.AsPlanned);
        bench.Series(Bench.Metric() with { Maturity = new CalendarSpan(14, 'd') }, Bench.Steady, Fell);
        Assert.Equal((Recommendation.Wait, "The check window is not complete before 15 June 2026."), bench.Decide());
        bench.AsOf = new DateOnly(2026, 6, 15);
        Assert.Equal(Recommendation.Adopt, bench.Decide().Recommendation);
    }

    [Fact]
    public void Line_3_rows_that_end_before_the_check_keep_the_window_open()
    {
        var metric = Bench.Metric();
        var bench = new Bench { AsOf = new DateOnly(2026, 7, 1) }.Done(FidelityLevel.AsPlanned);
        bench.Series(metric with { Source = metric.Source with { KnownUntil = new DateOnly(2026, 5, 31) } }, Bench.Steady, Fell);
        Assert.Equal((Recommendation.Wait, "The check window is not complete before 1 June 2026. The rows are known only until 31 May 2026."), bench.Decide());
    }

    [Theory]
    [InlineData(12, 7, "7 weeks after the change and no signal, and the check window is over: waiting cannot mend it.")]
    [InlineData(11, 9, "11 weeks before the change, 12 are needed, and the check window is over: waiting cannot mend it.")]
    public void Line_4_too_early_although_the_window_is_complete(int before, int after, string because) =>
        Assert.Equal((Recommendation.Adapt, because), new Bench().Done(FidelityLevel.AsPlanned).Lead(Bench.Steady[..before], Bench.Around(20, after)).Decide());

    [Fact]
    public void Line_5_worsened_as_planned() =>
        Assert.Equal((Recommendation.Abandon, "wait worsened although it was done as planned: theory refuted."),
            new Bench().Done(FidelityLevel.AsPlanned).Lead(Bench.Steady, Rose).Decide());

    [Fact]
    public void Line_5_no_change_and_the_predicted_change_excluded() =>
        Assert.Equal((Recommendation.Abandon, "No detectable change in wait, done as planned, and the predicted change of −10 h lies outside the interval: theory refuted."),
            new Bench().Done(FidelityLevel.AsPlanned).Lead(Bench.Steady, Same, Ten).Decide());

    [Fact]
    public void Line_5_the_target_stands_in_for_a_prediction() =>
        Assert.Equal(Recommendation.Abandon, new Bench().Done(FidelityLevel.AsPlanned).Lead(Bench.Steady, Same).Decide().Recommendation);

    [Fact]
    public void Line_6_no_change_and_the_predicted_change_inside_the_interval() =>
        Assert.Equal((Recommendation.Adapt, "No detectable change in wait, and the predicted change of −0.1 h lies inside the interval: inconclusive, this check could not have told."),
            new Bench().Done(FidelityLevel.AsPlanned).Lead(Bench.Steady, Same, new Prediction(19.9, 19, 20, 0.8, null)).Decide());

    [Theory]
    [InlineData(30, FidelityLevel.NotDone, "Worsened in wait, but it was not done: untested, fix the Do.")]
    [InlineData(30, FidelityLevel.Partial, "Worsened in wait, but done in part: untested, fix the Do.")]
    [InlineData(20, FidelityLevel.Unknown, "No detectable change in wait, but whether it was done is unknown: untested, fix the Do.")]
    [InlineData(20, FidelityLevel.Partial, "No detectable change in wait, but done in part: untested, fix the Do.")]
    public void Line_7_not_done_as_planned(double mean, FidelityLevel done, string because) =>
        Assert.Equal((Recommendation.Adapt, because), new Bench().Done(done).Lead(Bench.Steady, Bench.Around(mean), Ten).Decide());

    [Theory]
    [InlineData(FidelityLevel.AsPlanned)]
    [InlineData(FidelityLevel.NotDone)]
    [InlineData(FidelityLevel.Unknown)]
    public void Line_8_a_broken_guardrail_comes_before_the_rest(FidelityLevel done) =>
        Assert.Equal((Recommendation.Adapt, "wait improved, but load broke its guardrail: 30 h against 25 h."),
            new Bench().Done(done).Lead(Bench.Steady, Fell, Ten)
                .Series(Bench.Metric("load") with { Guardrail = new Guardrail(25, null) }, Bench.Steady, Rose).Decide());

    [Fact]
    public void Line_8_a_guardrail_broken_in_the_late_window_only_does_not_count() =>
        Assert.Equal(Recommendation.Adopt, new Bench().Done(FidelityLevel.AsPlanned).Lead(Bench.Steady, Fell, Ten)
            .Series(Bench.Metric("load") with { Guardrail = new Guardrail(25, null) }, Bench.Steady, Rose, "late").Decide().Recommendation);

    [Theory]
    [InlineData(FidelityLevel.NotDone, 10, Recommendation.Adapt, "wait improved, but it was not done: luck or another cause.")]
    [InlineData(FidelityLevel.NotDone, 14, Recommendation.Adapt, "wait improved, but it was not done: luck or another cause.")]
    [InlineData(FidelityLevel.Unknown, 10, Recommendation.Wait, "wait improved, but whether it was done is unknown: say whether it was done.")]
    [InlineData(FidelityLevel.Unknown, 14, Recommendation.Wait, "wait improved, but whether it was done is unknown: say whether it was done.")]
    [InlineData(FidelityLevel.AsPlanned, 14, Recommendation.Adapt, "wait improved by less than predicted: 14 h against 8 to 12 h.")]
    [InlineData(FidelityLevel.Partial, 14, Recommendation.Adapt, "wait improved by less than predicted: 14 h against 8 to 12 h.")]
    [InlineData(FidelityLevel.AsPlanned, 12, Recommendation.Adopt, "wait improved as predicted, done as planned.")]
    [InlineData(FidelityLevel.Partial, 10, Recommendation.Adopt, "wait improved as predicted, done in part.")]
    [InlineData(FidelityLevel.AsPlanned, 5, Recommendation.Adopt, "wait improved by more than predicted, done as planned.")]
    public void Lines_9_to_12_improved(FidelityLevel done, double mean, Recommendation says, string because) =>
        Assert.Equal((says, because), new Bench().Done(done).Lead(Bench.Steady, Bench.Around(mean), Ten).Decide());

    [Fact]
    public void A_long_series_without_a_signal_is_not_said_to_be_short()
    {
        var bench = new Bench { AsOf = new DateOnly(2026, 5, 31) }.Done(FidelityLevel.AsPlanned)
            .Lead(Bench.Steady, Bench.Around(20, 8)).Series(Bench.Metric("calm"), Bench.Steady, Bench.Around(20, 8));
        Assert.Equal(
            ["The check window is not complete before 1 June 2026.", "wait shows no signal in 8 weeks after the change so far.", "calm shows no signal in 8 weeks after the change so far."],
            bench.Conclude().Because);
    }

    [Fact]
    public void A_short_baseline_is_told_before_the_window_is_complete()
    {
        var bench = new Bench { AsOf = new DateOnly(2026, 5, 31) }.Done(FidelityLevel.AsPlanned).Lead(Bench.Steady[..5], Fell);
        Assert.Equal("wait: 5 weeks before the change, 12 are needed.", bench.Conclude().Because[1]);
    }

    [Fact]
    public void Without_a_prediction_the_target_decides_between_11_and_12()
    {
        Assert.Equal((Recommendation.Adopt, "wait improved as predicted, done as planned."), new Bench().Done(FidelityLevel.AsPlanned).Lead(Bench.Steady, Fell).Decide());
        Assert.Equal((Recommendation.Adapt, "wait improved by less than predicted: 11 h against the target of 10 h."),
            new Bench().Done(FidelityLevel.AsPlanned).Lead(Bench.Steady, Bench.Around(11)).Decide());
    }

    [Fact]
    public void Other_findings_add_a_line_and_change_nothing()
    {
        var evidence = new Bench().Done(FidelityLevel.AsPlanned).Lead(Bench.Steady, Fell, Ten)
            .Series(Bench.Metric("young"), Bench.Steady[..5], Fell)
            .Series(Bench.Metric("worse"), Bench.Steady, Rose)
            .Series(Bench.Metric("railed") with { Guardrail = new Guardrail(null, 15) }, Bench.Steady, Rose)
            .Series(Bench.Metric("missed") with { Prediction = new Prediction(5, null, 6, 0.8, null) }, Bench.Steady, Fell)
            .Series(Bench.Metric("fine"), Bench.Steady, Fell).Conclude();
        Assert.Equal(Recommendation.Adopt, evidence.Recommendation);
        Assert.Equal(
            [
                "wait improved as predicted, done as planned.",
                "young is too early to tell: 5 weeks before the change, 12 are needed.",
                "worse worsened.",
                "railed worsened, inside its guardrail of 35 h.",
                "missed missed its prediction: 10 h against at most 6 h.",
            ],
            evidence.Because);
    }

    [Fact]
    public void A_lead_without_a_direction_waits_for_one()
    {
        var bench = new Bench().Done(FidelityLevel.AsPlanned).Lead(Bench.Steady, Fell, better: null);
        bench.Cycle = bench.Cycle with { Plan = bench.Cycle.Plan with { Target = null } };
        Assert.Equal((Recommendation.Wait, "No direction is better for wait: write 'better' or a target."), bench.Decide());
    }

    [Fact]
    public void A_cycle_without_a_lead_waits_for_one()
    {
        var bench = new Bench().Done(FidelityLevel.AsPlanned).Lead(Bench.Steady, Fell);
        bench.Cycle = bench.Cycle with { LeadMetric = null };
        Assert.Equal((Recommendation.Wait, "No metric leads this cycle: name one in plan.target."), bench.Decide());
    }
}
