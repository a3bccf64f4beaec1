using Kaizen.Abstractions;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;

namespace Kaizen.Core.Lint;

/// <summary>What stands between a cycle and a gate.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Lacks">What has to be written down and is not, in a few words each.</param>
/// <param name="Blocking">Open lint that keeps it shut.</param>
/// <param name="SignedBy">Who signed it in the ledger.</param>
public sealed record GateStanding(Gate Gate, IReadOnlyList<string> Lacks, IReadOnlyList<LintHit> Blocking, IReadOnlyList<SignOff> SignedBy)
{
    /// <summary>Whether nothing is in its way; people go through it by what they write down.</summary>
    public bool IsOpen => Lacks.Count == 0 && Blocking.Count == 0;
}

/// <summary>The guards of the gates, from the facts written down. A part that has a rule of its own is left to that rule.</summary>
public static class Gates
{
    /// <summary>All four.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="hits">What lint found in it.</param>
    /// <param name="notes">What people signed.</param>
    /// <param name="evidence">What was concluded, or null without data.</param>
    public static IReadOnlyList<GateStanding> Of(Cycle cycle, IReadOnlyList<LintHit> hits, CycleNotes notes, CycleEvidence? evidence) =>
    [
        .. Enum.GetValues<Gate>().Select(gate => new GateStanding(
            gate,
            [.. (gate switch { Gate.G1 => Problem(cycle), Gate.G2 => Plan(cycle), Gate.G3 => Check(cycle, evidence), _ => Decision(cycle) }).Where(g => g.Missing).Select(g => g.What)],
            [.. hits.Where(h => h.Gate == gate && h.Severity == Severity.Error && h.Waived is null)],
            [.. notes.SignOffs.Where(s => s.Gate == gate.ToString())])),
    ];

    /// <summary>The gate that comes next, or null where a cycle is through all of them or given up.</summary>
    public static Gate? NextOf(CycleState state) => state switch
    {
        CycleState.Draft => Gate.G1,
        CycleState.Framed => Gate.G2,
        CycleState.Acting => Gate.G4,
        CycleState.Closed or CycleState.Cancelled => null,
        _ => Gate.G3,
    };

    /// <summary>Whether the problem is described as G1 asks, apart from lint.</summary>
    internal static bool IsFramed(Cycle cycle) => !Problem(cycle).Any(p => p.Missing);

    private static (bool Missing, string What)[] Problem(Cycle cycle) =>
    [
        (cycle.People.Owner is null, "an owner"),
        (Empty(cycle.Plan.Background) && cycle.Kind != CycleKind.Sdca, "the background: why this, why now"),
        (cycle.Kind == CycleKind.Pdca && cycle.Plan.Target is null && Empty(cycle.Problem), "the gap: a problem in one sentence or a target"),
        (cycle.Kind == CycleKind.Sdca && cycle.Standard is null, "the standard that is held"),
        (cycle.Kind == CycleKind.Edca && cycle.Explore is null, "a learning question"),
    ];

    private static (bool Missing, string What)[] Plan(Cycle cycle) =>
    [
        (cycle.Kind == CycleKind.Sdca && cycle.Standard is { Audit: null }, "how often the standard is audited"),
        (cycle.Kind == CycleKind.Edca && cycle.Explore is not { Assumptions.Count: > 0 }, "the assumptions that are to be tested"),
        (cycle.Kind == CycleKind.Edca && cycle.Explore?.TimeBox is null, "a time-box"),
        (cycle.Kind == CycleKind.Edca && cycle.Explore?.EffortCap is null, "an effort cap"),
        (cycle.Kind == CycleKind.Edca && cycle.Explore?.Confidence is null, "how sure the team is of its assumptions"),
        (cycle.Check.Date is null && cycle.Kind is CycleKind.Pdca or CycleKind.Sdca, "a check date"),
        (cycle.Kind == CycleKind.Pdca && cycle.Plan.Agreed is not { Stances.Count: > 0 }, "the stance of everybody whose work changes"),
    ];

    private static (bool Missing, string What)[] Check(Cycle cycle, CycleEvidence? evidence) =>
    [
        (cycle.Do.Started is null, "Do: it has not begun"),
        (evidence is not null && cycle.Kind == CycleKind.Pdca && evidence.Fidelity == FidelityLevel.Unknown, "whether it was done as planned"),
        (evidence is not null && evidence.Findings.Any(f => f is { Prediction: not null, NAfter: 0 }), "a finding for every prediction"),
        (Empty(cycle.Check.Reflection), "the reflection"),
    ];

    private static (bool Missing, string What)[] Decision(Cycle cycle) =>
    [
        (cycle.Act?.Decision is null, "the decision"),
        (cycle.Act?.Decision is not null && Empty(cycle.Act.Because), "the reason of the decision"),
    ];

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);
}
