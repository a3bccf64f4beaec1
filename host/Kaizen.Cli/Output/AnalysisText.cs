using System.Text;
using Kaizen.Cli.Commands;
using Kaizen.Core.Checking;
using Kaizen.Core.Metrics;
using Kaizen.Hosting.Analysing;
using Kaizen.Reports;
using Kaizen.Statistics;

namespace Kaizen.Cli.Output;

/// <summary>One series in the terminal: sparkline, limits, signals, effect and verdict in words.</summary>
internal static class AnalysisText
{
    private const int Widest = 96;

    public static string Of(Finding f, AnalysisRequest request, Ink ink)
    {
        var text = new StringBuilder();
        var shown = f.Points.TakeLast(Widest).ToList();
        text.AppendLine(ink.Bold(Plain.Text(request.File)) + ink.Faint($"  {Points(f.Points.Count)}, {(f.Points.Count == 0 ? "" : $"{f.Points[0].Period} to {f.Points[^1].Period}")}"));
        text.AppendLine();
        var line = Sparkline.Of(shown.Select(p => p.Value));
        var after = shown.FindIndex(p => p.Phase == Phase.After);
        text.AppendLine(after > 0 ? $"  {line[..after]}{ink.Bold("|")}{line[after..]}" : $"  {line}");
        text.AppendLine();
        var grid = new Grid();
        grid.Row("limits", f.Limits is { } l
            ? $"{Quantity.Text(l.Lower, f.Unit)} to {Quantity.Text(l.Upper, f.Unit)}, centre {Quantity.Text(l.Centre, f.Unit)} ({l.Kind}, from {Points(f.NBefore)})"
            : $"none: {Points(f.NBefore)}, 12 are needed");
        foreach (var rule in f.Signals.GroupBy(s => s.Rule))
            grid.Row(rule.Key, $"{string.Join(", ", rule.Take(6).Select(s => s.Period))}{(rule.Count() > 6 ? $" and {rule.Count() - 6} more" : "")}");
        if (f.Signals.Count == 0) grid.Row("signals", "none");
        if (f.RunChart is { LongestRun: { } run } chart)
            grid.Row("run chart", $"longest run {run} (at most {chart.LongestRunMax}), crossings {chart.Crossings} (at least {chart.CrossingsMin}): {(chart.Signal ? "signal" : "no signal")}");
        if (request.Change is not null) Effect(grid, f, request);
        else OnePhase(grid, f);
        text.Append(grid.ToText((_, column, cell) => column == 0 ? ink.Faint(cell) : cell));
        return text.ToString();
    }

    private static string Points(int count) => count == 1 ? "1 point" : $"{count} points";

    private static void OnePhase(Grid grid, Finding f)
    {
        var byRun = RunChartAlarm.Decides(f);
        var judged = f.Limits is not null && (!byRun || f.RunChart is { LongestRun: not null });
        grid.Row("chart", !judged ? "not enough data to tell a signal from noise"
            : (byRun ? f.RunChart!.Signal : f.Signals.Count > 0) ? "signal: the points do more than vary around one level"
            : "no signal: the points vary around one level as far as can be told");
        grid.Row("verdict", "none without a change: name its first day with --change DATE");
    }

    private static void Effect(Grid grid, Finding f, AnalysisRequest request)
    {
        if (f.NBefore == 0 || f.NAfter == 0)
            grid.Row("change", $"no point with a value lies {(f.NBefore == 0 ? "before" : "on or after")} {request.Change:yyyy-MM-dd}");
        if (f is { Before: { } before, After: { } after })
            grid.Row("mean", $"{Quantity.Text(before, f.Unit)} before ({f.NBefore}), {Quantity.Text(after, f.Unit)} after ({f.NAfter})");
        if (f is { Difference: { } difference, Interval: { } i })
            grid.Row("difference", $"{Quantity.Change(difference, f.Unit)}, 95 % interval {Quantity.ChangeRange(i.Low, i.High, f.Unit)}");
        if (f is { PooledDifference: { } pooled, PooledInterval: { } p })
            grid.Row("all rows", $"{Quantity.Change(pooled, f.Unit)}, 95 % interval {Quantity.ChangeRange(p.Low, p.High, f.Unit)} (Newcombe)");
        if (f.HodgesLehmann is { } shift) grid.Row("typical shift", $"{Quantity.Change(shift, f.Unit)} (Hodges-Lehmann)");
        var verdict = f.Verdict switch { Verdict.Signal => "signal", Verdict.NoSignalYet => "no signal yet", _ => "not enough data" };
        grid.Row("verdict", f.Effect == EffectWord.Unjudged ? verdict : $"{verdict}: {CycleLine.Effect(f)}");
    }
}
