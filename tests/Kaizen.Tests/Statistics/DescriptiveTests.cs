using Kaizen.Statistics;

namespace Kaizen.Tests.Statistics;

public class DescriptiveTests
{
    private const double Gap = double.NaN;

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { Gap, double.PositiveInfinity })]
    public void Nothing_present_has_no_statistic(double[] values)
    {
        Assert.Equal(0, Descriptive.Count(values));
        Assert.Null(Descriptive.Mean(values));
        Assert.Null(Descriptive.Median(values));
        Assert.Null(Descriptive.Quantile(values, 0.9));
        Assert.Null(Descriptive.Variance(values));
        Assert.Null(Descriptive.StandardDeviation(values));
    }

    [Fact]
    public void One_value_has_a_mean_and_no_variance()
    {
        Assert.Equal(7, Descriptive.Mean([Gap, 7]));
        Assert.Equal(7, Descriptive.Median([7, Gap]));
        Assert.Null(Descriptive.Variance([Gap, 7]));
    }

    [Fact]
    public void The_mean_of_equal_values_is_that_value()
    {
        var random = new Random(3);
        foreach (var count in new[] { 1, 2, 3, 7, 20, 49, 1000 })
            for (var i = 0; i < 200; i++)
            {
                var value = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-320, 309));
                var values = Enumerable.Repeat(value, count).ToArray();
                Assert.Equal(value, Descriptive.Mean(values));
                Assert.Equal(count < 2 ? null : 0, Descriptive.Variance(values));
            }
    }

    [Fact]
    public void The_mean_survives_cancellation()
    {
        Assert.Equal(0.5, Descriptive.Mean([1e16, 1, -1e16, 0]).GetValueOrDefault() * 2, 1e-15);
        Assert.Equal(0.2, Descriptive.Mean([0.1, 0.2, 0.3]));
    }

    [Fact]
    public void Sums_and_squares_beyond_a_double_do_no_harm()
    {
        Assert.Equal(1.5e308, Descriptive.Mean([1.4e308, 1.6e308, 1.5e308])!.Value, 1e294);
        Assert.Equal(0, Descriptive.Mean([1.7e308, -1.7e308]));
        Assert.Equal(1.5e308, Descriptive.Median([1.4e308, 1.6e308])!.Value, 1e294);
        Assert.Equal(Math.Sqrt(2) * 1e300, Descriptive.StandardDeviation([1e300, 3e300])!.Value, 1e286);
        Assert.Null(Descriptive.Variance([1e300, 3e300]));
        Assert.Equal(2e200, Descriptive.Variance([1e100, 3e100])!.Value, 1e186);
        Assert.Equal(Math.Sqrt(2) * 1e-310, Descriptive.StandardDeviation([1e-310, 3e-310])!.Value, 1e-322);
    }

    [Fact]
    public void Variance_keeps_small_differences_of_large_values()
    {
        Assert.Equal(1, Descriptive.Variance([1e9 + 1, 1e9 + 2, 1e9 + 3])!.Value, 1e-12);
        Assert.Equal(2.5, Descriptive.Variance([1, 2, Gap, 3, 4, 5])!.Value, 1e-14);
    }

    [Fact]
    public void Quantiles_interpolate_between_order_statistics()
    {
        double[] values = [4, 1, Gap, 3, 2];
        Assert.Equal(1, Descriptive.Quantile(values, 0));
        Assert.Equal(1.75, Descriptive.Quantile(values, 0.25));
        Assert.Equal(2.5, Descriptive.Quantile(values, 0.5));
        Assert.Equal(3.7, Descriptive.Quantile(values, 0.9)!.Value, 1e-15);
        Assert.Equal(4, Descriptive.Quantile(values, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Descriptive.Quantile(values, 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Descriptive.Quantile(values, Gap));
    }

    [Fact]
    public void The_median_of_a_long_series_is_the_middle()
    {
        var values = Enumerable.Range(0, 1001).Select(i => (double)((i * 37) % 1001)).ToArray();
        Assert.Equal(500, Descriptive.Median(values));
    }
}
