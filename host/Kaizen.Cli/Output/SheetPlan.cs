using System.Globalization;
using Kaizen.Cli.Commands;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;
using static Kaizen.Cli.Output.SheetWriter;

namespace Kaizen.Cli.Output;

/// <summary>The left half of the sheet, the plan and what departed from it, as far as each is written.</summary>
internal static class SheetPlan
{
    public static void Understanding(SheetWriter sheet, Cycle cycle)
    {
        var plan = cycle.Plan;
        sheet.Section("Problem", cycle.Problem);
        sheet.Section("Background", plan.Background);
        if (plan.Scope is { } scope) sheet.Section("Scope", Named("in:", scope.In), Named("out:", scope.Out));
        sheet.Section("Current condition", plan.Current);
        sheet.List("Observed", plan.Observed.Select(o => $"{Joined(", ", Day(o.Date), o.By)}: {o.What}".TrimStart(':', ' ')));
        if (cycle.Explore is { } explore) Exploring(sheet, cycle, explore);
        if (plan.Target is { } target)
            sheet.Section("Target", $"{target.Metric} {(target.From is { } from ? $"from {Sheet.Unit(cycle, target.Metric, from)} " : "")}to {Sheet.Unit(cycle, target.Metric, target.To)}"
                + (target.Due is { } due ? $" before {due.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}" : ""), target.Pattern);
        if (cycle.Standard is { } standard) Standard(sheet, standard);
        sheet.List("Causes", plan.Causes.SelectMany(c => Behind(c, 0)));
    }

    public static void Change(SheetWriter sheet, Cycle cycle)
    {
        var plan = cycle.Plan;
        sheet.List("Countermeasures", plan.Countermeasures.Select(c => Countermeasure(cycle, c)));
        sheet.List("Alternatives", plan.Alternatives.Select(a => $"{a.Text}{(a.Total(plan.Criteria) is { } total ? $" ({Number(total)})" : "")}"));
        sheet.List("Obstacles", plan.Obstacles.OrderBy(o => o.Active ? 0 : o.Removed is null ? 1 : 2)
            .Select(o => o.Active ? $"{Bare(o.Text)}: worked on now" : o.Removed is { } day ? $"{Bare(o.Text)}: out of the way since {Day(day)}" : o.Text));
        sheet.List("Experiments", cycle.Do.Experiments.OrderByDescending(e => e.Date ?? DateOnly.MaxValue)
            .Select(e => Joined(" ", $"{Day(e.Date) ?? "next"}: {e.Step}", Named("Expected:", e.Expected), Named("Happened:", e.Happened), Named("Learned:", e.Learned))));
    }

    public static void Actions(SheetWriter sheet, Cycle cycle, DateOnly asOf)
    {
        sheet.List("Plan", cycle.Plan.Actions.Select(a => Action(a, asOf)));
        sheet.List("Departed from the plan", cycle.Do.Deviations.Select(d => $"{(Day(d.Date) is { } day ? $"{day}: " : "")}{Clauses(d.What, d.Why, d.CameOfIt)}"));
        sheet.List("Concerns", (cycle.Plan.Agreed?.Stances ?? []).Where(s => s.Stance != Stance.Agree)
            .Select(s => Clauses(s.Because is null ? $"{s.Who}, {CycleLine.Word(s.Stance)}" : $"{s.Who}, {CycleLine.Word(s.Stance)}: {s.Because}", Named("answer:", s.Answer))));
        sheet.List("At rest", cycle.Do.Holds.Select(h => $"{Day(h.From)}{(h.Resumed is { } end ? $" to {Day(end)}" : h.ResumeBy is { } by ? $", to go on by {Day(by)}" : "")}: {h.Because}"));
    }

    public static void Standard(SheetWriter sheet, Standard standard) =>
        sheet.Section("Standard", standard.Text, Joined(", ", Named("owner", standard.Owner), Named("held by", standard.Metric), Named("looked at", standard.Audit)));

    public static string Action(PlannedAction a, DateOnly asOf) => Joined(", ", Bare(a.What), a.Who, a switch
    {
        { Done: { } done, Due: { } due } when done > due => $"done {Day(done)}, {done.DayNumber - due.DayNumber} days late",
        { Done: { } done } => $"done {Day(done)}",
        { Due: { } due } => due < asOf ? $"overdue since {Day(due)}" : $"due {Day(due)}",
        _ => "no date",
    }, Named("recovery:", a.Recovery));

    public static string? Day(DateOnly? day) => day?.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static void Exploring(SheetWriter sheet, Cycle cycle, Exploration explore)
    {
        var end = explore.TimeBox is { } box && cycle.Do.Started is { } start ? $", until {Day(box.After(start))}" : "";
        sheet.Section("To be learned", explore.Question, Joined("; ", explore.TimeBox is { } span ? $"time-box {span}{end}" : null, Named("at most", explore.EffortCap),
            explore.Confidence is { } sure ? $"{Quantity.Text(sure, Quantity.Share)} sure of the assumptions" : null));
        sheet.List("Assumptions", explore.Assumptions);
    }

    private static IEnumerable<(int, string)> Behind(Cause cause, int depth)
    {
        var rests = Joined(", ", cause.Evidence is { } evidence ? CycleLine.Word(evidence) : null, cause.Share is { } share ? Quantity.Text(share, Quantity.Share) : null);
        return cause.Because.SelectMany(b => Behind(b, depth + 1)).Prepend((depth, rests.Length == 0 ? cause.Text : $"{Bare(cause.Text)} ({rests})"));
    }

    private static string Countermeasure(Cycle cycle, Countermeasure c)
    {
        var cause = cycle.Plan.Causes.SelectMany(x => x.All()).FirstOrDefault(x => x.Id == c.Addresses);
        var predicts = c.Predicts is { } p && cycle.LeadMetric is { } lead
            ? $"Expected: {lead} {Sheet.Unit(cycle, lead, p.Expect)} ({Quantity.Range(p.Low, p.High, Sheet.UnitOf(cycle, lead))}), {Quantity.Text(p.Confidence, Quantity.Share)} sure."
            : null;
        return Joined(" ", c.Text, cause is null ? null : $"Against: {Bare(cause.Text)}.", predicts, Named("Because:", c.Predicts?.Because ?? c.Because));
    }

    /// <summary>What was written as sentences, as one.</summary>
    private static string Clauses(params string?[] parts) => Joined(" – ", [.. parts.Select(p => p is null ? null : Bare(p))]) + ".";

    private static string Bare(string text) => text.Trim().TrimEnd('.');

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
