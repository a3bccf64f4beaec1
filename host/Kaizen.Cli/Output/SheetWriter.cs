using System.Text;

namespace Kaizen.Cli.Output;

/// <summary>Sections of a sheet as text: a heading, paragraphs and lists; what is not written takes no room.</summary>
internal sealed class SheetWriter(StringBuilder text, Ink ink)
{
    /// <summary>Items of a list that are shown; a sheet is read in a minute.</summary>
    private const int Most = 6;

    /// <summary>A heading with its paragraphs; those without text are left out, and a heading without any.</summary>
    public void Section(string title, params string?[] bodies)
    {
        var paragraphs = bodies.OfType<string>().SelectMany(b => Plain.Text(b.Replace("\r", "", StringComparison.Ordinal).Replace("\n\n", "\u2029", StringComparison.Ordinal).Replace('\n', ' ')).Split('\u2029'))
            .Select(p => p.Trim()).Where(p => p.Length > 0).ToList();
        if (paragraphs.Count == 0) return;
        Head(title);
        foreach (var line in paragraphs.SelectMany(Sheet.Wrap)) text.Append("  ").AppendLine(line);
    }

    /// <summary>A heading with a list; none without items.</summary>
    public void List(string title, IEnumerable<string> items) => List(title, items.Select(i => (0, i)));

    /// <summary>A list whose items stand under each other by their depth.</summary>
    public void List(string title, IEnumerable<(int Depth, string Text)> items)
    {
        var all = items.ToList();
        if (all.Count == 0) return;
        Head(title);
        foreach (var (depth, item) in all.Take(Most))
        {
            var first = true;
            foreach (var line in Sheet.Wrap(OneLine(item)))
            {
                text.Append(' ', 2 + (depth * 2)).Append(first ? "- " : "  ").AppendLine(line);
                first = false;
            }
        }

        if (all.Count > Most) text.AppendLine(ink.Faint($"  and {all.Count - Most} more"));
    }

    /// <summary>Parts of a sentence; those that are not written are left out.</summary>
    public static string Joined(string between, params string?[] parts) => string.Join(between, parts.Where(p => !string.IsNullOrWhiteSpace(p)));

    /// <summary>A text with words before it, or null where there is no text.</summary>
    public static string? Named(string name, string? words) => string.IsNullOrWhiteSpace(words) ? null : $"{name} {words}";

    private static string OneLine(string item) => string.Join(' ', item.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void Head(string title) => text.AppendLine().AppendLine(ink.Bold(Plain.Text(title)));
}
