using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;

namespace Kaizen.Definitions.Binding;

/// <summary>Binds what happens to a cycle as a whole: revisions, a cancellation, and the lint that its team accepts.</summary>
internal static class LifeBinder
{
    public static IReadOnlyList<Revision> Revisions(Fields cycle) => cycle.Each("revisions", "a revision", ["date", "because"], r =>
    {
        r.Missing("date", "write the day on which the plan went back to draft");
        r.Missing("because", "write why the plan went back to draft");
        var because = r.Text("because");
        return r.Date("date") is { } date && because is not null ? new Revision(date, because) : null;
    });

    public static Cancellation? Cancelled(Fields cycle)
    {
        if (cycle.Entry("cancelled") is not { } entry) return null;
        if (entry.Value.IsEmpty) cycle.Faults.Add(Catalogue.KeyWithoutValue, entry.Key, "write { date: ..., because: ... }", "cancelled");
        var fields = Fields.Of(entry, "the cancellation", ["date", "because"], cycle.Faults);
        fields.Missing("date", "write the day on which it was given up");
        fields.Missing("because", "write why it was given up");
        var because = fields.Text("because");
        return fields.Date("date") is { } date && because is not null ? new Cancellation(date, because) : null;
    }

    /// <summary>What was started is not cancelled but abandoned, with what was learned.</summary>
    public static void CheckNotStarted(Fields cycle, DateOnly? started)
    {
        if (started is { } day && cycle.Has("cancelled")) cycle.Faults.Add(Catalogue.CancelledAfterStart, cycle.KeyAt("cancelled"), null, Say.Date(day));
    }

    public static IReadOnlyList<Waiver> Waivers(Fields cycle)
    {
        var seen = new HashSet<(string, string?)>();
        return cycle.Each("waivers", "a waiver", ["rule", "because", "date", "by", "at"], w =>
        {
            w.Missing("rule", "name the rule that is accepted, such as K25");
            w.Missing("because", "write why the team accepts it");
            w.Missing("date", "write since when it is accepted");
            var (rule, because, date, by, at) = (w.Text("rule"), w.Text("because"), w.Date("date"), w.Text("by"), w.Text("at"));
            if (rule is null) return null;
            if (!LintNames.IsRule(rule)) w.Fault("rule", Catalogue.UnknownRule, LintNames.RuleHint(rule), rule);
            else if (!seen.Add((rule, at))) w.Fault("rule", Catalogue.WaivedTwice, null, rule, at is null ? "the whole cycle" : $"'{at}'");
            return because is null || date is null ? null : new Waiver(rule, because, date.Value, by, at);
        });
    }
}
