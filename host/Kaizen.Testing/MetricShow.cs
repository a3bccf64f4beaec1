using System.Globalization;
using Kaizen.Abstractions;

namespace Kaizen.Testing;

/// <summary>Shows a metric rows as the host does: one row object for each input, filled anew for each row.</summary>
internal static class MetricShow
{
    public static MetricResult Of(IMetric metric, MetricGrid grid, IEnumerable<MetricExample> examples)
    {
        Rows(metric, grid, examples);
        return metric.Complete(grid);
    }

    public static void Rows(IMetric metric, MetricGrid grid, IEnumerable<MetricExample> examples)
    {
        var rows = metric.Inputs.Select(i => new MetricRow(i.Columns.Count)).ToArray();
        foreach (var example in examples)
        {
            var (row, columns) = (rows[example.Input], metric.Inputs[example.Input].Columns);
            Require.True(example.Values.Count == columns.Count, $"An example has {example.Values.Count} values; the input '{metric.Inputs[example.Input].Name}' has {columns.Count} columns.");
            (row.Time, row.Period) = (DateTime.SpecifyKind(example.Time, DateTimeKind.Utc), PeriodOf(grid, example.Time));
            for (var i = 0; i < columns.Count; i++) Set(row, i, columns[i].Type, example.Values[i]);
            metric.Add(example.Input, row);
        }
    }

    public static DateOnly PeriodOf(MetricGrid grid, DateTime time) =>
        grid.Periods.FirstOrDefault(p => p.Start <= time && time < p.Finish)?.First ?? DateOnly.FromDateTime(time);

    public static string Told(MetricResult result)
    {
        var values = result.Values.OrderBy(v => v.Key).Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Key:yyyy-MM-dd}: {Told(v.Value)}"));
        var exhibits = result.Exhibits.Select(e => e switch
        {
            Exhibit.Table t => $"{t.Title}: {string.Join(", ", t.Columns)}; {string.Join("; ", t.Rows.Select(r => string.Join(", ", r)))}",
            Exhibit.BarGraph g => string.Create(CultureInfo.InvariantCulture, $"{g.Title} ({g.Unit}): {string.Join("; ", g.Bars.Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Label} {b.Value:R}")))}"),
            _ => e.Title,
        });
        return string.Join('\n', [.. values, $"before: {Told(result.Before)}", $"after: {Told(result.After)}", .. exhibits]);
    }

    private static string Told(MetricValue? value) => value is null ? "nothing"
        : string.Create(CultureInfo.InvariantCulture, $"{value.Value:R} of {value.Rows} ({value.Numerator:R} / {value.Denominator:R})");

    private static void Set(MetricRow row, int column, ColumnType type, object? value)
    {
        switch (type)
        {
            case ColumnType.Number: row.Set(column, value is null ? null : Convert.ToDouble(value, CultureInfo.InvariantCulture)); break;
            case ColumnType.Time: row.Set(column, (DateTime?)value); break;
            case ColumnType.Flag: row.Set(column, (bool?)value); break;
            default: row.Set(column, (string?)value); break;
        }
    }
}
