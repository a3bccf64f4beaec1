using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Reports.Charts;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Model;

/// <summary>The check: the lead metric large, the others small, facts first and room to reflect.</summary>
internal static class CheckModel
{
    public const double ChartWidth = 130;
    private const int MostOthers = 4;

    public static ScriptObject Of(Sheet sheet)
    {
        var lead = sheet.Lead;
        var started = sheet.Cycle.Do.Started is not null;
        var others = sheet.Evidence.Findings.Where(f => f != lead).ToList();
        return Tree.Of(
            ("chart", lead is not { Points.Count: > 0 } || !started || sheet.IsSdca ? null : ChartTree.Of(new ChartSpec("check", lead, ChartWidth, 50)
            {
                Target = sheet.Target, Annotations = sheet.Cycle.Do.Annotations, StartLabel = "change",
                Name = $"{Show.Words(lead.Metric)} before and after",
            })),
            ("alarms", sheet.IsSdca ? StandardModel.Alarms(sheet) : null),
            ("delta", lead is null || !started ? null : Delta(sheet, lead)),
            ("others", Tree.List(others.Take(MostOthers).Select((f, i) => Other(f, $"small-{i + 1}")))),
            ("note", UnderstandingModel.Outlook(sheet) ?? UnderstandingModel.More(others.Count - MostOthers, "metric")),
            ("due", Show.Date(sheet.Cycle.Check.Date)),
            ("reflection", MarkdownText.Render(sheet.Cycle.Check.Reflection, 7, 38)),
            ("reflection_question", "What did you expect, what happened, what surprised you, what else changed?"),
            ("question", "What did you expect, what happened, was it done, what else changed?"));
    }

    private static ScriptObject Delta(Sheet sheet, Finding f)
    {
        var slots = Words.Of(f.Per) + "s";
        return Tree.Of(
            ("metric", TextWidth.Cut(Show.Words(f.Metric), 30)),
            ("before", Show.Bare(f.Before, f.Unit)), ("after", Show.Value(f.After, f.Unit)), ("has_after", f.After is null ? null : true),
            ("means", f.After is null ? null : $"means of {f.NBefore} and {f.NAfter} {slots}"),
            ("immature", f.NImmature > 0 ? $"{f.NImmature} too young to count" : null),
            ("glyph", Words.Glyph(f.Effect)), ("tone", Words.Tone(f.Effect)), ("effect", Words.Of(f.Effect, f.Complete)),
            ("verdict", Words.Of(f.Verdict)),
            ("difference", f.Difference is null ? null : Show.Difference(f.Difference, f.Unit)), ("interval", Show.Interval(f.Interval, f.Unit)),
            ("pooled", Pooled(f)),
            ("predicted", f.Prediction is { } p ? Show.Value(p.Expect, f.Unit) : null),
            ("between", f.Prediction is { } q ? Show.Range(q.Between.Low, q.Between.High, f.Unit) : null),
            ("versus", Words.Of(f.VsPrediction)), ("learned", MarkdownText.Line(f.Learned, 50)),
            ("fidelity", sheet.IsSdca ? null : Words.Of(sheet.Evidence.Fidelity)), ("fidelity_metric", FidelityMetric(sheet)),
            ("comparison", Comparison(f)), ("claim", MarkdownText.Line(f.Claim, 230)));
    }

    private static string? Pooled(Finding f) => f.Pooled is not { Before: not null, After: not null } p ? null
        : $"{Show.Bare(p.Before, f.Unit)} → {Show.Value(p.After, f.Unit)}"
          + $" over {Show.Count(f.RowsBefore)} and {Show.Counted(f.RowsAfter, "row", "rows")}";

    private static string? Comparison(Finding f) => f.Comparison is not { } c ? null
        : $"{TextWidth.Cut(c.Label, 16)}: {Show.Bare(c.Before, f.Unit)} → {Show.Value(c.After, f.Unit)}; difference of differences {Show.Difference(c.Difference, f.Unit)}"
          + (c.Interval is null ? "" : $" ({Show.Interval(c.Interval, f.Unit)})");

    private static string? FidelityMetric(Sheet sheet)
    {
        foreach (var c in sheet.Cycle.Plan.Countermeasures)
        {
            switch (c.Fidelity)
            {
                case Fidelity.Measured m when sheet.Evidence.Findings.FirstOrDefault(f => f.Metric == m.Metric) is { } f:
                    return $"{Show.Words(m.Metric)} {Show.Value(f.After, f.Unit)}, planned {Show.Value(m.DoneAt, f.Unit)}";
                case Fidelity.Declared d:
                    return MarkdownText.Line($"declared: {d.Because}", 60);
                default:
                    continue;
            }
        }

        return null;
    }

    private static ScriptObject Other(Finding f, string id) => Tree.Of(
        ("metric", TextWidth.Cut(Show.Words(f.Metric), 19)),
        ("role", f.Window == "late" ? $"{Words.Name(f.Role)}, late check" : $"{Words.Name(f.Role)}, {Words.Name(f.Horizon)}"),
        ("spark", f.Points.Count == 0 ? null : ChartTree.Of(new ChartSpec(id, f, 39, 8) { Small = true })),
        ("before", Show.Bare(f.Before, f.Unit)), ("after", Show.Value(f.After, f.Unit)), ("difference", f.Interval is null ? null : Show.Interval(f.Interval, f.Unit)),
        ("glyph", Words.Glyph(f.Effect)), ("tone", Words.Tone(f.Effect)), ("effect", Words.Of(f.Effect, f.Complete)),
        ("versus", Words.Of(f.VsPrediction)),
        ("expected", f.Prediction is { } p ? $"expected {Show.Range(p.Between.Low, p.Between.High, f.Unit)}" : null),
        ("guardrail", f.Guardrail is not { } g ? null
            : $"guardrail {Show.Value(g.Value, f.Unit)} {(g.Held switch { true => "held", false => "broken", _ => "not yet known" })}"),
        ("guardrail_broken", f.Guardrail is { Held: false } ? true : null),
        ("comparison", f.Comparison is { Difference: not null } c ? $"against {TextWidth.Cut(c.Label, 14)} {Show.Difference(c.Difference, f.Unit)}" : null));
}
