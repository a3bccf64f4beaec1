using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;

namespace Kaizen.Core.Lint;

/// <summary>What the method says of a cycle: lint, gates and score.</summary>
public sealed record MethodReview
{
    /// <summary>Nobody looked.</summary>
    public static MethodReview None { get; } = new();

    /// <summary>What fires, what the team accepts among it.</summary>
    public IReadOnlyList<LintHit> Hits { get; init; } = [];

    /// <summary>How much of the method the cycle holds so far.</summary>
    public MethodScore Score { get; init; } = new(0, []);

    public IReadOnlyList<GateStanding> Gates { get; init; } = [];

    /// <summary>The gate that comes next, or null where there is none.</summary>
    public GateStanding? Next { get; init; }

    /// <summary>Gates behind the cycle that are not open: people went on without them.</summary>
    public IReadOnlyList<GateStanding> Skipped { get; init; } = [];

    /// <summary>What is open, what blocks the next gate first, then by how much it matters and the order of the method.</summary>
    public IReadOnlyList<LintHit> Worst =>
    [
        .. Hits.Where(h => h.Waived is null).OrderByDescending(h => h.Gate is { } gate && gate == Next?.Gate).ThenByDescending(h => h.Gate is not null && Skipped.Any(s => s.Gate == h.Gate))
            .ThenBy(h => h.Severity).ThenBy(h => h.Gate ?? (Gate)9).ThenBy(h => h.Rule, StringComparer.Ordinal),
    ];

    /// <summary>Looks at a cycle with what was concluded of it.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="around">The loops around it, and how lint is set up.</param>
    /// <param name="asOf">The day of the look; what was concluded has its own.</param>
    /// <param name="notes">What people signed.</param>
    /// <param name="drawn">What was concluded, and what the page has no room for of it; null without data.</param>
    public static MethodReview Of(
        Cycle cycle, (Loops Loops, LintSettings Settings) around, DateOnly asOf, CycleNotes notes, (CycleEvidence? Evidence, IReadOnlyList<Surplus>? Surplus) drawn)
    {
        var evidence = drawn.Evidence;
        var subject = new LintSubject(cycle, around.Loops, around.Settings)
        {
            AsOf = evidence?.FactsAsOf ?? asOf,
            Findings = evidence?.Findings,
            Locked = evidence?.Locked,
            Recommendation = evidence?.Recommendation,
            Surplus = drawn.Surplus,
        };
        var hits = Linter.Look(subject);
        var gates = Lint.Gates.Of(subject.Cycle, hits, notes, evidence);
        var state = evidence?.State ?? StateOf.At(cycle, asOf);
        var next = Lint.Gates.NextOf(state);
        return new MethodReview
        {
            Hits = hits,
            Score = MethodScore.Of(subject, hits),
            Gates = gates,
            Next = gates.FirstOrDefault(g => g.Gate == next),
            Skipped = state == CycleState.Cancelled ? [] : [.. gates.Where(g => !g.IsOpen && (next is null || g.Gate < next))],
        };
    }
}
