using Kaizen.Core.Metrics;

namespace Kaizen.Measuring.Grids;

/// <summary>
/// Finds the slot of each row. Slots get small numbers in the order in which rows first fall into them, which index
/// the arrays of the tallies; slots without rows have none.
/// </summary>
internal sealed class SlotGrid(Period period, WorkCalendar calendar, ZoneClock clock)
{
    // Dates at the very ends of the calendar stand for "never": no slot begins before or ends after them.
    private static readonly long FirstInstant = new DateTime(2, 1, 1).Ticks;
    private static readonly long LastInstant = new DateTime(9990, 1, 1).Ticks;

    private readonly Dictionary<int, int> numberOfDay = [];
    private readonly List<Slot> slots = [];
    private readonly List<long> instants = [];
    private long start = long.MaxValue, finish = long.MinValue;

    public Period Period => period;

    /// <summary>Number of the current row's slot.</summary>
    public int Current { get; private set; }

    /// <summary>First day of the current row's slot; not with <see cref="Period.Row"/>.</summary>
    public DateOnly CurrentFirst => slots[Current].First;

    /// <summary>Ticks of the first instant after the current row's slot.</summary>
    public long CurrentFinish => slots[Current].Finish.Ticks;

    /// <summary>The current row's instant.</summary>
    public long CurrentInstant { get; private set; }

    /// <summary>With <see cref="Period.Row"/>: the instant of each slot, which is one row.</summary>
    public IReadOnlyList<long> Instants => instants;

    /// <summary>The earliest instant of any row; <see cref="long.MaxValue"/> before the first.</summary>
    public long Earliest { get; private set; } = long.MaxValue;

    /// <summary>Makes the slot of an instant the current one.</summary>
    public void MoveTo(long instant)
    {
        if (instant < Earliest) Earliest = instant;
        CurrentInstant = instant;
        // Rows mostly come in order of time, so the next one is mostly in the same slot.
        if (instant >= start && instant < finish) return;
        if (period == Period.Row) EnterRow(instant);
        else Find(Math.Clamp(instant, FirstInstant, LastInstant));
    }

    /// <summary>The number of the slot with a first day, or -1 where no row fell into it.</summary>
    public int NumberOf(DateOnly first) => numberOfDay.GetValueOrDefault(first.DayNumber, -1);

    private void Find(long instant)
    {
        var day = (int)(clock.ToLocal(instant) / TimeSpan.TicksPerDay);
        Enter(FirstDayOf(day));
        // Where a clock was set back over midnight, an instant's local day may lie before the slot that holds it.
        while (instant < start) Enter(FirstDayOf(slots[Current].First.DayNumber - 1));
        while (instant >= finish) Enter(slots[Current].End.DayNumber);
    }

    private void EnterRow(long instant)
    {
        Current = instants.Count;
        instants.Add(instant);
    }

    private void Enter(int first)
    {
        if (!numberOfDay.TryGetValue(first, out var number))
        {
            numberOfDay[first] = number = slots.Count;
            slots.Add(calendar.SlotOf(period, DateOnly.FromDayNumber(first)));
        }

        Current = number;
        start = slots[number].Start.Ticks;
        finish = slots[number].Finish.Ticks;
    }

    private int FirstDayOf(int day)
    {
        switch (period)
        {
            // Day 0 is Monday, 0001-01-01.
            case Period.Week: return day - (day % 7);
            case Period.Month:
                var date = DateOnly.FromDayNumber(day);
                return day - date.Day + 1;
            default: return day;
        }
    }
}
