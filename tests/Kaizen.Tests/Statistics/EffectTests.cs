using Kaizen.Statistics;

namespace Kaizen.Tests.Statistics;

public class EffectTests
{
    private const double Gap = double.NaN;

    [Fact]
    public void Intervals_match_the_reference()
    {
        var reference = Case.Load("effect_01_autocorrelation_adjusted_welch");
        reference.Matches(new
        {
            sets = reference.Input.GetProperty("sets").EnumerateArray().Select(set =>
            {
                var effect = Effects.Between(Case.Series(set.GetProperty("before")), Case.Series(set.GetProperty("after")))!.Value;
                return new
                {
                    name = set.GetProperty("name").GetString(),
                    diff = effect.Difference,
                    r_raw = effect.AutocorrelationRaw,
                    r_used = effect.AutocorrelationUsed,
                    inflation = effect.Inflation,
                    se = effect.StandardError,
                    df = effect.DegreesOfFreedom,
                    lower = effect.Lower,
                    upper = effect.Upper,
                    welch_df = effect.WelchDegreesOfFreedom,
                    welch_se = effect.WelchStandardError,
                };
            }),
        });
    }

    [Fact]
    public void A_pair_across_a_missing_slot_does_not_count()
    {
        // Deviations before −1, 1, −1, 1 and after −2, 2: one pair left before, one after; 4 + 8 squares.
        var effect = Effects.Between([1, 3, Gap, 1, Gap, 3], [8, Gap, 12])!.Value;
        Assert.Equal(-1.0 / 12, effect.AutocorrelationRaw!.Value, 1e-15);
        Assert.Equal((4, 2), (effect.CountBefore, effect.CountAfter));
        Assert.Equal((2.0, 10.0, 8.0), (effect.MeanBefore, effect.MeanAfter, effect.Difference));
    }

    [Theory]
    [InlineData(new[] { 1.0 }, new[] { 1.0, 2, 3 })]
    [InlineData(new[] { 1.0, 2, 3 }, new[] { 1.0, Gap })]
    [InlineData(new double[0], new double[0])]
    [InlineData(new[] { 1.7e308, 1.6e308 }, new[] { -1.7e308, -1.6e308 })]
    public void Too_little_data_or_a_result_beyond_a_double_has_no_interval(double[] before, double[] after)
    {
        Assert.Null(Effects.Between(before, after));
        Assert.Null(Welch.Compare(before, after));
    }

    [Fact]
    public void Two_flat_phases_have_a_point_for_an_interval()
    {
        var effect = Effects.Between([0.1, 0.1, 0.1], [0.3, 0.3])!.Value;
        Assert.Equal((0.3 - 0.1, 0.3 - 0.1, 0.3 - 0.1), (effect.Difference, effect.Lower, effect.Upper));
        Assert.Equal((null, null, 0.0, 1.0), (effect.DegreesOfFreedom, effect.AutocorrelationRaw, effect.AutocorrelationUsed, effect.Inflation));
        Assert.True(effect.ExcludesZero);
        Assert.False(Effects.Between([5, 5], [5, 5, 5])!.Value.ExcludesZero);
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-200)]
    [InlineData(1e-300)]
    public void The_interval_moves_with_the_unit(double unit)
    {
        double[] before = [50, 53, 48, 51, 54, 47, 52, 49], after = [54, 53, 55, 52, 54, 53, 56, 52];
        var plain = Effects.Between(before, after)!.Value;
        var scaled = Effects.Between([.. before.Select(v => v * unit)], [.. after.Select(v => v * unit)])!.Value;

        Assert.Equal(plain.Lower, scaled.Lower / unit, 1e-9);
        Assert.Equal(plain.Upper, scaled.Upper / unit, 1e-9);
        Assert.Equal(plain.DegreesOfFreedom!.Value, scaled.DegreesOfFreedom!.Value, 1e-9);
    }

    [Fact]
    public void Degrees_of_freedom_stay_at_two_and_autocorrelation_below_nine_tenths()
    {
        var effect = Effects.Between([1, 2, 3, 4, 5, 6], [11, 12, 13, 14, 15, 16])!.Value;
        Assert.Equal(0.9, effect.AutocorrelationUsed);
        Assert.Equal(19, effect.Inflation, 1e-12);
        Assert.Equal(2, effect.DegreesOfFreedom);
        Assert.Equal(4.3026527297494639 * effect.StandardError, effect.Upper - effect.Difference, 1e-11);
    }

    [Fact]
    public void Difference_in_differences_matches_the_reference()
    {
        var reference = Case.Load("did_01_cell_means");
        double Input(string key) => reference.Input.GetProperty(key).GetDouble();
        reference.Matches(new
        {
            did = DifferenceInDifferences.Of(
                Input("treated_before"), Input("treated_after"), Input("comparison_before"), Input("comparison_after")),
        });
        Assert.Null(DifferenceInDifferences.Of(1, Gap, 1, 1));
        Assert.Null(DifferenceInDifferences.Of(-1.7e308, 1.7e308, 0, 0));
    }
}
