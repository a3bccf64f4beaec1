namespace Kaizen.Statistics;

/// <summary>Whether a process, left as it is, can be relied on to meet a target.</summary>
public enum Assurance
{
    /// <summary>The target lies within the limits: chance decides.</summary>
    HitOrMiss,

    /// <summary>The whole range of ordinary values meets the target.</summary>
    ConsistentlyPasses,

    /// <summary>The whole range of ordinary values misses the target.</summary>
    ConsistentlyFails,
}
