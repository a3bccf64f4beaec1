using Kaizen.Abstractions;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Lint.Rules;

/// <summary>Who does what by when, and when what can be known.</summary>
internal static class Plans
{
    public static readonly LintCheck K32 = new(
        new LintRule("K32", Severity.Error, Gate.G2, LintBasis.Structure,
            "An action lacks who, what or when.",
            "Who does it, and by which day?",
            "Two out of three is usual, and the third is why it does not happen: what has no name is everybody's, and what has no day is for later.",
            "Write what, who and due for each action under plan.actions. An action of two people belongs to the one who will be asked about it."),
        s => s.Cycle.Plan.Actions.Count > 0, Actions);

    public static readonly LintCheck K33 = new(
        new LintRule("K33", Severity.Warning, null, LintBasis.Structure,
            "An overdue action has no recovery note.",
            "What held it up, and how will you come back to the plan?",
            "A slip is information, early. It is only expensive when it is left until the check, because the plan then was not what was tested.",
            "Write done with its date, or recovery with how the slip is made up for and by when."),
        s => s.AsOf is not null && s.Cycle.Plan.Actions.Count > 0, Overdue);

    public static readonly LintCheck K35 = new(
        new LintRule("K35", Severity.Warning, null, LintBasis.Structure,
            "There is no balancing metric.",
            "What could get worse while this gets better, and who would feel it?",
            "A gain in one place is often a cost that moved to another. One number that must not get worse shows it in time.",
            "Add a metric with role: balancing, best with a guardrail."),
        When.ImprovingOrHolding,
        s => s.Cycle.Metrics.Count > 0 && !s.Cycle.Metrics.Any(m => m.Role == MetricRole.Balancing || m.Guardrail is not null)
            ? [new Found("metrics", $"Nothing says what must not get worse while '{s.Cycle.LeadMetric ?? s.Cycle.Metrics[0].Name}' gets better.")] : []);

    public static readonly LintCheck K36 = new(
        new LintRule("K36", Severity.Error, Gate.G2, LintBasis.Structure,
            "The short or the long horizon is missing.",
            "What will you see within weeks? And what must be true in a year for it to have been worth it?",
            "Without a short feedback nobody learns in time; without a long one the gain may be gone, or may never have mattered. Both are needed somewhere in the loop that the cycle belongs to. A cycle that stands alone is warned only.",
            "Give a metric horizon: short or long, here or in another cycle of the same loop (within). A long one is read at check.late."),
        s => When.ImprovingOrHolding(s) && s.Cycle.Metrics.Count > 0, Horizons);

    public static readonly LintCheck K37 = new(
        new LintRule("K37", Severity.Error, Gate.G2, LintBasis.Structure,
            "The check comes before anything can be known.",
            "On the day of the check, will the first results be old enough to count?",
            "Before latency and maturity have passed, the number holds only those who were quick. It reads noise, or the charm of the new.",
            "Move check.date, or for a metric with horizon: long check.late, behind the start of Do plus the larger of latency and maturity."),
        When.Measuring, TooSoon);

    private static IEnumerable<Found> Actions(LintSubject s)
    {
        var actions = s.Cycle.Plan.Actions;
        for (var i = 0; i < actions.Count; i++)
        {
            var name = string.IsNullOrWhiteSpace(actions[i].What) ? $"Action {i + 1}" : $"The action {actions[i].What.Quote()}";
            if (string.IsNullOrWhiteSpace(actions[i].What)) yield return new Found($"plan.actions.{i}.what", $"{name} does not say what is done.");
            if (string.IsNullOrWhiteSpace(actions[i].Who)) yield return new Found($"plan.actions.{i}.who", $"{name} names nobody who does it.");
            if (actions[i].Due is null) yield return new Found($"plan.actions.{i}.due", $"{name} has no date by which it is done.");
        }
    }

    private static IEnumerable<Found> Overdue(LintSubject s)
    {
        // What was open when the cycle was decided stays visible; what was planned for later does not come up again.
        var day = StateOf.DecisionAt(s.Cycle, s.AsOf!.Value)?.Date ?? s.AsOf.Value;
        for (var i = 0; i < s.Cycle.Plan.Actions.Count; i++)
            if (s.Cycle.Plan.Actions[i] is { Done: null, Due: { } due } action && due < day && string.IsNullOrWhiteSpace(action.Recovery))
                yield return new Found($"plan.actions.{i}.recovery", $"The action {action.What.Quote()} was due on {due.Day()}, and nothing says how it is made up for.");
    }

    private static IEnumerable<Found> Horizons(LintSubject s)
    {
        var loop = s.Cycle.Within;
        var around = loop is null ? default : s.Loops.HorizonsIn(loop);
        foreach (var horizon in new[] { Horizon.Short, Horizon.Long })
        {
            if ((horizon == Horizon.Short ? around.Short : around.Long) || s.Cycle.Metrics.Any(m => m.Horizon == horizon)) continue;
            var word = horizon == Horizon.Short ? "short" : "long";
            yield return new Found("metrics", loop is null ? $"The cycle has no metric of the {word} horizon." : $"Neither the cycle nor another in '{loop}' has a metric of the {word} horizon.")
            {
                Severity = loop is null ? Severity.Warning : null,
            };
        }
    }

    private static IEnumerable<Found> TooSoon(LintSubject s)
    {
        var cycle = s.Cycle;
        if (StartOf(cycle) is not { } start) yield break;
        foreach (var late in new[] { false, true })
        {
            // A long horizon without a late check is read at the check.
            bool ReadLate(Metric m) => m.Horizon == Horizon.Long && cycle.Check.Late is not null;
            if ((late ? cycle.Check.Late : cycle.Check.Date) is not { } day) continue;
            var slowest = cycle.Metrics.Where(m => ReadLate(m) == late && Reach(m, start) is not null).MaxBy(m => Reach(m, start));
            if (slowest is null || Reach(slowest, start) is not { } known || day >= known) continue;
            var path = slowest.Horizon == Horizon.Long ? "check.late" : "check.date";
            yield return new Found(path, $"The {(late ? "late check" : "check")} on {day.Day()} comes before '{slowest.Name}' can be known, on {known.Day()} ({Longer(slowest, start)} after {start.Day()}).");
        }
    }

    private static DateOnly? StartOf(Cycle cycle) =>
        cycle.Do.Started ?? cycle.Plan.Actions.Select(a => a.Start ?? a.Due).Where(d => d is not null).Min() ?? cycle.Plan.Agreed?.Date;

    private static CalendarSpan? Longer(Metric m, DateOnly start) =>
        new[] { m.Latency, m.Maturity }.Where(l => l is not null).MaxBy(l => l!.Value.After(start));

    private static DateOnly? Reach(Metric m, DateOnly start) => Longer(m, start)?.After(start);
}
