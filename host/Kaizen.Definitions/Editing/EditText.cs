namespace Kaizen.Definitions.Editing;

/// <summary>
/// A file's text as it is, beside the text that the parser sees: without a byte order mark and with line feeds alone.
/// Work is done on what the parser sees, and every change is carried over to the text as it is.
/// </summary>
internal sealed class EditText
{
    private readonly int[]? places;

    public EditText(string original)
    {
        Original = original;
        if (!original.Contains('\r', StringComparison.Ordinal) && !original.StartsWith('\uFEFF'))
        {
            Seen = original;
            return;
        }

        var seen = new char[original.Length];
        places = new int[original.Length + 1];
        var count = 0;
        for (var i = original.StartsWith('\uFEFF') ? 1 : 0; i < original.Length; i++)
        {
            places[count] = i;
            seen[count++] = original[i] == '\r' ? '\n' : original[i];
            if (original[i] == '\r' && i + 1 < original.Length && original[i + 1] == '\n') i++;
        }

        places[count] = original.Length;
        Seen = new string(seen, 0, count);
    }

    public string Original { get; }

    /// <summary>What the parser sees; all positions are positions in it.</summary>
    public string Seen { get; }

    /// <summary>How far a position stands from the beginning of its line.</summary>
    public int ColumnOf(int position) => position - LineStart(position);

    public int LineStart(int position) => position == 0 ? 0 : Seen.LastIndexOf('\n', position - 1) + 1;

    /// <summary>Where the line of a position ends, before its line end.</summary>
    public int LineEnd(int position) => Seen.IndexOf('\n', position) is >= 0 and var end ? end : Seen.Length;

    /// <summary>The line, from 1, that holds a position.</summary>
    public int LineOf(int position) => Seen.AsSpan(0, Math.Min(position, Seen.Length)).Count('\n') + 1;

    /// <summary>The changes in the text as it is, the last place first, so that each holds for the text when its turn comes.</summary>
    public IEnumerable<TextChange> Carry(IEnumerable<Replacement> replacements)
    {
        // Of several at one place the first is written first.
        foreach (var (one, _) in replacements.Select((r, i) => (r, i)).OrderByDescending(x => x.r.Start).ThenByDescending(x => x.i))
        {
            var (start, end) = (PlaceOf(one.Start), PlaceOf(one.End));
            yield return new TextChange(start, Original[start..end], one.Text.Replace("\n", LineBreakAt(one.Start), StringComparison.Ordinal));
        }
    }

    private int PlaceOf(int position) => places?[position] ?? position;

    /// <summary>How the lines around a position end, the line above first.</summary>
    private string LineBreakAt(int position)
    {
        if (places is null) return "\n";
        var at = position > 0 && Seen[position - 1] == '\n' ? position - 1
            : position < Seen.Length && Seen[position] == '\n' ? position
            : position > 0 && Seen.LastIndexOf('\n', position - 1) is >= 0 and var before ? before
            : Seen.IndexOf('\n', position);
        return at < 0 ? "\n" : Original[places[at]..places[at + 1]];
    }
}

/// <summary>The stretch [Start, End) of what the parser sees gives way to a text with line feeds.</summary>
internal sealed record Replacement(int Start, int End, string Text);
