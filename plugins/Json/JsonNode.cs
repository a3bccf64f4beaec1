using System.Text;
using System.Text.Json;

namespace Kaizen.Plugin.Json;

/// <summary>A name in a row below which columns are wanted: <c>customer</c> for <c>customer.country</c>.</summary>
internal sealed class JsonNode(string name)
{
    private readonly byte[] name = Encoding.UTF8.GetBytes(name);
    private JsonNode[] children = [];
    private int last;

    /// <summary>The number of the row that named it last.</summary>
    public long NamedIn { get; set; }

    /// <summary>The columns whose value stands here.</summary>
    public List<JsonCell> Cells { get; } = [];

    /// <summary>Whether columns are wanted of an object here.</summary>
    public bool HasChildren => children.Length > 0;

    /// <summary>This and all columns below.</summary>
    public IEnumerable<JsonCell> Below => children.SelectMany(c => c.Cells.Concat(c.Below));

    /// <summary>Adds a column and the names that lead to it.</summary>
    public void Add(JsonCell cell, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty) Cells.Add(cell);
        else Child(path[0]).Add(cell, path[1..]);
    }

    /// <summary>The child of the name at which the reader stands, or null. Rows mostly have their names in one order.</summary>
    public JsonNode? Find(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < children.Length; i++)
        {
            if (++last >= children.Length) last = 0;
            if (reader.ValueIsEscaped ? reader.ValueTextEquals(children[last].name) : reader.ValueSpan.SequenceEqual(children[last].name)) return children[last];
        }

        return null;
    }

    private JsonNode Child(string part)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        if (Array.Find(children, c => c.name.AsSpan().SequenceEqual(bytes)) is { } child) return child;
        children = [.. children, new JsonNode(part)];
        return children[^1];
    }
}
