using Kaizen.Statistics;

namespace Kaizen.Tests.Statistics;

public class TwoSampleTests
{
    private const double Gap = double.NaN;

    [Fact]
    public void Comparisons_match_the_reference()
    {
        var reference = Case.Load("two_01_no_ties");
        var (before, after) = (reference.Series("before"), reference.Series("after"));
        var ranks = MannWhitney.Compare(before, after)!.Value;
        var welch = Welch.Compare(before, after)!.Value;
        reference.Matches(new
        {
            u_after = ranks.UAfter,
            u_before = ranks.UBefore,
            p_asymptotic_continuity = ranks.PAsymptotic,
            prob_superiority = ranks.ProbabilityOfSuperiority,
            hodges_lehmann = HodgesLehmann.Shift(before, after)!.Value.Shift,
            p_exact = ranks.PExact,
            mean_before = Descriptive.Mean(before),
            mean_after = Descriptive.Mean(after),
            median_before = Descriptive.Median(before),
            median_after = Descriptive.Median(after),
            diff_means = welch.Difference,
            welch_df = welch.DegreesOfFreedom,
            welch_t = welch.Statistic,
            welch_p = welch.PValue,
            welch_lower = welch.Lower,
            welch_upper = welch.Upper,
            diff_medians = Descriptive.Median(after) - Descriptive.Median(before),
        });
    }

    [Fact]
    public void Exact_ranks_agree_with_counting_every_arrangement()
    {
        // 3 + 4 values: the U of each of the 35 arrangements by brute force.
        var all = Enumerable.Range(0, 1 << 7).Where(set => int.PopCount(set) == 4)
            .Select(set => Enumerable.Range(0, 7).Where(i => (set >> i & 1) == 1).Sum(i => i + 1) - 10).ToList();
        foreach (var set in Enumerable.Range(0, 1 << 7).Where(set => int.PopCount(set) == 4))
        {
            double[] after = [.. Enumerable.Range(0, 7).Where(i => (set >> i & 1) == 1)];
            double[] before = [.. Enumerable.Range(0, 7).Where(i => (set >> i & 1) == 0)];
            var result = MannWhitney.Compare(before, after)!.Value;
            var least = Math.Min(result.UAfter, result.UBefore);
            Assert.Equal(Math.Min(1, 2.0 * all.Count(u => u <= least) / 35), result.PExact!.Value, 1e-14);
        }
    }

    [Fact]
    public void The_largest_exact_samples_are_symmetric_and_close_to_the_approximation()
    {
        double[] odd = [.. Enumerable.Range(0, 49).Select(i => (2 * i) + 1.0)], even = [.. Enumerable.Range(0, 49).Select(i => (2 * i) + 12.0)];
        var forward = MannWhitney.Compare(odd, even)!.Value;
        var backward = MannWhitney.Compare(even, odd)!.Value;
        Assert.Equal(forward.PExact, backward.PExact);
        Assert.Equal(forward.PAsymptotic, forward.PExact!.Value, 0.002);
        // One arrangement each way lies at the end: 2 ÷ C(98, 49).
        var apart = MannWhitney.Compare(odd, [.. odd.Select(v => v + 1000)])!.Value;
        Assert.Equal(2 / 2.547761225898085e28, apart.PExact!.Value, 1e-41);
    }

    [Fact]
    public void Ties_share_their_ranks_and_leave_no_exact_value()
    {
        // Pairs: 1 below 2, 1 below 3, 2 = 2, 2 below 3; variance 2·2/12·(5 − 6/12).
        var result = MannWhitney.Compare([1, 2, Gap], [2, 3])!.Value;
        Assert.Equal((3.5, 0.5), (result.UAfter, result.UBefore));
        Assert.Null(result.PExact);
        Assert.Equal(2 * Normal.UpperTail(1 / Math.Sqrt(1.5)), result.PAsymptotic, 1e-14);
        Assert.Equal(result.PAsymptotic, result.PValue);
    }

    [Fact]
    public void Rounding_errors_tie()
    {
        Assert.Equal(0.5, MannWhitney.Compare([0.1 + 0.2], [0.3])!.Value.ProbabilityOfSuperiority);
        Assert.Equal(1, MannWhitney.Compare([5, 5, 5], [5, 5])!.Value.PAsymptotic);
    }

    [Fact]
    public void Samples_without_a_value_are_not_compared()
    {
        Assert.Null(MannWhitney.Compare([Gap], [1]));
        Assert.Null(HodgesLehmann.Shift([1], []));
        Assert.Null(HodgesLehmann.Shift([-1.7e308], [1.7e308]));
        Assert.Equal(1, MannWhitney.Compare([1], [2])!.Value.PExact);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(26, 26)]
    [InlineData(61, 43)]
    [InlineData(150, 7)]
    public void The_shift_is_the_median_of_all_differences(int n1, int n2)
    {
        var random = new Random(n1 * 1000 + n2);
        double[] before = [Gap, .. Enumerable.Range(0, n1).Select(_ => Math.Round(random.NextDouble() * 20 - 10, 1))];
        double[] after = [.. Enumerable.Range(0, n2).Select(_ => Math.Round(random.NextDouble() * 20 - 8, 1)), Gap];
        var all = before.Skip(1).SelectMany(x => after.SkipLast(1).Select(y => y - x)).Order().ToList();
        var pairs = all.Count;
        var k = Math.Max(1, (int)Math.Floor(pairs / 2.0 - 1.959963984540054 * Math.Sqrt(pairs * (n1 + n2 + 1.0) / 12)));

        var result = HodgesLehmann.Shift(before, after)!.Value;

        Assert.Equal((all[(pairs - 1) / 2] + all[pairs / 2]) / 2, result.Shift);
        Assert.Equal((all[k - 1], all[pairs - k]), (result.Lower, result.Upper));
    }

    [Fact]
    public void Thousands_of_values_need_no_table_of_differences()
    {
        var before = Enumerable.Range(0, 5000).Select(i => (double)i).ToArray();
        var start = GC.GetAllocatedBytesForCurrentThread();
        var result = HodgesLehmann.Shift(before, [.. before.Select(v => v + 3)])!.Value;
        Assert.Equal(3, result.Shift);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - start, 0, 1_000_000);
    }

    [Fact]
    public void Flat_samples_have_a_difference_and_no_test()
    {
        var result = Welch.Compare([2, 2], [5, 5, 5])!.Value;
        Assert.Equal((3.0, 3.0, 3.0), (result.Difference, result.Lower, result.Upper));
        Assert.Equal((null, null, null), (result.DegreesOfFreedom, result.Statistic, result.PValue));
    }
}
