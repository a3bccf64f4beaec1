namespace Kaizen.Statistics;

/// <summary>A verdict and everything it rests on.</summary>
public sealed record VerdictResult
{
    /// <summary>The word.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The sign of the deciding effect: 1 up, −1 down, 0 for none or where there is no effect interval.</summary>
    public required int Direction { get; init; }

    /// <summary>The rules that were used.</summary>
    public required RuleSet Rules { get; init; }

    /// <summary>The limits, frozen from the points before; null below 12 values there.</summary>
    public required XmrLimits? Limits { get; init; }

    /// <summary>
    /// The patterns among the points after, taken on their own; slots count from the first slot after. Given whatever
    /// the verdict, but empty without limits and for a set that uses the run chart.
    /// </summary>
    public required IReadOnlyList<RuleHit> Hits { get; init; }

    /// <summary>The points after around the median before, for a rule set that uses the run chart; else null.</summary>
    public required RunChartResult? RunChart { get; init; }

    /// <summary>The plain effect, after − before; null below two values in a phase.</summary>
    public required EffectInterval? Effect { get; init; }

    /// <summary>The effect the verdict rests on: that of the comparison where there is one, else the plain one.</summary>
    public required EffectInterval? DecidingEffect { get; init; }

    /// <summary>Present values before.</summary>
    public required int CountBefore { get; init; }

    /// <summary>Present values after.</summary>
    public required int CountAfter { get; init; }

    /// <summary>Whether a rule fires on the points after.</summary>
    public bool RuleFired => Hits.Count > 0 || RunChart is { Signal: true };
}
