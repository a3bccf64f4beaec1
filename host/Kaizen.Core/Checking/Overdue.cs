using Kaizen.Core.Cycles;

namespace Kaizen.Core.Checking;

/// <summary>Something that a cycle promised for a date that has passed.</summary>
/// <param name="What">In a few words.</param>
/// <param name="Who">Who promised it, or null.</param>
/// <param name="Due">The date.</param>
public sealed record Overdue(string What, string? Who, DateOnly Due)
{
    /// <summary>What is overdue in a cycle as of a date; nothing in a closed one but its late check.</summary>
    public static IEnumerable<Overdue> Of(Cycle cycle, DateOnly asOf)
    {
        if (StateOf.At(cycle, asOf) == CycleState.Closed) yield break;
        foreach (var action in cycle.Plan.Actions)
            if (action is { Done: null, Due: { } due } && due < asOf) yield return new Overdue($"action: {action.What}", action.Who, due);
        if (cycle.Check.Date is { } check && check < asOf && string.IsNullOrWhiteSpace(cycle.Check.Reflection))
            yield return new Overdue("check: the reflection is not written", cycle.People.Owner, check);
    }
}
