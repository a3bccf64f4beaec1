using System.Text;
using Kaizen.Abstractions;
using Kaizen.Core.Lint;
using Kaizen.Hosting.Runs;

namespace Kaizen.Cli.Output;

/// <summary>What the next gate of a cycle lacks, and its three worst; a cycle that is through with nothing open takes no room.</summary>
internal static class GateText
{
    private const int Most = 3;

    public static string Of(CycleResult result, Ink ink)
    {
        var review = result.Review;
        var lacks = review.Skipped.SelectMany(g => g.Lacks.Select(l => $"{l} ({g.Gate})")).Concat(review.Next?.Lacks ?? []).ToList();
        var open = review.Worst;
        // A closed cycle is not nagged; only what should have kept a gate shut is told.
        if (review.Next is null) open = [.. open.Where(h => h.Severity == Severity.Error)];
        if (lacks.Count == 0 && open.Count == 0) return "";
        var text = new StringBuilder().AppendLine();
        var title = review.Next is { } next ? $"before {next.Gate}, {Words(next.Gate)}" : "closed with a gate open";
        var skipped = review.Skipped.Count > 0 && review.Next is not null ? $"; went on without {string.Join(", ", review.Skipped.Select(s => s.Gate))}" : "";
        text.AppendLine($"{ink.Bold(Plain.Text(result.Cycle.Id))}  {title}{skipped}");
        foreach (var line in Sheet.Wrap(lacks.Count == 0 ? "" : $"still to be written: {string.Join("; ", lacks)}")) text.Append("  ").AppendLine(line);
        foreach (var hit in open.Take(Most))
        {
            var shut = hit.Gate is { } gate ? $" keeps {gate} shut:" : "";
            text.AppendLine($"  {(hit.Severity == Severity.Error ? ink.Red(hit.Rule) : ink.Yellow(hit.Rule))}{shut} {Plain.Text(hit.Message)}");
        }

        if (open.Count > Most) text.AppendLine(ink.Faint($"  and {open.Count - Most} more: kaizen validate {result.Cycle.Id}"));
        return text.ToString();
    }

    private static string Words(Gate gate) => gate switch { Gate.G1 => "problem accepted", Gate.G2 => "plan agreed", Gate.G3 => "check done", _ => "act" };
}
