using Kaizen.Core.Metrics;
using Kaizen.Measuring.Grids;
using Kaizen.Measuring.Rows;

namespace Kaizen.Measuring.Tallies;

/// <summary>Count of rows where a condition is true, or its share of the population; unknown is not true.</summary>
internal sealed class CountTally(SlotGrid grid, Condition? condition, Aggregate aggregate) : Tally(grid)
{
    private long[] counts = new long[FirstSize];

    protected override void Grow(int size) => Array.Resize(ref counts, size);

    protected override void Take(int slot, Row row)
    {
        if (condition is null || Holds(condition, row)) counts[slot]++;
    }

    protected override Pooled Pool(ReadOnlySpan<int> slots, long count)
    {
        long hits = 0;
        foreach (var slot in slots) hits += slot < counts.Length ? counts[slot] : 0;
        if (aggregate == Aggregate.Count) return new Pooled(hits, count, null, null);
        return count == 0 ? new Pooled(null, 0, 0, 0) : new Pooled((double)hits / count, count, hits, count);
    }
}
