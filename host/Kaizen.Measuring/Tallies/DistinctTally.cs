using Kaizen.Core.Metrics;
using Kaizen.Measuring.Grids;
using Kaizen.Measuring.Rows;

namespace Kaizen.Measuring.Tallies;

/// <summary>How many different values there are; null is none.</summary>
internal sealed class DistinctTally<T>(SlotGrid grid, Reading<T> value) : Tally(grid)
{
    private HashSet<T>?[] seen = new HashSet<T>?[FirstSize];

    protected override void Grow(int size) => Array.Resize(ref seen, size);

    protected override void Take(int slot, Row row)
    {
        if (Has(value, row, out var v)) (seen[slot] ??= []).Add(v);
    }

    protected override Pooled Pool(ReadOnlySpan<int> slots, long count)
    {
        if (slots.Length == 1)
        {
            var one = slots[0] < seen.Length ? seen[slots[0]] : null;
            return new Pooled(one?.Count ?? (Grid.Period == Period.Row ? null : 0), count, null, null);
        }

        var all = new HashSet<T>();
        foreach (var slot in slots)
            if (slot < seen.Length && seen[slot] is { } set) all.UnionWith(set);
        return new Pooled(all.Count, count, null, null);
    }
}
