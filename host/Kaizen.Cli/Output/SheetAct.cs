using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Reports.Text;
using static Kaizen.Cli.Output.SheetWriter;

namespace Kaizen.Cli.Output;

/// <summary>What people decided, what becomes standard and what comes next, as far as each is written.</summary>
internal static class SheetAct
{
    public static void Of(SheetWriter sheet, Cycle cycle, CycleEvidence evidence)
    {
        var act = cycle.Act;
        if (evidence.Decision is { } decision) sheet.Section($"Decision: {decision.Decision}{(SheetPlan.Day(decision.Date) is { } day ? $", {day}" : "")}", decision.Because ?? "No reason was written down.");
        sheet.Section("Learned", act?.Learned);
        if (act?.Standard is { } standard && cycle.Standard is null) SheetPlan.Standard(sheet, standard);
        sheet.List("Next", [.. Next(cycle)]);
        sheet.List("Follow-ups", (act?.FollowUps ?? []).OrderBy(f => f.Done is not null).Select(f => SheetPlan.Action(f, evidence.FactsAsOf)));
        sheet.List("Help needed", (act?.HelpNeeded ?? []).Select(h => Joined(", ", h.What.TrimEnd('.'), Named("from", h.From), Named("by", SheetPlan.Day(h.By)))));
        sheet.List("Offered to others", (act?.Yokoten ?? []).Select(y => $"{Joined(" ", y.To, y.Response)}{(y.Because is { } why ? $": {why}" : "")}"));
        sheet.Section("Story", StoryFill.Of(cycle, evidence));
        sheet.List("Accepted by the team", cycle.Waivers.Select(w => $"{w.Rule}{(w.At is null ? "" : $" at {w.At}")}, {Joined(", ", SheetPlan.Day(w.Date), w.By)}: {w.Because}"));
    }

    /// <summary>How often the check was put off, the last time first.</summary>
    public static IEnumerable<string> PutOff(Cycle cycle) => cycle.Check.Extended.Reverse().Select(e => $"to {SheetPlan.Day(e.To)}: {e.Because}");

    private static IEnumerable<string> Next(Cycle cycle)
    {
        if (cycle.Act?.Next is { } next) yield return next;
        if (cycle.Check.Late is { } late) yield return $"late check {SheetPlan.Day(late)}";
    }
}
