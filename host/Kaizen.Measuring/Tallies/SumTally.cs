using Kaizen.Core.Metrics;
using Kaizen.Measuring.Grids;
using Kaizen.Measuring.Rows;

namespace Kaizen.Measuring.Tallies;

/// <summary>Sum and mean of the rows that hold a value.</summary>
internal sealed class SumTally(SlotGrid grid, Numeric value, Aggregate aggregate) : Tally(grid)
{
    private CompensatedSum[] sums = new CompensatedSum[FirstSize];
    private long[] counts = new long[FirstSize];

    protected override void Grow(int size)
    {
        Array.Resize(ref sums, size);
        Array.Resize(ref counts, size);
    }

    protected override void Take(int slot, Row row)
    {
        if (!Has(value, row, out var v)) return;
        sums[slot].Add(v);
        counts[slot]++;
    }

    protected override Pooled Pool(ReadOnlySpan<int> slots, long count)
    {
        var sum = default(CompensatedSum);
        long n = 0;
        foreach (var slot in slots)
        {
            if (slot >= sums.Length) continue;
            sum.Add(sums[slot]);
            n += counts[slot];
        }

        // An empty period has a sum of 0; a row that is its own slot and holds no value is missing.
        if (aggregate == Aggregate.Sum && (n > 0 || Grid.Period != Period.Row)) return new Pooled(sum.Value, count, null, null);
        return new Pooled(n == 0 ? null : sum.Over(n), count, null, null);
    }
}
