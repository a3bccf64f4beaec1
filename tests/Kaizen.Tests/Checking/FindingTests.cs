using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;
using Kaizen.Statistics;

namespace Kaizen.Tests.Checking;

public class FindingTests
{
    [Theory]
    [InlineData(10, 4, Better.Lower, EffectWord.Improved)]
    [InlineData(10, 4, Better.Higher, EffectWord.Worsened)]
    [InlineData(30, 4, Better.Lower, EffectWord.Worsened)]
    [InlineData(30, 4, Better.Higher, EffectWord.Improved)]
    [InlineData(10, 3, Better.Lower, EffectWord.TooEarly)]
    [InlineData(20, 8, Better.Lower, EffectWord.NoDetectableChange)]
    [InlineData(20, 7, Better.Lower, EffectWord.TooEarly)]
    public void The_word_follows_verdict_and_direction(double mean, int count, Better better, EffectWord word) =>
        Assert.Equal(word, new Bench().Lead(Bench.Steady, Bench.Around(mean, count), better: better).Finding().Effect);

    [Fact]
    public void No_signal_before_the_window_is_complete_is_too_early() =>
        Assert.Equal((EffectWord.TooEarly, Verdict.NoSignalYet, false), Words(new Bench { AsOf = new DateOnly(2026, 5, 31) }));

    [Fact]
    public void No_signal_before_the_rows_are_mature_is_too_early()
    {
        var bench = new Bench();
        bench.Series(Bench.Metric() with { Maturity = new CalendarSpan(1, 'd') }, Bench.Steady, Bench.Around(20));
        var f = bench.Finding();
        Assert.Equal((EffectWord.TooEarly, false, "1d"), (f.Effect, f.Complete, f.Windows.Maturity));
        bench.AsOf = new DateOnly(2026, 6, 2);
        Assert.Equal(EffectWord.NoDetectableChange, bench.Finding().Effect);
    }

    [Fact]
    public void Without_a_check_date_no_window_is_complete()
    {
        var bench = new Bench { AsOf = new DateOnly(2027, 1, 1) };
        bench.Cycle = bench.Cycle with { Check = new CheckPlan() };
        Assert.Equal((EffectWord.TooEarly, Verdict.NoSignalYet, false), Words(bench));
    }

    [Fact]
    public void The_window_can_be_complete_on_the_check_date_itself() =>
        Assert.Equal((EffectWord.NoDetectableChange, Verdict.NoSignalYet, true), Words(new Bench()));

    [Fact]
    public void Means_medians_limits_and_interval_are_those_computed_by_hand()
    {
        // Before: mean 20, mean moving range 2. After 9, 11, 9, 11: mean 10. Hodges-Lehmann: median of differences -12, -10, -8.
        var f = new Bench().Lead(Bench.Steady, [9, 11, 9, 11]).Finding();
        Assert.Equal((20d, 10d, -10d, 20d, 10d), (f.Before, f.After, f.Difference, f.MedianBefore, f.MedianAfter));
        Assert.Equal((12, 4, 60L, 20L), (f.NBefore, f.NAfter, f.RowsBefore, f.RowsAfter));
        Assert.Equal(-10, f.HodgesLehmann);
        Assert.Equal("trial", f.Limits!.Kind);
        Assert.Equal(20 - (2.66 * 2), f.Limits.Lower, 1e-9);
        Assert.Equal(20 + (2.66 * 2), f.Limits.Upper, 1e-9);
        // Alternating values have a negative autocorrelation, so plain Welch: se = sqrt(s1²/12 + s2²/4) with s1² = 12/11, s2² = 4/3.
        var a = 12.0 / 11 / 12;
        var b = 4.0 / 3 / 4;
        var df = (a + b) * (a + b) / ((a * a / 11) + (b * b / 3));
        Assert.InRange(df, 4.5, 5.0);
        // The 97.5 % quantile of t lies between those of 5 and 4 degrees: 2.571 and 2.776.
        Assert.InRange((f.Interval!.Value.High + 10) / Math.Sqrt(a + b), 2.571, 2.776);
        Assert.Equal(-20, f.Interval.Value.High + f.Interval.Value.Low, 1e-9);
    }

    [Theory]
    [InlineData(19, "trial")]
    [InlineData(20, "firm")]
    public void Limits_are_firm_from_20_points(int count, string kind) =>
        Assert.Equal(kind, new Bench().Lead(Bench.Around(20, count), Bench.Around(10)).Finding().Limits!.Kind);

    [Fact]
    public void Signals_name_the_completing_period_and_the_members_past_missing_slots()
    {
        // Nine slots after, the third missing: the eight others lie below 20; the sheet names them by week.
        var f = new Bench().Lead(Bench.Steady, [19, 19, null, 19, 19, 19, 19, 19, 19]).Finding();
        var shift = Assert.Single(f.Signals);
        Assert.Equal(("shift8", "2026-W22"), (shift.Rule, shift.Period));
        Assert.Equal(["2026-W14", "2026-W15", "2026-W17", "2026-W18", "2026-W19", "2026-W20", "2026-W21", "2026-W22"], shift.Members);
        Assert.Equal(8, f.NAfter);
    }

    [Fact]
    public void Immature_slots_are_counted_apart()
    {
        var f = new Bench().Lead(Bench.Steady, Bench.Around(10, 6), immature: 2).Finding();
        Assert.Equal((4, 2), (f.NAfter, f.NImmature));
        Assert.Contains("2 weeks are too young to count.", f.Claim, StringComparison.Ordinal);
    }

    [Fact]
    public void The_late_window_is_a_second_finding_with_its_own_end()
    {
        var bench = new Bench { AsOf = new DateOnly(2026, 8, 1) }.Done(FidelityLevel.AsPlanned);
        bench.Cycle = bench.Cycle with { Check = bench.Cycle.Check with { Late = new DateOnly(2026, 9, 7) } };
        var evidence = bench.Lead(Bench.Steady, Bench.Around(10)).Series(Bench.Metric(), Bench.Steady, Bench.Around(20, 15), "late").Conclude();
        Assert.Equal(["check", "late"], evidence.Findings.Select(f => f.Window));
        Assert.Equal((true, EffectWord.Improved), (evidence.Findings[0].Complete, evidence.Findings[0].Effect));
        Assert.Equal((false, EffectWord.TooEarly, new DateOnly(2026, 9, 7)), (evidence.Findings[1].Complete, evidence.Findings[1].Effect, evidence.Findings[1].Windows.CheckDate));
        Assert.Equal(Recommendation.Adopt, evidence.Recommendation);
    }

    [Fact]
    public void The_effect_rests_on_the_comparison_where_one_is_declared()
    {
        // The treated fell by 10 and so did the others: nothing beyond their change, although a signal by itself.
        var metric = Bench.Metric() with { Compare = new Core.Metrics.Comparison("south", null!) };
        double?[] wobble = [0, 1, 0, -1, 0, 2, 0, -2, 0, 1, 0, -1];
        double?[] group = [.. Bench.Steady.Zip(wobble, (a, b) => a + b)];
        var shared = new Bench().Against(metric, (Bench.Steady, group), (Bench.Around(10), [10, 10, 8, 12, 9, 11, 8, 12])).Finding();
        Assert.Equal((Verdict.Signal, Verdict.NoSignalYet, EffectWord.NoDetectableChange), (shared.Verdict, shared.Comparison!.Verdict, shared.Effect));
        Assert.Equal(-10, shared.Difference);
        // Difference of differences: own fell by 10, the group from 20 to 10.
        Assert.Equal(0, shared.Comparison!.Difference!.Value, 1e-9);
        Assert.Equal((20d, 10d), (shared.Comparison.Before, shared.Comparison.After));
        Assert.Equal("before and after with a comparison group", shared.Design);
        Assert.StartsWith("Before and after against south: 12 weeks before, 8 after.", shared.Claim, StringComparison.Ordinal);
        Assert.Contains("Beyond the change of south: 0 h,", shared.Claim, StringComparison.Ordinal);

        var alone = new Bench().Against(metric, (Bench.Steady, group), (Bench.Around(10), [20, 20, 18, 22, 19, 21, 18, 22])).Finding();
        Assert.Equal((EffectWord.Improved, -10d), (alone.Effect, Math.Round(alone.Comparison!.Difference!.Value, 9)));
    }

    [Fact]
    public void One_point_on_a_side_gives_a_difference_of_differences_without_an_interval()
    {
        var metric = Bench.Metric() with { Compare = new Core.Metrics.Comparison("s", null!) };
        double?[] own = [.. Enumerable.Range(0, 19).Select(i => (double?)(10 + (i % 3)))];
        double?[] group = [.. Enumerable.Range(0, 19).Select(i => (double?)(i % 2 == 0 ? 11 : 12))];
        var f = new Bench().Against(metric, (own, group), ([11], [12])).Finding();
        // Own: 208 / 19 before, 11 after; the group: 218 / 19 before, 12 after; so 1 / 19 - 10 / 19.
        Assert.Equal(1 / 19d, f.Difference!.Value, 1e-12);
        Assert.Equal(-9 / 19d, f.Comparison!.Difference!.Value, 1e-12);
        Assert.Equal((null, null, Verdict.NotEnoughData), (f.Interval, f.Comparison.Interval, f.Comparison.Verdict));
        Assert.Contains("s has too few points to compare.", f.Claim, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_without_values_gives_no_verdict()
    {
        var metric = Bench.Metric() with { Compare = new Core.Metrics.Comparison("south", null!) };
        var f = new Bench().Against(metric, (Bench.Steady, new double?[12]), (Bench.Around(10), new double?[8])).Finding();
        Assert.Equal((Verdict.NotEnoughData, EffectWord.TooEarly), (f.Comparison!.Verdict, f.Effect));
        Assert.Contains("south has too few points to compare.", f.Claim, StringComparison.Ordinal);
    }

    [Fact]
    public void The_predicted_change_is_held_against_the_interval_of_the_comparison()
    {
        // Alone the change of -10 as predicted; beside the group, which fell as much, it is excluded.
        var metric = Bench.Metric() with { Compare = new Core.Metrics.Comparison("south", null!), Prediction = new Prediction(10, 8, 12, 0.8, null) };
        double?[] group = [.. Bench.Steady.Select((v, i) => v + (i % 3) - 1)];
        var decision = new Bench().Done(FidelityLevel.AsPlanned).Against(metric, (Bench.Steady, group), (Bench.Around(10), [9, 11, 10, 10, 9, 10, 11, 10])).Decide();
        Assert.Equal(Recommendation.Abandon, decision.Recommendation);
        Assert.Contains("lies outside the interval", decision.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void The_run_chart_decides_where_its_rules_are_named_and_the_claim_says_so()
    {
        var bench = new Bench().Lead(Bench.Steady, Bench.Around(10, 10));
        bench.Cycle = bench.Cycle with { Rules = "anhoej" };
        var f = bench.Finding();
        Assert.Equal((Verdict.Signal, EffectWord.Improved), (f.Verdict, f.Effect));
        // n = 10: run 10 > round(log2 10) + 3 = 6; crossings 0 < the 5 % quantile of Bin(9, ½), 2.
        Assert.Contains("Rules anhoej: the run chart signals, longest run 10 (at most 6), crossings 0 (at least 2). Verdict: signal; improved.", f.Claim, StringComparison.Ordinal);
    }

    private static (EffectWord, Verdict, bool) Words(Bench bench)
    {
        var f = bench.Lead(Bench.Steady, Bench.Around(20)).Finding();
        return (f.Effect, f.Verdict, f.Complete);
    }
}
