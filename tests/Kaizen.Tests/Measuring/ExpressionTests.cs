using Kaizen.Core.Metrics;

namespace Kaizen.Tests.Measuring;

public class ExpressionTests
{
    /// <summary>One row on Monday, 2 March 2026, 10:00 in London; z is missing.</summary>
    private const string Row = "at,done,n,m,s,won,lost,z\n2026-03-02T10:00:00Z,2026-03-03T16:30:00Z,7,-2.5, Ada ,true,false,\n";

    [Theory]
    [InlineData("hours_between(at, done)", "30.5")]
    [InlineData("days_between(at, done)", "1.2708333333333333")]
    [InlineData("minutes_between(done, at)", "-1830")]
    [InlineData("hours_between(at, z)", "none")]
    [InlineData("hours_between(date(at), at)", "10")]
    [InlineData("n + m * 2", "2")]
    [InlineData("(n - m) / 2", "4.75")]
    [InlineData("n % 4", "3")]
    [InlineData("-n", "-7")]
    [InlineData("n / 0", "none")]
    [InlineData("n + z", "none")]
    [InlineData("n / (n - 7)", "none")]
    [InlineData("0 / 0", "none")]
    [InlineData("n % 0", "none")]
    [InlineData("case when n = 7 then 1 else 1e308 * n end", "1")]
    [InlineData("abs(m)", "2.5")]
    [InlineData("round(m)", "-3")]
    [InlineData("round(2.345, 1)", "2.3")]
    [InlineData("floor(m)", "-3")]
    [InlineData("ceil(m)", "-2")]
    [InlineData("least(n, m, 3)", "-2.5")]
    [InlineData("greatest(n, m)", "7")]
    [InlineData("greatest(n, z)", "none")]
    [InlineData("coalesce(z, m, n)", "-2.5")]
    [InlineData("nullif(n, 7)", "none")]
    [InlineData("nullif(n, 8)", "7")]
    [InlineData("length(trim(s))", "3")]
    [InlineData("length(s)", "5")]
    [InlineData("year(at) * 10000 + month(at) * 100 + day(at)", "20260302")]
    [InlineData("weekday(at)", "1")]
    [InlineData("hour(at)", "10")]
    [InlineData("case when n > 5 then 1 when n > 1 then 2 else 3 end", "1")]
    [InlineData("case n when 6 then 1 when 7 then 2 end", "2")]
    [InlineData("case trim(s) when 'Bob' then 1 end", "none")]
    [InlineData("case when z > 1 then 1 else 0 end", "0")]
    public async Task Numbers(string expression, string expected) => Assert.Equal(expected, await Mean(expression));

    [Theory]
    [InlineData("won", true)]
    [InlineData("not won", false)]
    [InlineData("lost", false)]
    [InlineData("not z", null)]
    [InlineData("won = true and lost = false", true)]
    [InlineData("won and z", null)]
    [InlineData("lost and z", false)]
    [InlineData("won or z", true)]
    [InlineData("lost or z", null)]
    [InlineData("n = 7", true)]
    [InlineData("n <> 7", false)]
    [InlineData("7 < n", false)]
    [InlineData("n >= 7", true)]
    [InlineData("z = z", null)]
    [InlineData("z is null", true)]
    [InlineData("n is not null", true)]
    [InlineData("n in (1, 7)", true)]
    [InlineData("n not in (1, 2)", true)]
    [InlineData("n in (1, z)", null)]
    [InlineData("n in (7, z)", true)]
    [InlineData("trim(s) in ('Ada', 'Bob')", true)]
    [InlineData("z in ('Ada')", null)]
    [InlineData("n between 7 and 9", true)]
    [InlineData("n not between 7 and 9", false)]
    [InlineData("n between 8 and z", false)]
    [InlineData("lower(trim(s)) like 'a%'", true)]
    [InlineData("s like 'A%'", false)]
    [InlineData("s like '%d_ '", true)]
    [InlineData("z like '%'", null)]
    [InlineData("concat(trim(s), '!') = 'Ada!'", true)]
    [InlineData("upper(s) = ' ADA '", true)]
    [InlineData("concat(s, z) is null", true)]
    [InlineData("coalesce(z, 'none') = 'none'", true)]
    [InlineData("done > at", true)]
    [InlineData("at >= '2026-03-02'", true)]
    [InlineData("at < '2026-03-02T10:00'", false)]
    [InlineData("done > '2026-03-03'", true)]
    [InlineData("done between '2026-03-01' and '2026-03-03'", false)]
    [InlineData("date(at) = '2026-03-02'", true)]
    [InlineData("n = null", null)]
    [InlineData("case when n > 5 then won else lost end", true)]
    public async Task Conditions_follow_three_valued_logic(string expression, bool? expected)
    {
        using var rig = new Rig(Row);
        var truth = await rig.Values(rig.Metric(Aggregate.Count, expression));
        var untruth = await rig.Values(rig.Metric(Aggregate.Count, $"not ({expression})"));
        Assert.StartsWith($"2026-W10={(expected == true ? 1 : 0)}", truth, StringComparison.Ordinal);
        Assert.StartsWith($"2026-W10={(expected == false ? 1 : 0)}", untruth, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hours_between(at, dome)", "KZ3010 cycles/c.yaml:4:29: Source 'enquiries' has no column 'dome'. | did you mean 'done'?")]
    [InlineData("hors_between(at, done)", "KZ2102 cycles/c.yaml:4:11: No function is called 'hors_between'. | did you mean 'hours_between'?")]
    [InlineData("hours_between(at)", "KZ2103 cycles/c.yaml:4:11: 'hours_between' takes 2 arguments, not 1.")]
    [InlineData("round(n, 1, 2)", "KZ2103 cycles/c.yaml:4:11: 'round' takes 1 or 2 arguments, not 3.")]
    [InlineData("n + 'x'", "KZ2104 cycles/c.yaml:4:15: A number is needed here, but this is a text.")]
    [InlineData("n > 1", "KZ2104 cycles/c.yaml:4:11: A number is needed here, but this is a condition.")]
    [InlineData("hours_between(at, 'soon')", "KZ2104 cycles/c.yaml:4:29: A time is needed here, but this is 'soon'. | write it as '2026-03-16' or '2026-03-16T09:00'")]
    [InlineData("case when n then 1 end + at", "KZ2104 cycles/c.yaml:4:36: A number is needed here, but this is a time.")]
    [InlineData("length(n + 1)", "KZ2104 cycles/c.yaml:4:18: A text is needed here, but this is a number.")]
    public async Task Faults_stand_at_their_column(string expression, string expected)
    {
        using var rig = new Rig(Row);
        Assert.Equal(expected, await rig.Faults(rig.Metric(Aggregate.Median, expression)));
    }

    [Fact]
    public async Task All_faults_of_a_metric_come_at_once()
    {
        using var rig = new Rig(Row);
        var metric = rig.Metric(Aggregate.Median, "foo + bar", "baz");
        Assert.Equal(3, (await rig.Measure(metric)).Diagnostics.Count(d => d is { Code: "KZ3010", Cycle: "c" }));
    }

    [Fact]
    public async Task An_unknown_time_column_stands_at_its_place()
    {
        using var rig = new Rig("when,n\n2026-03-02,1\n");
        Assert.Equal("KZ3010 cycles/c.yaml:9:9: Source 'enquiries' has no column 'at'. | there are: when, n", await rig.Faults(rig.Metric(Aggregate.Count, null)));
    }

    [Theory]
    [InlineData("2026-06-14", 1)] // The 90th day after 16 March; a date alone is its 00:00.
    [InlineData("2026-06-14T11:00:00Z", 0)] // 12:00 on that day; the row's clock said 10:00, and summer time has begun since.
    [InlineData("2026-06-14T09:00:00Z", 1)]
    [InlineData("2026-06-15", 0)]
    [InlineData("2026-03-16", 1)] // The same day, as a date: before the row's time, and counted.
    [InlineData("", 0)]
    public async Task Within_counts_local_calendar_days(string done, int expected)
    {
        using var rig = new Rig($"at,done\n2026-03-16T10:00:00,{done}\n");
        Assert.StartsWith($"2026-W12={expected}", await rig.Values(rig.Metric(Aggregate.Count, "done within 90d")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Equal_durations_are_equal_numbers()
    {
        using var rig = new Rig("at,done\n2026-03-02T10:00:00Z,2026-03-02T10:20:00Z\n2026-03-03T17:11:13Z,2026-03-03T17:31:13Z\n");
        Assert.StartsWith("2026-W10=1", await rig.Values(rig.Metric(Aggregate.Distinct, "hours_between(at, done)")), StringComparison.Ordinal);
    }

    private static async Task<string> Mean(string expression)
    {
        using var rig = new Rig(Row);
        return (await rig.Values(rig.Metric(Aggregate.Mean, expression))).Split(' ')[0].Split('=')[1];
    }
}
