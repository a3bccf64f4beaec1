using Kaizen.Abstractions;

namespace Kaizen.Core.Lint.Rules;

/// <summary>What is changed: chosen among options, small at first, and seen to be done.</summary>
internal static class Countermeasures
{
    public static readonly LintCheck K25 = new(
        new LintRule("K25", Severity.Warning, null, LintBasis.Structure,
            "Only one option was considered.",
            "What else would take this cause away? And what if you had half the money, or a week?",
            "The first answer is the one that was there before the question. A second and a third cost an hour and often hold the cheaper test.",
            "Name under considered what else was thought of and why not, or weigh ways to go under plan.alternatives."),
        When.WithCountermeasures,
        s => s.Cycle.Plan.Alternatives.Count >= Thresholds.Alternatives.In(s.Settings) ? [] : s.Cycle.Plan.Countermeasures.Where(c => c.Considered.Count == 0)
            .Select(c => new Found($"plan.countermeasures.{c.Id}.considered", $"For the countermeasure {c.Text.Quote()} no other option was considered.")));

    public static readonly LintCheck K30 = new(
        new LintRule("K30", Severity.Warning, null, LintBasis.Structure,
            "Several countermeasures start together on one metric.",
            "If it works, which of them will you keep? If it does not, which failed?",
            "Two changes at once give one result. Nobody can tell them apart afterwards, and the useless one stays for good.",
            "Give each a cycle of its own, one after the other. Waive it where they only work together, and say so."),
        When.WithCountermeasures, Together);

    public static readonly LintCheck K31 = new(
        new LintRule("K31", Severity.Warning, null, LintBasis.Structure,
            "The first test is at full scale.",
            "What is the smallest place in which you could find out?",
            "A first idea is rarely right as it stands. In one team a mistake costs a week; everywhere it costs the readiness to try anything again. Most published projects skipped the small test, and few of them could say afterwards what had worked.",
            "Begin with scale: one or team. Full scale follows a cycle before (previous) that was adopted. Waive it where the change is easy to undo or cannot be split."),
        When.WithCountermeasures, FullScale);

    public static readonly LintCheck K34 = new(
        new LintRule("K34", Severity.Warning, null, LintBasis.Structure,
            "Nobody will know whether it was done as planned.",
            "How will you know that it was done, and not only agreed?",
            "When nothing changes there are two readings: a wrong idea, or an idea that nobody carried out. They ask for opposite next steps, and without fidelity they look the same.",
            "Write fidelity at a countermeasure: { metric, done_at, partial_at }, or after Do { is: as_planned, because }."),
        When.WithCountermeasures,
        s => s.Cycle.Plan.Countermeasures.All(c => c.Fidelity is null)
            ? [new Found($"plan.countermeasures.{s.Cycle.Plan.Countermeasures[0].Id}.fidelity", $"Nothing will tell whether {s.Cycle.Plan.Countermeasures[0].Text.Quote()} was done as planned.")] : []);

    private static IEnumerable<Found> Together(LintSubject s)
    {
        var together = s.Cycle.Plan.Countermeasures.Where(c => c.Addresses is not null || c.Predicts is not null).ToList();
        if (together.Count < Thresholds.StartedTogether.In(s.Settings)) yield break;
        yield return new Found("plan.countermeasures",
            $"{together.Count} countermeasures ({string.Join(", ", together.Select(c => c.Id))}) start together{(s.Cycle.LeadMetric is { } lead ? $" on '{lead}'" : "")}: their effects cannot be told apart.");
    }

    private static IEnumerable<Found> FullScale(LintSubject s)
    {
        // What the cycle before found is not known here; that it was adopted stands for "as predicted".
        if (s.Cycle.Chain is { } chain && s.Loops.Find(chain.Previous)?.Act?.Decision is "adopt" or "pursue" or "hold") yield break;
        foreach (var c in s.Cycle.Plan.Countermeasures.Where(c => c.Scale == "all"))
            yield return new Found($"plan.countermeasures.{c.Id}.scale", $"The countermeasure {c.Text.Quote()} starts everywhere, and no cycle before it was adopted at a smaller scale.");
    }
}
