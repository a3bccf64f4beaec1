using Kaizen.Core.Metrics;
using Kaizen.Statistics;

namespace Kaizen.Core.Checking;

/// <summary>
/// What a run chart says against a standard, where its rules are the run chart. It judges the series as a whole and flags no
/// point, so the side, and since when, are read off the points.
/// </summary>
/// <param name="Above">Whether the points lie above the median of the standard: those of the longest run, else most of them.</param>
/// <param name="Since">The first period of the longest run where it is too long, else the first that counts.</param>
/// <param name="Words">The pattern in words.</param>
public sealed record RunChartAlarm(bool Above, string Since, string Words)
{
    /// <summary>The alarm, or null where the rules judge points, or where nothing is out of the ordinary.</summary>
    public static RunChartAlarm? Of(Finding f)
    {
        if (!Decides(f) || f.RunChart is not { Signal: true } chart) return null;
        var sides = f.Points
            .Where(p => p is { Phase: Phase.After, Value: not null })
            .Select(p => (p.Period, Side: RunChart.SideOf(p.Value!.Value, chart.Median)))
            .Where(p => p.Side != 0).ToList();
        if (chart.LongestRun > chart.LongestRunMax)
        {
            var (first, length) = LongestRun(sides.ConvertAll(p => p.Side));
            var above = sides[first].Side > 0;
            return new RunChartAlarm(above, sides[first].Period, $"{length} in a row {(above ? "above" : "below")} the median");
        }

        return new RunChartAlarm(sides.Sum(p => p.Side) > 0, sides[0].Period, $"only {ClaimWords.Count(chart.Crossings ?? 0, "crossing")} of the median");
    }

    /// <summary>Whether the finding's rule set is the run chart.</summary>
    public static bool Decides(Finding f) => RuleSet.Find(f.Rules) is { UsesRunChart: true };

    private static (int First, int Length) LongestRun(List<int> sides)
    {
        var (first, length, start) = (0, 0, 0);
        for (var i = 0; i < sides.Count; i++)
        {
            if (sides[i] != sides[start]) start = i;
            if (i - start + 1 > length) (first, length) = (start, i - start + 1);
        }

        return (first, length);
    }
}
