using Kaizen.Core.Metrics;
using Kaizen.Measuring.Tallies;

namespace Kaizen.Measuring.Pushing;

/// <summary>What a database says of some rows of a tally.</summary>
/// <param name="Rows">Rows of the population.</param>
/// <param name="Count">Rows that hold a value or fulfil the condition; of a <c>distinct</c> the different values.</param>
/// <param name="First">The sum, the extreme or the quantile; of a ratio the sum above.</param>
/// <param name="Second">Of a ratio the sum below.</param>
internal readonly record struct Cell(long Rows, long Count, double? First, double? Second)
{
    /// <summary>The value that a scan gives of the same rows.</summary>
    public Pooled Of(Aggregate aggregate) => aggregate switch
    {
        Aggregate.Count or Aggregate.Distinct => new Pooled(Count, Rows, null, null),
        Aggregate.Rate => Rows == 0 ? new Pooled(null, 0, 0, 0) : new Pooled((double)Count / Rows, Rows, Count, Rows),
        Aggregate.Sum => new Pooled(First ?? 0, Rows, null, null),
        Aggregate.Mean => new Pooled(Count == 0 ? null : First / Count, Rows, null, null),
        Aggregate.Ratio => Count == 0 ? new Pooled(null, Rows, null, null) : new Pooled(Second == 0 ? null : First / Second, Rows, First, Second),
        _ => new Pooled(First, Rows, null, null),
    };

    /// <summary>
    /// Whether the cells of several slots tell what holds of all their rows. Sums of both signs may cancel, and then what
    /// was rounded away in each matters.
    /// </summary>
    public static bool CanPool(Aggregate aggregate, IReadOnlyCollection<Cell> cells) => aggregate switch
    {
        Aggregate.Median or Aggregate.P90 or Aggregate.Distinct => cells.Count <= 1,
        Aggregate.Sum or Aggregate.Mean or Aggregate.Ratio => !Differ(cells, c => c.First) && !Differ(cells, c => c.Second),
        _ => true,
    };

    /// <summary>The cells of several slots taken together.</summary>
    public static Cell Pool(Aggregate aggregate, IEnumerable<Cell> cells)
    {
        var (rows, count) = (0L, 0L);
        double? extreme = null;
        var (above, below) = (default(CompensatedSum), default(CompensatedSum));
        foreach (var cell in cells)
        {
            rows += cell.Rows;
            count += cell.Count;
            above.Add(cell.First ?? 0);
            below.Add(cell.Second ?? 0);
            if (cell.First is { } v) extreme = extreme is not { } e ? v : aggregate == Aggregate.Min ? Math.Min(e, v) : Math.Max(e, v);
        }

        return new Cell(rows, count, aggregate is Aggregate.Sum or Aggregate.Mean or Aggregate.Ratio ? above.Value : extreme, below.Value);
    }

    private static bool Differ(IReadOnlyCollection<Cell> cells, Func<Cell, double?> value) => cells.Any(c => value(c) > 0) && cells.Any(c => value(c) < 0);
}
