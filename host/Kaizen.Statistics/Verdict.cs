namespace Kaizen.Statistics;

/// <summary>What the points after a change say against the points before. There is no fourth word.</summary>
public enum Verdict
{
    /// <summary>Fewer than 12 points before, fewer than 4 after, or fewer than 8 after without a signal.</summary>
    NotEnoughData,

    /// <summary>Enough points, and noise explains them.</summary>
    NoSignalYet,

    /// <summary>A rule fires on the points after and the effect's interval excludes 0.</summary>
    Signal,
}
