using System.Text;

namespace Kaizen.Definitions.Editing;

/// <summary>The place of a value in a YAML file: keys, and the numbers of list items counted from 0.</summary>
public sealed class EditPath
{
    private EditPath(IReadOnlyList<string> segments) => Segments = segments;

    /// <summary>The file's outermost mapping or list.</summary>
    public static EditPath Root { get; } = new([]);

    /// <summary>Its steps from the outside inwards.</summary>
    public IReadOnlyList<string> Segments { get; }

    /// <summary>A path of exactly these keys, whatever signs they hold.</summary>
    public static EditPath Of(params IEnumerable<string> segments) => new([.. segments]);

    /// <summary>Reads <c>plan.actions.2.done</c>; a key that holds a point or a quote stands in double quotes, inner ones doubled.</summary>
    /// <exception cref="FormatException">A step is empty, or a quote is not closed.</exception>
    public static EditPath Parse(string path)
    {
        var segments = new List<string>();
        for (var at = 0; ; at++)
        {
            segments.Add(at < path.Length && path[at] == '"' ? Quoted(path, ref at) : Bare(path, ref at));
            if (at == path.Length) return new EditPath(segments);
            if (path[at] != '.') throw new FormatException($"A point is missing in the path '{path}'.");
        }
    }

    /// <summary>The path one step further in.</summary>
    public EditPath Child(string segment) => new([.. Segments, segment]);

    /// <summary>The path as <see cref="Parse"/> reads it.</summary>
    public override string ToString() => string.Join('.', Segments.Select(s =>
        s.Length == 0 || s.Contains('.', StringComparison.Ordinal) || s.Contains('"', StringComparison.Ordinal) ? $"\"{s.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : s));

    private static string Bare(string path, ref int at)
    {
        var end = path.IndexOf('.', at);
        if (end < 0) end = path.Length;
        if (end == at) throw new FormatException($"A step is empty in the path '{path}'.");
        var segment = path[at..end];
        at = end;
        return segment;
    }

    private static string Quoted(string path, ref int at)
    {
        var segment = new StringBuilder();
        for (at++; at < path.Length; at++)
        {
            if (path[at] != '"') segment.Append(path[at]);
            else if (at + 1 < path.Length && path[at + 1] == '"') segment.Append(path[at++]);
            else
            {
                at++;
                return segment.ToString();
            }
        }

        throw new FormatException($"A quote is not closed in the path '{path}'.");
    }
}
