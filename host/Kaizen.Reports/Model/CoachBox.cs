using Kaizen.Core.Checking;
using Kaizen.Core.Coaching;
using Kaizen.Core.Lint;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Model;

/// <summary>
/// Three questions. What a person asked comes before what is made from the evidence: open questions first, then the last
/// answered ones with their answers, then the worst open lint, the biggest miss of a prediction and one that stays open.
/// </summary>
internal static class CoachBox
{
    private const int Room = 3;
    private const int Width = 150;

    public static ScriptObject Of(Sheet sheet)
    {
        var asked = sheet.Notes.Open.Concat(sheet.Notes.Questions.Where(q => q.Answers.Count > 0).Reverse()).ToList();
        var shown = asked.Take(Room).Select(q => Tree.Of(
            ("text", MarkdownText.Line(q.Text, Width)), ("by", $"{sheet.Name(q.By)}, {Show.Date(q.Date)}"),
            ("answer", q.Answers.Count == 0 ? null : MarkdownText.Line(q.Answers[^1].Text, Width)),
            ("answered_by", q.Answers.Count == 0 ? null : $"{sheet.Name(q.Answers[^1].By)}, {Show.Date(q.Answers[^1].Date)}")));
        var made = Questions(sheet).Take(Room - Math.Min(Room, asked.Count)).Select(q => Tree.Of(("text", q)));
        return Tree.Of(("questions", Tree.List(shown.Concat(made))), ("more", UnderstandingModel.More(asked.Count - Room, "question")), ("gate", GateModel.Of(sheet.Review)));
    }

    private static IReadOnlyList<string> Questions(Sheet sheet) =>
        [WorstGap(sheet), BiggestMiss(sheet), Open(sheet)];

    /// <summary>What lint asks first, or where it is silent, what the data ask.</summary>
    private static string WorstGap(Sheet sheet) =>
        sheet.Review.Worst is [var worst, ..] ? $"{worst.Message} {LintRules.ById[worst.Rule].Question}"
        : sheet.Evidence.Findings.Any(f => f.Guardrail is { Held: false }) ? "A guardrail is broken: who pays for the gain, and do they know?"
        : "Which part of this sheet are you least sure of, and what would make you surer?";

    private static string BiggestMiss(Sheet sheet)
    {
        var checkedOnes = sheet.Evidence.Findings.Where(f => f is { Prediction: not null, After: not null, VsPrediction: not null }).ToList();
        var miss = checkedOnes.Where(f => f.VsPrediction != PredictionWord.AsPredicted).MaxBy(Surprise.Of);
        if (miss is { Prediction: { } p })
        {
            var saw = $"You expected {Show.Words(miss.Metric)} {Range(p, Show.UnitBeside(miss.Metric, miss.Unit))}, saw {Show.Value(miss.After, Show.UnitBeside(miss.Metric, miss.Unit))}{(miss.Complete ? "" : " so far")}";
            return $"{saw}: what did the prediction not know?";
        }

        if (checkedOnes.FirstOrDefault() is { Prediction: { } hit } kept)
            return $"You expected {Show.Words(kept.Metric)} {Range(hit, Show.UnitBeside(kept.Metric, kept.Unit))} and saw {Show.Value(kept.After, Show.UnitBeside(kept.Metric, kept.Unit))}: was the theory right, or did something else help?";
        return sheet.Evidence.Findings.Any(f => f.Prediction is not null) || sheet.Cycle.Plan.Countermeasures.Any(c => c.Predicts is not null)
            ? "No prediction can be checked yet: what would you see first if you were wrong?"
            : "No prediction was made: what would surprise you?";
    }

    private static string Range(PredictionFinding p, string unit) =>
        p.Between is { Low: null, High: null } ? Show.Value(p.Expect, unit) : Show.Range(p.Between.Low, p.Between.High, unit);

    private static string Open(Sheet sheet) => (sheet.Evidence.State, sheet.IsSdca) switch
    {
        (CycleState.Draft or CycleState.Framed, _) => "Which obstacle is in the way now, and which one step would teach you most about it?",
        (CycleState.PlanAgreed, _) => "What will you look at on the first day, and what would make you stop?",
        (CycleState.Doing, true) => "What would you notice before the chart does?",
        (CycleState.Doing, _) => "What was the last step, what did you expect, what happened, what did you learn?",
        (CycleState.OnHold, _) => "What has to be true for the work to go on, and who will see it first?",
        (CycleState.Cancelled, _) => "What did you learn by giving this up, and who should know?",
        (CycleState.Checking, _) => "What else changed in the same weeks, and how would you tell it apart?",
        (CycleState.Acting, _) => "What stops now that this has been learned?",
        _ => "Who else could use what you learned, and what would they have to change?",
    };

}
