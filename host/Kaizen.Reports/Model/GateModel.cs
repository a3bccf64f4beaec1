using Kaizen.Core.Lint;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Model;

/// <summary>One line under the coach's questions: what the next gate lacks and its three worst, never all fifty-seven.</summary>
internal static class GateModel
{
    private const int Most = 3;

    public static ScriptObject? Of(MethodReview review)
    {
        var lacks = review.Skipped.SelectMany(g => g.Lacks.Select(l => $"{g.Gate} {l}")).Concat(review.Next?.Lacks ?? []).ToList();
        if (review.Worst.Count == 0 && lacks.Count == 0) return null;
        return Tree.Of(
            ("title", review.Next is { } next ? $"Before {next.Gate}, {Words.Of(next.Gate)}" : "Still open"),
            ("lacks", lacks.Count == 0 ? null : TextWidth.Cut($"still to be written: {string.Join(", ", lacks.Take(Most))}", 120)),
            ("worst", Tree.List(review.Worst.Take(Most).Select(h => Tree.Of(("rule", h.Rule), ("text", TextWidth.Cut(h.Message.TrimEnd('.'), lacks.Count == 0 ? 95 : 70)), ("shut", h.Gate?.ToString()))))),
            ("more", UnderstandingModel.More(review.Worst.Count - Most, "question")));
    }
}
