using Kaizen.Core.Metrics;
using Kaizen.Measuring.Grids;
using Kaizen.Measuring.Pushing;
using Kaizen.Measuring.Rows;

namespace Kaizen.Measuring.Tallies;

/// <summary>
/// Gathers one aggregate slot by slot while rows pass. Requests that ask for the same thing share one tally.
/// </summary>
internal abstract class Tally(SlotGrid grid)
{
    private readonly Dictionary<ExpressionPart, OverflowedRows> overflowed = [];
    private long[] rows = new long[16];
    private bool refused;

    public SlotGrid Grid => grid;

    /// <summary>Who is in the population, or null for all rows.</summary>
    public Condition? Where { get; init; }

    /// <summary>Ordinals of all columns that it reads, its time included.</summary>
    public required IReadOnlyList<int> Columns { get; init; }

    /// <summary>Rows left out because a value in one of its columns was refused.</summary>
    public long LeftOut { get; private set; }

    /// <summary>Rows refused because one of its expressions left the range of a double, by that expression.</summary>
    public IReadOnlyDictionary<ExpressionPart, OverflowedRows> Overflowed => overflowed;

    /// <summary>What a database aggregated in place of rows that passed; null where rows pass.</summary>
    public Aggregated? Aggregated { get; set; }

    /// <summary>Looks at the current row; its slot is the grid's current one.</summary>
    public void Add(Row row)
    {
        if (row.AnyRefused && Reads(row)) return;
        if (Where is not null && !Holds(Where, row, ExpressionPart.Where)) return;
        var slot = grid.Current;
        if (slot >= rows.Length)
        {
            var size = Math.Max(slot + 1, rows.Length * 2);
            Array.Resize(ref rows, size);
            Grow(size);
        }

        refused = false;
        Take(slot, row);
        if (!refused) rows[slot]++;
    }

    /// <summary>Counts the current row as left out where a column that it reads was refused.</summary>
    public void CountLeftOut(Row row)
    {
        if (Reads(row)) LeftOut++;
    }

    /// <summary>The aggregate over the rows of several slots taken together.</summary>
    /// <param name="slots">Their numbers.</param>
    /// <param name="beyond">Whether it left the range of a double, and so is no value.</param>
    public Pooled Of(ReadOnlySpan<int> slots, out bool beyond)
    {
        if (Aggregated is not null && slots.Length > 0)
        {
            beyond = false;
            return Aggregated.Of(slots);
        }

        long count = 0;
        foreach (var slot in slots) count += slot < rows.Length ? rows[slot] : 0;
        var pooled = Pool(slots, count);
        beyond = IsBeyond(pooled.Value) || IsBeyond(pooled.Numerator) || IsBeyond(pooled.Denominator);
        return beyond ? new Pooled(null, count, null, null) : pooled;
    }

    /// <summary>Arrays by slot begin with this many places.</summary>
    protected const int FirstSize = 16;

    /// <summary>Makes room for slots up to <paramref name="size"/>.</summary>
    protected abstract void Grow(int size);

    /// <summary>Takes a row of the population, unless an expression refuses it.</summary>
    protected abstract void Take(int slot, Row row);

    /// <summary>The aggregate, infinite where it left the range; <paramref name="slots"/> may be beyond what was grown when no row came.</summary>
    protected abstract Pooled Pool(ReadOnlySpan<int> slots, long count);

    /// <summary>Reads an expression; false where it is null or left the range, which refuses the row.</summary>
    protected bool Has<T>(Reading<T> reading, Row row, out T value, ExpressionPart part = ExpressionPart.Value) =>
        Pass(row, part, reading(row, out value));

    /// <summary>Whether a condition is true; false too where it left the range, which refuses the row.</summary>
    protected bool Holds(Condition condition, Row row, ExpressionPart part = ExpressionPart.Value) => Pass(row, part, condition(row) == true);

    /// <summary>Whether an expression left the range in the current row.</summary>
    protected bool IsRefused => refused;

    private static bool IsBeyond(double? value) => value is { } v && !double.IsFinite(v);

    /// <summary>What was read, unless it left the range.</summary>
    private bool Pass(Row row, ExpressionPart part, bool read)
    {
        if (row.Overflow is not { } operation) return read;
        row.Overflow = null;
        refused = true;
        if (!overflowed.TryGetValue(part, out var list)) overflowed[part] = list = new OverflowedRows();
        list.Add(row.Number, operation);
        return false;
    }

    private bool Reads(Row row)
    {
        foreach (var column in Columns)
            if (row.Refused[column]) return true;
        return false;
    }
}
