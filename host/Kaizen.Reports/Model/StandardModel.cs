using Kaizen.Core.Checking;
using Kaizen.Reports.Charts;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Model;

/// <summary>An SDCA cycle holds a standard: the standard, its control chart and its alarms.</summary>
internal static class StandardModel
{
    private const int MostAlarms = 5;

    public static ScriptObject Of(Sheet sheet)
    {
        var standard = sheet.Standard;
        return Tree.Of(
            ("text", MarkdownText.Render(standard?.Text, 3, 115)),
            ("owner", sheet.Name(standard?.Owner)), ("metric", standard?.Metric is { } m ? Show.Words(m) : null), ("audit", MarkdownText.Line(standard?.Audit, 60)),
            ("chart", sheet.Lead is not { Points.Count: > 0 } lead ? null : ChartTree.Of(new ChartSpec("control", lead, UnderstandingModel.ColumnWidth, 48)
            {
                Scope = ChartScope.Control, Target = sheet.Target, Annotations = sheet.Cycle.Do.Annotations, StartLabel = "standard since",
                Name = $"{Show.Words(lead.Metric)} against the frozen limits of the standard",
            })),
            ("question", "What is the current best way, who owns it, and which figure shows that it holds?"));
    }

    public static ScriptObject Alarms(Sheet sheet)
    {
        var all = sheet.Evidence.Findings.Where(f => f.Window == "check").SelectMany(f => f.Signals.Select(s => (Finding: f, Signal: s))).ToList();
        return Tree.Of(
            ("rows", Tree.List(all.Take(MostAlarms).Select(a => Row(a.Finding, a.Signal)))),
            ("more", UnderstandingModel.More(all.Count - MostAlarms, "alarm")),
            ("question", "Who looked, when, at what? What was found?"),
            ("none", all.Count == 0 ? "No rule fires on the points since the standard." : null));
    }

    private static ScriptObject Row(Finding f, Signal s)
    {
        var value = f.Points.FirstOrDefault(p => p.Period == s.Period)?.Value;
        var centre = f.Limits?.Centre;
        return Tree.Of(
            ("metric", TextWidth.Cut(Show.Words(f.Metric), 20)), ("period", s.Period), ("rule", Words.Rule(s.Rule)), ("value", Show.Value(value, f.Unit)),
            ("side", value is null || centre is null ? null : value > centre ? "above" : "below"),
            ("members", s.Members.Count <= 1 ? null : $"{s.Members[0]} to {s.Members[^1]}"));
    }
}
