namespace Kaizen.Definitions.Text;

/// <summary>The keys of one mapping as they come. Most mappings have a handful, for which looking along is faster than a table.</summary>
internal struct KeysSeen
{
    private const int Few = 12;

    private List<ScalarNode>? few;
    private Dictionary<string, ScalarNode>? many;

    /// <summary>Adds a key; answers the one of the same name that was there before, or null.</summary>
    public ScalarNode? Add(ScalarNode key)
    {
        if (many is not null) return many.TryAdd(key.Value, key) ? null : many[key.Value];
        few ??= [];
        foreach (var other in few)
            if (other.Value == key.Value) return other;
        few.Add(key);
        if (few.Count > Few) many = few.ToDictionary(k => k.Value, StringComparer.Ordinal);
        return null;
    }
}
