using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Lint;
using Kaizen.Core.Metrics;
using Kaizen.Reports.Charts;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Model;

/// <summary>The left side above the causes: background, current condition, target.</summary>
internal static class UnderstandingModel
{
    private const int LineWidth = 49;
    private const int BackgroundLines = 12;
    private const int CurrentLines = 14;
    private const int MostSeen = 3;
    private const int PatternLetters = 220;
    private const double ProseLine = 4.43;
    private const double NoteLine = 3.96;

    public static ScriptObject Background(Sheet sheet) => Tree.Of(
        ("html", MarkdownText.Render(sheet.Cycle.Plan.Background, BackgroundLines, LineWidth)),
        ("contributes", Contributes(sheet)), ("scope", Scope(sheet)),
        ("question", "Why this, why now? Who feels it? What if nothing is done?"));

    public static ScriptObject Current(Sheet sheet)
    {
        var plan = sheet.Cycle.Plan;
        var chart = sheet.IsSdca || sheet.Lead is not { Points.Count: > 0 } lead ? null : ChartTree.Of(new ChartSpec("now", lead, PageRoom.LeftWidth, PageRoom.LeftChart(sheet))
        {
            Scope = ChartScope.Baseline,
            Target = sheet.Target,
            Annotations = sheet.Cycle.Do.Annotations,
            Events = sheet.Workspace.Events,
            Name = $"{Show.Words(lead.Metric)}, baseline",
            Axis = sheet.AxisOf(lead),
        });
        return Tree.Of(
            ("html", MarkdownText.Render(plan.Current, CurrentLines, LineWidth)),
            ("observed", Tree.List(plan.Observed.Take(MostSeen).Select(o => Tree.Of(
                ("when", Show.ShortDate(o.Date)), ("by", o.By is null ? null : TextWidth.Cut(sheet.Name(o.By)!, 20)), ("text", Seen(o)))))),
            ("pictures", PicturesModel.Of(sheet)), ("pictures_note", PicturesModel.Note(sheet)),
            ("chart", chart), ("metric", sheet.Lead is { } f ? Show.Words(f.Metric) : null),
            ("note", More(plan.Observed.Count - MostSeen, "observation") ?? MarkdownText.Line(sheet.Lead?.Definition, 90)),
            ("outlook", Outlook(sheet)),
            ("baseline", sheet.Cycle.Lead?.Baseline.Because is { } why ? MarkdownText.Line($"Why this baseline: {why}", 110) : null),
            ("trial", sheet.Lead?.Limits is { Kind: "trial" } ? "trial limits: fewer than 20 points" : null),
            ("rest", sheet.Cycle.Kind == CycleKind.Capdo && chart is null && (plan.Current is not null || plan.Observed.Count > 0) ? "What else would somebody see who stood there for an hour?" : null),
            ("question", "What did you see yourself? Fact or opinion? Where exactly?"));
    }

    public static string? Outlook(Sheet sheet) => sheet.Evidence.Outlook is not { } o ? null
        : $"{Baseline(o, sheet.Lead)}{(o.VerdictFrom is { } day ? $"a verdict is possible from {Show.Date(day)}" : "a verdict is not possible with these dates")}";

    /// <summary>What a verdict waits for: points before, or slots after.</summary>
    private static string Baseline(Outlook o, Finding? lead)
    {
        if (o.BaselinePoints < o.BaselineNeeded) return $"baseline {o.BaselinePoints} of {o.BaselineNeeded} points, ";
        var slot = Words.Of(lead?.Per ?? Period.Week);
        return lead is null or { NAfter: 0 } ? $"no {slot} counts yet; " : $"{Show.Counted(lead.NAfter, slot, slot + "s")} {(lead.NAfter == 1 ? "counts" : "count")} so far; ";
    }

    private static string? Contributes(Sheet sheet) => sheet.Cycle.Contributes?.Because is { } because
        ? MarkdownText.Line($"Drives {Show.Words(sheet.Cycle.Contributes.To)}: {because}", 125) : null;

    private static ScriptObject? Scope(Sheet sheet) => sheet.Cycle.Plan.Scope is not { } scope ? null : Tree.Of(
        ("in", scope.In is null ? null : MarkdownText.Line(scope.In, 56)), ("out", scope.Out is null ? null : MarkdownText.Line(scope.Out, 56)));

    private static string Seen(Observation o) => MarkdownText.Line(o.What, 200);

    /// <summary>Prose that has no room.</summary>
    public static IEnumerable<Surplus> Surplus(Sheet sheet) =>
    [
        new("Background", "plan.background", MarkdownText.SurplusOf(sheet.Cycle.Plan.Background, BackgroundLines, LineWidth), "line"),
        new("Current condition", "plan.current", MarkdownText.SurplusOf(sheet.Cycle.Plan.Current, CurrentLines, LineWidth), "line"),
        new("Target condition", "plan.target.pattern", MarkdownText.WordsBeyond(sheet.Cycle.Plan.Target?.Pattern, PatternLetters), "word"),
    ];

    public static double BackgroundHeight(Sheet sheet)
    {
        var lines = MarkdownText.LinesOf(sheet.Cycle.Plan.Background, BackgroundLines, LineWidth);
        return PageRoom.Heading + (lines == 0 ? 16 : (lines + 1) / 2 * ProseLine) + (lines > 0 && Contributes(sheet) is not null ? NoteLine + 0.6 : 0) + (sheet.Cycle.Plan.Scope is null ? 0 : NoteLine + 0.6);
    }

    /// <summary>The current condition without its chart.</summary>
    public static double CurrentHeight(Sheet sheet)
    {
        var plan = sheet.Cycle.Plan;
        var lines = MarkdownText.LinesOf(plan.Current, CurrentLines, LineWidth);
        var seen = plan.Observed.Take(MostSeen).Sum(o => Room.Lines($"seen {Show.ShortDate(o.Date)}, {sheet.Name(o.By)} {Seen(o)}", PageRoom.LeftWidth, 9));
        var empty = lines == 0 && seen == 0 ? 16 : 0;
        var noted = sheet.Evidence.Outlook is not null || PicturesModel.Note(sheet) is not null || sheet.Cycle.Lead?.Baseline.Because is not null || sheet.Lead?.Limits is { Kind: "trial" };
        return PageRoom.Heading + empty + ((lines + 1) / 2 * ProseLine) + (seen > 0 ? 1 + Room.Height(seen, 9, 1.3) : 0) + (noted ? NoteLine + 0.6 : 0);
    }

    public static double TargetHeight(Sheet sheet)
    {
        if (sheet.IsEdca) return ExploreModel.QuestionHeight(sheet) + (sheet.Cycle.Plan.Target is null ? 0 : AimHeight(sheet, sheet.Cycle.Plan.Target));
        if (sheet.Cycle.Plan.Target is not { } target)
            return PageRoom.Heading + (sheet is { IsSdca: true, Lead.Limits: not null } ? 5 : 16);
        return PageRoom.Heading + AimHeight(sheet, target);
    }

    private static double AimHeight(Sheet sheet, Target target)
    {
        var finding = sheet.Evidence.Findings.FirstOrDefault(f => f.Metric == target.Metric);
        var aim = Room.Height(Room.Lines($"{target.Metric} {Show.Value(target.To, finding?.Unit ?? "")} before 30 September 2026: {MarkdownText.Line(target.Pattern, PatternLetters)}", PageRoom.LeftWidth, 10), 10, 1.32);
        return aim + ((target.From ?? finding?.Before) is null ? 0 : GapBar.Height + 0.6);
    }

    public static ScriptObject Target(Sheet sheet)
    {
        var target = sheet.Cycle.Plan.Target;
        var finding = target is null ? null : sheet.Evidence.Findings.FirstOrDefault(f => f.Metric == target.Metric);
        return Tree.Of(
            ("exists", target is null ? null : true),
            ("bar", target is null ? null : GapBar.Of(target, finding, PageRoom.LeftWidth)),
            ("metric", target is null ? null : Show.Words(target.Metric)),
            ("to", target is null ? null : Show.Value(target.To, Show.UnitBeside(target.Metric, finding?.Unit ?? ""))),
            ("due", Show.Date(target?.Due)), ("pattern", MarkdownText.Line(target?.Pattern, PatternLetters)),
            ("hold", target is null && sheet is { IsSdca: true, Lead: { Limits: { } limits } lead }
                ? $"Hold {Show.Words(lead.Metric)} where it is: mean {Show.Value(limits.Centre, lead.Unit)}, natural limits {Show.Range(limits.Lower, limits.Upper, lead.Unit)}." : null),
            ("question", "How will the work run differently? By how much, by when? What must not get worse?"));
    }

    public static string? More(int count, string one) => count <= 0 ? null : $"and {count} more {one}{(count == 1 ? "" : "s")}";
}
