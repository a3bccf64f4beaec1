using Kaizen.Abstractions;
using Kaizen.Core.Checking;
using Kaizen.Core.Metrics;
using Kaizen.Statistics;

namespace Kaizen.Core.Lint.Rules;

/// <summary>Whether the points before are worth a comparison.</summary>
internal static class Baselines
{
    public static readonly LintCheck K07 = new(
        new LintRule("K07", Severity.Warning, null, LintBasis.Data,
            "The baseline has too few points.",
            "How much does it move by itself, from week to week, when nobody changes anything?",
            "From a handful of points nobody can tell what is ordinary. The median jumps with every new point, and the rules of the chart cannot speak.",
            "Reach further back (baseline, or the source's known_from), measure by day in place of week, or wait with Do. Where there is no more, waive it and say so."),
        When.Measured,
        s => s.Judged().Where(j => j.Finding.NBefore < Thresholds.BaselinePoints.In(s.Settings))
            .Select(j => new Found($"metrics.{j.Metric.Name}.baseline", $"The baseline of '{j.Metric.Name}' has {Points(j.Finding.NBefore)}, fewer than {Thresholds.BaselinePoints.In(s.Settings).Plain()}.")));

    public static readonly LintCheck K08 = new(
        new LintRule("K08", Severity.Warning, null, LintBasis.Data,
            "The baseline is already unstable.",
            "What happened then? Would it go away by itself?",
            "Where something special moved the baseline, a change after it may only be the end of that. First find what it was; often it is the better lead.",
            "Ask what happened at the points that the message names, and note it under do.annotations with its date, or choose a baseline without it (baseline with a because)."),
        When.Measured, Unstable);

    public static readonly LintCheck K09 = new(
        new LintRule("K09", Severity.Warning, null, LintBasis.Data,
            "The baseline misses a part of the season.",
            "What does this number do at this time of the year, every year?",
            "A metric with a season rises and falls without help. A baseline that holds only the bad months makes every good month look like an effect.",
            "Begin the baseline at least one whole season before Do, or compare with a group that did not change (compare)."),
        When.Measured,
        s => s.Judged().SelectMany(j => ShortOfSeason(s, j.Metric, j.Finding)));

    private static IEnumerable<Found> Unstable(LintSubject s)
    {
        foreach (var (metric, finding) in s.Judged())
        {
            var before = finding.Points.Where(p => p.Phase == Phase.Before).ToList();
            var values = before.Select(p => p.Value ?? double.NaN).ToArray();
            // What the team has noted on the chart is known, and weighed by whoever looks.
            var hits = Hits(values);
            var noted = hits.Where(h => h.Members.Count == 1 && IsNoted(s, before[h.Completing].Date)).Select(h => h.Completing).ToList();
            hits = [.. hits.Where(h => !IsNoted(s, before[h.Completing].Date))];
            if (noted.Count > 0)
            {
                // A single point that is explained may not pull the limits either, or its neighbours look odd beside it.
                foreach (var at in noted) values[at] = double.NaN;
                hits = [.. Hits(values).Where(h => !IsNoted(s, before[h.Completing].Date))];
            }

            if (hits.Count == 0) continue;
            var places = hits.Select(h => before[h.Completing].Period).Distinct().ToList();
            yield return new Found($"metrics.{metric.Name}.baseline",
                $"The baseline of '{metric.Name}' is not stable by itself: {hits[0].Rule} at {string.Join(", ", places.Take(3))}{(places.Count > 3 ? $" and {places.Count - 3} more" : "")}.");
        }
    }

    private static IReadOnlyList<RuleHit> Hits(double[] values) =>
        Descriptive.Count(values) < Xmr.TrialCount || Xmr.Limits(values) is not { } limits ? [] : Statistics.Rules.Apply(RuleSet.Default, values, limits);

    private static bool IsNoted(LintSubject s, DateOnly slot) =>
        s.Cycle.Do.Annotations.Any(a => Math.Abs(a.Date.DayNumber - slot.DayNumber) <= Thresholds.EventDays.In(s.Settings));

    private static IEnumerable<Found> ShortOfSeason(LintSubject s, Metric metric, Finding finding)
    {
        var before = finding.Points.Where(p => p is { Phase: Phase.Before, Value: not null }).ToList();
        if (metric.Season is not { Count: > 0 } season || before.Count == 0 || metric.Compare is not null) yield break;
        var (first, last) = (before[0].Date, before[^1].Date);
        // The last slot counts whole: a year of weeks is 52 points, the last of which begins a week before the year is over.
        var end = metric.Per switch { Period.Week => last.AddDays(7), Period.Month => last.AddMonths(1), _ => last.AddDays(1) };
        if (season.After(first) > end.AddDays(6))
            yield return new Found($"metrics.{metric.Name}.baseline", $"'{metric.Name}' repeats after {season}, and its baseline holds {first.Day()} to {end.Day()} only.");
    }

    private static string Points(int count) => count == 1 ? "1 point" : $"{count} points";
}
