using System.Text.Json;
using Kaizen.Abstractions;

namespace Kaizen.Plugin.Json;

/// <summary>A column that rows showed, or that an option names.</summary>
internal sealed class JsonColumn(string name)
{
    private readonly List<string[]> paths = [];
    private JsonTokenType kind = JsonTokenType.Null;

    public string Name => name;

    /// <summary>The names that lead to it in a row; mostly one way, more where a name has a dot in itself.</summary>
    public IReadOnlyList<string[]> Paths => paths.Count > 0 ? paths : [name.Split('.')];

    /// <summary>
    /// Its type where all values agree. A text may be a time, and a number too where times are numbers: null then, and what is wanted of
    /// the column says which.
    /// </summary>
    public ColumnType? Type(JsonTimes times) => kind switch
    {
        JsonTokenType.Number when times == JsonTimes.Iso => ColumnType.Number,
        JsonTokenType.True => ColumnType.Flag,
        _ => null,
    };

    /// <summary>Whether all its values are numbers.</summary>
    public bool IsNumbers => kind == JsonTokenType.Number;

    /// <summary>Notes where a value stands and what it is; whether it was not known to stand there.</summary>
    public bool See(string[] path, JsonTokenType value)
    {
        var isNew = !paths.Exists(p => p.AsSpan().SequenceEqual(path));
        if (isNew) paths.Add(path);
        if (value != JsonTokenType.Null && kind != value) kind = kind == JsonTokenType.Null ? value : JsonTokenType.None;
        return isNew;
    }
}
