using Kaizen.Core.Metrics;
using Kaizen.Measuring.Grids;

namespace Kaizen.Measuring.Pushing;

/// <summary>Finds the slots that a request pools, before and after.</summary>
/// <param name="calendar">The workspace's calendar.</param>
internal sealed class CountedSlots(WorkCalendar calendar)
{
    private readonly SlotRange range = new(calendar);

    /// <summary>The first days of the slots before and of those after, in order of time, without those that hold no row.</summary>
    public IReadOnlyList<int[]> Of(MeasureRequest request, long earliest, IReadOnlySet<int> days)
    {
        var (metric, windows) = (request.Metric, request.Windows);
        var from = metric.Source.KnownFrom ?? calendar.DayOf(new DateTime(earliest, DateTimeKind.Utc));
        var (before, after) = (new List<int>(), new List<int>());
        // Where there are too many, the series says so.
        foreach (var slot in range.Of(metric.Per, from, windows.Cut) ?? [])
        {
            var day = slot.First.DayNumber;
            if (!days.Contains(day)) continue;
            var phase = windows.PhaseOf(slot.Start, slot.Finish, calendar);
            if (phase == Phase.Before) before.Add(day);
            if (phase == Phase.After) after.Add(day);
        }

        return [before.ToArray(), after.ToArray()];
    }
}
