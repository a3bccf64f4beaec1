using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Statistics;

namespace Kaizen.Hosting.Analysing;

/// <summary>Rows of a spreadsheet to points in order of date: exact repeats dropped, conflicting rows reported.</summary>
internal static class SeriesPoints
{
    public static Series? Of(IReadOnlyList<SeriesRow> rows, AnalysisRequest request, bool shares, DiagnosticBag faults)
    {
        var ordered = rows.OrderBy(r => r.Date).ThenBy(r => r.Row).ToList();
        var points = request.Per == Period.Row ? Single(ordered, request, shares, faults) : ByPeriod(ordered, request, shares);
        if (points is null) return null;
        if (request.Per != Period.Row) WarnOfUnfinished(points, ordered, request, faults);
        var series = new Series([.. points.Select(p => p.Point)], Pool(points, Phase.Before, shares), Pool(points, Phase.After, shares));
        if (points.Count > 0 && points.TrueForAll(p => p.Point.Value is null))
            faults.Add(Catalogue.NoValues.At(new SourceSpan(request.File, 1, 1), points.Count == 1 ? "1 point" : $"{points.Count} points", shares ? "every denominator is 0 or missing" : "the column 'value' is empty"));
        return Beyond(series, request, faults) ? null : series;
    }

    /// <summary>Says where a share is of sums that no number can hold.</summary>
    private static bool Beyond(Series series, AnalysisRequest request, DiagnosticBag faults)
    {
        static bool IsBeyond(params double?[] values) => Array.Exists(values, v => v is { } x && !double.IsFinite(x));
        var labels = series.Points.Where(p => IsBeyond(p.Value, p.Numerator, p.Denominator)).Select(p => p.Period).ToList();
        // A point named by itself leads to the wrong value; all together are named where no point is.
        if (labels.Count == 0)
        {
            labels.AddRange(new[] { ("before", series.Before), ("after", series.After) }
                .Where(s => IsBeyond(s.Item2.Value, s.Item2.Numerator, s.Item2.Denominator)).Select(s => $"all rows {s.Item1} together"));
        }

        if (labels.Count == 0) return false;
        var name = Path.GetFileName(request.File);
        faults.Add(Catalogue.AggregateBeyondRange.At(new SourceSpan(request.File, 1, 1), name, "share", Path.GetFileNameWithoutExtension(name)) with
        {
            Hint = "look for a wrong value in the rows of these dates",
            Details = labels.Take(Refusals.Kept).ToList(),
        });
        return true;
    }

    private static List<Gathered>? Single(List<SeriesRow> rows, AnalysisRequest request, bool shares, DiagnosticBag faults)
    {
        var points = new List<Gathered>();
        var conflicts = new List<string>();
        var repeats = new List<string>();
        foreach (var day in rows.GroupBy(r => r.Date))
        {
            var different = day.DistinctBy(r => (r.Value, r.Numerator, r.Denominator)).ToList();
            if (different.Count > 1) conflicts.Add($"{Label(day.Key)}: rows {string.Join(" and ", different.Select(r => r.Row))} differ");
            repeats.AddRange(day.Except(different).Select(r => $"{Label(day.Key)}: row {r.Row}"));
            points.Add(Point(Label(day.Key), day.Key, day.Key, [different[0]], (request, shares)));
        }

        if (repeats.Count > 0)
            faults.Add(Catalogue.RepeatedRows.At(new SourceSpan(request.File, 1, 1), repeats.Count, repeats.Count == 1 ? "row was" : "rows were") with
            {
                Details = repeats.Take(Refusals.Kept).ToList(),
            });
        if (conflicts.Count == 0) return points;
        faults.Add(Catalogue.ConflictingRows.At(new SourceSpan(request.File, 1, 1), conflicts.Count, conflicts.Count == 1 ? "date has" : "dates have") with
        {
            Hint = "keep one row a date, or put them into periods with --per week",
            Details = conflicts.Take(Refusals.Kept).ToList(),
        });
        return null;
    }

    private static List<Gathered> ByPeriod(List<SeriesRow> rows, AnalysisRequest request, bool shares)
    {
        var points = new List<Gathered>();
        if (rows.Count == 0) return points;
        var calendar = new WorkCalendar(TimeZoneInfo.Utc);
        var bySlot = rows.ToLookup(r => calendar.SlotOf(request.Per, DateOnly.FromDateTime(r.Date)).First);
        var last = DateOnly.FromDateTime(rows[^1].Date);
        for (var slot = calendar.SlotOf(request.Per, DateOnly.FromDateTime(rows[0].Date)); slot.First <= last; slot = calendar.SlotOf(request.Per, slot.End))
            points.Add(Point(slot.Label, slot.Start, slot.Finish, [.. bySlot[slot.First]], (request, shares)));
        return points;
    }

    /// <summary>Nobody says until when the rows are known, but the usual distance between them hints at it. Every row given counts all the same.</summary>
    private static void WarnOfUnfinished(List<Gathered> points, List<SeriesRow> rows, AnalysisRequest request, DiagnosticBag faults)
    {
        var dates = rows.Select(r => r.Date).Distinct().ToList();
        var distances = dates.Zip(dates.Skip(1), (a, b) => b - a).Order().ToList();
        // Weekends belong to the usual distances, holidays do not.
        if (points.Count < 2 || distances.Count == 0 || dates[^1] + distances[(int)(distances.Count * 0.9)] >= points[^1].Point.Finish) return;
        faults.Add(Catalogue.PeriodNotOver.At(new SourceSpan(request.File, 1, 1), points[^1].Point.Period, Label(dates[^1])));
    }

    private static Gathered Point(string label, DateTime start, DateTime finish, IReadOnlyList<SeriesRow> rows, (AnalysisRequest Request, bool Shares) how)
    {
        double? value, numerator = null, denominator = null;
        if (how.Shares)
        {
            var whole = rows.Where(r => r is { Numerator: not null, Denominator: not null }).ToList();
            if (whole.Count > 0) (numerator, denominator) = (whole.Sum(r => r.Numerator!.Value), whole.Sum(r => r.Denominator!.Value));
            value = denominator is > 0 ? numerator / denominator : null;
        }
        else
        {
            value = MeanOf(rows);
        }

        return new Gathered(
            new SeriesPoint(label, start, finish, value, rows.Count, numerator, denominator, PhaseOf(start, finish, how.Request.Change)), rows);
    }

    private static Phase PhaseOf(DateTime start, DateTime finish, DateOnly? change)
    {
        if (change is not { } day) return Phase.Before;
        var at = day.ToDateTime(TimeOnly.MinValue);
        return start >= at ? Phase.After : finish > at ? Phase.Neither : Phase.Before;
    }

    /// <summary>The aggregate of a point over the rows of all counted points, of which those with a value are counted.</summary>
    private static Pooled Pool(List<Gathered> points, Phase phase, bool shares)
    {
        var counted = points.Where(p => p.Point.Phase == phase && p.Point.Value is not null).ToList();
        if (!shares)
        {
            var rows = counted.SelectMany(p => p.Rows).Where(r => r.Value is not null).ToList();
            return new Pooled(MeanOf(rows), rows.Count, null, null);
        }

        var (numerator, denominator) = (counted.Sum(p => p.Point.Numerator ?? 0), counted.Sum(p => p.Point.Denominator ?? 0));
        return new Pooled(denominator > 0 ? numerator / denominator : null, (long)denominator, numerator, denominator);
    }

    private static double? MeanOf(IEnumerable<SeriesRow> rows) => Descriptive.Mean([.. rows.Select(r => r.Value ?? double.NaN)]);

    private static string Label(DateTime date) =>
        date.TimeOfDay == TimeSpan.Zero ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : date.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A point with the rows that lie in it.</summary>
    private readonly record struct Gathered(SeriesPoint Point, IReadOnlyList<SeriesRow> Rows);
}
