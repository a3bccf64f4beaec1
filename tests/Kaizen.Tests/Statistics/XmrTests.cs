using Kaizen.Statistics;

namespace Kaizen.Tests.Statistics;

public class XmrTests
{
    [Theory]
    [InlineData("xmr_01_nist_flow")]
    [InlineData("xmr_02_nile_frozen_baseline")]
    [InlineData("xmr_06_missing_values")]
    public void Limits_and_signals_match_the_reference(string name)
    {
        var reference = Case.Load(name);
        var values = reference.Series();
        var baseline = reference.Input.TryGetProperty("baseline_last", out var last) ? values.AsSpan(0, last.GetInt32()) : values;
        var limits = Xmr.Limits(baseline)!.Value;

        reference.Matches(
            new
            {
                n = limits.Count,
                center = limits.Centre,
                mr_mean = limits.MeanMovingRange,
                sigma = limits.Sigma,
                lower = limits.Lower,
                upper = limits.Upper,
                mr_upper = limits.UpperMovingRange,
                n_mr = limits.MovingRanges,
                n_mr_screened = 0,
                n_slots = values.Length,
                n_missing = values.Length - Descriptive.Count(values),
                signals = Signals.Of(values, limits.Centre, limits.Lower, limits.Upper),
            },
            "wrong_if");
    }

    [Fact]
    public void A_flat_series_has_limits_on_its_value_and_no_signal()
    {
        var reference = Case.Load("edge_01_all_equal_tenth");
        var values = reference.Series();
        var limits = Xmr.Limits(values)!.Value;
        var run = RunChart.Analyse(values);
        var assurance = Assurances.Judge(limits, reference.Input.GetProperty("target").GetDouble(), BetterDirection.Up);

        Assert.True(limits.IsFlat);
        Assert.All(Rules.Apply(RuleSet.Nelson, values, limits), hit => Assert.Fail(hit.Rule));
        reference.Matches(
            new
            {
                center = limits.Centre,
                mr_mean = limits.MeanMovingRange,
                lower = limits.Lower,
                upper = limits.Upper,
                signals = RuleSet.Default.Rules.ToDictionary(
                    rule => rule.Name,
                    rule => Rules.Apply(RuleSet.Default, values, limits).Where(hit => hit.Rule == rule.Name).Select(hit => hit.Completing)),
                assurance = AssuranceTests.CaseWord(assurance),
                run_chart = RunChartTests.CaseForm(run),
            },
            "naive_mean_for_information");
    }

    [Fact]
    public void Huge_values_have_finite_and_right_limits()
    {
        var reference = Case.Load("edge_06_huge_1e300");
        var limits = Xmr.Limits(reference.Series())!.Value;
        reference.Matches(
            new { center = limits.Centre, mr_mean = limits.MeanMovingRange, lower = limits.Lower, upper = limits.Upper },
            "or");
    }

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { 5.0 })]
    [InlineData(new[] { double.NaN, double.NaN })]
    [InlineData(new[] { 5.0, double.NaN, 7.0 })]
    [InlineData(new[] { 1.7e308, -1.7e308 })]
    public void Without_a_moving_range_or_beyond_a_double_there_are_no_limits(double[] values) =>
        Assert.Null(Xmr.Limits(values));

    [Fact]
    public void Two_values_are_enough_for_numbers_and_too_few_for_a_chart()
    {
        var limits = Xmr.Limits([10, 12])!.Value;

        Assert.Equal(11, limits.Centre);
        Assert.Equal(2, limits.MeanMovingRange);
        Assert.Equal(11 + 5.32, limits.Upper, 1e-12);
        Assert.Equal(BaselineStrength.TooShort, limits.Strength);
    }

    [Theory]
    [InlineData(11, BaselineStrength.TooShort)]
    [InlineData(12, BaselineStrength.Trial)]
    [InlineData(19, BaselineStrength.Trial)]
    [InlineData(20, BaselineStrength.Firm)]
    public void Strength_counts_present_values(int count, BaselineStrength strength)
    {
        double[] values = [double.NaN, .. Enumerable.Range(0, count).Select(i => (double)(i % 3)), double.NaN];
        Assert.Equal(strength, Xmr.Limits(values)!.Value.Strength);
    }

    [Fact]
    public void Large_moving_ranges_are_counted_and_only_left_out_on_request()
    {
        // Twenty steps of 1 and two of 50: the mean range is 120/22, its limit 17.8.
        double[] values = [.. Enumerable.Range(0, 11).Select(i => (double)(i % 2)), 50, .. Enumerable.Range(0, 11).Select(i => (double)(i % 2))];
        var limits = Xmr.Limits(values)!.Value;
        var without = Xmr.LimitsWithoutLargeRanges(values)!.Value;

        Assert.Equal(2, limits.LargeMovingRanges);
        Assert.Equal(22, limits.MovingRanges);
        Assert.Equal(120.0 / 22, limits.MeanMovingRange, 1e-12);
        Assert.Equal(20, without.MovingRanges);
        Assert.Equal(1, without.MeanMovingRange, 1e-12);
        Assert.Equal(limits.Centre, without.Centre);
        Assert.Equal(limits.Centre + 2.66, without.Upper, 1e-12);
    }

    [Fact]
    public void Subnormal_values_keep_their_limits()
    {
        var limits = Xmr.Limits([1e-310, 3e-310, 1e-310, 3e-310])!.Value;
        Assert.Equal(2e-310, limits.Centre, 1e-320);
        Assert.Equal(2e-310 + (2.66 * 2e-310), limits.Upper, 1e-320);
    }
}
