using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;
using Kaizen.Definitions.Editing;

namespace Kaizen.Hosting.Authoring;

/// <summary>What a person said of a cycle that is to be written. All of it may be left out; the file then asks.</summary>
public sealed record NewCycle
{
    /// <summary>File name without its ending.</summary>
    public required string Id { get; init; }

    public CycleKind Kind { get; init; } = CycleKind.Pdca;

    public string? Title { get; init; }

    public string? Problem { get; init; }

    public Domain? Domain { get; init; }

    /// <summary>Short name of the owner.</summary>
    public string? Owner { get; init; }

    /// <summary>Short name of the coach.</summary>
    public string? Coach { get; init; }

    /// <summary>Others in it: sponsor and members, carried over from a cycle before.</summary>
    public People Others { get; init; } = new();

    /// <summary>The cycle before it, and why it follows.</summary>
    public Chain? Chain { get; init; }

    /// <summary>The numbers, the leading one first.</summary>
    public IReadOnlyList<NewMetric> Metrics { get; init; } = [];

    /// <summary>Where the leading number shall be.</summary>
    public NewTarget? Target { get; init; }

    public string? Background { get; init; }

    /// <summary>What is thought to cause it.</summary>
    public string? Cause { get; init; }

    /// <summary>What is to be changed.</summary>
    public string? Change { get; init; }

    /// <summary>What is expected of the change.</summary>
    public NewPrediction? Prediction { get; init; }

    public DateOnly? Started { get; init; }

    /// <summary>What an SDCA cycle holds.</summary>
    public Standard? Standard { get; init; }

    /// <summary>What an EDCA cycle explores; the question may be empty.</summary>
    public Exploration? Explore { get; init; }
}

/// <summary>A metric as it is written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Keys">What stands below it; none for a metric of the workspace that is used by name.</param>
public sealed record NewMetric(string Name, IReadOnlyList<(string Key, YamlValue Value)> Keys)
{
    /// <summary>Whether its numbers are fractions.</summary>
    public bool IsShare { get; init; }

    /// <summary>The unit that people read it in.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Where it stands, or null where nobody measured it.</summary>
    public double? Now { get; init; }

    /// <summary>A metric that a person chose among what a table could show.</summary>
    /// <param name="proposal">What was chosen.</param>
    /// <param name="better">Which direction is better, as the person said.</param>
    /// <param name="source">Name of the source.</param>
    /// <param name="saysPer">Whether the slot is written down although it is the usual one, because the workspace has another.</param>
    public static NewMetric Of(Proposal proposal, Better better, string source, bool saysPer)
    {
        var slot = (proposal.Per ?? Period.Week) switch { Period.Day => "day", Period.Month => "month", _ => "week" };
        List<(string, YamlValue)> keys =
        [
            ("definition", YamlValue.Of(proposal.Sentence.Replace("{per}", slot, StringComparison.Ordinal))),
            ("source", YamlValue.Of(source)),
            (proposal.Measure.Key, proposal.Measure.Over is { } over ? YamlValue.Of(("of", YamlValue.Of(proposal.Measure.Value)), ("over", YamlValue.Of(over))) : YamlValue.Of(proposal.Measure.Value)),
        ];
        if (proposal.Reads.Length > 0) keys.Add(("unit", YamlValue.Of(proposal.Reads)));
        keys.Add(("better", YamlValue.Of(better == Better.Lower ? "lower" : "higher")));
        keys.Add(("role", YamlValue.Of(proposal.Role == MetricRole.Process ? "process" : "outcome")));
        keys.Add(("horizon", YamlValue.Of(proposal.Horizon == Horizon.Long ? "long" : "short")));
        if (saysPer || proposal.Per is not (null or Period.Week)) keys.Add(("per", YamlValue.Of(slot)));
        if (proposal.Latency is { } latency) keys.Add(("latency", YamlValue.Of(latency.ToString())));
        return new NewMetric(proposal.Name, keys) { IsShare = proposal.IsShare, Unit = proposal.Reads, Now = proposal.Now };
    }
}

/// <summary>Where a number shall be, and by when.</summary>
public sealed record NewTarget(double To, DateOnly? Due);

/// <summary>What is expected, how far off it could be, how sure people are and what that rests on.</summary>
public sealed record NewPrediction(double Expect, double? Low, double? High, double? Confidence, string? Because);
