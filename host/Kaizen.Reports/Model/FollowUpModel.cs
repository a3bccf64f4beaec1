using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Lint;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Model;

/// <summary>What people decided, what becomes standard, what comes next and what is still to be looked at.</summary>
internal static class FollowUpModel
{
    /// <summary>Columns never come out quite even.</summary>
    private const double UnevenColumns = 2.5;
    private const int StoryLines = 3;
    private const int StoryWidth = 100;

    /// <summary>Letters of a reason, a lesson and a standard: forty words, thirty where the check would lose its chart.</summary>
    private static int Budget(int economy) => economy > 2 ? 200 : 270;

    private static string Reason(CycleEvidence evidence) => MarkdownText.Line(evidence.Because is [var first, ..] ? first : null, 170);

    /// <summary>Height of the section as far as texts can be told in advance.</summary>
    public static double SectionHeight(Sheet sheet, int economy)
    {
        const double Column = 83;
        var act = sheet.Cycle.Act;
        var left = Sum(Column, 9, 0.7, Named("because", sheet.Evidence.Decision?.Because, Budget(economy)), Named("learned", act?.Learned, Budget(economy)))
            + Sum(Column - 3, 9, 0.7, sheet.Reflected ? $"the engine recommends abandon: {Reason(sheet.Evidence)}" : "The recommendation is shown once the reflection is written.");
        var right = Sum(Column, 9, 0.7, [
            Named("standard", sheet.IsSdca ? null : act?.Standard?.Text is { } s ? $"{s} owner {sheet.Name(act.Standard.Owner)}" : null, Budget(economy) + 30),
            Named("next", act?.Next is { } next ? sheet.Find(next)?.Title ?? next : null, 130), sheet.Cycle.Check.Late is null ? null : "late check 30 September 2026",
            .. (act?.HelpNeeded ?? []).Take(Few(economy)).Select(h => $"help {MarkdownText.Line(h.What, 75)}, from {sheet.Name(h.From)}, by {Show.ShortDate(h.By)}"),
            .. (act?.Yokoten ?? []).Take(Few(economy)).Select(y => $"share {MarkdownText.Line(y.To, 20)} {y.Response} {MarkdownText.Line(y.Because, 75)}"),
            .. (act?.FollowUps ?? []).Take(Few(economy)).Select(f => $"follow-up {MarkdownText.Line(f.What, 75)}, {sheet.Name(f.Who)}, done 30 Sep 2026"),
            act is not null && (act.HelpNeeded.Count > Few(economy) || act.Yokoten.Count > Few(economy) || act.FollowUps.Count > Few(economy)) ? " " : null]);
        var story = MarkdownText.LinesOf(StoryFill.Of(sheet.Cycle, sheet.Evidence), StoryLines, StoryWidth);
        return PageRoom.Heading + Math.Clamp(((left + right) / 2) + UnevenColumns, sheet.Cycle.Kind == CycleKind.Capdo && sheet.Evidence.Decision is null ? 28 : 17, 56)
            + (story == 0 ? 0 : (story * 4.43) + 1.8);
    }

    /// <summary>Words of the decision, the lesson and the standard that have no room, and lines of the story.</summary>
    public static IEnumerable<Surplus> Surplus(Sheet sheet, int economy)
    {
        var (act, budget) = (sheet.Cycle.Act, Budget(economy));
        return
        [
            new("Follow-up", "act.because", MarkdownText.WordsBeyond(act?.Because, budget), "word"),
            new("Follow-up", "act.learned", MarkdownText.WordsBeyond(act?.Learned, budget), "word"),
            new("Follow-up", "act.standard.text", sheet.IsSdca ? 0 : MarkdownText.WordsBeyond(act?.Standard?.Text, budget), "word"),
            new("Follow-up", "story", MarkdownText.SurplusOf(StoryFill.Of(sheet.Cycle, sheet.Evidence), StoryLines, StoryWidth), "line"),
        ];
    }

    private static string? When(PlannedAction f, DateOnly today) => f.Done is { } done ? $"✓ {Show.ShortDate(done)}"
        : f.Due is { } due ? due < today ? $"! open, was due {Show.ShortDate(due)}" : $"by {Show.ShortDate(due)}" : null;

    private static int Few(int economy) => economy == 0 ? 2 : 1;

    private static string? Named(string name, string? text, int length) => string.IsNullOrWhiteSpace(text) ? null : $"{name} {MarkdownText.Line(text, length)}";

    private static double Sum(double width, double points, double between, params string?[] texts) =>
        texts.Where(t => t is not null).Sum(t => Room.Height(t, width, points, 1.25) + between);

    public static ScriptObject Of(Sheet sheet)
    {
        var (act, evidence) = (sheet.Cycle.Act, sheet.Evidence);
        var decision = evidence.Decision;
        string[] choices = sheet.Cycle.Kind switch
        {
            CycleKind.Sdca => ["hold", "correct", "retire"],
            CycleKind.Edca => ["pursue", "pivot", "drop"],
            CycleKind.Capdo => ["standardise", "improve", "explore", "stop"],
            _ => ["adopt", "adapt", "abandon"],
        };
        var recommended = Words.Name(evidence.Recommendation);
        // The team reflects before it hears what the engine makes of the figures.
        var speaks = sheet.Reflected && evidence.Recommendation != Recommendation.None;
        var differs = speaks && decision is not null && decision.Decision != recommended;
        var late = evidence.Findings.Where(f => f.Window == "late").ToList();
        return Tree.Of(
            ("stamp", decision is null ? null : Tree.Of(
                ("word", Words.Stamp(decision.Decision)), ("glyph", Words.StampGlyph(decision.Decision)),
                ("date", Show.Date(decision.Date)), ("because", MarkdownText.Line(decision.Because, Budget(sheet.Economy))))),
            ("choices", decision is not null ? null : Tree.List(choices.Select(c => Tree.Of(("word", Words.Stamp(c)), ("glyph", Words.StampGlyph(c)))))),
            ("recommendation", !speaks ? null : Tree.Of(
                ("word", recommended), ("glyph", Words.StampGlyph(recommended)),
                ("because", Reason(evidence)), ("differs", differs ? true : null),
                ("more", UnderstandingModel.More(evidence.Because.Count - 1, "reason")))),
            ("unreflected", sheet.Reflected || !sheet.Recommends || sheet.Cycle.Do.Started is null ? null : "The recommendation is shown once the reflection is written."),
            ("learned", MarkdownText.Line(act?.Learned, Budget(sheet.Economy))),
            ("standard", act?.Standard is not { } s || sheet.IsSdca ? null : Tree.Of(
                ("text", MarkdownText.Line(s.Text, Budget(sheet.Economy))), ("owner", s.Owner is null ? null : TextWidth.Cut(sheet.Name(s.Owner)!, 20)))),
            ("next", act?.Next is not { } next ? null : Tree.Of(
                ("text", MarkdownText.Line(sheet.Find(next)?.Title ?? next, 130)), ("href", sheet.Find(next) is { } c ? $"{Uri.EscapeDataString(c.Id)}.html" : null))),
            ("late", sheet.Cycle.Check.Late is not { } day ? null : Tree.Of(
                ("date", Show.Date(day)),
                ("result", late.Count == 0 ? null : string.Join("; ", late.Take(2).Select(f => $"{Show.Words(f.Metric)} {Words.Of(f.Effect, f.Complete)}"))))),
            ("help", Tree.List((act?.HelpNeeded ?? []).Take(Few(sheet.Economy)).Select(h => Tree.Of(
                ("what", MarkdownText.Line(h.What, 75)), ("from", h.From is null ? null : TextWidth.Cut(sheet.Name(h.From)!, 20)), ("by", Show.ShortDate(h.By)))))),
            ("help_more", UnderstandingModel.More((act?.HelpNeeded.Count ?? 0) - Few(sheet.Economy), "request")),
            ("yokoten", Tree.List((act?.Yokoten ?? []).Take(Few(sheet.Economy)).Select(y => Tree.Of(
                ("to", MarkdownText.Line(y.To, 20)), ("response", y.Response), ("because", MarkdownText.Line(y.Because, 75)))))),
            ("follow_ups", Tree.List((act?.FollowUps ?? []).OrderBy(f => f.Done is not null).Take(Few(sheet.Economy)).Select(f => Tree.Of(
                ("what", MarkdownText.Line(f.What, 75).TrimEnd('.')), ("who", f.Who is null ? null : TextWidth.Cut(sheet.Name(f.Who)!, 20)), ("when", When(f, evidence.FactsAsOf)))))),
            ("follow_ups_more", UnderstandingModel.More((act?.FollowUps.Count ?? 0) - Few(sheet.Economy), "follow-up")),
            ("story", MarkdownText.Render(StoryFill.Of(sheet.Cycle, evidence), StoryLines, StoryWidth)),
            ("yokoten_more", UnderstandingModel.More((act?.Yokoten.Count ?? 0) - Few(sheet.Economy), "receiver")),
            ("empty", act is null && sheet.Cycle.Check.Late is null ? true : null),
            ("question", "What did you learn, what becomes standard, what stops, who else could use it, when will the long-term effect be known?"));
    }
}
