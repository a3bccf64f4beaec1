using Kaizen.Core.Metrics;
using Kaizen.Tests.PluginHost;

namespace Kaizen.Tests.Measuring;

/// <summary>Columns of a file have no declared type: it follows from all uses in a metric together.</summary>
public class TypingTests
{
    /// <summary>One row whose numbers and times order otherwise as texts: 10 before 9, and q the later one.</summary>
    private const string Row = "at,n,m,lo,hi,p,q,s,t\n2026-03-02T10:00:00Z,10,9,9,100,2026-03-02T09:00:00+02:00,2026-03-02T08:30:00Z,b,a\n";

    [Theory]
    [InlineData("n > m and n + m > 0", true)]
    [InlineData("n > m and m > 1", true)]
    [InlineData("n > m or m in (7, 8)", true)]
    [InlineData("n - m > 0", true)]
    [InlineData("n between lo and hi and hi > 0", true)]
    [InlineData("n not between lo and hi and hi > 0", false)]
    [InlineData("case when n > lo then lo > 1 else false end", true)]
    [InlineData("n > m and m > lo - 1 and lo < hi", true)]
    [InlineData("greatest(n, m) = 10", true)]
    [InlineData("least(n, m, hi) = coalesce(lo, 1)", true)]
    [InlineData("n > m and coalesce(m, 0) > 0", true)]
    [InlineData("n > m and nullif(m, 1) = lo", true)]
    [InlineData("n > m and case m when 9 then true end", true)]
    [InlineData("case when s = 'b' then n else 0 end > m", true)]
    [InlineData("n > m and round(n) > 0", true)]
    [InlineData("p < q and hours_between(p, q) > 0", true)]
    [InlineData("p < q and q within 1d", true)]
    [InlineData("p < q and q < at", true)]
    [InlineData("p < q and q >= '2026-03-01'", true)]
    [InlineData("p < q and p = '2026-03-02T07:00:00Z'", true)]
    [InlineData("coalesce('2026-01-01', p) < at", true)]
    [InlineData("case when s = 'b' then '2026-01-01' else p end < at", true)]
    [InlineData("s > t and t <> 'x'", true)]
    [InlineData("concat(s) > t", true)]
    [InlineData("s > t and s like '%'", true)]
    [InlineData("s = t", false)]
    [InlineData("n = m", false)]
    [InlineData("s = '2026-03-02' or s = 'b'", true)]
    [InlineData("n > null", false)]
    public async Task One_use_shows_the_type_of_all_that_is_compared(string expression, bool expected)
    {
        using var rig = new Rig(Row);
        var metric = rig.Metric(Aggregate.Count, expression);
        Assert.StartsWith($"2026-W10={(expected ? 1 : 0)}", await rig.Values(metric), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("n > m", "4:11", "n", "for numbers write n - m > 0, for times hours_between(m, n) > 0, for texts concat(n) > concat(m)")]
    [InlineData("s = 'b' and p <= q", "4:23", "p", "for numbers write p - q <= 0, for times hours_between(q, p) <= 0, for texts concat(p) <= concat(q)")]
    [InlineData("n between lo and hi", "4:11", "n", "for numbers write n - lo >= 0, for times hours_between(lo, n) >= 0, for texts concat(n) >= concat(lo)")]
    [InlineData("case when n > lo then true end", "4:21", "n", "for numbers write n - lo > 0, for times hours_between(lo, n) > 0, for texts concat(n) > concat(lo)")]
    [InlineData("coalesce(n, m) < lo", "4:20", "n", "for numbers write coalesce(n, m) - lo < 0, for times hours_between(lo, coalesce(n, m)) < 0, for texts concat(coalesce(n, m)) < concat(lo)")]
    [InlineData("least(n, m) = lo", "4:17", "n", "for numbers write n + 0 in place of n, for texts concat(n)")]
    [InlineData("greatest(n, m) is null", "4:20", "n", "for numbers write n + 0 in place of n, for texts concat(n)")]
    [InlineData("n > m and m < n and n <> m", "4:11", "n", "for numbers write n - m > 0, for times hours_between(m, n) > 0, for texts concat(n) > concat(m)")]
    public async Task Columns_of_which_nothing_is_known_are_not_ordered(string expression, string place, string column, string hint)
    {
        using var rig = new Rig(Row);
        Assert.Equal(
            $"KZ2107 cycles/c.yaml:{place}: Whether '{column}' holds numbers, times or texts cannot be told from this expression. | {hint}",
            await rig.Faults(rig.Metric(Aggregate.Rate, expression)));
    }

    [Theory]
    [InlineData("n > 1 and lower(n) = 'x'", "4:27: A text is needed here, but this is a number.")]
    [InlineData("lower(n) = 'x' and n > 1", "4:34: A text is needed here, but this is a number.")]
    [InlineData("n = m and m > 1 and upper(n) like 'X'", "4:37: A text is needed here, but this is a number.")]
    [InlineData("n = m and trim(m) = 'x' and n + 1 > 0", "4:39: A number is needed here, but this is a text.")]
    [InlineData("n > 1 and n = 'x'", "4:25: A number is needed here, but this is a text.")]
    [InlineData("p > '2026-03-01' and p <> 'open'", "4:37: A time is needed here, but this is 'open'. | write it as '2026-03-16' or '2026-03-16T09:00'")]
    [InlineData("p <> 'open' and p > '2026-03-01'", "4:27: A time is needed here, but this is a text.")]
    [InlineData("p > '2026-03-01' and p + 1 > 0", "4:32: A number is needed here, but this is a time.")]
    [InlineData("s and s > 1", "4:21: A condition is needed here, but this is a number.")]
    public async Task The_second_use_is_at_fault_where_two_differ(string expression, string expected)
    {
        using var rig = new Rig(Row);
        Assert.Equal($"KZ2104 cycles/c.yaml:{expected}", await rig.Faults(rig.Metric(Aggregate.Count, expression)));
    }

    [Fact]
    public async Task Value_and_population_show_types_to_each_other()
    {
        using var rig = new Rig(Row);
        Assert.StartsWith("2026-W10=10", await rig.Values(rig.Metric(Aggregate.Sum, "n", "n > m")), StringComparison.Ordinal);
        Assert.StartsWith("2026-W10=1", await rig.Values(rig.Metric(Aggregate.Count, "n > m", "m < 50")), StringComparison.Ordinal);
        Assert.StartsWith("2026-W10=0.1", await rig.Values(rig.Metric(Aggregate.Ratio, "m - 8", "n > lo", over: "n")), StringComparison.Ordinal);
        Assert.Equal(
            "KZ2104 cycles/c.yaml:5:17: A text is needed here, but this is a number.", await rig.Faults(rig.Metric(Aggregate.Sum, "n", "lower(n) = 'x'")));
    }

    [Fact]
    public async Task The_comparison_group_shows_types_too_and_to_its_own_metric_only()
    {
        using var rig = new Rig(Row);
        var told = rig.Metric(Aggregate.Count, "n = m", "s = 'b'") with { Compare = new Comparison("others", Rig.Parse("n > m - 5", 7)!) };
        var untold = rig.Metric(Aggregate.Count, "n = m", "s = 'b'");
        using var other = new Rig(Row.Replace(",10,9,", ",9.0,9,", StringComparison.Ordinal));
        var result = await other.Measure(told, untold);
        Assert.Empty(result.Diagnostics);
        Assert.Equal([1d, 0d], result.Outcomes.Select(o => o.Measurement!.Own.Points[0].Value!.Value));
        Assert.Equal(0, (await rig.Measure(told)).Outcomes[0].Measurement!.Own.Points[0].Value);
    }

    [Fact]
    public async Task A_column_may_be_a_number_in_one_metric_and_a_text_in_another()
    {
        using var rig = new Rig("at,n\n2026-03-02,7\n2026-03-02,7.0\n");
        var result = await rig.Measure(rig.Metric(Aggregate.Count, "n = 7"), rig.Metric(Aggregate.Count, "n like '7'"), rig.Metric(Aggregate.Distinct, "n"));
        Assert.Empty(result.Diagnostics);
        Assert.Equal([2d, 1d, 2d], result.Outcomes.Select(o => o.Measurement!.Own.Points[0].Value!.Value));
    }

    [Fact]
    public async Task A_declared_type_wins_over_what_a_comparison_would_show()
    {
        using var rig = new Rig("unused\n");
        rig.Definition = Plugins.Source("counting", ("log", ["calls.log"]));
        Assert.Equal("KZ2104 cycles/c.yaml:5:25: A number is needed here, but this is a text.", await rig.Faults(rig.Metric(Aggregate.Sum, "n", "n = 1 and n < name")));
    }

    [Fact]
    public async Task An_unknown_column_is_all_that_is_said_of_its_comparison()
    {
        using var rig = new Rig(Row);
        Assert.Equal("KZ3010 cycles/c.yaml:4:15: Source 'enquiries' has no column 'lowest'. | there are: at, n, m, lo, hi, p, q, s, t", await rig.Faults(rig.Metric(Aggregate.Count, "n > lowest")));
    }

    [Theory]
    [InlineData(Aggregate.Count, "n is null", null, "3")]
    [InlineData(Aggregate.Count, "n is not null", null, "2")]
    [InlineData(Aggregate.Count, "n is null or n > 100", null, "4")]
    [InlineData(Aggregate.Count, "n is null", "n > 100 or at > '2026-01-01'", "3")]
    [InlineData(Aggregate.Distinct, "n", null, "2")]
    [InlineData(Aggregate.Distinct, "n", "n > 5", "1")]
    public async Task Missing_values_are_missing_whatever_the_type(Aggregate aggregate, string value, string? where, string expected)
    {
        using var rig = new Rig("at,n\n2026-03-02,\n2026-03-02,-\n2026-03-02,N/A\n2026-03-02,5\n2026-03-02,500\n");
        Assert.StartsWith($"2026-W10={expected} ", await rig.Values(rig.Metric(aggregate, value, where)), StringComparison.Ordinal);
    }
}
