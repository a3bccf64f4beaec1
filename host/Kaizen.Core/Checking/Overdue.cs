using Kaizen.Core.Cycles;

namespace Kaizen.Core.Checking;

/// <summary>Something that a cycle promised for a date that has passed.</summary>
/// <param name="What">In a few words.</param>
/// <param name="Who">Who promised it, or null.</param>
/// <param name="Due">The date.</param>
public sealed record Overdue(string What, string? Who, DateOnly Due)
{
    /// <summary>Whether it is the check.</summary>
    public bool IsCheck { get; private init; }

    /// <summary>What is overdue in a cycle as of a date; in a closed one only what was to follow, in a cancelled one nothing.</summary>
    public static IEnumerable<Overdue> Of(Cycle cycle, DateOnly asOf)
    {
        var state = StateOf.At(cycle, asOf);
        if (state == CycleState.Cancelled) yield break;
        foreach (var follow in cycle.Act?.FollowUps ?? [])
            if (follow is { Done: null, Due: { } due } && due < asOf) yield return new Overdue($"follow-up: {follow.What}", follow.Who, due);
        if (state == CycleState.Closed) yield break;
        if (StateOf.HeldAt(cycle, asOf) is { ResumeBy: { } resume } && resume < asOf)
            yield return new Overdue("hold: to be resumed", cycle.People.Owner, resume);
        foreach (var action in cycle.Plan.Actions)
            if (action is { Done: null, Due: { } due } && due < asOf) yield return new Overdue($"action: {action.What}", action.Who, due);
        if (cycle.Check.Date is { } check && check < asOf && string.IsNullOrWhiteSpace(cycle.Check.Reflection))
            yield return new Overdue("check: the reflection is not written", cycle.People.Owner, check) { IsCheck = true };
    }
}
