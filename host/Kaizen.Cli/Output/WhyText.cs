using System.Globalization;
using System.Text;
using Kaizen.Cli.Commands;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;
using Kaizen.Hosting.Runs;

namespace Kaizen.Cli.Output;

/// <summary>What a conclusion rests on, in words: from the recommendation down to rows, definition, rules and versions.</summary>
internal static class WhyText
{
    public static string Of(CycleResult result, DateOnly asOf, Ink ink)
    {
        var (cycle, evidence) = (result.Cycle, result.Evidence!);
        var text = new StringBuilder();
        text.AppendLine($"{ink.Bold(cycle.Id)}  {Plain.Text(cycle.Title)}");
        text.AppendLine(ink.Faint(string.Create(CultureInfo.InvariantCulture, $"as of {asOf:d MMMM yyyy}; nothing that it rests on changed since {evidence.FactsAsOf:d MMMM yyyy}")));
        Head("The conclusion");
        Line($"Kaizen recommends: {CycleLine.Word(evidence.Recommendation)}.");
        foreach (var reason in evidence.Because) Line(reason);
        Line($"Fidelity: {CycleLine.Word(evidence.Fidelity)}. State: {CycleLine.Word(evidence.State)}.");
        if (evidence.Decision is { } decision) Line($"People decided: {decision.Decision}{(decision.Because is null ? "" : $", because {decision.Because.ReplaceLineEndings(" ").Trim()}")}");
        Line(Locked(evidence.Locked));
        foreach (var finding in evidence.Findings)
        {
            Head($"{finding.Metric}{(finding.Metric == evidence.Lead && finding.Window == "check" ? " (the lead metric)" : "")}{(finding.Window == "late" ? ", late check" : "")}");
            Line(finding.Claim);
            Line(Rows(finding));
            Line(Query(cycle, finding));
            Line(Rules(finding));
        }

        Head("What was read");
        foreach (var scan in evidence.Findings.Select(f => f.Scan).DistinctBy(s => s.Source))
            Line(string.Create(CultureInfo.InvariantCulture,
                $"{scan.Source}: {scan.RowsRead:#,0} rows by {scan.Plugin}, {scan.RowsLeftOut:#,0} left out as unreadable, {scan.RowsWithoutTime:#,0} without a time{(scan.Fingerprint is { } print ? $", fingerprint {Short(print)}" : "")}."));
        Head("Under which definition and versions");
        Line($"{cycle.File}, definition {evidence.DefinitionHash[..12]}, engine {evidence.Engine}.");
        foreach (var inference in cycle.Inferred) Line($"{inference.What} was left out: {inference.Value} ({inference.Because}).");
        if (result.Notes.Questions.Count + result.Notes.SignOffs.Count > 0) Head("What people said");
        foreach (var question in result.Notes.Questions)
        {
            Line($"{Day(question.Date)} {question.By} asked: {question.Text} ({question.Id})");
            foreach (var answer in question.Answers) Line($"{Day(answer.Date)} {answer.By} answered: {answer.Text}");
        }

        foreach (var sign in result.Notes.SignOffs) Line($"{Day(sign.Date)} {sign.By} signed {sign.Gate}{(sign.Definition == cycle.DefinitionHash ? "" : "; the file changed since")}.");
        text.AppendLine();
        text.AppendLine(ink.Faint($"'kaizen replay {cycle.Id} --as-of {asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}' rebuilds its sheet."));
        return text.ToString();

        void Head(string title) => text.AppendLine().AppendLine(ink.Bold(Plain.Text(title)));

        void Line(string? line)
        {
            if (!string.IsNullOrWhiteSpace(line)) foreach (var wrapped in Sheet.Wrap(line)) text.Append("  ").AppendLine(wrapped);
        }
    }

    private static string Locked(LockState? locked) => locked is null ? "No prediction is locked yet."
        : $"Predictions locked {Day(locked.Date)}, hash {locked.Hash[..12]}"
          + (locked.DaysLate > 0 ? $", {locked.DaysLate} days after Do started" : "")
          + (locked.Recorded is { } recorded ? $", written down {Day(recorded)}" : "")
          + (locked.Changed ? "; the file predicts otherwise now." : "; unchanged since.");

    private static string Rows(Finding f)
    {
        var counted = f.Points.Count(p => p.Phase is Phase.Before or Phase.After);
        return string.Create(CultureInfo.InvariantCulture,
            $"Rows used: {f.RowsBefore:#,0} before in {f.NBefore} {Slots(f.Per)}, {f.RowsAfter:#,0} after in {f.NAfter}. Left out: {f.Points.Count - counted} {Slots(f.Per)} outside the windows, empty or too young{(f.NImmature > 0 ? $" ({f.NImmature} too young)" : "")}. Rows count up to {f.Windows.Cut:d MMM yyyy}.");
    }

    private static string? Query(Cycle cycle, Finding finding)
    {
        if (cycle.Metrics.FirstOrDefault(m => m.Name == finding.Metric) is not { } metric) return null;
        var measure = metric.Measure;
        var of = measure.Value?.Text ?? "rows";
        if (measure.Plugin is { } plugin) return $"Computed by the plugin's metric {plugin.Use.Text}{(measure.Where is { } rows ? $" where {rows.Text}" : "")}, from {string.Join(", ", metric.Sources.Select(s => s.Name))} by {metric.Time.Text}, per {CycleLine.Word(metric.Per)}.";
        return $"Measured as {CycleLine.Word(measure.Aggregate)} of {of}{(measure.Over is { } over ? $" over {over.Text}" : "")}{(measure.Where is { } where ? $" where {where.Text}" : "")}, from {metric.Source.Name} by {metric.Time.Text}, per {CycleLine.Word(metric.Per)}.";
    }

    private static string Rules(Finding f)
    {
        var limits = f.Limits is { } l
            ? $"{l.Kind} limits {Quantity.Range(l.Lower, l.Upper, f.Unit)} around {Quantity.Text(l.Centre, f.Unit)}" : "no limits";
        var signals = f.Signals.Count == 0 ? "no rule fired" : string.Join(", ", f.Signals.GroupBy(s => s.Rule).Select(g => $"{g.Key} first in {g.First().Period}{(g.Count() > 1 ? $", {g.Count()} times" : "")}"));
        return $"Rule set {f.Rules}: {limits}; {signals}.";
    }

    private static string Slots(Period per) => per switch { Period.Day => "days", Period.Month => "months", Period.Row => "rows", _ => "weeks" };

    /// <summary>The first characters of a fingerprint, its kind left out.</summary>
    public static string Short(string print)
    {
        var hash = print.Split(':')[^1];
        return hash[..Math.Min(12, hash.Length)];
    }

    private static string Day(DateOnly date) => date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
