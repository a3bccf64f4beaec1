using Kaizen.Core.Metrics;
using Kaizen.Measuring.Grids;
using Kaizen.Measuring.Rows;

namespace Kaizen.Measuring.Tallies;

/// <summary>
/// Gathers one aggregate slot by slot while rows pass. Requests that ask for the same thing share one tally.
/// </summary>
internal abstract class Tally(SlotGrid grid)
{
    private long[] rows = new long[16];

    public SlotGrid Grid => grid;

    /// <summary>Who is in the population, or null for all rows.</summary>
    public Condition? Where { get; init; }

    /// <summary>Ordinals of all columns that it reads, its time included.</summary>
    public required IReadOnlyList<int> Columns { get; init; }

    /// <summary>Rows left out because a value in one of its columns was refused.</summary>
    public long LeftOut { get; private set; }

    /// <summary>Looks at the current row; its slot is the grid's current one.</summary>
    public void Add(Row row)
    {
        if (row.AnyRefused && Reads(row)) return;
        if (Where is not null && Where(row) != true) return;
        var slot = grid.Current;
        if (slot >= rows.Length)
        {
            var size = Math.Max(slot + 1, rows.Length * 2);
            Array.Resize(ref rows, size);
            Grow(size);
        }

        rows[slot]++;
        Take(slot, row);
    }

    /// <summary>Counts the current row as left out where a column that it reads was refused.</summary>
    public void CountLeftOut(Row row)
    {
        if (Reads(row)) LeftOut++;
    }

    /// <summary>The aggregate over the rows of several slots taken together.</summary>
    public Pooled Of(ReadOnlySpan<int> slots)
    {
        long count = 0;
        foreach (var slot in slots) count += slot < rows.Length ? rows[slot] : 0;
        return Pool(slots, count);
    }

    /// <summary>Arrays by slot begin with this many places.</summary>
    protected const int FirstSize = 16;

    /// <summary>Makes room for slots up to <paramref name="size"/>.</summary>
    protected abstract void Grow(int size);

    /// <summary>Takes a row of the population.</summary>
    protected abstract void Take(int slot, Row row);

    /// <summary>The aggregate; <paramref name="slots"/> may be beyond what was grown when no row came.</summary>
    protected abstract Pooled Pool(ReadOnlySpan<int> slots, long count);

    /// <summary>Only finite numbers leave: a sum that overflows is no value.</summary>
    protected static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private bool Reads(Row row)
    {
        foreach (var column in Columns)
            if (row.Refused[column]) return true;
        return false;
    }
}
