using Kaizen.Core.Checking;
using Kaizen.Core.Metrics;
using Kaizen.Reports.Text;

namespace Kaizen.Reports.Charts;

/// <summary>Charts in words, for those who do not see them and for the pointer that rests on a point.</summary>
internal static class ChartWords
{
    public static string Point(FindingPoint p, string unit, Signal? signal)
    {
        var rows = p is { Numerator: { } n, Denominator: { } d } ? $"{Show.Bare(n, "")} of {Show.Bare(d, "")}" : Show.Counted(p.Rows, "row", "rows");
        var phase = p.Phase switch
        {
            Phase.Neither => ", not counted",
            Phase.Immature => ", too young to count",
            _ => "",
        };
        var rule = signal is null ? "" : $", signal: {Words.Rule(signal.Rule)}";
        return $"{p.Period}: {Show.Value(p.Value, unit)}, {rows}{phase}{rule}";
    }

    public static string Describe(ChartSpec spec, IReadOnlyList<FindingPoint> points, IReadOnlyList<Flag> flags)
    {
        var f = spec.Finding;
        var parts = new List<string> { $"{spec.Name} by {Words.Of(f.Per)}, {Show.Counted(points.Count(p => p.Value is not null), "point", "points")}" };
        if (points.Count > 0) parts[0] += $" from {points[0].Period} to {points[^1].Period}";
        if (f.Before is not null) parts.Add($"mean before {Show.Value(f.Before, f.Unit)} over {Show.Counted(f.NBefore, "point", "points")}");
        if (f.Limits is { } l) parts.Add($"natural limits {Show.Range(l.Lower, l.Upper, f.Unit)}");
        if (spec.Target is { } target) parts.Add($"target {Show.Value(target, f.Unit)}");
        if (spec.Scope != ChartScope.Baseline)
        {
            if (f.After is not null) parts.Add($"mean after {Show.Value(f.After, f.Unit)} over {Show.Counted(f.NAfter, "point", "points")}");
            if (f.Prediction is { } p) parts.Add($"predicted {Show.Value(p.Expect, f.Unit)} ({Show.Range(p.Between.Low, p.Between.High, f.Unit)})");
            if (f.NImmature > 0) parts.Add($"{Show.Counted(f.NImmature, "point is", "points are")} too young to count");
            parts.Add(RunChartAlarm.Of(f) is { } run ? $"the run chart signals: {run.Words} since {run.Since}"
                : f.Signals.Count == 0 ? "no rule fires" : "rules that fire: " + string.Join(", ",
                f.Signals.GroupBy(s => s.Rule).Select(g => $"{Words.Rule(g.Key)} ({g.Count()})")));
        }

        if (flags.Count > 0) parts.Add("events: " + string.Join(", ", flags.Select(f => $"{MarkdownText.Line(f.Text, 60)} on {f.Date}")));
        return string.Join("; ", parts) + ".";
    }
}
