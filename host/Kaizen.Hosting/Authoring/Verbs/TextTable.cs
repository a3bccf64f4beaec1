using System.Text;
using Kaizen.Core.Diagnostics;
using Kaizen.Store;

namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>A small text file of rows to which people add by hand, after RFC 4180. What stands there keeps its bytes.</summary>
internal sealed class TextTable
{
    private static readonly UTF8Encoding Strict = new(false, true);

    // Every field is a text in memory, and nobody writes down a million values by hand.
    private const int MostBytes = 16 * 1024 * 1024;

    private readonly string file;
    private readonly string text;
    private readonly List<(int Line, int Start, int End, List<string> Fields)> rows = [];
    private char delimiter = ',';

    private TextTable(string file, byte[]? bytes, string text)
    {
        (this.file, Bytes, this.text) = (file, bytes, text);
    }

    /// <summary>What the file holds, or null where there is none.</summary>
    public byte[]? Bytes { get; }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Header => rows[0].Fields;

    /// <summary>Reads a file, or begins one; null after a fault.</summary>
    /// <param name="turn">The entry on its way; receives faults.</param>
    /// <param name="file">Its path from the workspace.</param>
    /// <param name="columns">The columns that a new file gets, and that one which is there must have.</param>
    public static TextTable? Read(WritingTurn turn, string file, IReadOnlyList<string> columns)
    {
        var (table, why) = Open(turn.Workspace.Folder, file, columns);
        if (why is null && table!.Missing(columns).Count > 0) why = $"its first line does not name the columns {string.Join(',', columns)}";
        if (why is null) return table;
        turn.Faults.Add(Catalogue.RowsUnfit.At(null, file, why));
        return null;
    }

    /// <summary>Reads a file, or begins one, split where most of the columns are found; or says why it is no such file.</summary>
    /// <param name="folder">Folder of the workspace.</param>
    /// <param name="file">Its path from there.</param>
    /// <param name="columns">The columns that a new file gets, and that are looked for.</param>
    public static (TextTable? Table, string? Why) Open(string folder, string file, IReadOnlyList<string> columns)
    {
        var path = Path.Combine(folder, file);
        if (Directory.Exists(path)) return (null, "a folder stands in its place");
        if (new FileInfo(path) is { Exists: true, Length: > MostBytes }) return (null, "it is larger than 16 MB; a table that people add to by hand is not");
        var bytes = OpenFile.BytesIfAny(path);
        string text;
        try
        {
            text = bytes is null ? "" : Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return (null, "it is not UTF-8 text");
        }

        var table = new TextTable(file, bytes, text.Length == 0 || text == "\uFEFF" ? text + string.Join(',', columns) + "\n" : text);
        var best = (Missing: int.MaxValue, By: ',');
        foreach (var by in (ReadOnlySpan<char>)[',', ';', '\t'])
        {
            if (!table.Split(by)) return (null, "a quote in it is never closed");
            if (table.Missing(columns).Count is var missing && missing < best.Missing) best = (missing, by);
            if (missing == 0) return (table, null);
        }

        return table.Split(best.By) ? (table, null) : (null, "a quote in it is never closed");
    }

    /// <summary>Columns that the first line does not name.</summary>
    public IReadOnlyList<string> Missing(IEnumerable<string> columns) => [.. columns.Where(c => Column(c) < 0)];

    /// <summary>The index of a column, whatever its case, or -1.</summary>
    public int Column(string name) => rows[0].Fields.FindIndex(f => f.Trim().Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The number of the first row that fits, or null.</summary>
    public int? Find(Func<IReadOnlyList<string>, bool> fits)
    {
        for (var i = 1; i < rows.Count; i++)
            if (fits(rows[i].Fields)) return i;
        return null;
    }

    /// <summary>The value of a column in a row.</summary>
    public string Cell(int row, string column) => Column(column) is >= 0 and var at && at < rows[row].Fields.Count ? rows[row].Fields[at] : "";

    /// <summary>The line, from 1, on which a row begins.</summary>
    public int LineOf(int row) => rows[row].Line;

    public int Count => rows.Count;

    /// <summary>The file with one row more.</summary>
    public FileEdit.Rows Append(IReadOnlyDictionary<string, string?> values)
    {
        var gap = text.EndsWith('\n') || text.EndsWith('\r') ? "" : LineEnd;
        return Of(text + gap + Row(values, []) + LineEnd);
    }

    /// <summary>The file with other values in a row.</summary>
    public FileEdit.Rows Replace(int row, IReadOnlyDictionary<string, string?> values) =>
        Of(string.Concat(text.AsSpan(0, rows[row].Start), Row(values, rows[row].Fields), text.AsSpan(rows[row].End)));

    private FileEdit.Rows Of(string now) => new(file, Bytes, Strict.GetBytes(now));

    private string LineEnd => text.IndexOfAny(['\r', '\n']) is >= 0 and var at ? text[at] == '\n' ? "\n" : at + 1 < text.Length && text[at + 1] == '\n' ? "\r\n" : "\r" : "\n";

    private string Row(IReadOnlyDictionary<string, string?> values, List<string> old) => string.Join(delimiter, rows[0].Fields.Select((name, i) =>
        Quoted(values.FirstOrDefault(v => v.Key.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)) is { Key: not null } given ? given.Value ?? "" : i < old.Count ? old[i] : "")));

    private string Quoted(string value) =>
        value.Length > 0 && (value.AsSpan().IndexOfAny('"', '\r', '\n') >= 0 || value.Contains(delimiter, StringComparison.Ordinal) || char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]))
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;

    /// <summary>Takes the text apart; false where a quote is never closed.</summary>
    private bool Split(char by)
    {
        (delimiter, var line) = (by, 1);
        rows.Clear();
        for (var at = text.StartsWith('\uFEFF') ? 1 : 0; at < text.Length;)
        {
            var (start, first, fields) = (at, line, new List<string>());
            while (true)
            {
                if (Field(ref at, ref line) is not { } field) return false;
                fields.Add(field);
                if (at >= text.Length || text[at] != by) break;
                at++;
            }

            if (fields is not [""]) rows.Add((first, start, at, fields));
            if (at < text.Length && text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n') at++;
            (at, line) = (at + 1, line + 1);
        }

        if (rows.Count == 0) rows.Add((1, 0, 0, []));
        return true;
    }

    private string? Field(ref int at, ref int line)
    {
        var from = at;
        if (at >= text.Length || text[at] != '"')
        {
            while (at < text.Length && text[at] != delimiter && text[at] is not ('\r' or '\n')) at++;
            return text[from..at];
        }

        var value = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\n') line++;
            if (text[at] != '"') value.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"') value.Append(text[at++]);
            else
            {
                // What follows a closing quote up to the delimiter belongs to nobody, and is kept with the row.
                for (at++; at < text.Length && text[at] != delimiter && text[at] is not ('\r' or '\n'); at++) value.Append(text[at]);
                return value.ToString();
            }
        }

        return null;
    }
}
