using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;
using Kaizen.Measuring;
using Kaizen.Tests.PluginHost;

namespace Kaizen.Tests.Measuring;

public class MeasurerTests
{
    [Fact]
    public async Task Two_cycles_with_two_metrics_and_a_comparison_share_one_scan()
    {
        using var rig = new Rig("unused\n") { Cut = "2026-01-26", Started = "2026-01-12" };
        rig.Definition = Plugins.Source("counting", ("log", ["calls.log"]), ("rows", ["400"]));
        var share = rig.Metric(Aggregate.Rate, "name = 'odd'") with { Compare = new Comparison("the even", Rig.Parse("name = 'even'", 7)!) };
        var result = await rig.Measure(
            rig.Request(rig.Metric(Aggregate.Median, "n"), "one"), rig.Request(share, "one"),
            rig.Request(rig.Metric(Aggregate.Sum, "n", "name = 'odd'"), "two"), rig.Request(share, "two"), rig.Request(share, "two") with { Window = "late" });
        Assert.Empty(result.Diagnostics);
        Assert.Equal(["describe", "fingerprint", "open at,n,name"], (await File.ReadAllLinesAsync(Path.Combine(rig.Folder, "calls.log"))).Order(StringComparer.Ordinal));
        Assert.All(result.Outcomes, o => Assert.Equal(new ScanFacts("enquiries", 400, 0, 0, "rows:400", "counting 1.0.0"), o.Measurement!.Scan));
        var compared = result.Outcomes[1].Measurement!;
        Assert.Equal([0.5, 0.5, 0.5], compared.Own.Points.Select(p => p.Value!.Value));
        Assert.Equal([0d, 0d, 0d], compared.Comparison!.Points.Select(p => p.Value!.Value));
        Assert.Equal(compared.Own.Points.Select(p => (p.Period, p.Phase)), compared.Comparison.Points.Select(p => (p.Period, p.Phase)));
    }

    [Fact]
    public async Task A_refused_value_stops_every_cycle_that_reads_its_column_and_no_other()
    {
        var rows = Enumerable.Range(1, 900).Select(i => $"2026-03-{2 + (i % 20):00},{(i == 734 ? "abc" : i)},{i}");
        using var rig = new Rig("at,v,w\n" + string.Join("\n", rows));
        var result = await rig.Measure(
            rig.Request(rig.Metric(Aggregate.Median, "v"), "one"), rig.Request(rig.Metric(Aggregate.Mean, "v"), "one"),
            rig.Request(rig.Metric(Aggregate.Mean, "w"), "two"), rig.Request(rig.Metric(Aggregate.Count, null, "v > 3"), "three"));
        Assert.Equal(["one", "three"], result.Diagnostics.Select(d => d.Cycle!));
        var fault = result.Diagnostics[0];
        Assert.Equal("KZ3006 kaizen.yaml:3:3: Source 'enquiries': 1 value of column 'v' cannot be read. | mend the rows, or write 'bad_rows: leave_out' at the source", Plugins.Line(fault));
        Assert.Equal(["row 734 (line 735): 'abc' is not a number"], fault.Details);
        Assert.Equal([false, false, true, false], result.Outcomes.Select(o => o.Measurement is not null));
    }

    [Fact]
    public async Task At_most_twenty_refused_values_are_listed_and_all_are_counted()
    {
        using var rig = new Rig("at,v\n" + string.Concat(Enumerable.Repeat("2026-03-02,NaN\n", 30)) + "2026-03-02\n");
        var fault = Assert.Single((await rig.Measure(rig.Metric(Aggregate.Mean, "v"))).Diagnostics);
        Assert.Contains("31 values of column 'v'", fault.Message, StringComparison.Ordinal);
        Assert.Equal(20, fault.Details.Count);
        Assert.Equal("mend the 20 rows listed and 11 more, or write 'bad_rows: leave_out' at the source", fault.Hint);
    }

    [Fact]
    public async Task A_short_row_says_how_many_fields_it_has()
    {
        using var rig = new Rig("at,v\n2026-03-02\n");
        Assert.Equal(["row 1 (line 2): the row has 1 of 2 fields"], Assert.Single((await rig.Measure(rig.Metric(Aggregate.Mean, "v"))).Diagnostics).Details);
    }

    [Fact]
    public async Task Bad_rows_are_left_out_where_the_source_says_so()
    {
        using var rig = new Rig("at,v,w\n2026-03-02,1,1\n2026-03-03,NaN,2\nsoon,3,3\n");
        rig.Definition = rig.Definition with { LeaveOutBadRows = true };
        var result = await rig.Measure(rig.Metric(Aggregate.Sum, "v"), rig.Metric(Aggregate.Sum, "w"));
        Assert.Empty(result.Diagnostics);
        Assert.Equal([(1d, 2L), (3d, 1L)], result.Outcomes.Select(o => (o.Measurement!.Own.Points[0].Value!.Value, o.Measurement.Scan.RowsLeftOut)));
        Assert.All(result.Outcomes, o => Assert.Equal((3L, 0L), (o.Measurement!.Scan.RowsRead, o.Measurement.Scan.RowsWithoutTime)));
    }

    [Fact]
    public async Task A_column_refused_as_a_number_is_still_a_text()
    {
        using var rig = new Rig("at,v\n2026-03-02,abc\n2026-03-02,7\n");
        var result = await rig.Measure(rig.Request(rig.Metric(Aggregate.Sum, "v"), "one"), rig.Request(rig.Metric(Aggregate.Distinct, "v"), "two"));
        Assert.Equal("one", Assert.Single(result.Diagnostics).Cycle);
        Assert.Equal(2, result.Outcomes[1].Measurement!.Own.Points[0].Value);
    }

    [Fact]
    public async Task Numbers_of_any_source_are_finite()
    {
        using var rig = new Rig("unused\n") { Cut = "2026-01-19" };
        rig.Definition = Plugins.Source("counting", ("log", ["calls.log"]), ("rows", ["5"]), ("not_finite", ["true"]));
        var fault = Assert.Single((await rig.Measure(rig.Metric(Aggregate.Sum, "n"))).Diagnostics);
        Assert.Equal(["row 5: 'NaN' is not a finite number"], fault.Details);
    }

    [Fact]
    public async Task A_typed_column_is_not_read_as_another_type()
    {
        using var rig = new Rig("unused\n");
        rig.Definition = Plugins.Source("counting", ("log", ["calls.log"]));
        Assert.Equal("KZ2104 cycles/c.yaml:4:11: A number is needed here, but this is a text.", await rig.Faults(rig.Metric(Aggregate.Sum, "name")));
        Assert.DoesNotContain(await File.ReadAllLinesAsync(Path.Combine(rig.Folder, "calls.log")), l => l.StartsWith("open", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Period.Week)]
    [InlineData(Period.Row)]
    public async Task A_source_that_has_no_rows_yet_gives_a_series_without_points(Period per)
    {
        using var rig = new Rig("at,v\n");
        foreach (var aggregate in new[] { Aggregate.Mean, Aggregate.Count })
        {
            var measured = await rig.Series(rig.Metric(aggregate, aggregate == Aggregate.Count ? null : "v", per: per));
            Assert.Empty(measured.Own.Points);
            Assert.Equal((null, null, 0L), (measured.Own.Before.Value, measured.Own.After.Value, measured.Scan.RowsRead));
        }
    }

    [Fact]
    public async Task A_source_that_is_known_until_a_date_has_lost_its_rows_where_it_has_none()
    {
        using var rig = new Rig("at,v\n");
        rig.Definition = rig.Definition with { KnownUntil = new DateOnly(2026, 3, 30) };
        Assert.Equal("KZ3007 kaizen.yaml:3:3: Source 'enquiries' has no rows. | put rows below the header, or look at the path of the source", await rig.Faults(rig.Metric(Aggregate.Mean, "v")));
    }

    [Fact]
    public async Task Rows_on_or_after_the_date_until_which_a_source_is_known_are_counted_apart()
    {
        using var rig = new Rig("at,v\n2026-03-02,1\n2026-03-29T23:59,2\n2026-03-30,3\n2026-04-02,4\n,5\n", "UTC");
        Assert.Equal(0, (await rig.Series(rig.Metric(Aggregate.Mean, "v"))).Scan.RowsAfterKnown);
        rig.Definition = rig.Definition with { KnownUntil = new DateOnly(2026, 3, 30) };
        Assert.Equal(2, (await rig.Series(rig.Metric(Aggregate.Mean, "v"))).Scan.RowsAfterKnown);
    }

    [Theory]
    [InlineData("at,v\n,1\n-,2\n", "KZ3008 cycles/c.yaml:9:9: No row of source 'enquiries' has a time in column 'at'. | fill the column, or name another with 'time: COLUMN'")]
    [InlineData("", "KZ3005 kaizen.yaml:3:3: Source 'enquiries' cannot be read. The file 'data.csv' is empty. | its first line must name the columns")]
    [InlineData("at,v\n2026-03-02,\"1\n", "KZ3005 kaizen.yaml:3:3: Source 'enquiries' cannot be read. A quoted text that begins in the row of line 2 is never closed. | close it with \", or double a \" that belongs to the text")]
    public async Task A_source_that_gives_nothing_is_explained(string csv, string expected)
    {
        using var rig = new Rig(csv);
        Assert.Equal(expected, await rig.Faults(rig.Metric(Aggregate.Mean, "v")));
    }

    [Theory]
    [InlineData("describe", "KZ3005 kaizen.yaml:3:3: Source 'enquiries' cannot be read. The moon is down. | wait for it")]
    [InlineData("open", "KZ3004 kaizen.yaml:3:3: Plugin 'throws 1.0.0' failed on source 'enquiries': ArithmeticException: seven times six. | tell the plugin's author; cycles that do not use it are not affected")]
    [InlineData("cancel", "KZ3004 kaizen.yaml:3:3: Plugin 'throws 1.0.0' failed on source 'enquiries': OperationCanceledException: gave up by itself. | tell the plugin's author; cycles that do not use it are not affected")]
    public async Task What_a_plugin_throws_stops_its_cycles_only(string where, string expected)
    {
        using var bad = new Rig("unused\n") { Definition = Plugins.Source("throws", ("where", [where])) };
        using var good = new Rig("at\n2026-03-02\n");
        good.Definition = good.Definition with { Name = "fine" };
        var result = await new Measurer(good.Calendar).MeasureAsync(
            [bad.Request(bad.Metric(Aggregate.Count, null), "one"), good.Request(good.Metric(Aggregate.Count, null), "two")],
            new Opened(new Dictionary<string, OpenedSource> { ["enquiries"] = Plugins.Open(bad.Definition, bad.Folder), ["fine"] = Plugins.Open(good.Definition, good.Folder) }),
            null, CancellationToken.None);
        Assert.Equal(expected, Plugins.Line(Assert.Single(result.Diagnostics)));
        Assert.Equal("one", result.Diagnostics[0].Cycle);
        Assert.NotNull(result.Outcomes[1].Measurement);
    }

    [Fact]
    public async Task A_run_can_be_stopped()
    {
        using var rig = new Rig("at\n" + string.Concat(Enumerable.Repeat("2026-03-02\n", 20_000)));
        using var stop = new CancellationTokenSource();
        var seen = new List<ScanProgress>();
        var progress = new Immediate(p =>
        {
            seen.Add(p);
            stop.Cancel();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new Measurer(rig.Calendar).MeasureAsync(
            [rig.Request(rig.Metric(Aggregate.Count, null))],
            new Opened(new Dictionary<string, OpenedSource> { ["enquiries"] = Plugins.Open(rig.Definition, rig.Folder) }), progress, stop.Token));
        Assert.Equal([new ScanProgress("enquiries", 8192)], seen);
    }

    private sealed class Immediate(Action<ScanProgress> report) : IProgress<ScanProgress>
    {
        public void Report(ScanProgress value) => report(value);
    }
}
