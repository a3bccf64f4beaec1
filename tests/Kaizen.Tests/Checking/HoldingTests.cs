using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Tests.Checking;

/// <summary>SDCA: the new points against the frozen limits of the standard, 20 ± 5.32.</summary>
public class HoldingTests
{
    private static Bench Standard(double?[] before, double?[] after, Better? better = Better.Lower)
    {
        var bench = new Bench().Lead(before, after, better: better);
        bench.Cycle = bench.Cycle with { Kind = CycleKind.Sdca, Plan = new Plan() };
        return bench;
    }

    [Fact]
    public void Without_a_new_slot_it_waits() =>
        Assert.Equal((Recommendation.Wait, "No week since the standard started counts yet."), Standard(Bench.Steady, []).Decide());

    [Fact]
    public void A_new_slot_without_a_value_is_no_point_to_judge() =>
        Assert.Equal((Recommendation.Wait, "No week since the standard started counts yet."), Standard(Bench.Steady, new double?[9]).Decide());

    [Fact]
    public void Below_12_points_there_are_no_limits() =>
        Assert.Equal((Recommendation.Wait, "The standard rests on 11 weeks; limits need 12."), Standard(Bench.Steady[..11], Bench.Around(30)).Decide());

    [Fact]
    public void One_point_beyond_a_limit_on_the_bad_side_asks_for_a_look()
    {
        // 25.33 lies beyond 25.32 and needs no further points; the window is still open.
        var bench = Standard(Bench.Steady, [20, 25.33]);
        bench.AsOf = new DateOnly(2026, 4, 13);
        Assert.Equal((Recommendation.Correct, "wait gave its first alarm in 2026-W15 (beyond_limits). Somebody should look."), bench.Decide());
        Assert.Equal(EffectWord.TooEarly, bench.Finding().Effect);
    }

    [Fact]
    public void A_point_within_the_limits_is_no_alarm() =>
        Assert.Equal((Recommendation.Hold, "wait stays within the standard's limits over 2 weeks."), Standard(Bench.Steady, [20, 25.31]).Decide());

    [Fact]
    public void A_shift_on_the_good_side_is_held_and_studied() =>
        Assert.Equal((Recommendation.Hold, "wait shows shift8 on the good side since 2026-W14: hold it, and study why."),
            Standard(Bench.Steady, [19, 19, 19, 19, 19, 19, 19, 19]).Decide());

    [Fact]
    public void A_shift_on_the_bad_side_is_an_alarm_with_its_first_member() =>
        Assert.Equal((Recommendation.Correct, "wait gave its first alarm in 2026-W22 (shift8). shift8 reaches back to 2026-W15. Somebody should look."),
            Standard(Bench.Steady, [20, 21, 21, 21, 21, 21, 21, 21, 21]).Decide());

    [Fact]
    public void With_higher_better_the_low_side_is_bad() =>
        Assert.Equal(Recommendation.Correct, Standard(Bench.Steady, [10], Better.Higher).Decide().Recommendation);

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    public void Without_a_direction_both_sides_are_alarms(double value) =>
        Assert.Equal(Recommendation.Correct, Standard(Bench.Steady, [value], null).Decide().Recommendation);

    [Fact]
    public void Both_sides_at_once_is_an_alarm() =>
        Assert.Equal(Recommendation.Correct, Standard(Bench.Steady, [10, 30]).Decide().Recommendation);

    [Fact]
    public void A_standard_has_no_theory_to_learn_about_and_no_target_to_meet()
    {
        var bench = Standard(Bench.Steady, Bench.Around(10));
        bench.Cycle = bench.Cycle with { Plan = new Plan { Target = new Target("wait", null, 10, null, null) } };
        var evidence = bench.Conclude();
        Assert.Equal((FidelityLevel.Unknown, null, null), (evidence.Fidelity, evidence.Findings[0].Learned, evidence.Findings[0].VsPrediction));
    }

    /// <summary>The standard under <c>rules: anhoej</c>: median 20, and no point is flagged.</summary>
    private static Bench ByRunChart(double?[] after, Better? better = Better.Lower)
    {
        var bench = Standard(Bench.Steady, after, better);
        bench.Cycle = bench.Cycle with { Rules = "anhoej" };
        return bench;
    }

    [Fact]
    public void A_long_run_on_the_bad_side_is_an_alarm_of_the_run_chart()
    {
        // Ten points: a run may have round(log2 10) + 3 = 6.
        var bench = ByRunChart([19, 21, 19, 21, 21, 21, 21, 21, 21, 21]);
        Assert.Equal((Recommendation.Correct, "The run chart of wait gave an alarm: 7 in a row above the median since 2026-W17. Somebody should look."), bench.Decide());
        Assert.Empty(bench.Finding().Signals);
        Assert.Equal(new RunChartAlarm(true, "2026-W17", "7 in a row above the median"), RunChartAlarm.Of(bench.Finding()));
    }

    [Fact]
    public void A_long_run_on_the_good_side_is_held_and_studied() =>
        Assert.Equal((Recommendation.Hold, "wait shows 10 in a row below the median on the good side since 2026-W14: hold it, and study why."),
            ByRunChart([19, 19, 19, 19, 19, 19, 19, 19, 19, 19]).Decide());

    [Fact]
    public void Too_few_crossings_are_an_alarm_on_the_side_of_most_points() =>
        // Runs of five and six: each run is allowed, one crossing is too few.
        Assert.Equal((Recommendation.Correct, "The run chart of wait gave an alarm: only 1 crossing of the median since 2026-W14. Somebody should look."),
            ByRunChart([19, 19, 19, 19, 19, 21, 21, 21, 21, 21, 21]).Decide());

    [Fact]
    public void A_run_chart_without_a_signal_holds() =>
        Assert.Equal((Recommendation.Hold, "The run chart of wait shows no signal in 10 weeks."), ByRunChart(Bench.Around(20, 10)).Decide());

    [Fact]
    public void A_run_chart_of_few_points_says_so()
    {
        // The first would be beyond a limit: that is no rule of the run chart.
        Assert.Equal((Recommendation.Hold, "2 weeks of wait off the median since the standard began; a run chart needs 10 to alarm."), ByRunChart([30, 20, 21]).Decide());
        Assert.Null(RunChartAlarm.Of(ByRunChart([30, 20, 21]).Finding()));
    }

    [Fact]
    public void Other_rules_never_ask_the_run_chart() =>
        Assert.Null(RunChartAlarm.Of(Standard(Bench.Steady, [19, 19, 19, 19, 19, 19, 19, 19, 19, 19]).Finding()));
}
