using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Model;

/// <summary>
/// Three questions. What a person asked comes before what is made from the evidence: open questions first, then the last
/// answered ones with their answers, then the worst gap, the biggest miss of a prediction and one that stays open.
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
        return Tree.Of(("questions", Tree.List(shown.Concat(made))), ("more", UnderstandingModel.More(asked.Count - Room, "question")));
    }

    private static IReadOnlyList<string> Questions(Sheet sheet) =>
        [WorstGap(sheet), BiggestMiss(sheet), Open(sheet)];

    /// <summary>The first part that is missing, in the order in which a cycle grows.</summary>
    private static string WorstGap(Sheet sheet)
    {
        var (cycle, plan, sdca) = (sheet.Cycle, sheet.Cycle.Plan, !sheet.IsPdca);
        var causes = plan.Causes.SelectMany(c => c.All()).ToList();
        (bool Missing, string Question)[] gaps =
        [
            (cycle.People.Owner is null, "Nobody owns this cycle: who will learn from it?"),
            (cycle.People.Owner is not null && cycle.People.Owner == cycle.People.Coach, "Owner and coach are one person: who is the second pair of eyes?"),
            (Empty(plan.Background), "There is no background: why this, why now, and what if nothing is done?"),
            (Empty(plan.Current) && plan.Observed.Count == 0, "Nothing is written about the current condition: what did you see yourself, and where exactly?"),
            (plan.Target is null && !sdca, "There is no target: how will the work run differently, by how much, by when?"),
            (causes.Count == 0 && !sdca, "No cause is written down: how do you know what to change?"),
            (plan.Countermeasures.Count == 0 && !sdca, "There is no countermeasure: what is the smallest test that would teach you something?"),
            (plan.Countermeasures.Any(c => c.Addresses is null), "A countermeasure addresses no cause: which cause does it remove?"),
            (!sdca && sheet.Evidence.Findings.All(f => f.Prediction is null) && plan.Countermeasures.All(c => c.Predicts is null),
                "Nothing is predicted: what do you expect, how sure are you, because of what?"),
            (sheet.IsSdca && sheet.Standard is null, "The standard is not written down: what is the current best way, and who owns it?"),
            (sheet.IsEdca && cycle.Explore is not { Assumptions.Count: > 0 }, "No assumption is written down: what do you take for true without having seen it?"),
            (sheet.IsEdca && cycle.Explore is { TimeBox: null, EffortCap: null }, "The exploration has no end: how long may it take, and how much work?"),
            (causes.Exists(c => c.Evidence is CauseEvidence.Opinion), "A cause rests on opinion: how could you see or test it?"),
            (plan.Actions.Any(a => a.Who is null || a.Due is null), "An action lacks who or when: who will have done what, by when?"),
            (cycle.Do.Started is not null && plan.Agreed?.Date is null && !sdca, "The change started without an agreed plan: who must agree, who objects, and why?"),
            (sheet.Evidence.Findings.Any(f => f.Guardrail is { Held: false }), "A guardrail is broken: who pays for the gain, and do they know?"),
            (sheet.Evidence.State is CycleState.Checking or CycleState.Acting or CycleState.Closed && !sheet.Reflected, "The reflection is empty: what happened that you did not expect?"),
            (sheet.Evidence.Fidelity is FidelityLevel.NotDone or FidelityLevel.Partial && cycle.Do.Started is not null && !sdca, "Not everything was done as planned: what got in the way?"),
            (sheet.Evidence.Fidelity == FidelityLevel.Unknown && cycle.Do.Started is not null && !sdca, "Nobody can say whether it was done: how will you know?"),
            (sheet.Recommends && cycle.Metrics.All(m => m.Role != MetricRole.Balancing), "No metric watches what must not get worse: where could the gain be moved cost?"),
            (sheet.Recommends && cycle.Metrics.All(m => m.Horizon != Horizon.Long), "No metric looks at the long loop: when will the long-term effect be known?"),
            (cycle.Check.Late is null && !sdca, "No late check is planned: when will you know whether the gain has stayed?"),
            (causes.Count > 0 && causes.TrueForAll(c => c.Because.Count == 0), "The why-tree is one why deep: what lies behind these causes?"),
        ];
        return gaps.FirstOrDefault(g => g.Missing).Question ?? "Which part of this sheet are you least sure of, and what would make you surer?";
    }

    private static string BiggestMiss(Sheet sheet)
    {
        var checkedOnes = sheet.Evidence.Findings.Where(f => f is { Prediction: not null, After: not null, VsPrediction: not null }).ToList();
        var miss = checkedOnes.Where(f => f.VsPrediction != PredictionWord.AsPredicted).MaxBy(Distance);
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

    /// <summary>How far outside its interval a value lies, in widths of the interval.</summary>
    private static double Distance(Finding f)
    {
        var (p, after) = (f.Prediction!, f.After!.Value);
        var (low, high) = (p.Between.Low ?? double.NegativeInfinity, p.Between.High ?? double.PositiveInfinity);
        var outside = Math.Max(0, Math.Max(low - after, after - high));
        var width = double.IsFinite(high - low) && high > low ? high - low : Math.Max(Math.Abs(p.Expect), 1e-9);
        return outside / width;
    }

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

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);
}
