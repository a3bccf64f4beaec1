using Kaizen.Abstractions;

namespace Kaizen.Measuring.Rows;

/// <summary>The refused values of one column, counted, the first ones kept.</summary>
internal sealed class RefusedColumn
{
    private readonly List<RefusedValue> first = [];

    public long Count { get; private set; }

    public IReadOnlyList<RefusedValue> First => first;

    public void Add(RefusedValue value)
    {
        Count++;
        if (first.Count < Refusals.Kept) first.Add(value);
    }
}
