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
}
