using System.Globalization;
using Kaizen.Abstractions;

namespace Kaizen.Plugin.Example;

/// <summary>
/// A percentile for each period, and a table of the segments before and after. One instance is made for each series; the host shows
/// it the rows one by one and asks for the result at the end.
/// </summary>
internal sealed class PercentileBySegment(PercentileOptions options) : IMetric
{
    /// <summary>More would not fit on the sheet.</summary>
    private const int MostSegments = 8;

    // What is kept of a row is as little as the result needs, by the period that the row falls into.
    private readonly Dictionary<DateOnly, List<(string Segment, double Value)>> rows = [];

    /// <summary>One input with two columns: the host evaluates both expressions in each row.</summary>
    public IReadOnlyList<MetricInput> Inputs =>
        [new MetricInput("rows", [new MetricColumn(options.Value, ColumnType.Number), new MetricColumn(options.Segment, ColumnType.Text)])];

    public void Add(int input, MetricRow row)
    {
        // A missing value is missing: it is no zero.
        if (row.IsNull(0)) return;
        if (!rows.TryGetValue(row.Period, out var period)) rows[row.Period] = period = [];
        // The row is used again for the next one, so its values are taken and not the row.
        period.Add((row.IsNull(1) ? "(none)" : row.Text(1), row.Number(0)));
    }

    /// <summary>Rows may lie beyond the periods that are asked for: those give no value.</summary>
    public MetricResult Complete(MetricGrid grid) => new(grid.Periods.Where(p => rows.ContainsKey(p.First)).ToDictionary(p => p.First, p => Of(rows[p.First])))
    {
        // A percentile cannot be put together from those of the periods, so it is taken over all of their rows.
        Before = Of(In(grid, PeriodSide.Before)),
        After = Of(In(grid, PeriodSide.After)),
        Exhibits = [Segments(In(grid, PeriodSide.Before), In(grid, PeriodSide.After))],
    };

    private List<(string Segment, double Value)> In(MetricGrid grid, PeriodSide side) =>
        [.. grid.Periods.Where(p => p.Side == side).SelectMany(p => rows.GetValueOrDefault(p.First, []))];

    private MetricValue Of(List<(string Segment, double Value)> values) =>
        new(values.Count < options.MinRows ? null : Percentile([.. values.Select(v => v.Value)]), values.Count);

    /// <summary>Linear interpolation between the two values around it (Hyndman and Fan 1996, type 7).</summary>
    private double Percentile(double[] values)
    {
        Array.Sort(values);
        var place = (values.Length - 1) * options.Percentile / 100;
        var low = (int)place;
        return low + 1 < values.Length ? values[low] + ((place - low) * (values[low + 1] - values[low])) : values[low];
    }

    /// <summary>An exhibit: a small table that the sheet shows beside the chart. Segments are in the order of their names, since nobody is ranked.</summary>
    private Exhibit.Table Segments(List<(string Segment, double Value)> before, List<(string Segment, double Value)> after)
    {
        var names = before.Concat(after).GroupBy(v => v.Segment, StringComparer.Ordinal).OrderByDescending(g => g.Count()).Take(MostSegments).Select(g => g.Key);
        string Cell(List<(string Segment, double Value)> side, string name) =>
            Of([.. side.Where(v => v.Segment == name)]).Value is { } value ? value.ToString("0.##", CultureInfo.InvariantCulture) : "too few";
        return new Exhibit.Table(
            string.Create(CultureInfo.InvariantCulture, $"{options.Percentile:0.##}th percentile of {options.Value} by {options.Segment}"),
            [options.Segment.Text, "before", "after"],
            [.. names.Order(StringComparer.Ordinal).Select(name => (IReadOnlyList<string>)[name, Cell(before, name), Cell(after, name)])]);
    }
}
