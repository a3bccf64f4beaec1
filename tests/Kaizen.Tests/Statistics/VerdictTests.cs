using System.Text.Json;
using Kaizen.Statistics;

namespace Kaizen.Tests.Statistics;

public class VerdictTests
{
    private static readonly double[] Quiet = [50, 53, 48, 51, 54, 47, 52, 49, 50, 55, 46, 51, 53, 49];
    private static readonly double[] Higher = [54, 53, 55, 52, 54, 53, 56, 52];

    [Fact]
    public void Words_match_the_reference()
    {
        var reference = Case.Load("verdict_01_three_words");
        reference.Matches(new { sets = reference.Input.GetProperty("sets").EnumerateArray().Select(CaseForm) });
    }

    [Theory]
    [InlineData(3, Verdict.NotEnoughData)]
    [InlineData(4, Verdict.Signal)]
    public void A_signal_needs_four_points(int after, Verdict verdict) =>
        Assert.Equal(verdict, Verdicts.Judge(Quiet, new[] { 75.0, 74, 76, 73 }.AsSpan(0, after)).Verdict);

    [Theory]
    [InlineData(4, Verdict.NotEnoughData)]
    [InlineData(7, Verdict.NotEnoughData)]
    [InlineData(8, Verdict.NoSignalYet)]
    public void No_signal_needs_eight_points(int after, Verdict verdict) =>
        Assert.Equal(verdict, Verdicts.Judge(Quiet, Quiet.AsSpan(0, after)).Verdict);

    [Fact]
    public void Missing_slots_do_not_count_and_hits_keep_their_slots()
    {
        double[] after = [double.NaN, 54, 53, 55, double.NaN, 52, 54, 53, 56, 52];
        var result = Verdicts.Judge(Quiet, after);
        Assert.Equal((Verdict.Signal, 1, 14, 8), (result.Verdict, result.Direction, result.CountBefore, result.CountAfter));
        var hit = Assert.Single(result.Hits);
        Assert.Equal(9, hit.Completing);
        Assert.Equal([1, 2, 3, 5, 6, 7, 8, 9], hit.Members);
    }

    [Fact]
    public void The_rules_start_fresh_after_the_change()
    {
        // Five high points end the baseline and seven follow: twelve in a row, but only seven after.
        double[] before = [.. Quiet, 54, 53, 55, 54, 53];
        Assert.DoesNotContain(Verdicts.Judge(before, Higher.AsSpan(0, 7)).Hits, hit => hit.Rule == "shift8");
    }

    [Fact]
    public void A_comparison_decides_in_place_of_the_plain_effect()
    {
        var plain = Verdicts.Judge(Quiet, Higher);
        double[] comparisonAfter = [3, 3.5, 4, 2, 3, 4, 2.5, 3];
        var shared = Effects.Between(new double[14], [.. Higher.Select((v, i) => v - 51 - comparisonAfter[i])]);
        var result = Verdicts.JudgeAgainst(Quiet, Higher, shared);

        Assert.Equal(Verdict.Signal, plain.Verdict);
        Assert.Equal(Verdict.NoSignalYet, result.Verdict);
        Assert.Equal(plain.Effect, result.Effect);
        Assert.Equal(shared, result.DecidingEffect);
        Assert.Equal(plain.Limits, result.Limits);
        Assert.True(result.RuleFired);
        Assert.Equal(Verdict.NotEnoughData, Verdicts.JudgeAgainst(Quiet, Higher, null).Verdict);
    }

    [Fact]
    public void Another_rule_set_is_used_when_it_is_named()
    {
        var seven = Higher.AsSpan(0, 7);
        Assert.Equal(Verdict.NotEnoughData, Verdicts.Judge(Quiet, seven).Verdict);
        Assert.Equal(Verdict.Signal, Verdicts.Judge(Quiet, seven, RuleSet.Nhs).Verdict);
        Assert.Equal(RuleSet.Nhs, Verdicts.Judge(Quiet, seven, RuleSet.Nhs).Rules);
    }

    [Fact]
    public void The_run_chart_judges_the_points_after_around_the_median_before()
    {
        double[] after = [.. Higher, .. Higher];
        var result = Verdicts.Judge(Quiet, after, RuleSet.Anhoej);
        Assert.Equal((50.5, 16, true), (result.RunChart!.Median, result.RunChart.LongestRun, result.RunChart.Signal));
        Assert.Empty(result.Hits);
        Assert.Equal(Verdict.Signal, result.Verdict);
        Assert.Equal(Verdict.NoSignalYet, Verdicts.Judge(Quiet, Quiet, RuleSet.Anhoej).Verdict);
        Assert.Null(Verdicts.Judge(Quiet, after).RunChart);
    }

    [Fact]
    public void Huge_values_are_judged_like_any_other()
    {
        var result = Verdicts.Judge([.. Quiet.Select(v => v * 1e300)], [.. Higher.Select(v => v * 1e300)]);
        Assert.Equal((Verdict.Signal, 1), (result.Verdict, result.Direction));
    }

    [Fact]
    public void Nothing_at_all_is_not_enough_data()
    {
        var result = Verdicts.Judge([], []);
        Assert.Equal((Verdict.NotEnoughData, 0, 0, 0), (result.Verdict, result.Direction, result.CountBefore, result.CountAfter));
        Assert.Null(result.Limits);
        Assert.Null(result.Effect);
        Assert.Empty(result.Hits);
    }

    private static object CaseForm(JsonElement set)
    {
        var result = Verdicts.Judge(Case.Series(set.GetProperty("before")), Case.Series(set.GetProperty("after")));
        return new
        {
            name = set.GetProperty("name").GetString(),
            n_before = result.CountBefore,
            n_after = result.CountAfter,
            rules_fired = result.Hits.Select(hit => hit.Rule).Distinct().Order(),
            effect = result.Effect is { } effect
                ? new { diff = effect.Difference, lower = effect.Lower, upper = effect.Upper, r_used = effect.AutocorrelationUsed, df = effect.DegreesOfFreedom }
                : null,
            verdict = result.Verdict switch
            {
                Verdict.NotEnoughData => "not enough data",
                Verdict.NoSignalYet => "no signal yet",
                _ => "signal",
            },
            direction = Direction(result.Direction, AssuranceTests.Direction(set.GetProperty("direction").GetString()!)),
        };
    }

    private static string Direction(int sign, BetterDirection better) => better switch
    {
        BetterDirection.None => "unjudged",
        BetterDirection.Up => sign > 0 ? "improvement" : "deterioration",
        _ => sign < 0 ? "improvement" : "deterioration",
    };
}
