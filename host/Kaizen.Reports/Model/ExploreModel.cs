using Kaizen.Core.Lint;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Model;

/// <summary>The learning question of an EDCA cycle in the place of a target, and its assumptions in the place of causes.</summary>
internal static class ExploreModel
{
    private const int MostAssumptions = 6;
    private const double AssumptionSize = 9.5;

    public static ScriptObject? Of(Sheet sheet)
    {
        if (!sheet.IsEdca) return null;
        var explore = sheet.Cycle.Explore;
        var assumptions = explore?.Assumptions ?? [];
        return Tree.Of(
            ("question", MarkdownText.Line(explore?.Question, 220)),
            ("limits", Limits(sheet)),
            ("ask", "What do you want to learn, and what may it cost?"),
            ("assumptions", Tree.List(assumptions.Take(MostAssumptions).Select((a, i) => Tree.Of(("number", $"A{i + 1}"), ("text", MarkdownText.Line(a, 150)))))),
            ("more", UnderstandingModel.More(assumptions.Count - MostAssumptions, "assumption")),
            ("test", "Which of these, if it is wrong, ends the idea? What is the cheapest way to find out?"));
    }

    public static IEnumerable<Surplus> Surplus(Sheet sheet) =>
        [new("Assumptions", "explore.assumptions", (sheet.Cycle.Explore?.Assumptions.Count ?? 0) - MostAssumptions, "assumption")];

    public static double QuestionHeight(Sheet sheet) =>
        sheet.Cycle.Explore is not { } explore ? PageRoom.Heading + 16
        : PageRoom.Heading + Room.Height(Room.Lines(MarkdownText.Line(explore.Question, 220), PageRoom.LeftWidth, 12), 12, 1.25) + (Limits(sheet) is null ? 0 : 4.6);

    public static double AssumptionsHeight(Sheet sheet) => PageRoom.Heading + 18 + (sheet.Cycle.Explore?.Assumptions ?? []).Take(MostAssumptions)
        .Sum(a => Room.Height(Room.Lines($"A1 {MarkdownText.Line(a, 150)}", PageRoom.LeftWidth - 8, AssumptionSize), AssumptionSize, 1.3) + 0.8);

    private static string? Limits(Sheet sheet)
    {
        if (sheet.Cycle.Explore is not { } explore) return null;
        var end = explore.TimeBox is { } box && sheet.Cycle.Do.Started is { } start ? $", until {Show.Date(box.After(start))}" : "";
        string?[] parts =
        [
            explore.TimeBox is { } span ? $"time-box {span}{end}" : null, explore.EffortCap is { } cap ? $"at most {MarkdownText.Line(cap, 40)}" : null,
            explore.Confidence is { } sure ? $"{Show.Percent(sure)} sure of the assumptions" : null,
        ];
        return string.Join(" · ", parts.OfType<string>()) is { Length: > 0 } text ? text : null;
    }
}
