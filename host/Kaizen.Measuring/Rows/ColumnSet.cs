using Kaizen.Abstractions;

namespace Kaizen.Measuring.Rows;

/// <summary>The columns that a scan reads, each once for each type it is wanted as.</summary>
internal sealed class ColumnSet
{
    private readonly List<ColumnRequest> requests = [];
    private readonly Dictionary<ColumnRequest, int> ordinals = [];

    public IReadOnlyList<ColumnRequest> Requests => requests;

    /// <summary>The ordinal of a column read as a type; asked for the first time, it is added.</summary>
    public int OrdinalOf(string name, ColumnType type)
    {
        var request = new ColumnRequest(name, type);
        if (!ordinals.TryGetValue(request, out var ordinal))
        {
            ordinals[request] = ordinal = requests.Count;
            requests.Add(request);
        }

        return ordinal;
    }
}
