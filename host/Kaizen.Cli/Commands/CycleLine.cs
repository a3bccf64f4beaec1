using Kaizen.Cli.Output;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Hosting.Runs;

namespace Kaizen.Cli.Commands;

/// <summary>One cycle in a row: id, state, what its lead metric says, recommendation, decision.</summary>
internal static class CycleLine
{
    public static IEnumerable<string> Of(CycleResult result)
    {
        yield return result.Cycle.Id;
        if (result.Evidence is not { } evidence)
        {
            yield return "-";
            yield return "not concluded, see the diagnostics";
            yield break;
        }

        yield return Word(evidence.State);
        var lead = evidence.Findings.FirstOrDefault(f => f.Metric == evidence.Lead && f.Window == "check");
        yield return lead is null ? result.Cycle.Metrics.Count == 0 ? "nothing to measure" : "no lead metric" : $"{lead.Metric}: {(result.Cycle.Kind == CycleKind.Sdca ? Held(lead) : Effect(lead))}{(lead.Prediction is not null ? Moved(evidence) : "")}";
        yield return Word(evidence.Recommendation);
        if (evidence.Decision is { } decision)
            yield return decision.Decision == Word(evidence.Recommendation) ? "decided" : $"decided: {decision.Decision}";
    }

    /// <summary>What the control metric of a standard says: its alarm does not wait for an interval.</summary>
    public static string Held(Finding control) =>
        control.NAfter == 0 ? "nothing counts yet"
        : RunChartAlarm.Of(control) is { } run ? $"{run.Words} since {run.Since}"
        : RunChartAlarm.Decides(control) ? "no signal of its run chart"
        : control.Signals.Count == 0 ? "within its limits"
        : $"{control.Signals[0].Rule} in {control.Signals[0].Period}";

    /// <summary>The cycles whose file has errors, in rows of the same form.</summary>
    public static IEnumerable<string[]> OfFaulty(RunResult result) =>
        result.Faulty.Select(id => new[] { id, "-", "not read, its file has errors" });

    /// <summary>Recommendations keep one colour each; none of them is good or bad news by itself.</summary>
    public static string Paint(string recommendation, Ink ink) =>
        recommendation is "wait" or "none" ? ink.Faint(recommendation) : ink.Bold(recommendation);

    /// <summary>A result is held against what the file says now; where that is not what was locked, it is said beside it.</summary>
    public static string Moved(CycleEvidence evidence) => evidence.Locked is { Changed: true } ? ", prediction changed since it was locked" : "";

    public static string Effect(Finding finding)
    {
        var effect = finding.Effect switch
        {
            EffectWord.Improved => "improved",
            EffectWord.Worsened => "worsened",
            EffectWord.NoDetectableChange => "no detectable change",
            EffectWord.TooEarly => "too early to tell",
            _ => "not judged",
        };
        return finding.VsPrediction switch
        {
            PredictionWord.AsPredicted => $"{effect}, as predicted",
            PredictionWord.Better => $"{effect}, better than predicted",
            PredictionWord.Worse => $"{effect}, short of its prediction",
            _ => effect,
        };
    }

    public static string Word(Enum value) =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? " " : "") + char.ToLowerInvariant(c) : c.ToString()));
}
