using Kaizen.Core.Cycles;
using Kaizen.Core.Lint;

namespace Kaizen.Core.Checking;

/// <summary>Derives where a cycle stands from the facts written down; nobody declares it, so it cannot go stale.</summary>
public static class StateOf
{
    /// <summary>
    /// The state as of a date. A gate before Do that lint keeps shut holds a cycle back, whatever date stands at it; once Do has
    /// started the facts count, and the gates that were passed by are told.
    /// </summary>
    public static CycleState At(Cycle cycle, DateOnly asOf)
    {
        if (DecisionAt(cycle, asOf) is not null) return CycleState.Closed;
        if (CycleWindows.StartedBy(cycle, asOf) is not null)
        {
            if (HeldAt(cycle, asOf) is not null) return CycleState.OnHold;
            if (cycle.Check.Date is not { } check || asOf < check) return CycleState.Doing;
            return string.IsNullOrWhiteSpace(cycle.Check.Reflection) ? CycleState.Checking : CycleState.Acting;
        }

        if (cycle.Cancelled is { } cancelled && cancelled.Date <= asOf) return CycleState.Cancelled;
        if (cycle.Plan.Agreed?.Date is { } agreed && agreed <= asOf && !cycle.Revisions.Any(r => r.Date > agreed && r.Date <= asOf) && !cycle.Shut.Contains(Gate.G2)) return CycleState.PlanAgreed;
        return Gates.IsFramed(cycle) && !cycle.Shut.Contains(Gate.G1) ? CycleState.Framed : CycleState.Draft;
    }

    /// <summary>Whether nothing is to be done any more: the cycle is closed, or was cancelled before it began.</summary>
    public static bool IsOver(CycleState state) => state is CycleState.Closed or CycleState.Cancelled;

    /// <summary>The hold that keeps the work at rest on a date, or null.</summary>
    public static Hold? HeldAt(Cycle cycle, DateOnly asOf)
    {
        foreach (var hold in cycle.Do.Holds)
            if (hold.From <= asOf && !(hold.Resumed <= asOf)) return hold;
        return null;
    }

    /// <summary>The decision where its date has come.</summary>
    public static DecisionTaken? DecisionAt(Cycle cycle, DateOnly asOf) =>
        cycle.Act is { Decision: { } decision } act && (act.Date is not { } date || date <= asOf)
            ? new DecisionTaken(decision, act.Date, act.Because)
            : null;
}
