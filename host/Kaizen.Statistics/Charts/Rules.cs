using System.Numerics;

namespace Kaizen.Statistics;

/// <summary>Holds the points of a chart against a centre, two limits and the rules of a set.</summary>
public static class Rules
{
    /// <summary>
    /// Every pattern on the chart: one hit for each rule and each point that completes it, in the order of the points.
    /// Missing points are skipped; the first points of the chart are judged like any other. Linear in the points;
    /// memory is taken only where a rule fires.
    /// </summary>
    /// <param name="set">The rules.</param>
    /// <param name="points">The series; a slot that is not a finite number is missing.</param>
    /// <param name="centre">The centre line.</param>
    /// <param name="lower">The lower limit, at or below the centre.</param>
    /// <param name="upper">The upper limit, at or above the centre.</param>
    /// <exception cref="ArgumentException">A line is not finite, or the centre is not between the limits.</exception>
    public static IReadOnlyList<RuleHit> Apply(
        RuleSet set, ReadOnlySpan<double> points, double centre, double lower, double upper)
    {
        var lines = new ChartLines(centre, lower, upper);
        var history = new ChartHistory();
        Span<int> slots = stackalloc int[ChartHistory.Length];
        List<RuleHit>? hits = null;
        var present = 0;
        for (var i = 0; i < points.Length; i++)
        {
            if (!double.IsFinite(points[i]))
                continue;
            history.Push(points[i], lines);
            slots[present++ % ChartHistory.Length] = i;
            foreach (var rule in set.RuleSpan)
                if (rule.Match(history) is var members and not 0)
                    (hits ??= []).Add(new RuleHit(rule.Name, i, Slots(members, slots, present)));
        }

        return hits ?? (IReadOnlyList<RuleHit>)[];
    }

    /// <summary>The same against the limits of a baseline.</summary>
    public static IReadOnlyList<RuleHit> Apply(RuleSet set, ReadOnlySpan<double> points, in XmrLimits limits) =>
        Apply(set, points, limits.Centre, limits.Lower, limits.Upper);

    /// <summary>
    /// Which rules each point completes, without taking memory: bit i of a flag is set where the point completes
    /// rule i of the set. Missing points have the flag 0.
    /// </summary>
    /// <returns>How many points have a flag.</returns>
    /// <exception cref="ArgumentException">As for the hits, or <paramref name="flags"/> is shorter than the points.</exception>
    public static int Flag(
        RuleSet set, ReadOnlySpan<double> points, double centre, double lower, double upper, Span<uint> flags)
    {
        if (flags.Length < points.Length)
            throw new ArgumentException("There is one flag for each point.", nameof(flags));
        var lines = new ChartLines(centre, lower, upper);
        var history = new ChartHistory();
        var rules = set.RuleSpan;
        var flagged = 0;
        for (var i = 0; i < points.Length; i++)
        {
            flags[i] = 0;
            if (!double.IsFinite(points[i]))
                continue;
            history.Push(points[i], lines);
            for (var rule = 0; rule < rules.Length; rule++)
                if (rules[rule].Match(history) != 0)
                    flags[i] |= 1u << rule;
            if (flags[i] != 0)
                flagged++;
        }

        return flagged;
    }

    private static int[] Slots(ulong members, ReadOnlySpan<int> slots, int present)
    {
        var result = new int[BitOperations.PopCount(members)];
        for (var at = result.Length - 1; members != 0; members &= members - 1, at--)
            result[at] = slots[(present - 1 - BitOperations.TrailingZeroCount(members)) % ChartHistory.Length];
        return result;
    }
}
