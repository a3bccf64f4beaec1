using Kaizen.Core.Metrics;

namespace Kaizen.Measuring.Grids;

/// <summary>Lists the slots of a grid; those of the same range are made once.</summary>
internal sealed class SlotRange(WorkCalendar calendar)
{
    /// <summary>More slots than this come from a wrong date.</summary>
    public const int Most = 50_000;

    private readonly Dictionary<(Period, DateOnly, DateTime), IReadOnlyList<Slot>> known = [];

    /// <summary>From the slot that holds a day to the last one that ends at or before the cut.</summary>
    /// <returns>The slots, or null where there would be more than <see cref="Most"/>.</returns>
    public IReadOnlyList<Slot>? Of(Period period, DateOnly from, DateTime cut)
    {
        var slot = calendar.SlotOf(period, from);
        if (known.TryGetValue((period, slot.First, cut), out var slots)) return slots;
        if (CountOf(period, from, cut) > Most) return null;
        var list = new List<Slot>();
        for (; slot.Finish <= cut && slot.End > slot.First; slot = calendar.SlotOf(period, slot.End)) list.Add(slot);
        return known[(period, calendar.SlotOf(period, from).First, cut)] = list;
    }

    /// <summary>About how many slots lie between.</summary>
    public static long CountOf(Period period, DateOnly from, DateTime cut) =>
        (DateOnly.FromDateTime(cut).DayNumber - from.DayNumber) / period switch { Period.Week => 7, Period.Month => 28, _ => 1 };
}
