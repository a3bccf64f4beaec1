using System.Text;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;

namespace Kaizen.Reports.Text;

/// <summary>Fills the figures of a story in from the evidence, so that it says what was measured and nothing else.</summary>
public static class StoryFill
{
    /// <summary>The story with its figures; one that is not known is a dash. Markdown.</summary>
    public static string? Of(Cycle cycle, CycleEvidence evidence)
    {
        if (string.IsNullOrWhiteSpace(cycle.Story)) return null;
        var text = new StringBuilder(cycle.Story.Length + 60);
        foreach (var piece in StoryText.Pieces(cycle.Story))
            text.Append(!piece.IsFigure ? piece.Text : piece.Figure is { } figure ? Value(figure, cycle.Plan.Target, evidence) : Show.Missing);
        return text.ToString();
    }

    private static string Value(StoryFigure figure, Target? target, CycleEvidence evidence)
    {
        if (evidence.Findings.FirstOrDefault(f => f.Metric == figure.Metric && f.Window == "check") is not { } f) return Show.Missing;
        var aim = target?.Metric == f.Metric ? target : null;
        return figure.Field switch
        {
            "before" => Show.Value(f.Before, f.Unit),
            "after" => Show.Value(f.After, f.Unit),
            "difference" => Show.Difference(f.Difference, f.Unit),
            "interval" => Show.Interval(f.Interval, f.Unit) is { Length: > 0 } interval ? interval : Show.Missing,
            "expect" => Show.Value(f.Prediction?.Expect, f.Unit),
            "from" => Show.Value(aim is null ? null : aim.From ?? f.Before, f.Unit),
            "to" => Show.Value(aim?.To, f.Unit),
            "n_before" => Show.Count(f.NBefore),
            "n_after" => Show.Count(f.NAfter),
            "effect" => Words.Of(f.Effect, f.Complete),
            _ => Show.Missing,
        };
    }
}
