using Kaizen.Abstractions;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Lint.Rules;

/// <summary>What was decided, and what keeps it alive. These rules speak once a decision is written.</summary>
internal static class Decisions
{
    public static readonly LintCheck K47 = new(
        new LintRule("K47", Severity.Error, Gate.G4, LintBasis.Data,
            "A guardrail broke, and the decision is to adopt.",
            "Who pays for this gain, and have they agreed?",
            "The guardrail was the promise of what would not get worse. To adopt over it in silence teaches everybody that such promises mean nothing.",
            "Decide otherwise, or write into act.because why it may stand, naming the metric."),
        s => s.Adopts() && s.Findings is not null, Broken);

    public static readonly LintCheck K48 = new(
        new LintRule("K48", Severity.Error, Gate.G4, LintBasis.Structure,
            "What is adopted has no standard, no owner of it or no cycle that holds it.",
            "On the first Monday after the project, who notices if it slips back?",
            "Gains fade when the eyes go elsewhere. A standard says what the new way is, its owner is asked about it, and an SDCA cycle looks whether it still holds. An SDCA cycle without its standard is held at G2 already.",
            "Write act.standard with text and owner, and name the cycle that holds it under act.next, or let an SDCA cycle follow (previous). An SDCA writes standard: { text, owner, audit }."),
        s => s.Cycle.Kind == CycleKind.Sdca || (s.Cycle.Kind == CycleKind.Pdca && s.Adopts()), Held);

    public static readonly LintCheck K49 = new(
        new LintRule("K49", Severity.Error, Gate.G4, LintBasis.Structure,
            "A cycle ends without adoption, and without learning or a next step.",
            "What do you know now that you did not know before? What will you do with it?",
            "What did not work is paid for. Written down it saves the next team the same way; left out it is the only real failure.",
            "Write act.learned with what was learned and what stops, and act.next with the next step, or who holds the gap now."),
        s => s.Decision() is "adapt" or "abandon" or "correct" or "retire" or "pivot" or "drop", Wasted);

    public static readonly LintCheck K50 = new(
        new LintRule("K50", Severity.Warning, null, LintBasis.Structure,
            "The decision departs from the recommendation and says no reason.",
            "What do you see that the numbers do not?",
            "The recommendation is the engine's, the decision is people's, and people often know more. A reason shows what; later both can be compared, and that is how judgement grows.",
            "Write act.because."),
        s => s.Decision() is not null && s.Recommendation is not (null or Recommendation.None), Departs);

    public static readonly LintCheck K51 = new(
        new LintRule("K51", Severity.Information, null, LintBasis.Structure,
            "Nobody else was offered what was adopted.",
            "Who has the same trouble, and would like to try it in their own way?",
            "What stays in one team is half of the work. To share means to offer: each receiver adopts, adapts or declines, with a reason.",
            "Name receivers under act.yokoten with their response and why. Waive it where nobody else does such work."),
        s => s.Cycle.Kind == CycleKind.Pdca && s.Adopts(),
        s => s.Cycle.Act!.Yokoten.Count == 0 ? [new Found("act.yokoten", "What was adopted was offered to nobody else.")] : []);

    private static IEnumerable<Found> Broken(LintSubject s)
    {
        var because = TextWords.Of(s.Cycle.Act!.Because);
        foreach (var f in s.Findings!.Where(f => f is { Window: "check", Guardrail.Held: false }))
            if (!Names(because, f.Metric))
                yield return new Found("act.because",
                    $"'{f.Metric}' stands at {Quantity.Text(f.After ?? 0, f.Unit)}, beyond its guardrail of {Quantity.Text(f.Guardrail!.Value, f.Unit)}, and the decision to {s.Decision()} does not say why that may be.");
    }

    private static bool Names(TextWords text, string metric) =>
        new WordList([metric.Replace('_', ' ')]).First(text) is not null;

    private static IEnumerable<Found> Held(LintSubject s)
    {
        if (s.Cycle.Kind == CycleKind.Sdca)
        {
            foreach (var missing in Missing(s.Cycle.Standard, "standard", "holds")) yield return missing with { Gate = Gate.G2 };
            if (s.Cycle.Standard is { Audit: null or "" }) yield return new Found("standard.audit", "Nothing says how often somebody looks whether the standard is kept.") { Gate = Gate.G2 };
            yield break;
        }

        foreach (var missing in Missing(s.Cycle.Act!.Standard, "act.standard", "adopts")) yield return missing;
        if (string.IsNullOrWhiteSpace(s.Cycle.Act.Next) && !s.Loops.After(s.Cycle).Any(c => c.Kind == CycleKind.Sdca))
            yield return new Found("act.next", "No cycle holds what was adopted: none follows this one, and act.next names none.");
    }

    private static IEnumerable<Found> Missing(Standard? standard, string path, string verb)
    {
        if (string.IsNullOrWhiteSpace(standard?.Text)) yield return new Found(standard is null ? path : $"{path}.text", $"The cycle {verb} a way of working that no standard describes.");
        else if (string.IsNullOrWhiteSpace(standard.Owner)) yield return new Found($"{path}.owner", $"The standard {standard.Text.Quote()} has no owner.");
    }

    private static IEnumerable<Found> Wasted(LintSubject s)
    {
        var (act, decision) = (s.Cycle.Act!, s.Decision());
        if (string.IsNullOrWhiteSpace(act.Learned) && string.IsNullOrWhiteSpace(s.Cycle.Check.Reflection))
            yield return new Found("act.learned", $"The decision is to {decision}, and nobody wrote what was learned.");
        if (string.IsNullOrWhiteSpace(act.Next) && !s.Loops.After(s.Cycle).Any())
            yield return new Found("act.next", $"The decision is to {decision}, and nothing says what comes next or who holds the gap now.");
    }

    private static IEnumerable<Found> Departs(LintSubject s)
    {
        // To retire a standard is never the engine's to say.
        Recommendation? decided = s.Decision() switch
        {
            "adopt" => Recommendation.Adopt,
            "adapt" => Recommendation.Adapt,
            "abandon" => Recommendation.Abandon,
            "pursue" => Recommendation.Pursue,
            "pivot" => Recommendation.Pivot,
            "drop" => Recommendation.Drop,
            "hold" => Recommendation.Hold,
            "correct" => Recommendation.Correct,
            _ => null,
        };
        if (decided is not null && decided != s.Recommendation && string.IsNullOrWhiteSpace(s.Cycle.Act!.Because))
            yield return new Found("act.because", $"The decision is to {s.Decision()}, the engine says {s.Recommendation!.Value.ToString().ToLowerInvariant()}, and no reason is given.");
    }
}
