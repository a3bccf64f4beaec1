using Kaizen.Core.Metrics;
using Kaizen.Measuring.Grids;
using Kaizen.Measuring.Rows;

namespace Kaizen.Measuring.Tallies;

/// <summary>Smallest or largest value.</summary>
internal sealed class ExtremeTally(SlotGrid grid, Numeric value, Aggregate aggregate) : Tally(grid)
{
    private double?[] best = new double?[FirstSize];

    protected override void Grow(int size) => Array.Resize(ref best, size);

    protected override void Take(int slot, Row row)
    {
        if (Has(value, row, out var v)) best[slot] = Better(best[slot], v);
    }

    protected override Pooled Pool(ReadOnlySpan<int> slots, long count)
    {
        double? found = null;
        foreach (var slot in slots)
            if (slot < best.Length && best[slot] is { } v) found = Better(found, v);
        return new Pooled(found, count, null, null);
    }

    private double Better(double? old, double v) => old is not { } o ? v : aggregate == Aggregate.Min ? Math.Min(o, v) : Math.Max(o, v);
}
