using Kaizen.Abstractions;

namespace Kaizen.Definitions.Text;

/// <summary>The text of one file with LF line ends and without a byte order mark, and where its lines begin.</summary>
internal sealed class SourceText(string file, string text)
{
    private int[]? starts;

    /// <summary>Path relative to the workspace, with forward slashes.</summary>
    public string File { get; } = file;

    public string Text { get; } = text;

    /// <summary>The span of [start, end), cut at the end of its first line and at least one long.</summary>
    public SourceSpan Span(int start, int end)
    {
        var (line, column, length) = Place(start, end);
        return new SourceSpan(File, line, column, length);
    }

    /// <summary>The same as bare numbers, line and column from 1, for those who note every key of ten thousand files.</summary>
    public (int Line, int Column, int Length) Place(int start, int end)
    {
        start = Math.Clamp(start, 0, Text.Length);
        var line = LineOf(start);
        var stop = Math.Min(Math.Max(end, start), EndOf(line));
        while (stop > start && char.IsWhiteSpace(Text[stop - 1])) stop--;
        return (line + 1, start - Starts[line] + 1, Math.Max(1, stop - start));
    }

    /// <summary>A line as the person wrote it, from 1.</summary>
    public string? Line(int number) =>
        number < 1 || number > Starts.Length ? null : Text[Starts[number - 1]..EndOf(number - 1)];

    /// <summary>The line, from 0, that holds a position.</summary>
    public int LineOf(int position)
    {
        var at = Array.BinarySearch(Starts, position);
        return at >= 0 ? at : ~at - 1;
    }

    /// <summary>How many lines there are.</summary>
    public int LineCount => Starts.Length;

    /// <summary>Where a line, from 0, begins.</summary>
    public int StartOf(int line) => Starts[line];

    /// <summary>Where a line, from 0, ends, without its line end.</summary>
    public int EndOf(int line) => line + 1 < Starts.Length ? Starts[line + 1] - 1 : Text.Length;

    // Only a fault or an expression needs lines, and most of ten thousand files have none of the first.
    private int[] Starts => starts ??= FindStarts();

    private int[] FindStarts()
    {
        var found = new List<int> { 0 };
        for (var i = Text.IndexOf('\n'); i >= 0; i = Text.IndexOf('\n', i + 1)) found.Add(i + 1);
        return [.. found];
    }
}
