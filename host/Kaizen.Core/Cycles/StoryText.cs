using System.Text.RegularExpressions;

namespace Kaizen.Core.Cycles;

/// <summary>A figure that a story shows.</summary>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Field">Which of its figures, one of <see cref="StoryText.Fields"/>.</param>
public sealed record StoryFigure(string Metric, string Field);

/// <summary>A stretch of a story.</summary>
/// <param name="Text">It as written.</param>
/// <param name="IsFigure">Whether it stands in double braces.</param>
/// <param name="Figure">What it shows, or null for plain text and for braces that name no figure.</param>
public sealed record StoryPiece(string Text, bool IsFigure, StoryFigure? Figure);

/// <summary>Takes a story apart: plain text, and the places where figures are filled in, <c>{{ metrics.NAME.after }}</c>.</summary>
public static partial class StoryText
{
    /// <summary>The figures of a metric that a story can show.</summary>
    public static readonly IReadOnlyList<string> Fields = ["before", "after", "difference", "interval", "expect", "from", "to", "n_before", "n_after", "effect"];

    /// <summary>The story in pieces; their texts in a row are the story.</summary>
    public static IEnumerable<StoryPiece> Pieces(string story)
    {
        var at = 0;
        while (story.IndexOf("{{", at, StringComparison.Ordinal) is >= 0 and var open)
        {
            if (open > at) yield return new StoryPiece(story[at..open], false, null);
            var close = story.IndexOf("}}", open, StringComparison.Ordinal);
            at = close < 0 ? LineEnd(story, open) : close + 2;
            var text = story[open..at];
            yield return new StoryPiece(text, true, Figure().Match(text) is { Success: true } m ? new StoryFigure(m.Groups[1].Value, m.Groups[2].Value) : null);
        }

        if (at < story.Length) yield return new StoryPiece(story[at..], false, null);
    }

    /// <summary>Numbers that stand by themselves: not those in a name (<c>Q3</c>), nor the one before an item of a list.</summary>
    public static IEnumerable<(int Start, int Length)> Numbers(string text)
    {
        foreach (Match number in Number().Matches(text)) yield return (number.Index, number.Length);
    }

    private static int LineEnd(string story, int from) => story.IndexOf('\n', from) is >= 0 and var end ? end : story.Length;

    [GeneratedRegex(@"\A\{\{\s*metrics\.([\p{L}\p{Nd}_-]+)\.([A-Za-z_]+)\s*\}\}\z")]
    private static partial Regex Figure();

    [GeneratedRegex(@"(?<![\p{L}\p{Nd}_])(?<![\p{L}\p{Nd}_][.,-])(?!(?<=^[ \t]*)\p{Nd}+[.)][ \t])\p{Nd}+(?:[.,:/-]\p{Nd}+)*", RegexOptions.Multiline)]
    private static partial Regex Number();
}
