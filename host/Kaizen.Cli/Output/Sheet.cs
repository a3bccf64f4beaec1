using System.Globalization;
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
        Section(text, ink, "Problem", cycle.Problem ?? cycle.Plan.Background);
        if (cycle.Plan.Target is { } target)
            Section(text, ink, "Target", $"{target.Metric} {(target.From is { } from ? $"from {Unit(cycle, target.Metric, from)} " : "")}to {Unit(cycle, target.Metric, target.To)}"
                + (target.Due is { } due ? $" before {due.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}" : ""));
        foreach (var finding in evidence.Findings) Finding(text, ink, finding, finding.Metric == evidence.Lead);
        if (!string.IsNullOrWhiteSpace(cycle.Check.Reflection))
        {
            Section(text, ink, "Reflection", cycle.Check.Reflection);
            Section(text, ink, $"Recommendation: {CycleLine.Word(evidence.Recommendation)}", string.Join(" ", evidence.Because));
        }
        else
        {
            Section(text, ink, "Reflection", "What did you expect, what happened, what did you learn? The recommendation appears once this is written.");
        }

        if (evidence.Decision is { } decision) Section(text, ink, $"Decision: {decision.Decision}", decision.Because);
        return text.ToString();
    }

    private static void Finding(StringBuilder text, Ink ink, Finding finding, bool lead)
    {
        text.AppendLine();
        text.AppendLine($"{ink.Bold(Plain.Text(finding.Metric))}{(lead ? " (lead)" : "")}  {CycleLine.Effect(finding)}");
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

    private static void Section(StringBuilder text, Ink ink, string title, string? body)
    {
        if (string.IsNullOrWhiteSpace(body)) return;
        text.AppendLine().AppendLine(ink.Bold(Plain.Text(title)));
        foreach (var paragraph in Plain.Text(body.Replace("\r", "", StringComparison.Ordinal).Replace("\n\n", "\u2029", StringComparison.Ordinal).Replace('\n', ' ')).Split('\u2029', StringSplitOptions.RemoveEmptyEntries))
            foreach (var line in Wrap(paragraph.Trim()))
                text.Append("  ").AppendLine(line);
    }

    public static IEnumerable<string> Wrap(string body)
    {
        var line = new StringBuilder();
        foreach (var word in Plain.Text(body).Split(' ', StringSplitOptions.RemoveEmptyEntries))
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

    private static string? Named(string role, string? who) => who is null ? null : $"{role} {Plain.Text(who)}";

    private static string Unit(Cycle cycle, string metric, double value) =>
        Quantity.Text(value, cycle.Metrics.FirstOrDefault(m => m.Name == metric)?.Unit ?? "");
}
