using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Measuring.Grids;
using Kaizen.Measuring.Tallies;

namespace Kaizen.Measuring.Scanning;

/// <summary>Lays what a tally gathered on the grid of a request's windows.</summary>
internal sealed class SeriesBuilder(WorkCalendar calendar)
{
    private static readonly Pooled Nothing = new(null, 0, null, null);

    // Of a source that has no rows yet nobody knows where its grid begins.
    public static readonly Series Empty = new([], Nothing, Nothing);

    private readonly SlotRange range = new(calendar);

    /// <summary>The series; null where the source's first row is so old that the grid cannot be right, or an aggregate left the range of a double.</summary>
    public Series? Build(MeasureRequest request, Tally tally, DiagnosticBag faults) =>
        tally.Grid.Earliest == long.MaxValue ? Empty : request.Metric.Per == Period.Row ? OfRows(request, tally, faults) : OfSlots(request, tally, faults);

    /// <summary>The slots of a request's grid; null where the first row is so old that the grid cannot be right.</summary>
    /// <param name="request">The request.</param>
    /// <param name="earliest">Ticks of the instant of the first row.</param>
    /// <param name="faults">Receives the fault.</param>
    public IReadOnlyList<Slot>? SlotsOf(MeasureRequest request, long earliest, DiagnosticBag faults)
    {
        var (metric, cut) = (request.Metric, request.Windows.Cut);
        var from = metric.Source.KnownFrom ?? calendar.DayOf(new DateTime(earliest, DateTimeKind.Utc));
        if (range.Of(metric.Per, from, cut) is { } slots) return slots;
        faults.Add(Catalogue.TooManySlots.At(metric.Source.At, metric.Source.Name, from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            metric.Name, SlotRange.CountOf(metric.Per, from, cut), SlotRange.Most) with
        { Hint = "state 'known_from' at the source" });
        return null;
    }

    private Series? OfSlots(MeasureRequest request, Tally tally, DiagnosticBag faults)
    {
        var windows = request.Windows;
        if (SlotsOf(request, tally.Grid.Earliest, faults) is not { } slots) return null;
        var points = new SeriesPoint[slots.Count];
        var (before, after) = (new List<int>(), new List<int>());
        var counted = (Before: 0, After: 0);
        var beyond = new List<string>();
        Span<int> one = stackalloc int[1];
        for (var i = 0; i < points.Length; i++)
        {
            var slot = slots[i];
            var number = tally.Grid.NumberOf(slot.First);
            one[0] = number;
            var value = tally.Of(number < 0 ? [] : one, out var isBeyond);
            if (isBeyond) beyond.Add(slot.Label);
            var phase = windows.PhaseOf(slot.Start, slot.Finish, calendar);
            if (phase == Phase.Before) counted.Before++;
            if (phase == Phase.After) counted.After++;
            if (number >= 0 && phase == Phase.Before) before.Add(number);
            if (number >= 0 && phase == Phase.After) after.Add(number);
            points[i] = new SeriesPoint(slot.Label, slot.Start, slot.Finish, value.Value, value.Rows, value.Numerator, value.Denominator, phase);
        }

        return Whole(request, faults, beyond, points, (Pool(tally, before, counted.Before, beyond), Pool(tally, after, counted.After, beyond)));
    }

    /// <summary>The rows of the counted slots together; where no slot counts there is nothing, not even a count of 0.</summary>
    private static Pooled Pool(Tally tally, List<int> slots, int counted, List<string> beyond)
    {
        if (counted == 0) return Nothing;
        var pooled = tally.Of(slots.ToArray(), out var isBeyond);
        // A period named by itself leads to the wrong value; all together are named where no period is.
        if (isBeyond && beyond.Count == 0) beyond.Add($"all rows of {slots.Count} counted points together");
        return pooled;
    }

    /// <summary>
    /// Each row of the population is a point, in order of time; rows at the same instant keep their order. A row without
    /// a value stays as a gap, which no moving range crosses.
    /// </summary>
    private Series? OfRows(MeasureRequest request, Tally tally, DiagnosticBag faults)
    {
        var windows = request.Windows;
        var first = request.Metric.Source.KnownFrom is { } day ? calendar.StartOf(day).Ticks : 0;
        var points = new List<SeriesPoint>();
        var (before, after) = (new List<int>(), new List<int>());
        var instants = tally.Grid.Instants;
        var labels = new Dictionary<string, int>(StringComparer.Ordinal);
        var beyond = new List<string>();
        Span<int> one = stackalloc int[1];
        foreach (var row in Enumerable.Range(0, instants.Count).OrderBy(i => instants[i]))
        {
            if (instants[row] < first || instants[row] >= windows.Cut.Ticks) continue;
            one[0] = row;
            var value = tally.Of(one, out var isBeyond);
            if (value.Rows == 0) continue;
            // A moment is a slot of the shortest length, so that an end stays exclusive.
            var start = new DateTime(instants[row], DateTimeKind.Utc);
            var finish = start.AddTicks(1);
            var phase = windows.PhaseOf(start, finish, calendar);
            if (phase == Phase.Before) before.Add(row);
            if (phase == Phase.After) after.Add(row);
            var label = LabelOf(start, labels);
            if (isBeyond) beyond.Add(label);
            points.Add(new SeriesPoint(label, start, finish, value.Value, value.Rows, value.Numerator, value.Denominator, phase));
        }

        return Whole(request, faults, beyond, points, (Pool(tally, before, before.Count, beyond), Pool(tally, after, after.Count, beyond)));
    }

    /// <summary>The series, unless an aggregate left the range of a double although each of its rows is finite.</summary>
    private static Series? Whole(
        MeasureRequest request, DiagnosticBag faults, List<string> beyond, IReadOnlyList<SeriesPoint> points, (Pooled Before, Pooled After) pooled)
    {
        if (beyond.Count == 0) return new Series(points, pooled.Before, pooled.After);
        var metric = request.Metric;
        var aggregate = metric.Measure.Aggregate.ToString().ToLowerInvariant();
        faults.Add(Catalogue.AggregateBeyondRange.At(metric.Measure.Value?.At ?? metric.At, metric.Source.Name, aggregate, metric.Name) with
        {
            Hint = "look for a wrong value in these points, or write the expression in a larger unit",
            Details = beyond.Take(Refusals.Kept).ToList(),
        });
        return null;
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
}
