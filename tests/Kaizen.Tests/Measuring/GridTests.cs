using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Kaizen.Core.Metrics;
using Kaizen.Measuring.Grids;

namespace Kaizen.Tests.Measuring;

public class GridTests
{
    [Fact]
    public async Task The_grid_runs_from_the_earliest_row_before_where_to_the_last_whole_slot()
    {
        using var rig = new Rig("at,v\n2026-03-25,1\n2026-03-04,0\n2026-04-30,1\n") { Cut = "2026-04-01" };
        Assert.Equal("2026-W10=0 2026-W11=0 2026-W12=0 2026-W13=1", await rig.Values(rig.Metric(Aggregate.Count, null, "v > 0")));
        rig.Cut = "2026-03-30";
        Assert.EndsWith("2026-W13=1", await rig.Values(rig.Metric(Aggregate.Count, null)), StringComparison.Ordinal);
        rig.Cut = "2026-03-29";
        Assert.EndsWith("2026-W12=0", await rig.Values(rig.Metric(Aggregate.Count, null)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Known_from_takes_the_place_of_the_earliest_row()
    {
        using var rig = new Rig("at,v\n2026-03-04,0\n2026-03-25,1\n");
        rig.Definition = rig.Definition with { KnownFrom = new DateOnly(2026, 3, 18) };
        Assert.Equal("2026-W12=0 2026-W13=1", await rig.Values(rig.Metric(Aggregate.Count, null)));
        rig.Definition = rig.Definition with { KnownFrom = new DateOnly(2026, 2, 25) };
        Assert.StartsWith("2026-W09=0 2026-W10=1", await rig.Values(rig.Metric(Aggregate.Count, null)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Period.Day, "2026-03-02=1 2026-03-03=0 2026-03-04=1")]
    [InlineData(Period.Month, "2026-03=2")]
    public async Task Days_and_months_are_slots_too(Period per, string expected)
    {
        using var rig = new Rig("at\n2026-03-02\n2026-03-04T23:59\n") { Cut = per == Period.Day ? "2026-03-05" : "2026-04-01" };
        Assert.Equal(expected, await rig.Values(rig.Metric(Aggregate.Count, null, per: per)));
    }

    [Fact]
    public async Task Rows_without_a_time_are_in_no_slot_and_counted()
    {
        using var rig = new Rig("at,v\n2026-03-02,1\n,2\n-,3\n");
        var m = await rig.Series(rig.Metric(Aggregate.Count, null));
        Assert.Equal((3L, 2L, 1d), (m.Scan.RowsRead, m.Scan.RowsWithoutTime, m.Own.Points[0].Value));
    }

    [Fact]
    public async Task Slots_have_phases_and_immature_ones_are_marked()
    {
        using var rig = new Rig("at\n2026-02-16\n2026-03-27\n") { Started = "2026-03-04" };
        var metric = rig.Metric(Aggregate.Count, null) with { Maturity = new CalendarSpan(7, 'd') };
        var phases = (await rig.Series(metric)).Own.Points.Select(p => $"{p.Period} {p.Phase}");
        Assert.Equal(["2026-W08 Before", "2026-W09 Before", "2026-W10 Neither", "2026-W11 After", "2026-W12 After", "2026-W13 Immature"], phases);
    }

    [Fact]
    public async Task Each_row_can_be_a_point()
    {
        using var rig = new Rig("at,v\n2026-03-05T09:00,3\n2026-02-25T10:30,1\n2026-02-26,\n2026-03-02,2\n2026-03-30,9\n");
        var series = (await rig.Series(rig.Metric(Aggregate.Median, "v", per: Period.Row))).Own;
        Assert.Equal(
            ["2026-02-25T10:30 1 Before", "2026-02-26 none Before", "2026-03-02 2 After", "2026-03-05T09:00 3 After"],
            series.Points.Select(p => $"{p.Period} {Rig.Text(p.Value)} {p.Phase}"));
        Assert.Equal((1d, 2.5), (series.Before.Value, series.After.Value));
        Assert.Equal((2L, 2L), (series.Before.Rows, series.After.Rows));
    }

    [Theory]
    [InlineData(Aggregate.Mean, "v")]
    [InlineData(Aggregate.Sum, "v")]
    [InlineData(Aggregate.Max, "v")]
    [InlineData(Aggregate.Median, "v")]
    [InlineData(Aggregate.Distinct, "v")]
    [InlineData(Aggregate.Ratio, "v")]
    public async Task Whatever_the_aggregate_a_row_without_a_value_is_a_gap_and_one_outside_the_population_no_point(Aggregate aggregate, string value)
    {
        using var rig = new Rig("at,v,kind\n2026-03-02,2,a\n2026-03-03,,a\n2026-03-04,,b\n2026-03-05,,\n,5,a\n2026-03-06,4,a\n");
        var measured = await rig.Series(rig.Metric(aggregate, value, "kind = 'a'", Period.Row, aggregate == Aggregate.Ratio ? "1" : null));
        Assert.Equal(["2026-03-02 True", "2026-03-03 False", "2026-03-06 True"], measured.Own.Points.Select(p => $"{p.Period} {p.Value is not null}"));
        Assert.Equal((3L, 1L), (measured.Own.After.Rows, measured.Scan.RowsWithoutTime));
    }

    [Fact]
    public async Task A_row_that_was_left_out_is_no_gap()
    {
        using var rig = new Rig("at,v\n2026-03-02,2\n2026-03-03,?\n2026-03-04,\n2026-03-05,4\n");
        rig.Definition = rig.Definition with { LeaveOutBadRows = true };
        var measured = await rig.Series(rig.Metric(Aggregate.Mean, "v", per: Period.Row));
        Assert.Equal("2026-03-02=2 2026-03-04=none 2026-03-05=4", string.Join(" ", measured.Own.Points.Select(p => $"{p.Period}={Rig.Text(p.Value)}")));
        Assert.Equal(1, measured.Scan.RowsLeftOut);
    }

    [Fact]
    public async Task Weeks_of_a_clock_change_hold_the_hours_they_have()
    {
        // One row an hour, in UTC, over both clock changes of 2026.
        var start = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);
        var rows = Enumerable.Range(0, 24 * 300).Select(h => start.AddHours(h).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        using var rig = new Rig("at\n" + string.Join("\n", rows)) { Cut = "2026-11-02" };
        var counts = (await rig.Series(rig.Metric(Aggregate.Count, null))).Own.Points.ToDictionary(p => p.Period, p => p.Value);
        Assert.Equal((167d, 169d, 168d), (counts["2026-W13"], counts["2026-W43"], counts["2026-W20"]));
    }

    [Theory]
    [InlineData("2026-10-25T01:30", "2026-10-25T01:29:59Z", 0)] // Shown twice: the first one, 00:30 UTC.
    [InlineData("2026-03-29T01:30", "2026-03-29T01:30:00Z", 0)] // Skipped: shifted forward to 02:30, which is 01:30 UTC.
    [InlineData("2026-07-01T12:00", "2026-07-01T11:00:00Z", 0)]
    public async Task Naive_times_are_local(string local, string instant, int expected)
    {
        using var rig = new Rig($"at,v\n2026-03-02,{local}\n");
        var difference = await rig.Values(rig.Metric(Aggregate.Mean, $"hours_between('{instant}', v)"));
        var hours = double.Parse(difference.Split(' ')[0].Split('=')[1], CultureInfo.InvariantCulture);
        Assert.Equal(expected, (int)Math.Ceiling(hours));
        Assert.InRange(hours, -1, 0);
    }

    [Fact]
    public async Task A_date_far_in_the_past_is_explained()
    {
        using var rig = new Rig("at\n0201-03-02\n2026-03-04\n");
        Assert.Equal(
            "KZ3009 kaizen.yaml:3:3: Source 'enquiries' begins on 0201-03-02: metric 'm' would have about 95227 slots, more than 50000. | state 'known_from' at the source",
            await rig.Faults(rig.Metric(Aggregate.Count, null)));
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("9999-12-31T23:59:59Z")]
    public async Task A_date_that_means_never_is_in_no_slot(string never)
    {
        using var rig = new Rig($"at,v\n2026-03-27,1\n{never},{never}\n2026-03-28,2026-03-28\n", "America/New_York");
        Assert.Equal("2026-W13=2", await rig.Values(rig.Metric(Aggregate.Count, null)));
        Assert.Equal("2026-W13=0", await rig.Values(rig.Metric(Aggregate.Count, "at within 3m and date(at) > '2030-01-01'")));
    }

    [Fact]
    public async Task A_date_at_the_beginning_of_the_calendar_is_explained()
    {
        using var rig = new Rig("at\n0001-01-01T00:00:00Z\n2026-03-04\n", "America/New_York");
        Assert.StartsWith("KZ3009", await rig.Faults(rig.Metric(Aggregate.Count, null)), StringComparison.Ordinal);
    }

    [Fact]
    public void Iso_weeks_have_the_names_of_the_reference()
    {
        var (input, expected) = Case("time_01_iso_week_labels.json");
        var days = input.GetProperty("dates").EnumerateArray().Select(d => DateOnly.Parse(d.GetString()!, CultureInfo.InvariantCulture));
        var calendar = new WorkCalendar(TimeZoneInfo.Utc);
        Assert.Equal(expected.GetProperty("labels").EnumerateArray().Select(l => l.GetString()), days.Select(d => calendar.SlotOf(Period.Week, d).Label));
    }

    [Fact]
    public async Task Instants_fall_into_the_slots_of_the_reference()
    {
        var rows = Case("time_03_dst_and_zones.json").Expected.GetProperty("rows").EnumerateArray()
            .GroupBy(r => r.GetProperty("zone").GetString()!).ToList();
        Assert.Equal(6, rows.Count);
        foreach (var zone in rows)
        {
            foreach (var row in zone)
            {
                using var rig = new Rig($"at\n{row.GetProperty("utc").GetString()}\n", zone.Key) { Cut = "2028-01-01" };
                foreach (var (per, name) in new[] { (Period.Day, "day"), (Period.Week, "iso_week"), (Period.Month, "month") })
                {
                    var first = (await rig.Series(rig.Metric(Aggregate.Count, null, per: per))).Own.Points[0];
                    Assert.Equal((row.GetProperty(name).GetString(), 1d), (first.Period, first.Value));
                }

                var clock = new ZoneClock(rig.Calendar);
                var utc = DateTime.Parse(row.GetProperty("utc").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
                Assert.Equal(row.GetProperty("local").GetString()![..19], new DateTime(clock.ToLocal(utc.Ticks)).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
            }
        }
    }

    [Theory]
    [InlineData("Europe/London")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("America/Havana")]
    [InlineData("Pacific/Apia")]
    [InlineData("Asia/Kathmandu")]
    public void The_fast_clock_agrees_with_the_calendar(string zone)
    {
        var calendar = new WorkCalendar(TimeZoneInfo.FindSystemTimeZoneById(zone));
        var clock = new ZoneClock(calendar);
        for (var t = new DateTime(2011, 1, 1, 0, 7, 0, DateTimeKind.Utc); t.Year < 2013; t = t.AddMinutes(15))
        {
            Assert.Equal(calendar.ToLocal(t).Ticks, clock.ToLocal(t.Ticks));
            Assert.Equal(calendar.ToInstant(t).Ticks, clock.ToInstant(t.Ticks));
            if (t.Hour == 5) Assert.Equal(calendar.Add(t, new CalendarSpan(2, 'm')).Ticks, clock.Add(t.Ticks, new CalendarSpan(2, 'm')));
        }
    }

    private static (JsonElement Input, JsonElement Expected) Case(string file, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "..", "fixtures", "calendar", file);
        var root = JsonDocument.Parse(File.ReadAllText(path)).RootElement;
        return (root.GetProperty("input"), root.GetProperty("expected"));
    }
}
