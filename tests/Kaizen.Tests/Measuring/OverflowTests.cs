using Kaizen.Core.Metrics;
using Kaizen.Tests.PluginHost;

namespace Kaizen.Tests.Measuring;

/// <summary>What leaves the range of a double is refused and listed by row; it never becomes missing.</summary>
public class OverflowTests
{
    private const string Csv = "at,v,w,name\n2026-03-02,10,1,a\n2026-03-03,1e200,1,a\n2026-03-04,3,1,b\n2026-03-05,-1e200,1,b\n";

    [Theory]
    [InlineData("v * v", "1E+200 * 1E+200", "-1E+200 * -1E+200")]
    [InlineData("coalesce(v * v, 0)", "1E+200 * 1E+200", "-1E+200 * -1E+200")]
    [InlineData("abs(v) * 1e108 + 1e308 / w", "1E+308 + 1E+308", "1E+308 + 1E+308")]
    [InlineData("v / 1e-200", "1E+200 / 1E-200", "-1E+200 / 1E-200")]
    [InlineData("0 - 1.7e308 - abs(v) * 1e107 * 3", "-1.7E+308 - 3E+307", "-1.7E+308 - 3E+307")]
    public async Task A_row_expression_is_refused_by_row_at_its_place(string expression, params string[] operations)
    {
        using var rig = new Rig(Csv);
        foreach (var aggregate in new[] { Aggregate.Mean, Aggregate.Sum, Aggregate.Median, Aggregate.Max, Aggregate.Distinct })
        {
            var result = await rig.Measure(rig.Metric(aggregate, expression));
            var fault = Assert.Single(result.Diagnostics);
            Assert.StartsWith("KZ3013 cycles/c.yaml:4:11: Source 'enquiries': metric 'm' gives no finite number in 2 rows.", Plugins.Line(fault), StringComparison.Ordinal);
            Assert.Equal([$"row 2: '{operations[0]}' is not a finite number", $"row 4: '{operations[1]}' is not a finite number"], fault.Details);
            Assert.Null(result.Outcomes[0].Measurement);
        }
    }

    [Theory]
    [InlineData("v * v > 100", null, 4, 2)]
    [InlineData("w = 1", "v * v > 100", 5, 2)]
    [InlineData("w = 1", "name = 'a' and v * v > 100", 5, 1)]
    [InlineData("w = 1", "name = 'c' and v * v > 100", 5, 0)]
    public async Task A_condition_is_refused_where_it_was_looked_at(string value, string? where, int line, int rows)
    {
        using var rig = new Rig(Csv);
        var faults = (await rig.Measure(rig.Metric(Aggregate.Rate, value, where))).Diagnostics;
        if (rows == 0) Assert.Empty(faults);
        else Assert.Equal((line, 11, rows), (Assert.Single(faults).Span!.Value.Line, faults[0].Span!.Value.Column, faults[0].Details.Count));
    }

    [Fact]
    public async Task The_denominator_of_a_ratio_has_its_own_place()
    {
        using var rig = new Rig(Csv);
        Assert.Equal(6, Assert.Single((await rig.Measure(rig.Metric(Aggregate.Ratio, "w", over: "v * v"))).Diagnostics).Span!.Value.Line);
    }

    [Fact]
    public async Task The_metric_and_its_comparison_group_are_told_together()
    {
        using var rig = new Rig(Csv);
        var metric = rig.Metric(Aggregate.Mean, "v * v", "name = 'b'") with { Compare = new Comparison("a", Rig.Parse("name = 'a'", 7)!) };
        var fault = Assert.Single((await rig.Measure(metric)).Diagnostics);
        Assert.Contains("in 2 rows", fault.Message, StringComparison.Ordinal);
        Assert.Equal(["row 2", "row 4"], fault.Details.Select(d => d.Split(':')[0]));
    }

    [Fact]
    public async Task Every_cycle_that_computes_it_hears_of_it_and_no_other()
    {
        using var rig = new Rig(Csv);
        var result = await rig.Measure(
            rig.Request(rig.Metric(Aggregate.Mean, "v * v"), "one"), rig.Request(rig.Metric(Aggregate.Mean, "v"), "two"),
            rig.Request(rig.Metric(Aggregate.Mean, "v * v"), "three"));
        Assert.Equal(["one", "three"], result.Diagnostics.Select(d => d.Cycle!));
        Assert.Equal([false, true, false], result.Outcomes.Select(o => o.Measurement is not null));
    }

    [Theory]
    [InlineData(Period.Week, "2026-W10=54.5")]
    [InlineData(Period.Row, "2026-03-02=100 2026-03-04=9")]
    public async Task Left_out_where_the_source_says_so(Period per, string expected)
    {
        using var rig = new Rig(Csv + "2026-03-06,?,1,a\n");
        rig.Definition = rig.Definition with { LeaveOutBadRows = true };
        var metric = rig.Metric(Aggregate.Mean, "v * v", per: per) with { Compare = new Comparison("all", Rig.Parse("w = 1", 7)!) };
        var measured = await rig.Series(metric);
        Assert.Equal(expected, string.Join(" ", measured.Own.Points.Where(p => p.Value is not null).Select(p => $"{p.Period}={Rig.Text(p.Value)}")));
        Assert.Equal((5L, 3L), (measured.Scan.RowsRead, measured.Scan.RowsLeftOut));
        Assert.Equal(2, measured.Own.After.Rows);
    }

    [Theory]
    [InlineData("2026-03-03", "2026-W10")]
    [InlineData("2026-03-09", "all rows of 2 counted points together")]
    public async Task A_sum_beyond_the_range_is_told_with_its_periods(string second, string where)
    {
        using var rig = new Rig($"at,v\n2026-03-02,1e308\n{second},1e308\n2026-03-10,1\n") { Cut = "2026-03-16" };
        var result = await rig.Measure(rig.Metric(Aggregate.Sum, "v"));
        var fault = Assert.Single(result.Diagnostics);
        Assert.StartsWith("KZ3014 cycles/c.yaml:4:11: Source 'enquiries': the sum of metric 'm' is no finite number.", Plugins.Line(fault), StringComparison.Ordinal);
        Assert.Equal([where], fault.Details);
        Assert.Null(result.Outcomes[0].Measurement);
    }

    [Fact]
    public async Task A_sum_that_is_in_range_at_last_is_a_value_whatever_the_order()
    {
        using var rig = new Rig("at,v\n2026-03-02,1e308\n2026-03-02,1e308\n2026-03-02,-1e308\n2026-03-02,7\n2026-03-02,-1e308\n") { Cut = "2026-03-09" };
        Assert.Equal("2026-W10=7", await rig.Values(rig.Metric(Aggregate.Sum, "v")));
    }

    [Theory]
    [InlineData(Aggregate.Mean)]
    [InlineData(Aggregate.Median)]
    [InlineData(Aggregate.P90)]
    public async Task A_mean_of_large_values_is_in_range(Aggregate aggregate)
    {
        var rows = string.Concat(Enumerable.Range(0, 60).Select(i => $"2026-0{(i < 30 ? 2 : 3)}-{9 + (i % 14):00},1e307\n"));
        using var rig = new Rig("at,v\n" + rows + string.Concat(Enumerable.Repeat("2026-03-10,1.7e308\n2026-03-10,-1.7e308\n", 3)));
        var series = (await rig.Series(rig.Metric(aggregate, "v"))).Own;
        Assert.Equal(1e307, series.Before.Value!.Value, 1e293);
        Assert.True(double.IsFinite(series.After.Value!.Value));
        if (aggregate == Aggregate.Mean) Assert.Equal(1e307 / 36 * 30, series.After.Value.Value, 1e293);
        Assert.All(series.Points.Where(p => p.Rows > 0), p => Assert.NotNull(p.Value));
    }
}
