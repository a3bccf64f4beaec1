using System.Text;

namespace Kaizen.Hosting.Authoring;

/// <summary>Cuts the beginning of a file into records and fields, as far as is needed to tell how it is written. The rows themselves are read by the source.</summary>
internal static class Records
{
    /// <summary>The records, blank ones left out; a line break in quotes belongs to a field.</summary>
    public static IEnumerable<string> Lines(string text)
    {
        var (start, quoted) = (0, false);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '"') quoted = !quoted;
            if (i < text.Length && (quoted || text[i] is not ('\r' or '\n'))) continue;
            // What the sample cuts off at its end is no whole record, unless it is all there is.
            if (i > start && text[start..i] is var line && !string.IsNullOrWhiteSpace(line)) yield return line;
            start = i + 1;
        }
    }

    /// <summary>The fields of a record without their quotes.</summary>
    public static List<string> Fields(string line, char delimiter)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == delimiter && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else field.Append(c);
        }

        fields.Add(field.ToString());
        return fields;
    }
}
