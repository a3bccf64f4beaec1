using System.Globalization;
using Kaizen.Core.Metrics;

namespace Kaizen.Tests.Measuring;

public class AggregateTests
{
    private const string Csv = """
        at,v,w,name,ok
        2026-03-02,1,2,a,true
        2026-03-03,2,2,b,false
        2026-03-04,4,,a,
        2026-03-05,10,4,,true
        2026-03-06,,8,a,false
        2026-03-17,3,6,c,true
        """;

    [Theory]
    [InlineData(Aggregate.Median, "v", "3 none 3 none")]
    [InlineData(Aggregate.Mean, "v", "4.25 none 3 none")]
    [InlineData(Aggregate.Sum, "v", "17 0 3 0")]
    [InlineData(Aggregate.Min, "v", "1 none 3 none")]
    [InlineData(Aggregate.Max, "v", "10 none 3 none")]
    [InlineData(Aggregate.P90, "v", "8.2 none 3 none")]
    [InlineData(Aggregate.Count, null, "5 0 1 0")]
    [InlineData(Aggregate.Count, "ok", "2 0 1 0")]
    [InlineData(Aggregate.Rate, "ok", "0.4 none 1 none")]
    [InlineData(Aggregate.Distinct, "name", "2 0 1 0")]
    [InlineData(Aggregate.Distinct, "v * 2", "4 0 1 0")]
    [InlineData(Aggregate.Distinct, "weekday(at)", "5 0 1 0")]
    public async Task Each_aggregate_by_week(Aggregate aggregate, string? value, string expected)
    {
        using var rig = new Rig(Csv);
        Assert.Equal(expected, Bare(await rig.Values(rig.Metric(aggregate, value))));
    }

    [Fact]
    public async Task A_ratio_takes_the_rows_that_hold_both()
    {
        using var rig = new Rig(Csv);
        var series = (await rig.Series(rig.Metric(Aggregate.Ratio, "v", over: "w"))).Own;
        Assert.Equal("1.625 none 0.5 none", string.Join(" ", series.Points.Select(p => Rig.Text(p.Value))));
        Assert.Equal((13d, 8d, 5L), (series.Points[0].Numerator, series.Points[0].Denominator, series.Points[0].Rows));
    }

    [Fact]
    public async Task A_rate_shows_its_counts_and_where_says_who_is_in_it()
    {
        using var rig = new Rig(Csv);
        var series = (await rig.Series(rig.Metric(Aggregate.Rate, "ok", "name = 'a' and w is not null"))).Own;
        Assert.Equal((0.5, 1d, 2d, 2L), (series.Points[0].Value, series.Points[0].Numerator, series.Points[0].Denominator, series.Points[0].Rows));
    }

    [Theory]
    [InlineData("name = 'a'", "name in ('a')")]
    [InlineData("'a' = name and v > 1", "name like 'a' and v > 1")]
    [InlineData("v > 1 and (name = 'a' and w = 8)", "v > 1 and name in ('a') and w = 8")]
    public async Task A_population_chosen_by_one_text_is_the_same_by_either_way(string routed, string plain)
    {
        using var rig = new Rig(Csv);
        foreach (var aggregate in new[] { Aggregate.Median, Aggregate.Sum })
            Assert.Equal(await rig.Values(rig.Metric(aggregate, "v", plain)), await rig.Values(rig.Metric(aggregate, "v", routed)));
    }

    [Fact]
    public async Task Pooled_values_are_over_rows_not_over_slots()
    {
        using var rig = new Rig(Csv) { Started = "2026-03-16" };
        var series = (await rig.Series(rig.Metric(Aggregate.Median, "v"))).Own;
        Assert.Equal(new Pooled(3, 5, null, null), series.Before);
        Assert.Equal(new Pooled(3, 1, null, null), series.After);
        var rate = (await rig.Series(rig.Metric(Aggregate.Rate, "ok"))).Own;
        Assert.Equal(new Pooled(0.4, 5, 2, 5), rate.Before);
    }

    [Fact]
    public async Task Medians_and_quantiles_of_many_values_are_exact()
    {
        var random = new Random(5);
        foreach (var n in new[] { 1, 2, 17, 18, 19, 100, 1001, 5000 })
        {
            // Many ties, and an order that is neither random nor sorted.
            var values = Enumerable.Range(0, n).Select(i => i % 3 == 0 ? i : random.Next(n / 2 + 1)).ToArray();
            using var rig = new Rig("at,v\n" + string.Concat(values.Select(v => $"2026-03-02,{v}\n")));
            var sorted = values.Order().ToArray();
            var median = n % 2 == 1 ? sorted[n / 2] : (sorted[(n / 2) - 1] + sorted[n / 2]) / 2.0;
            var place = (n - 1) * 0.9;
            var (low, high) = (sorted[(int)place], sorted[Math.Min((int)place + 1, n - 1)]);
            var p90 = low + ((place - Math.Floor(place)) * (high - low));
            Assert.Equal(Rig.Text(median), Bare(await rig.Values(rig.Metric(Aggregate.Median, "v"))).Split(' ')[0]);
            Assert.Equal(p90, double.Parse(Bare(await rig.Values(rig.Metric(Aggregate.P90, "v"))).Split(' ')[0], CultureInfo.InvariantCulture), 9);
        }
    }

    [Fact]
    public async Task Sums_are_compensated()
    {
        using var rig = new Rig("at,v\n" + string.Concat(Enumerable.Repeat("2026-03-02,0.1\n", 1000)) + "2026-03-02,1e17\n2026-03-02,-1e17\n");
        Assert.Equal("100", Bare(await rig.Values(rig.Metric(Aggregate.Sum, "v"))).Split(' ')[0]);
    }

    private static string Bare(string values) => string.Join(" ", values.Split(' ').Select(v => v.Split('=')[1]));
}
