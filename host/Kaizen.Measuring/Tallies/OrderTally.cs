using Kaizen.Core.Metrics;
using Kaizen.Measuring.Grids;
using Kaizen.Measuring.Rows;

namespace Kaizen.Measuring.Tallies;

/// <summary>Median and 90th percentile: all values are kept, by slot.</summary>
internal sealed class OrderTally(SlotGrid grid, Numeric value, Aggregate aggregate) : Tally(grid)
{
    private double[]?[] values = new double[]?[FirstSize];
    private int[] counts = new int[FirstSize];

    protected override void Grow(int size)
    {
        Array.Resize(ref values, size);
        Array.Resize(ref counts, size);
    }

    protected override void Take(int slot, Row row)
    {
        if (!Has(value, row, out var v)) return;
        ref var list = ref values[slot];
        ref var count = ref counts[slot];
        list ??= new double[Grid.Period == Period.Row ? 1 : 16];
        if (count == list.Length) Array.Resize(ref list, 2 * count);
        list[count++] = v;
    }

    protected override Pooled Pool(ReadOnlySpan<int> slots, long count)
    {
        var all = Gather(slots);
        if (all.Length == 0) return new Pooled(null, count, null, null);
        return new Pooled(aggregate == Aggregate.P90 ? Selection.P90(all) : Selection.Median(all), count, null, null);
    }

    /// <summary>One slot's values where they lie (their order does not matter), those of several in a new array.</summary>
    private Span<double> Gather(ReadOnlySpan<int> slots)
    {
        if (slots.Length == 1 && slots[0] < values.Length) return values[slots[0]].AsSpan(0, counts[slots[0]]);
        var total = 0;
        foreach (var slot in slots) total += slot < counts.Length ? counts[slot] : 0;
        var all = new double[total];
        var at = 0;
        foreach (var slot in slots)
        {
            if (slot >= counts.Length) continue;
            values[slot].AsSpan(0, counts[slot]).CopyTo(all.AsSpan(at));
            at += counts[slot];
        }

        return all;
    }
}
