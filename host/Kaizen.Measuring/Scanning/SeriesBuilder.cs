using System.Globalization;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Measuring.Grids;
using Kaizen.Measuring.Tallies;

namespace Kaizen.Measuring.Scanning;

/// <summary>Lays what a tally gathered on the grid of a request's windows.</summary>
internal sealed class SeriesBuilder(WorkCalendar calendar)
{
    private readonly SlotRange range = new(calendar);

    /// <summary>The series; null where the source's first row is so old that the grid cannot be right.</summary>
    public Series? Build(MeasureRequest request, Tally tally, DiagnosticBag faults) =>
        request.Metric.Per == Period.Row ? OfRows(request, tally) : OfSlots(request, tally, faults);

    private Series? OfSlots(MeasureRequest request, Tally tally, DiagnosticBag faults)
    {
        var (metric, windows) = (request.Metric, request.Windows);
        var from = metric.Source.KnownFrom ?? FirstDay(tally.Grid);
        if (range.Of(metric.Per, from, windows.Cut) is not { } slots)
        {
            faults.Add(Catalogue.TooManySlots.At(metric.Source.At, metric.Source.Name, from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                metric.Name, SlotRange.CountOf(metric.Per, from, windows.Cut), SlotRange.Most) with
            { Hint = "state 'known_from' at the source" });
            return null;
        }

        var points = new SeriesPoint[slots.Count];
        var (before, after) = (new List<int>(), new List<int>());
        var counted = (Before: 0, After: 0);
        Span<int> one = stackalloc int[1];
        for (var i = 0; i < points.Length; i++)
        {
            var slot = slots[i];
            var number = tally.Grid.NumberOf(slot.First);
            one[0] = number;
            var value = tally.Of(number < 0 ? [] : one);
            var phase = windows.PhaseOf(slot.Start, slot.Finish, calendar);
            if (phase == Phase.Before) counted.Before++;
            if (phase == Phase.After) counted.After++;
            if (number >= 0 && phase == Phase.Before) before.Add(number);
            if (number >= 0 && phase == Phase.After) after.Add(number);
            points[i] = new SeriesPoint(slot.Label, slot.Start, slot.Finish, value.Value, value.Rows, value.Numerator, value.Denominator, phase);
        }

        return new Series(points, Pool(tally, before, counted.Before), Pool(tally, after, counted.After));
    }

    /// <summary>The rows of the counted slots together; where no slot counts there is nothing, not even a count of 0.</summary>
    private static Pooled Pool(Tally tally, List<int> slots, int counted) =>
        counted == 0 ? new Pooled(null, 0, null, null) : tally.Of(slots.ToArray());

    /// <summary>
    /// Each row of the population is a point, in order of time; rows at the same instant keep their order. A row without
    /// a value stays as a gap, which no moving range crosses.
    /// </summary>
    private Series OfRows(MeasureRequest request, Tally tally)
    {
        var windows = request.Windows;
        var first = request.Metric.Source.KnownFrom is { } day ? calendar.StartOf(day).Ticks : 0;
        var points = new List<SeriesPoint>();
        var (before, after) = (new List<int>(), new List<int>());
        var instants = tally.Grid.Instants;
        var labels = new Dictionary<string, int>(StringComparer.Ordinal);
        Span<int> one = stackalloc int[1];
        foreach (var row in Enumerable.Range(0, instants.Count).OrderBy(i => instants[i]))
        {
            if (instants[row] < first || instants[row] >= windows.Cut.Ticks) continue;
            one[0] = row;
            var value = tally.Of(one);
            if (value.Rows == 0) continue;
            // A moment is a slot of the shortest length, so that an end stays exclusive.
            var start = new DateTime(instants[row], DateTimeKind.Utc);
            var finish = start.AddTicks(1);
            var phase = windows.PhaseOf(start, finish, calendar);
            if (phase == Phase.Before) before.Add(row);
            if (phase == Phase.After) after.Add(row);
            var label = LabelOf(start, labels);
            points.Add(new SeriesPoint(label, start, finish, value.Value, value.Rows, value.Numerator, value.Denominator, phase));
        }

        return new Series(points, Pool(tally, before, before.Count), Pool(tally, after, after.Count));
    }

    /// <summary>The local time of a row, numbered where several rows share it, so that a label names one point.</summary>
    private string LabelOf(DateTime instant, Dictionary<string, int> used)
    {
        var local = calendar.ToLocal(instant);
        var format = local.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : local.Second == 0 ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd'T'HH:mm:ss";
        var label = local.ToString(format, CultureInfo.InvariantCulture);
        used[label] = used.GetValueOrDefault(label) + 1;
        return used[label] == 1 ? label : string.Create(CultureInfo.InvariantCulture, $"{label} #{used[label]}");
    }

    private DateOnly FirstDay(SlotGrid grid) => calendar.DayOf(new DateTime(grid.Earliest, DateTimeKind.Utc));
}
