using Kaizen.Core.Checking;
using Kaizen.Core.Lint;
using Kaizen.Reports.Charts;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Model;

/// <summary>An SDCA cycle holds a standard: the standard, its control chart and its alarms.</summary>
internal static class StandardModel
{
    private const int MostAlarms = 5;
    private const int StandardLines = 4;
    private const int StandardWidth = 102;

    public static ScriptObject Of(Sheet sheet)
    {
        var standard = sheet.Standard;
        return Tree.Of(
            ("text", MarkdownText.Render(standard?.Text, StandardLines, StandardWidth)),
            ("owner", sheet.Name(standard?.Owner)), ("metric", standard?.Metric is { } m ? Show.Words(m) : null), ("audit", MarkdownText.Line(standard?.Audit, 60)),
            ("chart", sheet.Lead is not { Points.Count: > 0 } lead ? null : ChartTree.Of(new ChartSpec("control", lead, PageRoom.LeftWidth, PageRoom.LeftChart(sheet))
            {
                Scope = ChartScope.Control,
                Target = sheet.Target,
                Annotations = sheet.Cycle.Do.Annotations,
                Events = sheet.Workspace.Events,
                StartLabel = "standard since",
                Axis = sheet.AxisOf(lead),
                Name = $"{Show.Words(lead.Metric)} against the frozen limits of the standard",
            })),
            ("question", "What is the current best way, who owns it, and which figure shows that it holds?"));
    }

    public static IEnumerable<Surplus> Surplus(Sheet sheet) =>
        [new("Standard", sheet.Cycle.Standard is null ? "act.standard.text" : "standard.text", MarkdownText.SurplusOf(sheet.Standard?.Text, StandardLines, StandardWidth), "line")];

    /// <summary>The section without its chart.</summary>
    public static double TextHeight(Sheet sheet) => PageRoom.Heading + (sheet.Standard is not { Text: { Length: > 0 } text } ? 16
        : (MarkdownText.LinesOf(text, StandardLines, StandardWidth) * 4.43) + 4.6);

    /// <summary>What an SDCA sheet says first: an alarm waits for no interval.</summary>
    public static (string Glyph, string Tone, string Word, string? Since) Status(Finding lead)
    {
        var slot = Words.Of(lead.Per);
        if (RunChartAlarm.Of(lead) is { } run)
            return Better(lead, run.Above) ? ("◆", "open", $"better than before: {run.Words}", $"since {run.Since}") : ("◆", "bad", $"alarm: {run.Words}", $"since {run.Since}");
        if (lead.Signals is not [var first, ..])
            return lead.NAfter == 0 ? ("○", "open", $"no new {slot} yet", null)
                : ("●", "calm", RunChartAlarm.Decides(lead) ? "no signal of the run chart" : "within its limits", null);
        // A point outside the limits says more at a glance than a pattern of many points.
        var told = lead.Signals.FirstOrDefault(s => s.Members.Count <= 1) ?? first;
        var good = Above(lead, told) is { } above && Better(lead, above);
        var pattern = lead.Signals.Where(s => s.Members.Count > 1).MinBy(s => s.Members[0], StringComparer.Ordinal);
        return ("◆", good ? "open" : "bad", $"{(good ? "better than its limits say" : "alarm")}: {Words.Rule(told.Rule)}, {told.Period}",
            pattern is null || pattern == told && told.Members[0] == told.Period ? null : $"{Words.Rule(pattern.Rule)} since {pattern.Members[0]}");
    }

    /// <summary>The rules that fired, each once, with the first and the last period of its pattern.</summary>
    public static ScriptObject Alarms(Sheet sheet)
    {
        var all = sheet.Evidence.Findings.Where(f => f.Window == "check")
            .SelectMany(f => RunChartAlarm.Of(f) is { } run ? [Row(f, run)] : f.Signals.GroupBy(s => (s.Rule, Above: Above(f, s))).Select(g => Row(f, [.. g])).ToArray()).ToList();
        return Tree.Of(
            ("rows", Tree.List(all.Take(MostAlarms))),
            ("more", UnderstandingModel.More(all.Count - MostAlarms, "alarm")),
            ("question", "Who looked, when, at what? What was found?"),
            ("calm", "What was seen at the place of work, whatever the chart says?"),
            ("none", all.Count > 0 ? null : sheet.Lead is { NAfter: > 0 } ? "No rule fires on the points since the standard." : "No point counts yet since the standard."));
    }

    private static bool Better(Finding f, bool above) => f.Better is { } better && above == (better == Core.Metrics.Better.Higher);

    private static bool? Above(Finding f, Signal s) =>
        f.Limits is { } limits && f.Points.FirstOrDefault(p => p.Period == s.Period)?.Value is { } value ? value > limits.Centre : null;

    private static ScriptObject Row(Finding f, RunChartAlarm run) => Tree.Of(
        ("metric", TextWidth.Cut(Show.Words(f.Metric), 20)), ("rule", $"run chart: {run.Words}"), ("side", null),
        ("period", $"since {run.Since}"), ("count", Show.Counted(f.NAfter, "point", "points")));

    private static ScriptObject Row(Finding f, IReadOnlyList<Signal> signals)
    {
        var periods = signals.SelectMany(s => s.Members.Append(s.Period)).Distinct().Order(StringComparer.Ordinal).ToList();
        return Tree.Of(
            ("metric", TextWidth.Cut(Show.Words(f.Metric), 20)), ("rule", Words.Rule(signals[0].Rule)),
            ("side", Above(f, signals[0]) switch { true => "above", false => "below", _ => null }),
            ("period", periods.Count == 1 ? periods[0] : $"{periods[0]} to {periods[^1]}"),
            ("count", Show.Counted(periods.Count, "point", "points")));
    }
}
