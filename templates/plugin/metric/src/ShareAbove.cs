using Kaizen.Abstractions;

namespace PluginNameMetrics;

/// <summary>One instance is made for each series: it is shown the rows one by one and asked for the result at the end.</summary>
internal sealed class ShareAbove(ShareOptions options) : IMetric
{
    // As little as the result needs, by the period that a row falls into.
    private readonly Dictionary<DateOnly, (long Hits, long Rows)> periods = [];

    public IReadOnlyList<MetricInput> Inputs { get; } = [new("rows", [new(options.Value, ColumnType.Number)])];

    public void Add(int input, MetricRow row)
    {
        // A missing value is missing: it is no zero.
        if (row.IsNull(0)) return;
        var (hits, rows) = periods.GetValueOrDefault(row.Period);
        periods[row.Period] = (hits + (row.Number(0) > options.Above ? 1 : 0), rows + 1);
    }

    public MetricResult Complete(MetricGrid grid) => new(grid.Periods.Where(p => periods.ContainsKey(p.First)).ToDictionary(p => p.First, p => Share([periods[p.First]])))
    {
        Before = Share(Side(grid, PeriodSide.Before)),
        After = Share(Side(grid, PeriodSide.After)),
    };

    private IEnumerable<(long Hits, long Rows)> Side(MetricGrid grid, PeriodSide side) =>
        grid.Periods.Where(p => p.Side == side).Select(p => periods.GetValueOrDefault(p.First));

    private static MetricValue Share(IEnumerable<(long Hits, long Rows)> all)
    {
        var (hits, rows) = all.Aggregate((Hits: 0L, Rows: 0L), (sum, one) => (sum.Hits + one.Hits, sum.Rows + one.Rows));
        return new MetricValue(rows == 0 ? null : (double)hits / rows, rows) { Numerator = hits, Denominator = rows };
    }
}
