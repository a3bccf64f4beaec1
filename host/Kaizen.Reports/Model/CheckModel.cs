using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Lint;
using Kaizen.Reports.Charts;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Model;

/// <summary>The check: the lead metric large, the others small, facts first and room to reflect.</summary>
internal static class CheckModel
{
    private const double ChartWidth = 138;
    private const int ReflectionLines = 16;
    private const int ReflectionWidth = 60;
    private const int ClaimWidth = 145;

    /// <summary>Below this a card has no room for its secondary lines, and a chart says little.</summary>
    private const double SmallestChart = 30;
    private const double LargestChart = 66;

    public static ScriptObject Of(Sheet sheet)
    {
        var lead = sheet.Lead;
        var started = sheet.Cycle.Do.Started is not null;
        var others = Others(sheet);
        var shown = Fitting(sheet.Economy);
        var claim = ClaimLines(sheet, sheet.Economy);
        var height = Math.Clamp(PageRoom.CheckChart(sheet, sheet.Economy), SmallestChart, LargestChart);
        return Tree.Of(
            ("chart", lead is not { Points.Count: > 0 } || !started || sheet.IsSdca ? null : ChartTree.Of(new ChartSpec("check", lead, ChartWidth, height)
            {
                Target = sheet.Target,
                Annotations = sheet.Cycle.Do.Annotations,
                Events = sheet.Workspace.Events,
                StartLabel = "change",
                Axis = sheet.AxisOf(lead),
                Name = $"{Show.Words(lead.Metric)} before and after",
            })),
            ("alarms", sheet.IsSdca ? StandardModel.Alarms(sheet) : null),
            ("delta", lead is null || !started ? null : Delta(sheet, lead, height)),
            ("others", Tree.List(others.Take(shown).Select((f, i) => Other(f, SignalOf(sheet, f), $"small-{i + 1}")))),
            ("note", Note(sheet, others.Count - shown)),
            ("claim", claim == 0 || lead is null || !started ? null : MarkdownText.Line(lead.Claim, claim * ClaimWidth)),
            ("due", Show.Date(sheet.Cycle.Check.Date)),
            ("reflection", MarkdownText.Render(sheet.Cycle.Check.Reflection, ReflectionLines, ReflectionWidth)),
            ("reflection_question", "What did you expect, what happened, what surprised you, what else changed?"),
            ("question", "What did you expect, what happened, was it done, what else changed?"));
    }

    private static string? Note(Sheet sheet, int hidden)
    {
        var usual = UnderstandingModel.Outlook(sheet) ?? UnderstandingModel.More(hidden, "metric");
        return LifeModel.Extended(sheet) is not { } extended ? usual : usual is null ? extended : $"{usual} · {extended}";
    }

    /// <summary>Lines of the reflection that have no room.</summary>
    public static IEnumerable<Surplus> Surplus(Sheet sheet) =>
        [new("Check", "check.reflection", MarkdownText.SurplusOf(sheet.Cycle.Check.Reflection, ReflectionLines, ReflectionWidth), "line")];

    /// <summary>Height of the section without its chart and the signs under it.</summary>
    public static double TextHeight(Sheet sheet, int economy)
    {
        var lines = MarkdownText.LinesOf(sheet.Cycle.Check.Reflection, ReflectionLines, ReflectionWidth);
        var reflection = 6.2 + (lines == 0 ? 13 : (lines + 1) / 2 * 4.43);
        var others = Others(sheet).Take(Fitting(economy)).Sum(f => f.VsPrediction is not null && f.Effect is EffectWord.NoDetectableChange ? 6.8 : 5.3);
        return PageRoom.Heading + reflection + others + (others > 0 ? 1.2 : 0) + Room.Height(ClaimLines(sheet, economy), 8, 1.25);
    }

    /// <summary>Lines of the signs under the chart: rules that fired, the prediction, the comparison, the events.</summary>
    public static int CaptionLines(Sheet sheet)
    {
        if (sheet.Lead is not { } lead || sheet.IsSdca) return 0;
        var words = lead.Signals.Select(s => s.Rule).Distinct().Select(r => $"{Words.Rule(r)} ×10, first 2026-W10")
            .Append("predicted").Append(lead.NImmature > 0 ? "too young to count" : null).Append(lead.Comparison?.Label)
            .Concat(sheet.Cycle.Do.Annotations.Concat(Known(sheet, lead)).Select(a => $"{MarkdownText.Line(a.Text, 60)}, 30 Sep 2026")).OfType<string>().ToList();
        return Math.Min(3, Room.Lines(string.Join(' ', words) + new string('o', words.Count * 6), ChartWidth, 8));
    }

    /// <summary>Events that everybody knew of within the time of the chart, where the team did not mark the day itself.</summary>
    private static IEnumerable<Annotation> Known(Sheet sheet, Finding lead)
    {
        var time = new TimeScale(lead.Points, 0, 1);
        return sheet.Workspace.Events.ExceptBy(sheet.Cycle.Do.Annotations.Select(a => a.Date), e => e.Date).Where(e => time.At(e.Date) < time.End);
    }

    private static List<Finding> Others(Sheet sheet) => [.. sheet.Evidence.Findings.Where(f => f != sheet.Lead)];

    private static int Fitting(int economy) => economy switch { <= 2 => 4, 3 => 3, _ => 1 };

    /// <summary>The claim stands in the data behind the sheet anyway; the card and the chart say most of it.</summary>
    private static int ClaimLines(Sheet sheet, int economy) =>
        economy > 0 || sheet.IsSdca || sheet.Cycle.Do.Started is null ? 0 : Math.Min(3, Room.Lines(sheet.Lead?.Claim, PageRoom.RightWidth, 8));

    private static ScriptObject Delta(Sheet sheet, Finding f, double room)
    {
        (string Glyph, string Tone, string Word, string? Since) status = sheet.IsSdca ? StandardModel.Status(f) : (Words.Glyph(f.Effect), Words.Tone(f.Effect), Words.Of(f.Effect, f.Complete), null);
        var slots = Words.Of(f.Per) + "s";
        return Tree.Of(
            ("metric", TextWidth.Cut(Show.Words(f.Metric), 30)), ("since", status.Since),
            ("role", SignalOf(sheet, f) is { } signal ? $"{Words.Name(f.Role)}, {signal}, {Words.Name(f.Horizon)}" : null),
            ("in_small", sheet.IsSdca && f.After is not null ? Words.Of(f.Effect, f.Complete) : null),
            ("before", Show.Bare(f.Before, f.Unit)), ("after", Show.Value(f.After, f.Unit)), ("has_after", f.After is null ? null : true),
            ("means", f.After is null ? null : $"means of {f.NBefore} and {f.NAfter} {slots}"),
            ("immature", f.NImmature > 0 ? $"{f.NImmature} too young to count" : null),
            ("glyph", status.Glyph), ("tone", status.Tone), ("effect", status.Word),
            ("verdict", Words.Of(f.Verdict)),
            ("difference", f.Difference is null ? null : Show.Difference(f.Difference, f.Unit)), ("interval", Show.BareInterval(f.Interval, f.Unit)),
            ("pooled", room < 46 ? null : Pooled(f)),
            ("predicted", f.Prediction is { } p ? Show.Value(p.Expect, f.Unit) : null),
            ("between", f.Prediction is { } q ? Show.BareRange(q.Between.Low, q.Between.High, f.Unit) : null),
            ("versus", Words.Of(f.VsPrediction)), ("learned", MarkdownText.Line(f.Learned, 50)),
            ("fidelity", sheet.IsSdca ? null : Words.Of(sheet.Evidence.Fidelity)), ("fidelity_metric", FidelityMetric(sheet)),
            ("comparison", Comparison(f)));
    }

    private static string? Pooled(Finding f) => f.Pooled is not { Before: not null, After: not null } p ? null
        : $"{Show.Bare(p.Before, f.Unit)} → {Show.Value(p.After, f.Unit)}"
          + $" over {Show.Count(f.RowsBefore)} and {Show.Counted(f.RowsAfter, "row", "rows")}";

    private static string? Comparison(Finding f) => f.Comparison is not { } c ? null
        : $"{TextWidth.Cut(c.Label, 16)}: {Show.Bare(c.Before, f.Unit)} → {Show.Value(c.After, f.Unit)}; difference of differences {Show.Difference(c.Difference, f.Unit)}"
          + (c.Interval is null ? "" : $" ({Show.Interval(c.Interval, f.Unit)})");

    /// <summary>Leading or lagging, where the team said so.</summary>
    private static string? SignalOf(Sheet sheet, Finding f) =>
        sheet.Cycle.Metrics.FirstOrDefault(m => m.Name == f.Metric)?.Signal is { } signal ? Words.Name(signal) : null;

    private static string? FidelityMetric(Sheet sheet)
    {
        foreach (var c in sheet.Cycle.Plan.Countermeasures)
        {
            switch (c.Fidelity)
            {
                case Fidelity.Measured m when sheet.Evidence.Findings.FirstOrDefault(f => f.Metric == m.Metric) is { } f:
                    return $"{Show.Words(m.Metric)} {Show.Value(f.After, f.Unit)}, planned {Show.Value(m.DoneAt, f.Unit)}";
                case Fidelity.Declared d:
                    return MarkdownText.Line($"declared: {d.Because}", 110);
                default:
                    continue;
            }
        }

        return null;
    }

    private static ScriptObject Other(Finding f, string? signal, string id) => Tree.Of(
        ("metric", TextWidth.Cut(Show.Words(f.Metric), signal is null ? 24 : 16)),
        ("role", f.Window == "late" ? $"{Words.Name(f.Role)}, late check" : $"{Words.Name(f.Role)}{(signal is null ? "" : $", {signal}")}, {Words.Name(f.Horizon)}"),
        ("spark", f.Points.Count == 0 ? null : ChartTree.Of(new ChartSpec(id, f, 44, 4.8) { Small = true, Bare = true })),
        ("before", Show.Bare(f.Before, f.Unit)), ("after", Show.Value(f.After, f.Unit)), ("difference", f.Interval is null ? null : Show.Interval(f.Interval, f.Unit)),
        ("glyph", Words.Glyph(f.Effect)), ("tone", Words.Tone(f.Effect)), ("effect", Words.Of(f.Effect, f.Complete)),
        ("versus", Words.Of(f.VsPrediction)),
        ("expected", f.Prediction is { } p ? $"expected {Show.Range(p.Between.Low, p.Between.High, f.Unit)}" : null),
        ("guardrail", f.Guardrail is not { } g ? null
            : $"guardrail {Show.Value(g.Value, f.Unit)} {(g.Held switch { true => "held", false => "broken", _ => "not yet known" })}"),
        ("guardrail_broken", f.Guardrail is { Held: false } ? true : null),
        ("comparison", f.Comparison is { Difference: not null } c ? $"against {TextWidth.Cut(c.Label, 14)} {Show.Difference(c.Difference, f.Unit)}" : null));
}
