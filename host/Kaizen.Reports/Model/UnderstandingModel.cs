using Kaizen.Reports.Charts;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Model;

/// <summary>The left side above the causes: background, current condition, target.</summary>
internal static class UnderstandingModel
{
    public const double ColumnWidth = 194;

    public static ScriptObject Background(Sheet sheet) => Tree.Of(
        ("html", MarkdownText.Render(sheet.Cycle.Plan.Background, sheet.IsSdca ? 4 : 6, 57)),
        ("contributes", sheet.Cycle.Contributes?.Because is { } because
            ? MarkdownText.Line($"Drives {Show.Words(sheet.Cycle.Contributes.To)}: {because}", 125) : null),
        ("question", "Why this, why now? Who feels it? What if nothing is done?"));

    public static ScriptObject Current(Sheet sheet)
    {
        const int Fit = 2;
        var plan = sheet.Cycle.Plan;
        var chart = sheet.Lead is not { Points.Count: > 0 } lead ? null : ChartTree.Of(new ChartSpec("now", lead, ColumnWidth, sheet.IsSdca ? 48 : 57)
        {
            Scope = ChartScope.Baseline, Target = sheet.Target, Annotations = sheet.Cycle.Do.Annotations,
            Name = $"{Show.Words(lead.Metric)}, baseline",
        });
        return Tree.Of(
            ("html", MarkdownText.Render(plan.Current, plan.Observed.Count == 0 ? 8 : 6, 57)),
            ("observed", Tree.List(plan.Observed.Take(Fit).Select(o => Tree.Of(
                ("when", Show.ShortDate(o.Date)), ("by", o.By is null ? null : TextWidth.Cut(sheet.Name(o.By)!, 20)), ("text", MarkdownText.Line(o.What, 96)))))),
            ("pictures", plan.Pictures.Count == 0 ? null
                : MarkdownText.Line("Pictures: " + string.Join(" · ", plan.Pictures.Select(p => p.Caption ?? p.File.Text)), 120)),
            ("chart", chart), ("metric", sheet.Lead is { } f ? Show.Words(f.Metric) : null),
            ("note", More(plan.Observed.Count - Fit, "observation") ?? MarkdownText.Line(sheet.Lead?.Definition, 90)),
            ("outlook", Outlook(sheet)),
            ("baseline", sheet.Cycle.Lead?.Baseline.Because is { } why ? MarkdownText.Line($"Baseline chosen because {why}", 120) : null),
            ("trial", sheet.Lead?.Limits is { Kind: "trial" } ? "trial limits: fewer than 20 points" : null),
            ("question", "What did you see yourself? Fact or opinion? Where exactly?"));
    }

    public static string? Outlook(Sheet sheet) => sheet.Evidence.Outlook is not { } o ? null
        : $"baseline {o.BaselinePoints} of {o.BaselineNeeded} points, "
          + (o.VerdictFrom is { } day ? $"a verdict is possible from {Show.Date(day)}" : "a verdict is not possible with these dates");

    public static ScriptObject Target(Sheet sheet)
    {
        var target = sheet.Cycle.Plan.Target;
        var finding = target is null ? null : sheet.Evidence.Findings.FirstOrDefault(f => f.Metric == target.Metric);
        return Tree.Of(
            ("exists", target is null ? null : true),
            ("bar", target is null ? null : GapBar.Of(target, finding, ColumnWidth)),
            ("metric", target is null ? null : Show.Words(target.Metric)),
            ("to", target is null ? null : Show.Value(target.To, finding?.Unit ?? "")),
            ("due", Show.Date(target?.Due)), ("pattern", MarkdownText.Line(target?.Pattern, 110)),
            ("hold", target is null && sheet is { IsSdca: true, Lead: { Limits: { } limits } lead }
                ? $"Hold {Show.Words(lead.Metric)} where it is: mean {Show.Value(limits.Centre, lead.Unit)}, natural limits {Show.Range(limits.Lower, limits.Upper, lead.Unit)}." : null),
            ("question", "How will the work run differently? By how much, by when? What must not get worse?"));
    }

    public static string? More(int count, string one) => count <= 0 ? null : $"and {count} more {one}{(count == 1 ? "" : "s")}";
}
