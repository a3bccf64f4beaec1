using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>Binds <c>story</c>: text whose figures are taken from what was measured, never typed.</summary>
internal sealed class StoryBinder(FaultList faults, MetricSet metrics)
{
    private ScalarNode node = null!;

    // Where in the file the next piece of the story is looked for.
    private int from;

    public string? Bind(Fields cycle)
    {
        if (cycle.Text("story") is not { } story) return null;
        node = (ScalarNode)cycle.Entry("story")!.Value;
        from = node.Start;
        foreach (var piece in StoryText.Pieces(story))
        {
            if (piece.Figure is { } figure) Check(piece.Text, figure);
            else if (piece.IsFigure) faults.Add(Catalogue.NoFigure, Place(piece.Text), piece.Text.EndsWith("}}", StringComparison.Ordinal) ? null : "close it with }}: {{ metrics.NAME.after }}", Short(piece.Text));
            else Typed(piece.Text);
        }

        return story;
    }

    private void Check(string written, StoryFigure figure)
    {
        var at = Place(written);
        if (!metrics.Names.Contains(figure.Metric))
            faults.Add(Catalogue.UnknownMetric, at, Nearest.Hint(figure.Metric, metrics.Names), figure.Metric);
        else if (!StoryText.Fields.Contains(figure.Field))
            faults.Add(Catalogue.NoFigure, at, Nearest.Allowed(figure.Field, StoryText.Fields), Short(written));
    }

    private void Typed(string text)
    {
        foreach (var (start, length) in StoryText.Numbers(text))
            faults.Add(Catalogue.FigureTyped, Place(text.Substring(start, length)), null, text.Substring(start, length));
    }

    /// <summary>Where a piece stands in the file: layout may have moved it, but not what is in it.</summary>
    private Kaizen.Abstractions.SourceSpan Place(string piece)
    {
        var whole = faults.Text!.Text;
        var line = piece.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var cut ? piece[..cut] : piece;
        var end = Math.Min(node.End, whole.Length);
        var at = whole.IndexOf(line, from, end - from, StringComparison.Ordinal);
        // A number is not looked for in a name that ends with it.
        while (at > 0 && char.IsAsciiDigit(line[0]) && char.IsLetterOrDigit(whole[at - 1])) at = whole.IndexOf(line, at + 1, end - at - 1, StringComparison.Ordinal);
        if (at < 0) return faults.SpanOf(node);
        from = at + line.Length;
        return faults.Text.Span(at, from);
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..57] + "...";
}
