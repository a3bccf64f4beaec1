using System.Globalization;
using Kaizen.Core.Metrics;

namespace Kaizen.Tests.Metrics;

public class WindowsTests
{
    private static readonly WorkCalendar Calendar = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"));

    /// <summary>Baseline from Thursday 1 January, start on Wednesday 4 March, check on Monday 4 May, known until 1 June.</summary>
    private static Windows Windows(string? from = "2026-01-01", string? to = "2026-03-04", string? started = "2026-03-04", string? check = "2026-05-04", string cut = "2026-06-01", CalendarSpan? maturity = null) =>
        new(At(from), At(to), At(started), At(check), At(cut)!.Value, maturity);

    [Theory]
    [InlineData("2025-12-29", Phase.Neither)] // straddles the baseline's start
    [InlineData("2026-01-05", Phase.Before)]
    [InlineData("2026-02-23", Phase.Before)]
    [InlineData("2026-03-02", Phase.Neither)] // straddles the start of Do
    [InlineData("2026-03-09", Phase.After)]
    [InlineData("2026-04-27", Phase.After)] // ends at the check date, which is exclusive
    [InlineData("2026-05-04", Phase.Neither)] // after the check
    public void Weeks_count_on_one_side_only_where_they_lie_whole_in_it(string monday, Phase phase) => Assert.Equal(phase, Of(Windows(), monday));

    [Fact]
    public void A_start_on_the_edge_of_a_slot_leaves_no_gap()
    {
        var windows = Windows(to: "2026-03-02", started: "2026-03-02");
        Assert.Equal((Phase.Before, Phase.After), (Of(windows, "2026-02-23"), Of(windows, "2026-03-02")));
    }

    [Fact]
    public void Between_the_end_of_the_baseline_and_the_start_is_neither()
    {
        var windows = Windows(to: "2026-02-02", started: "2026-03-02");
        Assert.Equal(
            [Phase.Before, Phase.Neither, Phase.Neither, Phase.After],
            new[] { "2026-01-26", "2026-02-02", "2026-02-23", "2026-03-02" }.Select(d => Of(windows, d)));
    }

    [Fact]
    public void A_check_in_the_middle_of_a_week_leaves_that_week_out() =>
        Assert.Equal((Phase.After, Phase.Neither), (Of(Windows(check: "2026-05-06"), "2026-04-27"), Of(Windows(check: "2026-05-06"), "2026-05-04")));

    [Fact]
    public void Without_a_start_nothing_is_after()
    {
        var windows = Windows(from: null, to: null, started: null, check: null);
        Assert.Equal((Phase.Before, Phase.Before), (Of(windows, "2025-06-02"), Of(windows, "2026-05-25")));
        Assert.Equal(Phase.Neither, Of(windows, "2026-06-01"));
    }

    [Theory]
    [InlineData("2026-04-13", Phase.After)] // ends on the 20th, 14 days before the cut
    [InlineData("2026-04-20", Phase.Immature)]
    [InlineData("2026-04-27", Phase.Immature)] // ends at the cut
    [InlineData("2026-05-04", Phase.Neither)] // past the cut
    public void Maturity_is_by_slot(string monday, Phase phase) =>
        Assert.Equal(phase, Of(Windows(check: null, cut: "2026-05-04", maturity: new CalendarSpan(14, 'd')), monday));

    [Fact]
    public void Before_the_change_slots_must_be_mature_too()
    {
        var windows = Windows(cut: "2026-03-10", maturity: new CalendarSpan(2, 'w'));
        Assert.Equal((Phase.Before, Phase.Immature), (Of(windows, "2026-02-16"), Of(windows, "2026-02-23")));
    }

    [Fact]
    public void Days_of_maturity_are_local_over_a_change_of_the_clock()
    {
        // The week ends on 23 March 00:00; 7 local days later the clock has gone forward: 167 hours.
        var windows = Windows(check: null, cut: "2026-03-30", maturity: new CalendarSpan(7, 'd'));
        Assert.Equal(Phase.After, Of(windows, "2026-03-16"));
        Assert.Equal(Phase.Immature, Of(windows with { Cut = windows.Cut.AddTicks(-1) }, "2026-03-16"));
    }

    [Fact]
    public void A_point_is_never_on_both_sides() =>
        Assert.Equal(Phase.After, Of(Windows(to: "2026-04-06"), "2026-03-09"));

    [Theory]
    [InlineData(14, 'd', "2026-03-15")]
    [InlineData(2, 'w', "2026-03-15")]
    [InlineData(3, 'm', "2026-06-01")]
    [InlineData(0, 'd', "2026-03-01")]
    public void Spans_count_in_calendar_units(int count, char unit, string day)
    {
        var span = new CalendarSpan(count, unit);
        Assert.Equal(day, span.After(new DateOnly(2026, 3, 1)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal($"{count}{unit}", span.ToString());
    }

    private static Phase Of(Windows windows, string monday)
    {
        var slot = Calendar.SlotOf(Period.Week, Day(monday));
        return windows.PhaseOf(slot.Start, slot.Finish, Calendar);
    }

    private static DateTime? At(string? day) => day is null ? null : Calendar.StartOf(Day(day));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
