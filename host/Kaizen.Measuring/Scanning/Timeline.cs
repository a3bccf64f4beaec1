using Kaizen.Core.Metrics;
using Kaizen.Measuring.Grids;
using Kaizen.Measuring.Rows;
using Kaizen.Measuring.Tallies;

namespace Kaizen.Measuring.Scanning;

/// <summary>All tallies over one time column, with their grids.</summary>
/// <param name="time">Ordinal of the column.</param>
/// <param name="known">The first instant that the source does not tell any more.</param>
internal sealed class Timeline(int time, long known)
{
    private readonly Dictionary<Period, SlotGrid> gridByPeriod = [];
    private readonly Dictionary<int, Dictionary<string, List<Tally>>> routed = [];
    private readonly List<Tally> all = [];
    private readonly List<Tally> direct = [];
    private SlotGrid[] grids = [];
    private (int Column, Dictionary<string, List<Tally>> ByText)[] routes = [];

    /// <summary>Rows whose time is missing.</summary>
    public long WithoutTime { get; private set; }

    /// <summary>Rows at or after the instant until which the source is known.</summary>
    public long AfterKnown { get; private set; }

    public SlotGrid GridOf(Period period, WorkCalendar calendar, ZoneClock clock)
    {
        if (!gridByPeriod.TryGetValue(period, out var grid))
        {
            gridByPeriod[period] = grid = new SlotGrid(period, calendar, clock);
            grids = [.. gridByPeriod.Values];
        }

        return grid;
    }

    public void Add(RoutedTally tally)
    {
        all.Add(tally.Tally);
        if (tally.Route is not { } route)
        {
            direct.Add(tally.Tally);
            return;
        }

        if (!routed.TryGetValue(route.Column, out var byText))
        {
            routed[route.Column] = byText = new(StringComparer.Ordinal);
            routes = [.. routed.Select(r => (r.Key, r.Value))];
        }

        if (!byText.TryGetValue(route.Text, out var tallies)) byText[route.Text] = tallies = [];
        tallies.Add(tally.Tally);
    }

    /// <summary>Takes what a database counted in place of rows.</summary>
    public void Take(long withoutTime, long afterKnown)
    {
        WithoutTime = withoutTime;
        AfterKnown = afterKnown;
    }

    /// <summary>Counts the current row as left out by every tally that reads what was refused in it.</summary>
    public void LeaveOut(Row row)
    {
        foreach (var tally in all) tally.CountLeftOut(row);
    }

    /// <summary>Shows the current row to every tally that may count it.</summary>
    public void Add(Row row)
    {
        if (row.AnyRefused) LeaveOut(row);
        if (row.Nulls[time])
        {
            if (!row.AnyRefused || !row.Refused[time]) WithoutTime++;
            return;
        }

        if (row.Ticks[time] >= known) AfterKnown++;
        foreach (var grid in grids) grid.MoveTo(row.Ticks[time]);
        foreach (var tally in direct) tally.Add(row);
        foreach (var (column, byText) in routes)
        {
            if (row.Nulls[column] || !byText.TryGetValue(row.Texts[column], out var tallies)) continue;
            foreach (var tally in tallies) tally.Add(row);
        }
    }
}
