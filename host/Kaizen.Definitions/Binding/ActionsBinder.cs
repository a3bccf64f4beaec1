using Kaizen.Core.Cycles;

namespace Kaizen.Definitions.Binding;

/// <summary>Binds what somebody is to do by a day: the plan's actions, and what follows from a decision.</summary>
internal static class ActionsBinder
{
    private static readonly string[] FollowUpKeys = ["what", "who", "start", "due", "done"];
    private static readonly string[] ActionKeys = [.. FollowUpKeys, "recovery"];

    public static IReadOnlyList<PlannedAction> Actions(Fields plan) => plan.Each("actions", "an action", ActionKeys, a => One(a, a.Text("recovery")));

    public static IReadOnlyList<PlannedAction> FollowUps(Fields act) => act.Each("follow_ups", "a follow-up", FollowUpKeys, f => One(f, null));

    private static PlannedAction? One(Fields a, string? recovery)
    {
        a.Missing("what", "write what is to be done");
        var (who, start, due, done) = (a.Text("who"), a.Date("start"), a.Date("due"), a.Date("done"));
        return a.Text("what") is { } what ? new PlannedAction(what, who, start, due, done, recovery) : null;
    }
}
