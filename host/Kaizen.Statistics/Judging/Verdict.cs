namespace Kaizen.Statistics;

/// <summary>What the data say about a change.</summary>
public enum Verdict
{
    /// <summary>Fewer than 12 values before or 4 after, or fewer than 8 after without a signal.</summary>
    NotEnoughData,

    /// <summary>Enough data, and nothing beyond chance in them so far.</summary>
    NoSignalYet,

    /// <summary>A rule fires on the points after, and the interval of the effect excludes no change.</summary>
    Signal,
}
