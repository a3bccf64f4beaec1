using Kaizen.Core.Cycles;

namespace Kaizen.Core.Checking;

/// <summary>Derives where a cycle stands from the facts written down; nobody declares it, so it cannot go stale.</summary>
public static class StateOf
{
    /// <summary>The state as of a date.</summary>
    public static CycleState At(Cycle cycle, DateOnly asOf)
    {
        if (DecisionAt(cycle, asOf) is not null) return CycleState.Closed;
        if (CycleWindows.StartedBy(cycle, asOf) is not null)
        {
            if (cycle.Check.Date is not { } check || asOf < check) return CycleState.Doing;
            return string.IsNullOrWhiteSpace(cycle.Check.Reflection) ? CycleState.Checking : CycleState.Acting;
        }

        if (cycle.Plan.Agreed?.Date is { } agreed && agreed <= asOf) return CycleState.PlanAgreed;
        var framed = cycle.People.Owner is not null && cycle.Plan.Background is not null && cycle.Plan.Target is not null;
        return framed ? CycleState.Framed : CycleState.Draft;
    }

    /// <summary>The decision where its date has come.</summary>
    public static DecisionTaken? DecisionAt(Cycle cycle, DateOnly asOf) =>
        cycle.Act is { Decision: { } decision } act && (act.Date is not { } date || date <= asOf)
            ? new DecisionTaken(decision, act.Date, act.Because)
            : null;
}
