using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Tests.Checking;

/// <summary>Prediction, fidelity, guardrail, direction, and what was learned.</summary>
public class AgainstPredictionTests
{
    [Theory]
    [InlineData(10, 8.0, 12.0, Better.Lower, PredictionWord.AsPredicted)]
    [InlineData(12, 8.0, 12.0, Better.Lower, PredictionWord.AsPredicted)]
    [InlineData(8, 8.0, 12.0, Better.Lower, PredictionWord.AsPredicted)]
    [InlineData(7.9, 8.0, 12.0, Better.Lower, PredictionWord.Better)]
    [InlineData(12.1, 8.0, 12.0, Better.Lower, PredictionWord.Worse)]
    [InlineData(7.9, 8.0, 12.0, Better.Higher, PredictionWord.Worse)]
    [InlineData(12.1, 8.0, 12.0, Better.Higher, PredictionWord.Better)]
    [InlineData(1, null, 12.0, Better.Lower, PredictionWord.AsPredicted)]
    [InlineData(12.1, null, 12.0, Better.Lower, PredictionWord.Worse)]
    [InlineData(99, 8.0, null, Better.Higher, PredictionWord.AsPredicted)]
    [InlineData(7.9, 8.0, null, Better.Higher, PredictionWord.Worse)]
    [InlineData(7.9, 8.0, null, Better.Lower, PredictionWord.Better)]
    public void Inside_the_interval_is_as_predicted_and_its_ends_belong_to_it(double after, double? low, double? high, Better better, PredictionWord word)
    {
        double?[] values = [.. Enumerable.Repeat((double?)after, 8)];
        Assert.Equal(word, new Bench().Lead(Bench.Steady, values, new Prediction(10, low, high, 0.8, null), better).Finding().VsPrediction);
    }

    [Theory]
    [InlineData(10, Better.Lower, PredictionWord.AsPredicted)]
    [InlineData(9, Better.Lower, PredictionWord.AsPredicted)]
    [InlineData(10.01, Better.Lower, PredictionWord.Worse)]
    [InlineData(10.01, Better.Higher, PredictionWord.AsPredicted)]
    [InlineData(9, Better.Higher, PredictionWord.Worse)]
    public void Without_a_prediction_the_target_decides_for_the_lead(double after, Better better, PredictionWord word)
    {
        double?[] values = [.. Enumerable.Repeat((double?)after, 8)];
        var bench = new Bench().Lead(Bench.Steady, values, better: better).Series(Bench.Metric("other", better), Bench.Steady, values);
        Assert.Equal(word, bench.Finding().VsPrediction);
        Assert.Null(bench.Finding("other").VsPrediction);
    }

    [Theory]
    [InlineData(10, Better.Lower, PredictionWord.AsPredicted)]
    [InlineData(9, Better.Lower, PredictionWord.AsPredicted)]
    [InlineData(10.01, Better.Lower, PredictionWord.Worse)]
    [InlineData(9, Better.Higher, PredictionWord.Worse)]
    public void Without_an_interval_the_expected_value_itself_is_to_be_reached(double after, Better better, PredictionWord word)
    {
        double?[] values = [.. Enumerable.Repeat((double?)after, 8)];
        Assert.Equal(word, new Bench().Lead(Bench.Steady, values, new Prediction(10, null, null, 0.8, null), better).Finding().VsPrediction);
    }

    [Fact]
    public void Too_early_says_nothing_of_the_prediction() =>
        Assert.Null(new Bench().Lead(Bench.Steady, [10, 10, 10], new Prediction(10, 8, 12, 0.8, null)).Finding().VsPrediction);

    [Theory]
    [InlineData(0.7, 0.7, 0.5, null, FidelityLevel.AsPlanned)]
    [InlineData(0.69, 0.7, 0.5, null, FidelityLevel.Partial)]
    [InlineData(0.5, 0.7, 0.5, null, FidelityLevel.Partial)]
    [InlineData(0.49, 0.7, 0.5, null, FidelityLevel.NotDone)]
    [InlineData(0.69, 0.7, null, Better.Higher, FidelityLevel.NotDone)]
    [InlineData(0.1, 0.1, 0.3, null, FidelityLevel.AsPlanned)]
    [InlineData(0.2, 0.1, 0.3, null, FidelityLevel.Partial)]
    [InlineData(0.31, 0.1, 0.3, null, FidelityLevel.NotDone)]
    [InlineData(0.05, 0.1, null, Better.Lower, FidelityLevel.AsPlanned)]
    [InlineData(0.2, 0.1, null, Better.Lower, FidelityLevel.NotDone)]
    public void Fidelity_is_measured_in_either_direction(double mean, double doneAt, double? partialAt, Better? better, FidelityLevel level)
    {
        var bench = new Bench().With(new Fidelity.Measured("coverage", doneAt, partialAt)).Lead(Bench.Steady, Bench.Around(10))
            .Series(Bench.Metric("coverage", better), [], [mean, mean, mean, mean]);
        Assert.Equal(level, bench.Conclude().Fidelity);
    }

    [Fact]
    public void Fidelity_needs_four_slots_and_its_metric()
    {
        Assert.Equal(FidelityLevel.Unknown, new Bench().With(new Fidelity.Measured("coverage", 0.7, 0.5)).Lead(Bench.Steady, Bench.Around(10))
            .Series(Bench.Metric("coverage", Better.Higher), [], [0.9, 0.9, null, 0.9]).Conclude().Fidelity);
        Assert.Equal(FidelityLevel.Unknown, new Bench().With(new Fidelity.Measured("coverage", 0.7, 0.5)).Lead(Bench.Steady, Bench.Around(10)).Conclude().Fidelity);
        Assert.Equal(FidelityLevel.Unknown, new Bench().With().Lead(Bench.Steady, Bench.Around(10)).Conclude().Fidelity);
        Assert.Equal(FidelityLevel.Unknown, new Bench().With((Fidelity?)null).Lead(Bench.Steady, Bench.Around(10)).Conclude().Fidelity);
    }

    [Fact]
    public void Fidelity_is_the_mean_of_the_check_window_not_of_the_late_one() =>
        Assert.Equal(FidelityLevel.Partial, new Bench().With(new Fidelity.Measured("coverage", 0.7, 0.5)).Lead(Bench.Steady, Bench.Around(10))
            .Series(Bench.Metric("coverage", Better.Higher), [0.1, 0.1], [0.3, 0.9, 0.3, 0.9])
            .Series(Bench.Metric("coverage", Better.Higher), [0.1, 0.1], [0.9, 0.9, 0.9, 0.9], "late").Conclude().Fidelity);

    [Theory]
    [InlineData(FidelityLevel.AsPlanned, FidelityLevel.Partial, FidelityLevel.Partial)]
    [InlineData(FidelityLevel.Unknown, FidelityLevel.Partial, FidelityLevel.Unknown)]
    [InlineData(FidelityLevel.Unknown, FidelityLevel.NotDone, FidelityLevel.NotDone)]
    [InlineData(FidelityLevel.AsPlanned, FidelityLevel.AsPlanned, FidelityLevel.AsPlanned)]
    public void A_cycle_takes_the_worst_of_its_countermeasures(FidelityLevel one, FidelityLevel two, FidelityLevel worst) =>
        Assert.Equal(worst, new Bench().With(new Fidelity.Declared(one, null), new Fidelity.Declared(two, "seen")).Lead(Bench.Steady, Bench.Around(10)).Conclude().Fidelity);

    [Theory]
    [InlineData(10, FidelityLevel.AsPlanned, "theory supported")]
    [InlineData(5, FidelityLevel.Partial, "theory supported")]
    [InlineData(20, FidelityLevel.AsPlanned, "theory refuted")]
    [InlineData(30, FidelityLevel.AsPlanned, "theory refuted")]
    [InlineData(14, FidelityLevel.AsPlanned, "theory refuted")]
    [InlineData(12.2, FidelityLevel.AsPlanned, "theory refuted")]
    [InlineData(14, FidelityLevel.Partial, "theory incomplete: less than predicted")]
    [InlineData(20, FidelityLevel.Partial, "theory untested in full, fix the Do")]
    [InlineData(20, FidelityLevel.NotDone, "theory untested, fix the Do")]
    [InlineData(30, FidelityLevel.NotDone, "theory untested, fix the Do")]
    [InlineData(10, FidelityLevel.NotDone, "luck or another cause")]
    [InlineData(10, FidelityLevel.Unknown, "unknown: say whether it was done")]
    public void What_was_learned_follows_fidelity_effect_and_interval(double mean, FidelityLevel done, string learned) =>
        Assert.Equal(learned, new Bench().Done(done).Lead(Bench.Steady, Bench.Around(mean), new Prediction(10, 8, 12, 0.8, null)).Conclude().Findings[0].Learned);

    [Fact]
    public void No_effect_seen_and_the_predicted_change_not_excluded_is_inconclusive() =>
        Assert.Equal("inconclusive", new Bench().Done(FidelityLevel.AsPlanned).Lead(Bench.Steady, Bench.Around(20), new Prediction(19.9, 19, 20, 0.8, null)).Conclude().Findings[0].Learned);

    [Fact]
    public void Nothing_is_learned_without_a_prediction_or_too_early()
    {
        var bench = new Bench().Done(FidelityLevel.AsPlanned).Lead(Bench.Steady, [10, 10]).Series(Bench.Metric("other"), Bench.Steady, Bench.Around(10));
        Assert.Equal([null, null], bench.Conclude().Findings.Select(f => f.Learned));
    }

    [Theory]
    [InlineData(22, Better.Higher, 22.0, null, 22, true)]
    [InlineData(21.9, Better.Higher, 22.0, null, 22, false)]
    [InlineData(22.1, Better.Lower, 22.0, null, 22, false)]
    [InlineData(21, Better.Lower, null, 1.0, 21, true)]
    [InlineData(21.1, Better.Lower, null, 1.0, 21, false)]
    [InlineData(19, Better.Higher, null, -1.0, 19, true)]
    [InlineData(18.9, Better.Higher, null, -1.0, 19, false)]
    [InlineData(21.1, null, null, 1.0, 21, false)]
    [InlineData(19.1, null, null, -1.0, 19, true)]
    [InlineData(26, null, 25.0, null, 25, false)]
    [InlineData(14, null, 15.0, null, 15, false)]
    public void A_guardrail_is_a_value_or_a_change_of_the_mean_before(double mean, Better? better, double? value, double? change, double bound, bool held)
    {
        var f = new Bench().Lead(Bench.Steady, Bench.Around(10)).Series(Bench.Metric("load", better) with { Guardrail = new Guardrail(value, change) }, Bench.Steady, [mean, mean, mean, mean]).Finding("load");
        Assert.Equal(new GuardrailFinding(bound, held), f.Guardrail);
    }

    [Fact]
    public void A_guardrail_is_not_judged_on_three_points()
    {
        var f = new Bench().Lead(Bench.Steady, Bench.Around(10)).Series(Bench.Metric("load") with { Guardrail = new Guardrail(25, null) }, Bench.Steady, [90, 90, null, 90]).Finding("load");
        Assert.Equal(new GuardrailFinding(25, null), f.Guardrail);
    }

    [Fact]
    public void A_change_from_nothing_is_no_guardrail() =>
        Assert.Null(new Bench().Lead(Bench.Steady, Bench.Around(10)).Series(Bench.Metric("load") with { Guardrail = new Guardrail(null, 1) }, [], Bench.Around(10)).Finding("load").Guardrail);

    [Theory]
    [InlineData(10.0, Better.Lower)]
    [InlineData(30.0, Better.Higher)]
    [InlineData(20.0, null)]
    public void The_direction_is_told_from_the_target_against_the_baseline(double to, Better? better)
    {
        var bench = new Bench().Lead(Bench.Steady, Bench.Around(10), better: null);
        bench.Cycle = bench.Cycle with { Plan = new Plan { Target = new Target("wait", null, to, null, null) } };
        var f = bench.Finding();
        Assert.Equal(better, f.Better);
        Assert.Equal(better is null, f.Effect == EffectWord.Unjudged);
    }

    [Fact]
    public void The_direction_of_another_metric_is_told_from_its_prediction() =>
        Assert.Equal(Better.Higher, new Bench().Lead(Bench.Steady, Bench.Around(10)).Series(Bench.Metric("other", null) with { Prediction = new Prediction(30, null, null, 0.8, null) }, Bench.Steady, Bench.Around(30)).Finding("other").Better);
}
