namespace Kaizen.Statistics;

/// <summary>The assurance word of NHS Making Data Count, from the limits of the last phase.</summary>
public static class Assurances
{
    /// <summary>
    /// A target strictly above the upper or below the lower limit is consistently missed or met, by the direction;
    /// on a limit or between them it is hit or miss. A flat series has limits equal to its value, so the value decides.
    /// Limits are not clipped for this.
    /// </summary>
    /// <param name="limits">The limits of the last phase.</param>
    /// <param name="target">The target, in the unit of the values.</param>
    /// <param name="better">Which way the metric gets better.</param>
    /// <returns>The word; null without a direction, below 12 values, or for a target that is not a finite number.</returns>
    public static Assurance? Judge(in XmrLimits limits, double target, BetterDirection better)
    {
        if (better == BetterDirection.None || limits.Count < Xmr.TrialCount || !double.IsFinite(target))
            return null;
        if (Nearly.Above(target, limits.Upper))
            return better == BetterDirection.Up ? Assurance.ConsistentlyFails : Assurance.ConsistentlyPasses;
        if (Nearly.Above(limits.Lower, target))
            return better == BetterDirection.Up ? Assurance.ConsistentlyPasses : Assurance.ConsistentlyFails;
        return Assurance.HitOrMiss;
    }
}
