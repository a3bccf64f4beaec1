using Kaizen.Abstractions;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Lint.Rules;

/// <summary>What, how much, by when.</summary>
internal static class Targets
{
    public static readonly LintCheck K14 = new(
        new LintRule("K14", Severity.Error, Gate.G2, LintBasis.Structure,
            "The target lacks a metric, a start, an end or a date.",
            "What will be how much, by when?",
            "A target says how far and until when. Without the number nobody knows when it is enough, and without the date the check never comes.",
            "Complete plan.target: { metric, from, to, due }. from may be left to the data where the metric was measured before Do."),
        When.Improving, Incomplete);

    public static readonly LintCheck K15 = new(
        new LintRule("K15", Severity.Error, Gate.G2, LintBasis.Text,
            "The target is an action.",
            "When that is done, what will be different for the customer or for you?",
            "An action that was done is no result: the training took place, and the answers come as late as before. A target condition tells how the work runs once it is reached.",
            "Tell under plan.target.pattern how the work will run ('A rota of experts answers in their own working time') and move the action to plan.actions."),
        When.WithTarget,
        s => s.Cycle.Plan.Target!.Pattern is { } pattern && s.Answers().AsAction(TextWords.Of(pattern)) is { } words
            ? [new Found("plan.target.pattern", $"The target's pattern {pattern.Quote()} is something to do ('{words}') rather than how the work will run.")] : []);

    public static readonly LintCheck K16 = new(
        new LintRule("K16", Severity.Error, Gate.G2, LintBasis.Structure,
            "The target equals the baseline, or it or a prediction points the wrong way.",
            "Which way is better here, and is there a gap at all?",
            "Often it is a typing error: from and to exchanged, or 0.3 against 30. If it is none, there is no gap and the cycle has nothing to close; a gain is held by an SDCA cycle.",
            "Look at from, to and better, and at expect. To hold what is reached write kind: sdca. A prediction that is worse than the start is a warning: where the team does expect it to become worse, waive it with the reason."),
        When.Improving, s => WrongWay(s).ToList() is { Count: > 0 } wrong ? wrong : PredictedWorse(s));

    public static readonly LintCheck K17 = new(
        new LintRule("K17", Severity.Warning, null, LintBasis.Data,
            "The target lies inside the ordinary variation of the baseline.",
            "How often was it reached already, without any change?",
            "A value that single weeks reach by chance will be reached again by chance, and the team will hear that it worked. The mean has to stay there, and that takes more weeks to tell than a team expects.",
            "Ask for more, or plan a check that is long enough to see a shift of the mean, and waive it with that reason."),
        s => When.WithTarget(s) && When.Measured(s), InsideVariation);

    private static IEnumerable<Found> Incomplete(LintSubject s)
    {
        if (s.Cycle.Plan.Target is not { } target)
        {
            yield return new Found("plan.target", "The plan has no target.");
            yield break;
        }

        if (string.IsNullOrWhiteSpace(target.Metric)) yield return new Found("plan.target.metric", "The target names no metric.");
        if (target.From is null && Facts.HasNoBaseline(s)) yield return new Found("plan.target.from", $"The target of {target.To.Plain()} does not say what it starts from, and there is no baseline that could.");
        if (target.Due is null) yield return new Found("plan.target.due", $"The target of {target.To.Plain()} has no date by which it shall be reached.");
    }

    private static IEnumerable<Found> WrongWay(LintSubject s)
    {
        if (s.Cycle.Plan.Target is not { } target || (target.From ?? s.LeadFinding()?.Before) is not { } from) yield break;
        var unit = s.Cycle.Lead?.Unit ?? "";
        if (Near(from, target.To))
            yield return new Found("plan.target.to", $"The target of {Quantity.Text(target.To, unit)} is where '{target.Metric}' stands already.");
        else if (s.Cycle.Lead?.Better is { } better && better == Better.Lower != target.To < from)
            yield return new Found("plan.target.to",
                $"The target leads from {Quantity.Number(from, unit)} to {Quantity.Text(target.To, unit)}, and '{target.Metric}' is better {(better == Better.Lower ? "lower" : "higher")}.");
    }

    /// <summary>What is expected lies on the worse side of where the metric stands, which mostly is a slip of the pen.</summary>
    private static IEnumerable<Found> PredictedWorse(LintSubject s)
    {
        foreach (var p in Predicted.In(s.Cycle))
        {
            // What must not get worse may be expected to give a little.
            if (p.Metric is not { Better: { } better, Role: not MetricRole.Balancing } metric || StartOf(s, metric) is not { } from || Near(from, p.Prediction.Expect)) continue;
            if (better == Better.Lower == p.Prediction.Expect < from) continue;
            yield return new Found($"{p.Path}.expect",
                $"The prediction of {Quantity.Text(p.Prediction.Expect, p.Unit)} by {p.Of} is worse than the {Quantity.Text(from, p.Unit)} from which '{metric.Name}' starts, and it is better {(better == Better.Lower ? "lower" : "higher")}.")
            {
                Severity = Severity.Warning,
            };
        }
    }

    /// <summary>Where a metric starts: the lead one as the target says, any as it was measured before.</summary>
    private static double? StartOf(LintSubject s, Metric metric) =>
        (metric.Name == s.Cycle.Plan.Target?.Metric ? s.Cycle.Plan.Target.From : null) ?? s.FindingOf(metric.Name)?.Before;

    private static IEnumerable<Found> InsideVariation(LintSubject s)
    {
        if (s.LeadFinding() is not { Limits: { } limits } finding) yield break;
        var to = s.Cycle.Plan.Target!.To;
        if (to > limits.Lower && to < limits.Upper)
            yield return new Found("plan.target.to",
                $"The target of {Quantity.Text(to, finding.Unit)} lies within what '{finding.Metric}' does by itself, {Quantity.Range(limits.Lower, limits.Upper, finding.Unit)}.");
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(Math.Abs(a), Math.Abs(b));
}
