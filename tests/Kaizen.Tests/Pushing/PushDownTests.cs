using Kaizen.Core.Metrics;
using Kaizen.Measuring.Pushing;

namespace Kaizen.Tests.Pushing;

public class PushDownTests
{
    private const string Columns = "at TEXT, done TEXT, v REAL, w INTEGER, name TEXT, ok BOOLEAN";

    [Theory]
    [InlineData(Aggregate.Median, "v", "2026-W02=2 2026-W03=5.5 2026-W04=none | 2 | 5.5")]
    [InlineData(Aggregate.P90, "v", "2026-W02=2.8 2026-W03=6.85 2026-W04=none | 2.8 | 6.85")]
    [InlineData(Aggregate.Mean, "v", "2026-W02=2 2026-W03=5.5 2026-W04=none | 2 | 5.5")]
    [InlineData(Aggregate.Sum, "v", "2026-W02=6 2026-W03=22 2026-W04=0 | 6 | 22")]
    [InlineData(Aggregate.Count, "v > 2", "2026-W02=1 2026-W03=4 2026-W04=0 | 1 | 4")]
    [InlineData(Aggregate.Rate, "v > 2", "2026-W02=0.3333333333333333 2026-W03=0.8 2026-W04=none | 0.3333333333333333 | 0.8")]
    [InlineData(Aggregate.Max, "v", "2026-W02=3 2026-W03=7 2026-W04=none | 3 | 7")]
    [InlineData(Aggregate.Distinct, "name", "2026-W02=1 2026-W03=2 2026-W04=0 | 1 | 2")]
    public async Task Aggregates_are_pushed_down(Aggregate aggregate, string value, string expected)
    {
        using var table = Small();
        var (result, report) = await table.Measure(true, table.Request(table.Metric(aggregate, value), "2026-01-12", "2026-01-26"));
        Assert.True(report!.IsPushed);
        var series = Assert.Single(result.Outcomes).Measurement!.Own;
        Assert.Equal(expected, $"{string.Join(' ', series.Points.Select(p => $"{p.Period}={Measuring.Rig.Text(p.Value)}"))} | {Measuring.Rig.Text(series.Before.Value)} | {Measuring.Rig.Text(series.After.Value)}");
        await table.Agree(table.Request(table.Metric(aggregate, value), "2026-01-12", "2026-01-26"));
    }

    [Theory]
    [InlineData("id", null, "2026-W02=2 | none | 2")]
    [InlineData("coalesce(id, big)", null, "2026-W02=3 | none | 3")]
    [InlineData("id", "big is not null", "2026-W02=2 | none | 2")]
    [InlineData("id", "id > 1", "2026-W02=1 | none | 1")]
    [InlineData("id", "id = '7'", "2026-W02=1 | none | 1")]
    [InlineData("big", null, "2026-W02=3 | none | 3")]
    [InlineData("v", null, "2026-W02=2 | none | 2")]
    [InlineData("day", null, "2026-W02=2 | none | 2")]
    public async Task Different_numbers_and_times_are_counted_as_they_are(string value, string? where, string expected)
    {
        // The large ones are one and the same as doubles.
        const long Large = (1L << 53) + 1;
        using var table = new SqliteTable("at TEXT, id INTEGER, big BIGINT, v REAL, day DATE");
        table.Insert(
            ["2026-01-05", 1L, Large, 1.5, "2026-01-05"], ["2026-01-06", 7L, Large - 1, 1.5, "2026-01-05T00:00"], ["2026-01-07", 7L, Large + 1, 2.5, "2026-01-06"],
            ["2026-01-08", null, Large, null, null]);
        var request = table.Request(table.Metric(Aggregate.Distinct, value, where), "2026-01-05", "2026-01-12");
        var (result, report) = await table.Measure(true, request);
        Assert.Empty(result.Diagnostics.Select(PluginHost.Plugins.Line));
        Assert.Null(report!.Declined);
        var series = Assert.Single(result.Outcomes).Measurement!.Own;
        Assert.Equal(expected, $"{string.Join(' ', series.Points.Select(p => $"{p.Period}={Measuring.Rig.Text(p.Value)}"))} | {Measuring.Rig.Text(series.Before.Value)} | {Measuring.Rig.Text(series.After.Value)}");
        await table.Agree(request);
    }

    [Theory]
    [InlineData(Aggregate.Sum, "length(name)", null, "the function length")]
    [InlineData(Aggregate.Count, "lower(name) = 'north'", null, "the function lower")]
    [InlineData(Aggregate.Count, "upper(name) = 'NORTH'", null, "the function upper")]
    [InlineData(Aggregate.Distinct, "trim(name)", null, "the function trim")]
    [InlineData(Aggregate.Sum, "round(v, 1)", null, "the function round")]
    [InlineData(Aggregate.Sum, "v % 2", null, "the remainder of a division")]
    [InlineData(Aggregate.Count, "name < 'm'", null, "the order of texts")]
    [InlineData(Aggregate.Distinct, "greatest(name, 'm')", null, "the order of texts")]
    [InlineData(Aggregate.Count, null, "name like concat(name, '%')", "a pattern that is not written as a text")]
    [InlineData(Aggregate.Sum, "v * v * v * v * v", null, "numbers that may leave the range of a double")]
    [InlineData(Aggregate.Sum, "1 / (v - 1 + 1e-300)", null, "a division by a number next to 0")]
    public async Task What_SQL_says_otherwise_is_declined(Aggregate aggregate, string? value, string? where, string reason)
    {
        using var table = Small();
        Assert.Equal(reason, await table.Declines(table.Metric(aggregate, value, where)));
    }

    [Fact]
    public async Task One_metric_that_needs_a_scan_has_all_of_them_scanned()
    {
        using var table = Small();
        Assert.Equal("a metric that takes each row as a point", await table.Declines(table.Metric(Aggregate.Sum, "v"), table.Metric(Aggregate.Sum, "v", per: Period.Row)));
    }

    [Fact]
    public async Task Very_many_populations_are_told_apart_in_a_scan()
    {
        using var table = Small();
        var metrics = Enumerable.Range(0, 101).Select(i => table.Metric(Aggregate.Sum, "v", $"name = 'team {i}'")).ToArray();
        Assert.Equal("more than 100 populations", await table.Declines(metrics));
        await table.Pushes(metrics[..100]);
    }

    [Theory]
    [InlineData(0, "soon")]
    [InlineData(0, "2026-02-30")]
    [InlineData(0, "2026-01-05T24:00")]
    [InlineData(0, "2026-01-05T10:60")]
    [InlineData(0, "2026-01-05  10:00")]
    [InlineData(0, "2026-01-05T10:00:00 Z")]
    [InlineData(0, "2026-01-05T10:00:00.12345678")]
    [InlineData(0, "2026-01-05T10:00:00.")]
    [InlineData(0, "2026-01-05T10:00:00.1x")]
    [InlineData(0, "2026-01-05T10:00:00z")]
    [InlineData(0, "2026-01-05T10:00+15:00")]
    [InlineData(0, "2026-01-05T10:00:00+0200")]
    [InlineData(0, "2026-01-05\0 and more")]
    [InlineData(0, "2026-1-5")]
    [InlineData(0, "26-01-05")]
    [InlineData(0, " 2026-01-05")]
    [InlineData(0, "12:00")]
    [InlineData(0, "now")]
    [InlineData(0, "")]
    [InlineData(0, 1767600000L)]
    [InlineData(0, 2461046.5)]
    [InlineData(1, "abc")]
    [InlineData(1, double.PositiveInfinity)]
    [InlineData(1, 1e61)]
    [InlineData(2, "12a")]
    [InlineData(3, 7L)]
    [InlineData(3, new byte[] { 1, 2 })]
    [InlineData(4, 2L)]
    [InlineData(4, "true")]
    [InlineData(4, 0.5)]
    public async Task A_value_that_a_scan_has_to_judge_is_left_to_it(int column, object value)
    {
        // No column has an affinity here, so that values stay what they are.
        using var table = new SqliteTable("at, v, w, name, ok");
        var good = new object?[] { "2026-01-05", 1.5, 2L, "north", 1L };
        var bad = (object?[])good.Clone();
        bad[column] = value;
        table.Insert(good, bad, good);
        var metric = table.Metric(Aggregate.Sum, "v * w", "name = 'north' and ok = true");
        Assert.Contains("a scan has to judge", await table.Declines(metric), StringComparison.Ordinal);
        table.Definition = table.Definition with { LeaveOutBadRows = true };
        Assert.Contains("a scan has to judge", await table.Declines(table.Metric(Aggregate.Sum, "v * w", "name = 'north' and ok = true")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_that_no_metric_reads_may_hold_anything()
    {
        using var table = new SqliteTable("at, v, note");
        table.Insert(["2026-01-05", 1.5, new byte[] { 1 }], ["2026-01-06T10:00:00.5+02:00", 2L, 17L]);
        await table.Pushes(table.Metric(Aggregate.Sum, "v"));
    }

    [Fact]
    public async Task A_divisor_next_to_nothing_is_left_to_a_scan_and_a_division_by_nothing_is_not()
    {
        using var table = new SqliteTable("at TEXT, v REAL, w REAL");
        table.Insert(["2026-01-05", 1.5, 0.0], ["2026-01-06", 1.5, 3.0]);
        await table.Pushes(table.Metric(Aggregate.Mean, "v / w"));
        table.Insert(["2026-01-06", 1.5, 1e-40]);
        Assert.Equal("a division by a number next to 0", await table.Declines(table.Metric(Aggregate.Mean, "v / w")));
    }

    [Fact]
    public async Task Names_and_texts_are_never_read_as_SQL()
    {
        const string Hostile = "a\"b; drop table t; --";
        using var table = new SqliteTable("\"at\" TEXT, \"a\"\"b; drop table t; --\" REAL, \"k_1\" REAL, \"@v0\" REAL, \"x {0} y\" TEXT, \"select\" TEXT COLLATE NOCASE");
        string[] texts = ["it's", "'; drop table t; --", "@v0", "{0}", "North", "north", "k_3"];
        table.Insert(texts.Select((t, i) => new object?[] { $"2026-01-{5 + i:00}", (double)i, 2.0 * i, 3.0 * i, t, t }).ToArray());
        string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        await table.Pushes(
            table.Metric(Aggregate.Sum, $"{Quoted(Hostile)} + k_1 + {Quoted("@v0")}"),
            table.Metric(Aggregate.Count, $"{Quoted("x {0} y")} = '''; drop table t; --' or {Quoted("x {0} y")} = '{{0}}' or \"select\" = 'north'"),
            table.Metric(Aggregate.Distinct, "\"select\""),
            table.Metric(Aggregate.Count, "\"select\" like '%north' or \"select\" in ('@v0', 'k_3')"));
        var (result, _) = await table.Measure(true, table.Request(table.Metric(Aggregate.Distinct, "\"select\"", per: Period.Month)));
        Assert.Equal(7, result.Outcomes[0].Measurement!.Own.Points[0].Value);
    }

    [Fact]
    public async Task A_relation_may_be_a_SELECT_in_parentheses()
    {
        using var table = new SqliteTable(Columns) { Relation = "(SELECT at, v * 2 AS \"double\" FROM t WHERE v > 1)" };
        table.Insert(["2026-01-05", null, 1.0, null, null, null], ["2026-01-06", null, 3.0, null, null, null]);
        // A column that is reckoned has no declared type.
        await table.Pushes(table.Metric(Aggregate.Sum, "\"double\""), table.Metric(Aggregate.Count, null));
    }

    [Fact]
    public async Task Only_aggregated_rows_come_over()
    {
        using var table = new SqliteTable(Columns);
        table.Insert(Enumerable.Range(0, 5000).Select(i => new object?[] { $"2026-0{1 + (i % 2)}-{1 + (i % 28):00}", null, (double)i, null, "north", null }).ToArray());
        var report = await table.Agree(table.Request(table.Metric(Aggregate.Mean, "v", per: Period.Month)));
        // The version, the ends of the times, and a row for each month.
        Assert.Equal(new PushReport("enquiries", null, 4, 3), report);
        report = await table.Agree(table.Request(table.Metric(Aggregate.Median, "v", per: Period.Month)));
        // Beside these the two values in the middle of each month; each side of the change is one month here.
        Assert.Equal(new PushReport("enquiries", null, 8, 4), report);
    }

    [Fact]
    public async Task Pooled_values_are_those_of_all_rows_together()
    {
        using var table = new SqliteTable(Columns);
        // Sums of both signs, in which rounding by slot would be seen; medians and different values that no slot tells.
        table.Insert(
            ["2026-01-05", null, 1e15, null, "a", null], ["2026-01-05", null, 0.1, null, "b", null], ["2026-01-12", null, -1e15, null, "b", null],
            ["2026-01-19", null, 7.0, null, "c", null], ["2026-02-03", null, 3.0, null, "a", null], ["2026-02-10", null, 4.0, null, "a", null]);
        Metric[] metrics = [.. new[] { Aggregate.Sum, Aggregate.Mean, Aggregate.Median, Aggregate.P90 }.Select(a => table.Metric(a, "v")), table.Metric(Aggregate.Distinct, "name"), table.Metric(Aggregate.Ratio, "v", over: "v - 3")];
        await table.Pushes(metrics);
        var (result, _) = await table.Measure(true, metrics.Select(m => table.Request(m)).ToArray());
        Assert.Equal([7.1, 1.775, 3.55], result.Outcomes.Take(3).Select(o => o.Measurement!.Own.Before.Value!.Value), (e, a) => Math.Abs(e - a) < 1e-12 * e);
        Assert.Equal((3, 1), (result.Outcomes[4].Measurement!.Own.Before.Value, result.Outcomes[4].Measurement!.Own.After.Value));
    }

    [Fact]
    public async Task Requests_with_other_windows_share_a_tally()
    {
        using var table = Small();
        var metric = table.Metric(Aggregate.Median, "v", per: Period.Day);
        var report = await table.Agree(table.Request(metric, "2026-01-06", "2026-01-12"), table.Request(metric, "2026-01-13", "2026-01-26"), table.Request(metric, "2026-01-13", "2026-01-26"));
        Assert.Null(report!.Declined);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_table_without_rows_or_times_is_told_like_a_file(int rows)
    {
        using var table = new SqliteTable(Columns);
        for (var i = 0; i < rows; i++) table.Insert([null, null, 1.0, null, null, null]);
        await table.Pushes(table.Metric(Aggregate.Mean, "v"), table.Metric(Aggregate.Count, null, compare: "ok"));
        table.Definition = table.Definition with { KnownUntil = new DateOnly(2026, 3, 1) };
        await table.Pushes(table.Metric(Aggregate.Median, "v"));
    }

    [Theory]
    [InlineData("Europe/Amsterdam", "2025-10-25", null)]
    [InlineData("Europe/Amsterdam", "2026-03-28", null)]
    [InlineData("America/New_York", "2025-11-01", null)]
    [InlineData("America/New_York", "2026-03-07", null)]
    [InlineData("Asia/Beirut", "2025-10-25", null)]
    [InlineData("Asia/Beirut", "2026-03-28", null)]
    [InlineData("Pacific/Apia", "2011-12-29", null)]
    // There the clock was set back from 0:01 to 23:01 of the day before.
    [InlineData("America/St_Johns", "2010-11-06", "times whose local days cannot be told in SQL")]
    public async Task Slots_follow_the_clock_of_the_zone(string zone, string night, string? declined)
    {
        using var table = new SqliteTable("at TEXT, done TEXT", zone);
        var first = DateTime.Parse(night, System.Globalization.CultureInfo.InvariantCulture);
        var times = Enumerable.Range(0, 4 * 24 * 4).SelectMany(i =>
        {
            var text = first.AddMinutes(15 * i).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
            return new[] { text, text + "Z", text + "+02:00", text + ":30.5-03:30" };
        });
        table.Insert(times.Select((t, i) => new object?[] { t, times.ElementAt((i * 7) % 900) }).ToArray());
        var report = await table.Agree([.. new[]
        {
            table.Metric(Aggregate.Count, null, per: Period.Day), table.Metric(Aggregate.Count, null), table.Metric(Aggregate.Count, null, per: Period.Month),
            table.Metric(Aggregate.Rate, "done within 1d", per: Period.Day), table.Metric(Aggregate.Rate, "done within 1m", per: Period.Day), table.Metric(Aggregate.P90, "hours_between(at, done)", per: Period.Day),
            table.Metric(Aggregate.Sum, "hour(done)", per: Period.Day), table.Metric(Aggregate.Sum, "hours_between(date(at), at)", per: Period.Day),
        }.Select(m => table.Request(m, night, "2026-04-06"))]);
        Assert.Equal(declined, report!.Declined);
    }

    [Fact]
    public async Task A_time_that_stands_for_never_is_left_to_a_scan()
    {
        using var table = Small();
        table.Insert(["2026-01-05", "9999-12-31", 1.0, 1L, "north", 1L]);
        Assert.Equal("times whose local days cannot be told in SQL", await table.Declines(table.Metric(Aggregate.Median, "days_between(at, done)"), table.Metric(Aggregate.Rate, "done within 36500m")));
    }

    [Fact]
    public async Task Sorting_very_many_rows_is_left_to_a_scan()
    {
        using var table = new SqliteTable(Columns) { Relation = Numbers(100_000) };
        var metrics = Enumerable.Range(1, 41).Select(i => table.Metric(Aggregate.Median, $"v * {i}")).ToArray();
        Assert.Equal("more sorting than a scan needs", await table.Declines(metrics));
    }

    [Fact]
    public async Task A_run_does_not_wait_for_a_database_once_it_is_stopped()
    {
        using var table = new SqliteTable(Columns) { Relation = Numbers(1_000_000) };
        using var stop = new CancellationTokenSource();
        // On a thread of its own: a timer of a busy pool may come when the database is done.
        var stopping = new Thread(() =>
        {
            Thread.Sleep(100);
            stop.Cancel();
        });
        stopping.Start();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => table.Measure(true, stop.Token, table.Request(table.Metric(Aggregate.Median, "v"))));
        stopping.Join();
    }

    [Fact]
    public async Task A_database_that_cannot_be_read_is_told_by_the_scan()
    {
        using var table = new SqliteTable("at TEXT, v REAL") { Relation = "(SELECT at, v FROM t WHERE abs(v) > 0)" };
        // The smallest whole number has no absolute value.
        table.Insert(["2026-01-05", 1.0]);
        table.Execute("CREATE TABLE u (at TEXT, v INTEGER); INSERT INTO u VALUES ('2026-01-05', -9223372036854775808); DROP TABLE t; ALTER TABLE u RENAME TO t");
        var (result, report) = await table.Measure(true, table.Request(table.Metric(Aggregate.Sum, "v")));
        Assert.Contains("integer overflow", report!.Declined, StringComparison.Ordinal);
        Assert.Null(Assert.Single(result.Outcomes).Measurement);
        Assert.NotEmpty(result.Diagnostics);
    }

    [Fact]
    public async Task Facts_of_the_scan_are_counted_in_the_database()
    {
        using var table = new SqliteTable(Columns);
        table.Definition = table.Definition with { KnownUntil = new DateOnly(2026, 2, 1) };
        table.Insert(["2026-01-05", "2026-03-01", 1.0, null, null, null], ["2026-02-01", null, 1.0, null, null, null], ["2026-01-31T23:59:59.9999999", null, 2.0, null, null, null], [null, null, 3.0, null, null, null]);
        var (result, report) = await table.Measure(true, table.Request(table.Metric(Aggregate.Sum, "v")), table.Request(table.Metric(Aggregate.Sum, "v", time: "done")));
        Assert.True(report!.IsPushed);
        Assert.Equal(
            [new ScanFacts("enquiries", 4, 1, 0, "same", "sqlite 1.0.0") { RowsAfterKnown = 1 }, new ScanFacts("enquiries", 4, 3, 0, "same", "sqlite 1.0.0") { RowsAfterKnown = 1 }],
            result.Outcomes.Select(o => o.Measurement!.Scan));
        await table.Pushes(table.Metric(Aggregate.Sum, "v"), table.Metric(Aggregate.Sum, "v", time: "done"));
    }

    /// <summary>A relation of so many rows that lies in no table.</summary>
    private static string Numbers(int count) =>
        $"(WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < {count}) SELECT '2026-01-05' AS at, CAST(x AS REAL) AS v FROM c)";

    private static SqliteTable Small()
    {
        var table = new SqliteTable(Columns);
        table.Insert(
            ["2026-01-05", "2026-01-06", 3.0, 1L, "north", 1L], ["2026-01-07T09:30", "2026-02-01", 1.0, 2L, "north", 0L], ["2026-01-11T23:59:59", null, 2.0, null, null, null],
            ["2026-01-12", null, 4.0, 1L, "south", 1L], ["2026-01-13", null, 7.0, 1L, "North", 1L], ["2026-01-13", null, 6.5, 1L, "south", 1L], ["2026-01-17 12:00:00+05:00", null, 4.5, -1L, null, 0L],
            ["2026-01-18", null, null, 0L, "south", null]);
        return table;
    }
}
