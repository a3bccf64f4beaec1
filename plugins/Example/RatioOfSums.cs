using Kaizen.Abstractions;

namespace Kaizen.Plugin.Example;

/// <summary>A sum over a sum, each from a source of its own: the cost of an order, where orders and invoices lie in two files.</summary>
internal sealed class RatioOfSums(RatioOptions options) : IMetric
{
    private const int Above = 0;

    // Two sums and the rows below the line are all that the result needs of a period.
    private readonly Dictionary<DateOnly, Sums> periods = [];

    /// <summary>Two inputs: a person names the source of each, <c>inputs: { above: invoices, below: orders }</c>; it may be the same.</summary>
    public IReadOnlyList<MetricInput> Inputs =>
    [
        new MetricInput("above", [new MetricColumn(options.Numerator, ColumnType.Number)]),
        new MetricInput("below", [new MetricColumn(options.Denominator, ColumnType.Number)]),
    ];

    /// <summary>The number of the input is its place in <see cref="Inputs"/>. Nobody says which input comes first, so each adds to its own.</summary>
    public void Add(int input, MetricRow row)
    {
        if (row.IsNull(0)) return;
        var (numerator, denominator, rows) = periods.GetValueOrDefault(row.Period);
        periods[row.Period] = input == Above ? new(numerator + row.Number(0), denominator, rows) : new(numerator, denominator + row.Number(0), rows + 1);
    }

    /// <summary>
    /// The periods of the grid that had rows. What it was divided from goes along: the host shows it, and divides the sums of all
    /// periods before and after by itself, which is not the mean of their ratios.
    /// </summary>
    public MetricResult Complete(MetricGrid grid) => new(grid.Periods.Where(p => periods.ContainsKey(p.First)).ToDictionary(p => p.First, p => Of(periods[p.First])));

    /// <summary>Nothing is divided by 0, and what is missing below the line is no 0 either.</summary>
    private MetricValue Of(Sums sums) =>
        new(sums.Rows < options.MinRows || sums.Denominator == 0 ? null : sums.Numerator / sums.Denominator, sums.Rows) { Numerator = sums.Numerator, Denominator = sums.Denominator };

    private readonly record struct Sums(double Numerator, double Denominator, long Rows);
}
