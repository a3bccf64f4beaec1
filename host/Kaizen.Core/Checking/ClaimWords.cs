using System.Globalization;
using Kaizen.Core.Metrics;
using Kaizen.Statistics;

namespace Kaizen.Core.Checking;

/// <summary>
/// The claim, in one fixed grammar: design, counts, values, interval, verdict with its rules, effect, caution. No causal
/// word stands in it: a before and after shows that something changed, not what changed it.
/// </summary>
public static class ClaimWords
{
    internal static string Of(Finding f, Metric metric)
    {
        var parts = new List<string> { Design(f), Values(f) };
        if (f.Comparison is { } c) parts.Add(Comparison(f, c));
        parts.Add(VerdictOf(f));
        if (f.NImmature > 0)
            parts.Add($"{Count(f.NImmature, Slot(f.Per))} {(f.NImmature == 1 ? "is" : "are")} too young to count.");
        if (metric.Baseline is { From: not null, AfterOf: null } picked)
            parts.Add($"The baseline was picked{(picked.Because is { } because ? $" ({because.Trim().TrimEnd('.')})" : "")}: if it was picked for being bad, part of the difference is regression to the mean.");
        return string.Join(" ", parts);
    }

    /// <summary>The effect in plain words.</summary>
    public static string Words(EffectWord effect) => effect switch
    {
        EffectWord.Improved => "improved",
        EffectWord.Worsened => "worsened",
        EffectWord.NoDetectableChange => "no detectable change",
        EffectWord.TooEarly => "too early to tell",
        _ => "not judged, since no direction is better",
    };

    /// <summary>A period as a noun: week, day, month, row.</summary>
    public static string Slot(Period per) => per switch { Period.Day => "day", Period.Month => "month", Period.Row => "row", _ => "week" };

    public static string Count(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {noun}{(count == 1 ? "" : "s")}");

    private static string Design(Finding f) =>
        f.Comparison is { } c
            ? $"Before and after against {c.Label}: {Count(f.NBefore, Slot(f.Per))} before, {f.NAfter} after."
            : $"Before and after: {Count(f.NBefore, Slot(f.Per))} before, {f.NAfter} after.";

    private static string Values(Finding f)
    {
        if (f.Before is not { } before) return "Nothing was measured before.";
        if (f.After is not { } after) return $"Mean before {Quantity.Text(before, f.Unit)}; nothing counts after yet.";
        var text = $"Mean {Quantity.Text(before, f.Unit)}, then {Quantity.Text(after, f.Unit)}";
        return f.Interval is { } i && f.Difference is { } d
            ? $"{text}: difference {Quantity.Change(d, f.Unit)}, 95 % interval {Quantity.ChangeRange(i.Low, i.High, f.Unit)}."
            : $"{text}.";
    }

    private static string Comparison(Finding f, ComparisonFinding c) =>
        c is { Difference: { } d, Interval: { } i }
            ? $"Beyond the change of {c.Label}: {Quantity.Change(d, f.Unit)}, 95 % interval {Quantity.ChangeRange(i.Low, i.High, f.Unit)}."
            : $"{c.Label} has too few points to compare.";

    private static string VerdictOf(Finding f)
    {
        var word = (f.Comparison?.Verdict ?? f.Verdict) switch { Verdict.Signal => "signal", Verdict.NoSignalYet => "no signal yet", _ => "not enough data" };
        return $"{Rules(f)} Verdict: {word}; {Words(f.Effect)}.";
    }

    /// <summary>Which rules fired and where first: <c>Rules default: shift8 from 2026-W17.</c> A run chart says what it counted.</summary>
    public static string Rules(Finding f) => RunChartAlarm.Decides(f) ? OfRunChart(f) : Rules(f.Rules, f.Signals);

    /// <summary>A rule set that judges the series as a whole flags no point; it says what it counted.</summary>
    private static string OfRunChart(Finding f) =>
        f is { NBefore: >= FindingMaker.TrialPoints, RunChart: { LongestRun: { } run, LongestRunMax: { } most, Crossings: { } crossings, CrossingsMin: { } fewest } chart }
            ? $"Rules {f.Rules}: {(chart.Signal ? "the run chart signals" : "none fired")}, longest run {run} (at most {most}), crossings {crossings} (at least {fewest})."
            : Rules(f.Rules, []);

    private static string Rules(string set, IReadOnlyList<Signal> signals) =>
        signals.Count == 0
            ? $"Rules {set}: none fired."
            : $"Rules {set}: {string.Join(", ", signals.GroupBy(s => s.Rule).Select(g => $"{g.Key} from {g.First().Period}"))}.";
}
