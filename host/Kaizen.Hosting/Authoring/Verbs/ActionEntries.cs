using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Editing;

namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>Actions of the plan: done, new, or with a recovery.</summary>
internal static class ActionEntries
{
    public static IReadOnlyList<YamlEdit> Of(WritingTurn turn, Entry.Action entry)
    {
        var actions = turn.Cycle.Plan.Actions;
        entry = entry with { Who = turn.Person(entry.Who) };
        var index = entry.Add ? -1 : Items.Find([.. actions.Select(a => a.What)], entry.What, "actions", turn);
        if (index is null) return [];
        if (index >= 0) return Change(turn, actions[index.Value], index.Value, entry);
        if (entry.Who is null || entry.Due is null)
        {
            turn.Faults.Add(Catalogue.UnknownName.At(null, "action", entry.What) with
            {
                Hint = actions.Count == 0 ? "a new one needs --who and --due" : "a new one needs --who and --due; name one of these by its number or a part of its text",
                Details = Items.List(actions.Select(a => a.What)),
            });
            return [];
        }

        DateOnly? done = entry.Done ? turn.Day(entry.On) : null;
        if (done is null && entry.Due < turn.AsOf) turn.Faults.Add(Catalogue.DueOver.At(null, WritingTurn.Iso(entry.Due.Value), WritingTurn.Iso(turn.AsOf)));
        return [new YamlEdit.Append("plan.actions", Items.Map(("what", entry.What), ("who", entry.Who), ("due", entry.Due), ("done", done), ("recovery", entry.Recovery)))];
    }

    /// <summary>That an action was done on a day; one that was done before is a fault unless another day is named.</summary>
    public static YamlEdit? Done(WritingTurn turn, int index, DateOnly? on)
    {
        var action = turn.Cycle.Plan.Actions[index];
        var day = turn.Day(on);
        if (action.Done is not { } before || on is not null) return new YamlEdit.Set($"plan.actions.{index}.done", YamlValue.Of(day));
        turn.Faults.Add(Catalogue.SaidBefore.At(null, $"'{action.What}' was done on {WritingTurn.Iso(before)}") with { Hint = "name another day with --done DATE to replace it" });
        return null;
    }

    private static List<YamlEdit> Change(WritingTurn turn, PlannedAction action, int index, Entry.Action entry)
    {
        var edits = new List<YamlEdit>();
        var said = entry.Who is not null || entry.Due is not null || entry.Recovery is not null;
        if ((entry.Done || !said) && Done(turn, index, entry.On) is { } done) edits.Add(done);
        if (said)
        {
            if (entry.Recovery is not null && action.Recovery is { } before && before != entry.Recovery)
                turn.Faults.Add(Catalogue.SaidBefore.At(null, $"'{action.What}' has the recovery '{before}'"));
            edits.Add(new YamlEdit.Set($"plan.actions.{index}", Items.Map(("who", entry.Who), ("due", entry.Due), ("recovery", entry.Recovery))));
        }

        return edits;
    }
}
