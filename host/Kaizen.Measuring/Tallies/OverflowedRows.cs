using Kaizen.Abstractions;

namespace Kaizen.Measuring.Tallies;

/// <summary>Which of a metric's expressions.</summary>
internal enum ExpressionPart { Where, Value, Over }

/// <summary>Rows in which an expression left the range of a double: the number of each, the first operations to be shown.</summary>
internal sealed class OverflowedRows
{
    private readonly List<long> rows = [];
    private readonly List<RefusedValue> first = [];

    public IReadOnlyList<long> Rows => rows;

    public IReadOnlyList<RefusedValue> First => first;

    public void Add(long row, string operation)
    {
        rows.Add(row);
        if (first.Count < Refusals.Kept) first.Add(new RefusedValue(row, 0, "", operation, "not a finite number"));
    }
}
