using System.Text.Json;

namespace Kaizen.Plugin.Json;

/// <summary>Finds the columns that rows have, and their types where all values agree.</summary>
internal sealed class JsonLook : IJsonRow
{
    private readonly Dictionary<string, JsonColumn> columns = new(StringComparer.Ordinal);

    /// <summary>The columns in the order in which they were seen.</summary>
    public List<JsonColumn> Columns { get; } = [];

    public bool Take(ref Utf8JsonReader reader, JsonFile file) =>
        reader.TokenType == JsonTokenType.StartObject ? Object(ref reader, []) : reader.TrySkip();

    private bool Object(ref Utf8JsonReader reader, string[] path)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject) return true;
            string[] below = [.. path, Name(ref reader)];
            if (!reader.Read()) return false;
            var kind = reader.TokenType == JsonTokenType.False ? JsonTokenType.True : reader.TokenType;
            if (kind == JsonTokenType.StartObject)
            {
                if (!Object(ref reader, below)) return false;
                continue;
            }

            // An array is no column.
            if (kind != JsonTokenType.StartArray) See(below, kind);
            if (!reader.TrySkip()) return false;
        }

        return false;
    }

    private void See(string[] path, JsonTokenType kind)
    {
        var name = string.Join('.', path);
        if (string.IsNullOrWhiteSpace(name)) return;
        if (!columns.TryGetValue(name, out var column)) Columns.Add(columns[name] = column = new JsonColumn(name));
        column.See(path, kind);
    }

    private static string Name(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Not a text: nobody can ask for it.
            return "";
        }
    }
}
