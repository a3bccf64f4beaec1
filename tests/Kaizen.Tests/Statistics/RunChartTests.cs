using System.Numerics;
using Kaizen.Statistics;

namespace Kaizen.Tests.Statistics;

public class RunChartTests
{
    [Theory]
    [InlineData("run_01_nile")]
    [InlineData("run_05_missing")]
    public void Runs_and_crossings_match_the_reference(string name)
    {
        var reference = Case.Load(name);
        reference.Matches(CaseForm(RunChart.Analyse(reference.Series())));
    }

    [Fact]
    public void Points_on_the_median_are_skipped_and_neither_end_a_run_nor_cross()
    {
        // Around 0: four above, two on it, four above, then five below.
        var result = RunChart.Analyse([1, 1, 1, 1, 0, -0.0, 1, 1, 1, 1, -1, -1, -1, -1, -1], 0);
        Assert.Equal((15, 13), (result.Observed, result.Useful));
        Assert.Equal((8, 1), (result.LongestRun, result.Crossings));
        Assert.Equal((7, 3), (result.LongestRunMax, result.CrossingsMin));
        Assert.True(result.Signal);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void Below_ten_useful_points_nothing_is_judged(int count, bool judged)
    {
        var result = RunChart.Analyse(Enumerable.Repeat(1.0, count).ToArray(), 0);
        Assert.Equal(judged, result.IsJudged);
        Assert.Equal(judged, result.Signal);
        Assert.Equal(judged ? count : null, result.LongestRun);
    }

    [Fact]
    public void No_values_have_no_median()
    {
        var result = RunChart.Analyse([double.NaN]);
        Assert.Null(result.Median);
        Assert.Equal((0, 0, false), (result.Observed, result.Useful, result.Signal));
        Assert.Throws<ArgumentOutOfRangeException>(() => RunChart.Analyse([1], double.NaN));
    }

    [Fact]
    public void Limits_agree_with_whole_number_arithmetic()
    {
        for (var useful = 10; useful <= 1200; useful++)
        {
            var result = RunChart.Analyse(Enumerable.Range(0, useful).Select(i => i % 2 == 0 ? 1.0 : -1.0).ToArray(), 0);
            Assert.Equal((int)Math.Round(Math.Log2(useful)) + 3, result.LongestRunMax);
            if (useful % 7 == 3)
                Assert.Equal(Quantile(useful - 1), result.CrossingsMin);
        }
    }

    [Fact]
    public void Thousands_of_points_are_in_range() => Assert.Equal(49_740, FairCoin.Quantile(100_000, 0.05));

    internal static object CaseForm(RunChartResult run) => new
    {
        median = run.Median,
        n_obs = run.Observed,
        n_useful = run.Useful,
        longest_run = run.LongestRun,
        crossings = run.Crossings,
        longest_run_max = run.LongestRunMax,
        crossings_min = run.CrossingsMin,
        signal = run.Signal,
    };

    /// <summary>The smallest k whose 20 · Σ C(n, i) reaches 2^n, in whole numbers.</summary>
    private static int Quantile(int trials)
    {
        BigInteger ways = 1, sum = 1;
        var k = 0;
        while (20 * sum < BigInteger.One << trials)
        {
            ways = ways * (trials - k) / ++k;
            sum += ways;
        }

        return k;
    }
}
