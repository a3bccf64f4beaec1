namespace Kaizen.Statistics;

/// <summary>What a run chart shows.</summary>
public sealed record RunChartResult
{
    /// <summary>The centre line; null where no slot holds a value and no centre was given.</summary>
    public required double? Median { get; init; }

    /// <summary>How many slots hold a value.</summary>
    public required int Observed { get; init; }

    /// <summary>How many of them are off the median.</summary>
    public required int Useful { get; init; }

    /// <summary>The longest run on one side; null below 10 useful points, as are the three below.</summary>
    public int? LongestRun { get; init; }

    /// <summary>How often neighbouring useful points lie on different sides.</summary>
    public int? Crossings { get; init; }

    /// <summary>A longer run than this is a signal.</summary>
    public int? LongestRunMax { get; init; }

    /// <summary>Fewer crossings than this are a signal.</summary>
    public int? CrossingsMin { get; init; }

    /// <summary>Whether there are enough useful points to judge.</summary>
    public bool IsJudged => LongestRun is not null;

    /// <summary>Whether the run is too long or the crossings too few for chance; false where nothing is judged.</summary>
    public bool Signal => LongestRun > LongestRunMax || Crossings < CrossingsMin;
}
