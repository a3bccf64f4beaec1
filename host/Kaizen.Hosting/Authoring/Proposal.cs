using Kaizen.Core.Metrics;

namespace Kaizen.Hosting.Authoring;

/// <summary>A number that a table could show, and how it would be measured.</summary>
/// <param name="Name">Name of the metric, made of the columns' names.</param>
/// <param name="Measure">The aggregate's key with its expressions.</param>
/// <param name="Sentence">What it is, in words: the operational definition.</param>
public sealed record Proposal(string Name, ProposedMeasure Measure, string Sentence)
{
    /// <summary>How likely it is what somebody wants to follow; the highest comes first.</summary>
    internal double Rank { get; init; }

    /// <summary>Its unit where the expression does not make it plain.</summary>
    public string? Unit { get; init; }

    /// <summary>The likely direction; a person is asked.</summary>
    public Better Better { get; init; } = Better.Higher;

    public MetricRole Role { get; init; } = MetricRole.Outcome;

    public Horizon Horizon { get; init; } = Horizon.Short;

    /// <summary>How long after the row nearly all values are known, or null where they are at once.</summary>
    public CalendarSpan? Latency { get; init; }

    /// <summary>The slot of a point, or null for the workspace's own.</summary>
    public Period? Per { get; init; }

    /// <summary>Where the number stands now, or null where too little is known.</summary>
    public double? Now { get; init; }

    /// <summary>The unit that people read the number in.</summary>
    public string Reads => Unit ?? Measure.Unit;

    /// <summary>Whether it is a share, whose numbers are fractions.</summary>
    public bool IsShare => Reads == Quantity.Share;
}

/// <summary>An aggregate as it is written in a cycle.</summary>
/// <param name="Key">Such as <c>median</c>.</param>
/// <param name="Value">Its expression; of a ratio what is summed above the line.</param>
/// <param name="Over">Of a ratio what is summed below the line, else null.</param>
public sealed record ProposedMeasure(string Key, string Value, string? Over = null)
{
    /// <summary>The unit that the expression makes plain.</summary>
    public string Unit => Key == "rate" ? Quantity.Share
        : Value.StartsWith("hours_between(", StringComparison.Ordinal) ? "h"
        : Value.StartsWith("days_between(", StringComparison.Ordinal) ? "days" : "";
}
