using Kaizen.Core.Metrics;
using Kaizen.Measuring.Grids;
using Kaizen.Measuring.Rows;

namespace Kaizen.Measuring.Tallies;

/// <summary>A sum over a sum, of the rows that hold both values.</summary>
internal sealed class RatioTally(SlotGrid grid, Numeric value, Numeric over) : Tally(grid)
{
    private CompensatedSum[] above = new CompensatedSum[FirstSize];
    private CompensatedSum[] below = new CompensatedSum[FirstSize];
    private long[] counts = new long[FirstSize];

    protected override void Grow(int size)
    {
        Array.Resize(ref above, size);
        Array.Resize(ref below, size);
        Array.Resize(ref counts, size);
    }

    protected override void Take(int slot, Row row)
    {
        if (!Has(value, row, out var a) || !Has(over, row, out var b, ExpressionPart.Over)) return;
        above[slot].Add(a);
        below[slot].Add(b);
        counts[slot]++;
    }

    protected override Pooled Pool(ReadOnlySpan<int> slots, long count)
    {
        var (a, b, n) = (default(CompensatedSum), default(CompensatedSum), 0L);
        foreach (var slot in slots)
        {
            if (slot >= counts.Length) continue;
            a.Add(above[slot]);
            b.Add(below[slot]);
            n += counts[slot];
        }

        if (n == 0) return new Pooled(null, count, null, null);
        return new Pooled(b.Value == 0 ? null : a.Value / b.Value, count, a.Value, b.Value);
    }
}
