using Kaizen.Core.Checking;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Model;

/// <summary>What people decided, what becomes standard, what comes next and what is still to be looked at.</summary>
internal static class FollowUpModel
{
    public static ScriptObject Of(Sheet sheet)
    {
        var (act, evidence) = (sheet.Cycle.Act, sheet.Evidence);
        var decision = evidence.Decision;
        var choices = sheet.IsSdca ? new[] { "hold", "correct", "retire" } : ["adopt", "adapt", "abandon"];
        var recommended = Words.Name(evidence.Recommendation);
        // The team reflects before it hears what the engine makes of the figures.
        var speaks = sheet.Reflected && evidence.Recommendation != Recommendation.None;
        var differs = speaks && decision is not null && decision.Decision != recommended;
        var late = evidence.Findings.Where(f => f.Window == "late").ToList();
        return Tree.Of(
            ("stamp", decision is null ? null : Tree.Of(
                ("word", Words.Stamp(decision.Decision)), ("glyph", Words.StampGlyph(decision.Decision)),
                ("date", Show.Date(decision.Date)), ("because", MarkdownText.Line(decision.Because, 105)))),
            ("choices", decision is not null ? null : Tree.List(choices.Select(c => Tree.Of(("word", Words.Stamp(c)), ("glyph", Words.StampGlyph(c)))))),
            ("recommendation", !speaks ? null : Tree.Of(
                ("word", recommended), ("glyph", Words.StampGlyph(recommended)),
                ("because", MarkdownText.Line(evidence.Because is [var first, ..] ? first : null, 105)), ("differs", differs ? true : null),
                ("more", UnderstandingModel.More(evidence.Because.Count - 1, "reason")))),
            ("unreflected", sheet.Reflected || sheet.Cycle.Do.Started is null ? null : "The recommendation is shown once the reflection is written."),
            ("learned", MarkdownText.Line(act?.Learned, 100)),
            ("standard", act?.Standard is not { } s || sheet.IsSdca ? null : Tree.Of(
                ("text", MarkdownText.Line(s.Text, 76)), ("owner", s.Owner is null ? null : TextWidth.Cut(sheet.Name(s.Owner)!, 20)))),
            ("next", act?.Next is not { } next ? null : Tree.Of(
                ("text", MarkdownText.Line(sheet.Find(next)?.Title ?? next, 42)), ("href", sheet.Find(next) is { } c ? $"{Uri.EscapeDataString(c.Id)}.html" : null))),
            ("late", sheet.Cycle.Check.Late is not { } day ? null : Tree.Of(
                ("date", Show.Date(day)),
                ("result", late.Count == 0 ? null : string.Join("; ", late.Take(2).Select(f => $"{Show.Words(f.Metric)} {Words.Of(f.Effect, f.Complete)}"))))),
            ("help", Tree.List((act?.HelpNeeded ?? []).Take(1).Select(h => Tree.Of(
                ("what", MarkdownText.Line(h.What, 55)), ("from", h.From is null ? null : TextWidth.Cut(sheet.Name(h.From)!, 20)), ("by", Show.ShortDate(h.By)))))),
            ("help_more", UnderstandingModel.More((act?.HelpNeeded.Count ?? 0) - 1, "request")),
            ("yokoten", Tree.List((act?.Yokoten ?? []).Take(1).Select(y => Tree.Of(
                ("to", MarkdownText.Line(y.To, 20)), ("response", y.Response), ("because", MarkdownText.Line(y.Because, 22)))))),
            ("yokoten_more", UnderstandingModel.More((act?.Yokoten.Count ?? 0) - 1, "receiver")),
            ("empty", act is null && sheet.Cycle.Check.Late is null ? true : null),
            ("question", "What did you learn, what becomes standard, what stops, who else could use it, when will the long-term effect be known?"));
    }
}
