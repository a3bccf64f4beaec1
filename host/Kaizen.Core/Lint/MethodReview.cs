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

    /// <summary>Looks at a cycle with what is known of it.</summary>
    /// <param name="subject">The cycle, the loops around it, and as much of date and data as is known.</param>
    /// <param name="notes">What people signed.</param>
    /// <param name="evidence">What was concluded, or null without data.</param>
    public static MethodReview Of(LintSubject subject, CycleNotes notes, CycleEvidence? evidence)
    {
        var hits = Linter.Look(subject);
        var gates = Lint.Gates.Of(subject.Cycle, hits, notes, evidence);
        var state = evidence?.State ?? (subject.AsOf is { } day ? StateOf.At(subject.Cycle, day) : CycleState.Draft);
        var next = Lint.Gates.NextOf(state);
        return new MethodReview
        {
            Hits = hits,
            Gates = gates,
            Next = gates.FirstOrDefault(g => g.Gate == next),
            Skipped = [.. gates.Where(g => !g.IsOpen && (next is null || g.Gate < next))],
        };
    }
}
