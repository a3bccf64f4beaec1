using Kaizen.Core.Cycles;

namespace Kaizen.Core.Checking;

/// <summary>A date on which something about a cycle changes by itself.</summary>
/// <param name="Date">The day.</param>
/// <param name="Why">What changes, in a few words.</param>
public sealed record DueDate(DateOnly Date, string Why);

/// <summary>When a cycle is to be looked at: on the dates that it names, and by its cadence while it is open.</summary>
public static class Agenda
{
    // A Monday; the cadence of a cycle that has not started is counted from here.
    private static readonly DateOnly Epoch = new(2024, 1, 1);

    /// <summary>Every date that the files name, in no order: windows that end, actions that become overdue, decisions.</summary>
    public static IEnumerable<DueDate> Of(Cycle cycle)
    {
        DueDate?[] gates =
        [
            On(cycle.Plan.Agreed?.Date, "plan agreed"), On(cycle.Do.Started, "Do starts"), On(cycle.Check.Date, "check"), On(cycle.Check.Late, "late check"),
            On(cycle.Act?.Date, "decision"), On(cycle.Plan.Target?.Due, "target due"),
            On(cycle.Cancelled?.Date, "cancelled"), On(cycle.Do.Started is { } start ? cycle.Explore?.TimeBox?.After(start) : null, "time-box over"),
        ];
        return gates
            .Concat(cycle.Plan.Actions.SelectMany(a => Promised(a, "action")))
            .Concat(cycle.Act?.FollowUps.SelectMany(f => Promised(f, "follow-up")) ?? [])
            .Concat(cycle.Plan.Obstacles.Select(o => On(o.Removed, "obstacle removed")))
            .Concat(cycle.Revisions.Select(r => On(r.Date, "plan back to draft")))
            .Concat(cycle.Waivers.Select(w => On(w.Date, $"{w.Rule} waived")))
            .Concat(cycle.Check.Extended.Select(e => On(e.Date, "check put off")))
            .Concat(cycle.Do.Experiments.Select(e => On(e.Date, "experiment")))
            .Concat(cycle.Do.Holds.SelectMany(h => new[]
            {
                On(h.From, "hold begins"), On(h.Resumed is null ? h.ResumeBy : null, "hold: to be resumed"),
                On(h.Resumed is null ? h.ResumeBy?.AddDays(1) : null, "hold: overdue to be resumed"), On(h.Resumed, "work resumed"),
            }))
            .Concat(cycle.Plan.Observed.Select(o => On(o.Date, "observation")))
            .Concat(cycle.Do.Annotations.Select(a => On(a.Date, "annotation")))
            .Concat(cycle.Do.Deviations.Select(d => On(d.Date, "deviation")))
            .Concat(cycle.Do.Log.Select(l => On(l.Date, "log")))
            .Concat(cycle.Act?.HelpNeeded.Select(h => On(h.By, $"help due: {h.What}")) ?? [])
            .Concat(cycle.Metrics.Select(m => On(m.Source.KnownUntil, $"{m.Source.Name} known until")))
            .Concat(cycle.Metrics.SelectMany(m => new[]
            {
                On(CycleWindows.CompleteOn(m, cycle.Check.Date), $"{m.Name} complete"), On(CycleWindows.CompleteOn(m, cycle.Check.Late), $"{m.Name} complete, late check"),
            }))
            .OfType<DueDate>();
    }

    private static IEnumerable<DueDate?> Promised(PlannedAction a, string what) =>
    [
        On(a.Start, $"{what} starts: {a.What}"), On(a.Due?.AddDays(1), $"{what} {(a.Done is null ? "overdue" : "due")}: {a.What}"), On(a.Done, $"{what} done: {a.What}"),
    ];

    private static DueDate? On(DateOnly? date, string why) => date is { } day ? new DueDate(day, why) : null;

    /// <summary>The first date after <paramref name="after"/> on which the cycle is to be looked at, or null where there is none.</summary>
    public static DueDate? Next(Cycle cycle, DateOnly after)
    {
        DueDate? next = Cadence(cycle, after);
        foreach (var due in Of(cycle))
            if (due.Date > after && (next is null || due.Date <= next.Date)) next = next?.Date == due.Date && next.Why != "cadence" ? next : due;
        return next;
    }

    /// <summary>A closed cycle is looked at on the dates it names only, such as its late check; so is one that rests, until it goes on.</summary>
    private static DueDate? Cadence(Cycle cycle, DateOnly after)
    {
        if (after == DateOnly.MaxValue || StateOf.At(cycle, after) is CycleState.Closed or CycleState.Cancelled or CycleState.OnHold) return null;
        var anchor = cycle.Do.Started ?? Epoch;
        var step = cycle.Cadence;
        if (anchor > after) return null;
        // Months are of unequal length, so each date is counted from the anchor and not from the one before.
        var count = (after.DayNumber - anchor.DayNumber) / (step.Count * (step.Unit switch { 'w' => 7, 'm' => 32, _ => 1 }));
        var date = anchor;
        while (date <= after)
        {
            count++;
            date = (step with { Count = step.Count * count }).After(anchor);
        }

        return new DueDate(date, "cadence");
    }
}
