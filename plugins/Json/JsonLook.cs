using System.Text.Json;
using Kaizen.Abstractions;

namespace Kaizen.Plugin.Json;

/// <summary>Finds the columns that rows have, and their types where all values agree.</summary>
internal sealed class JsonLook : IJsonRow
{
    /// <summary>More columns, or more letters in their names, are values that were taken for names.</summary>
    private const int MostColumns = 100_000, MostLetters = 1 << 24;

    private readonly Dictionary<string, JsonColumn> columns = new(StringComparer.Ordinal);
    private long letters;

    /// <summary>The columns in the order in which they were seen.</summary>
    public List<JsonColumn> Columns { get; } = [];

    public bool Take(ref Utf8JsonReader reader, JsonFile file) =>
        reader.TokenType == JsonTokenType.StartObject ? Object(ref reader, [], file) : reader.TrySkip();

    private bool Object(ref Utf8JsonReader reader, string[] path, JsonFile file)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject) return true;
            string[] below = [.. path, Name(ref reader)];
            if (!reader.Read()) return false;
            var kind = reader.TokenType == JsonTokenType.False ? JsonTokenType.True : reader.TokenType;
            if (kind == JsonTokenType.StartObject)
            {
                if (!Object(ref reader, below, file)) return false;
                continue;
            }

            // An array is no column.
            if (kind != JsonTokenType.StartArray) See(below, kind, file);
            if (!reader.TrySkip()) return false;
        }

        return false;
    }

    private void See(string[] path, JsonTokenType kind, JsonFile file)
    {
        var name = string.Join('.', path);
        if (string.IsNullOrWhiteSpace(name)) return;
        if (!columns.TryGetValue(name, out var column)) Columns.Add(columns[name] = column = new JsonColumn(name));
        if (!column.See(path, kind)) return;
        letters += name.Length;
        if (Columns.Count > MostColumns || letters > MostLetters)
            throw new SourceException($"The rows of '{file.Written}' show more than 100,000 columns, or names that are longer than 16 MB together.", "are there names that should be values? make rows of them, or name the array in it with 'rows'");
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
