using System.Text;
using Kaizen.Cli.Commands;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;
using Kaizen.Reports;

namespace Kaizen.Cli.Output;

/// <summary>The A3 as lines of text, at most 100 columns wide: what the paper shows, in its order.</summary>
internal static class Sheet
{
    private const int Columns = 96;

    public static string Of(Cycle cycle, CycleEvidence evidence, Ink ink)
    {
        var text = new StringBuilder();
        text.AppendLine(ink.Bold(Plain.Text(cycle.Title)));
        var people = new[] { Named("owner", cycle.People.Owner), Named("coach", cycle.People.Coach), Named("sponsor", cycle.People.Sponsor) };
        text.AppendLine(ink.Faint(string.Join("  ", people.Prepend($"{cycle.Id} · {CycleLine.Word(cycle.Kind)} · {CycleLine.Word(evidence.State)}").OfType<string>())));
        foreach (var line in Life(cycle, evidence)) text.AppendLine(ink.Faint(Plain.Text(line)));
        var sheet = new SheetWriter(text, ink);
        SheetPlan.Understanding(sheet, cycle);
        SheetPlan.Change(sheet, cycle);
        SheetPlan.Actions(sheet, cycle, evidence.FactsAsOf);
        foreach (var finding in evidence.Findings) Finding(text, ink, finding, finding.Metric == evidence.Lead, finding.Prediction is null ? "" : CycleLine.Moved(evidence));
        sheet.List("Check put off", SheetAct.PutOff(cycle));
        if (!string.IsNullOrWhiteSpace(cycle.Check.Reflection))
        {
            sheet.Section("Reflection", cycle.Check.Reflection);
            sheet.Section($"Recommendation: {CycleLine.Word(evidence.Recommendation)}", string.Join(" ", evidence.Because));
        }
        else
        {
            sheet.Section("Reflection", "What did you expect, what happened, what did you learn? The recommendation appears once this is written.");
        }

        SheetAct.Of(sheet, cycle, evidence);
        return text.ToString();
    }

    private static void Finding(StringBuilder text, Ink ink, Finding finding, bool lead, string moved)
    {
        text.AppendLine();
        text.AppendLine($"{ink.Bold(Plain.Text(finding.Metric))}{(lead ? " (lead)" : "")}  {CycleLine.Effect(finding)}{moved}");
        var counted = finding.Points.Where(p => p.Phase is Phase.Before or Phase.After).ToList();
        var room = Columns - 6;
        var before = counted.Where(p => p.Phase == Phase.Before).TakeLast(room / 2).Select(p => p.Value).ToList();
        var after = counted.Where(p => p.Phase == Phase.After).Take(room - before.Count - 3).Select(p => p.Value).ToList();
        if (before.Count + after.Count > 0)
        {
            var line = Sparkline.Of([.. before, .. after]);
            text.AppendLine($"  {line[..before.Count]} {ink.Bold("|")} {line[before.Count..]}");
        }

        foreach (var wrapped in Wrap(finding.Claim)) text.Append("  ").AppendLine(wrapped);
    }

    public static IEnumerable<string> Wrap(string body)
    {
        var line = new StringBuilder();
        foreach (var word in Whole(Plain.Text(body).Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Columns)
            {
                yield return line.ToString();
                line.Clear();
            }

            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }

        if (line.Length > 0) yield return line.ToString();
    }

    /// <summary>Words of which a number and its percent sign are one.</summary>
    private static IEnumerable<string> Whole(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var percent = i + 1 < words.Length && words[i + 1][0] == '%' && char.IsDigit(words[i][^1]);
            yield return percent ? $"{words[i]} {words[++i]}" : words[i];
        }
    }

    private static string? Named(string role, string? who) => who is null ? null : $"{role} {Plain.Text(who)}";

    /// <summary>A value of a metric with its unit.</summary>
    public static string Unit(Cycle cycle, string metric, double value) => Quantity.Text(value, UnitOf(cycle, metric));

    public static string UnitOf(Cycle cycle, string metric) => cycle.Metrics.FirstOrDefault(m => m.Name == metric)?.Unit ?? "";

    /// <summary>What happened to the cycle as a whole.</summary>
    private static IEnumerable<string> Life(Cycle cycle, CycleEvidence evidence)
    {
        if (cycle.With is { } party) yield return $"shared with {party}";
        if (cycle.Chain is { } chain) yield return $"follows {chain.Previous} ({chain.Reason.Replace('_', ' ')})";
        if (cycle.Revisions is [.., var last]) yield return $"revision {cycle.Revisions.Count + 1}, {SheetPlan.Day(last.Date)}: {last.Because}";
        if (evidence.State == CycleState.Cancelled && cycle.Cancelled is { } cancelled) yield return $"given up {SheetPlan.Day(cancelled.Date)}: {cancelled.Because}";
    }
}
