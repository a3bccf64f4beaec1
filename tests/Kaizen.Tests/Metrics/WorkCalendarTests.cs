using System.Globalization;
using Kaizen.Core.Metrics;

namespace Kaizen.Tests.Metrics;

public class WorkCalendarTests
{
    [Theory]
    [InlineData("2026-03-18", "2026-03-16", "2026-03-23", "2026-W12")]
    [InlineData("2026-03-16", "2026-03-16", "2026-03-23", "2026-W12")]
    [InlineData("2026-03-22", "2026-03-16", "2026-03-23", "2026-W12")]
    [InlineData("2024-12-30", "2024-12-30", "2025-01-06", "2025-W01")]
    [InlineData("2027-01-03", "2026-12-28", "2027-01-04", "2026-W53")]
    [InlineData("2021-01-01", "2020-12-28", "2021-01-04", "2020-W53")]
    [InlineData("2023-01-01", "2022-12-26", "2023-01-02", "2022-W52")]
    [InlineData("2020-01-01", "2019-12-30", "2020-01-06", "2020-W01")]
    public void Weeks_are_those_of_iso_8601_across_years(string day, string first, string end, string label)
    {
        var slot = Calendar("UTC").SlotOf(Period.Week, Day(day));
        Assert.Equal((Day(first), Day(end), label), (slot.First, slot.End, slot.Label));
    }

    [Theory]
    [InlineData("2026-02-28", "2026-02-01", "2026-03-01", "2026-02")]
    [InlineData("2024-02-29", "2024-02-01", "2024-03-01", "2024-02")]
    [InlineData("2025-12-31", "2025-12-01", "2026-01-01", "2025-12")]
    public void Months_are_calendar_months(string day, string first, string end, string label)
    {
        var slot = Calendar("UTC").SlotOf(Period.Month, Day(day));
        Assert.Equal((Day(first), Day(end), label), (slot.First, slot.End, slot.Label));
    }

    /// <summary>Databases write it where they mean "never".</summary>
    [Theory]
    [InlineData(Period.Day, "9999-12-31")]
    [InlineData(Period.Week, "9999-12-27")]
    [InlineData(Period.Month, "9999-12-01")]
    public void The_last_slot_ends_with_the_calendar(Period period, string first)
    {
        var slot = Calendar("Europe/Amsterdam").SlotOf(period, DateOnly.MaxValue);
        Assert.Equal((Day(first), DateOnly.MaxValue), (slot.First, slot.End));
    }

    [Theory]
    // The clock goes forward at 02:00 to 03:00: 23 hours; back at 03:00 to 02:00: 25.
    [InlineData("Europe/Amsterdam", "2026-03-29", 23.0)]
    [InlineData("Europe/Amsterdam", "2026-10-25", 25.0)]
    [InlineData("Europe/Amsterdam", "2026-06-01", 24.0)]
    [InlineData("America/New_York", "2026-03-08", 23.0)]
    [InlineData("America/New_York", "2026-11-01", 25.0)]
    // Lord Howe moves its clock by half an hour.
    [InlineData("Australia/Lord_Howe", "2026-04-05", 24.5)]
    [InlineData("Australia/Lord_Howe", "2026-10-04", 23.5)]
    public void Days_are_as_long_as_the_clock_makes_them(string zone, string day, double hours)
    {
        var slot = Calendar(zone).SlotOf(Period.Day, Day(day));
        Assert.Equal(hours, (slot.Finish - slot.Start).TotalHours);
    }

    [Theory]
    // Shown twice: the first of the two. Skipped: forward by the length of the gap.
    [InlineData("Europe/Amsterdam", "2026-10-25T02:30", "2026-10-25T00:30")]
    [InlineData("Europe/Amsterdam", "2026-10-25T03:00", "2026-10-25T02:00")]
    [InlineData("Europe/Amsterdam", "2026-03-29T02:30", "2026-03-29T01:30")]
    [InlineData("Europe/Amsterdam", "2026-03-29T02:00", "2026-03-29T01:00")]
    [InlineData("Europe/Amsterdam", "2026-03-29T01:59", "2026-03-29T00:59")]
    [InlineData("Europe/Amsterdam", "2026-03-29T03:00", "2026-03-29T01:00")]
    [InlineData("America/New_York", "2026-11-01T01:30", "2026-11-01T05:30")]
    [InlineData("America/New_York", "2026-03-08T02:15", "2026-03-08T07:15")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:10", "2026-10-03T15:40")]
    // Samoa had no 30 December 2011: that day's midnight is the midnight after it.
    [InlineData("Pacific/Apia", "2011-12-29T12:00", "2011-12-29T22:00")]
    [InlineData("Pacific/Apia", "2011-12-30T00:00", "2011-12-30T10:00")]
    [InlineData("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T22:00")]
    [InlineData("Pacific/Apia", "2011-12-31T00:00", "2011-12-30T10:00")]
    public void A_local_time_is_an_instant(string zone, string local, string instant)
    {
        var result = Calendar(zone).ToInstant(Time(local));
        Assert.Equal((Time(instant), DateTimeKind.Utc), (result, result.Kind));
    }

    [Fact]
    public void The_day_that_samoa_skipped_is_empty_and_its_neighbours_are_whole()
    {
        var calendar = Calendar("Pacific/Apia");
        double Hours(string day) => (calendar.SlotOf(Period.Day, Day(day)) is var s ? s.Finish - s.Start : default).TotalHours;
        Assert.Equal((24d, 0d, 24d), (Hours("2011-12-29"), Hours("2011-12-30"), Hours("2011-12-31")));
        var week = calendar.SlotOf(Period.Week, Day("2011-12-30"));
        Assert.Equal(6 * 24d, (week.Finish - week.Start).TotalHours);
    }

    [Theory]
    [InlineData("2026-03-28T22:59", "2026-03-28")]
    [InlineData("2026-03-28T23:00", "2026-03-29")]
    [InlineData("2026-03-29T21:59", "2026-03-29")]
    [InlineData("2026-03-29T22:00", "2026-03-30")]
    public void An_instant_lies_in_a_local_day(string instant, string day) =>
        Assert.Equal(Day(day), Calendar("Europe/Amsterdam").DayOf(DateTime.SpecifyKind(Time(instant), DateTimeKind.Utc)));

    [Theory]
    [InlineData("2026-03-28T11:00", 1, 'd', "2026-03-29T10:00")]
    [InlineData("2026-03-22T23:00", 1, 'w', "2026-03-29T22:00")]
    [InlineData("2026-01-31T11:00", 1, 'm', "2026-02-28T11:00")]
    [InlineData("2026-03-28T01:30", 1, 'd', "2026-03-29T01:30")]
    public void Spans_are_local_calendar_days(string from, int count, char unit, string to) =>
        Assert.Equal(Time(to), Calendar("Europe/Amsterdam").Add(DateTime.SpecifyKind(Time(from), DateTimeKind.Utc), new CalendarSpan(count, unit)));

    private static WorkCalendar Calendar(string zone) => new(TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTime Time(string text) => DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
