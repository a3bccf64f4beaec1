using Kaizen.Core.Metrics;
using Kaizen.Statistics;

namespace Kaizen.Core.Checking;

/// <summary>The pooled difference after minus before; for a rate with Newcombe's interval.</summary>
internal static class Pooling
{
    public static (double? Difference, Interval? Interval) Of(Aggregate aggregate, Series series)
    {
        var difference = Numeric.Finite(series.After.Value - series.Before.Value);
        if (aggregate != Aggregate.Rate
            || series is not { After: { Numerator: { } x1, Denominator: { } n1 }, Before: { Numerator: { } x2, Denominator: { } n2 } }
            || Proportions.Difference((long)x1, (long)n1, (long)x2, (long)n2) is not { } newcombe)
            return (difference, null);
        return (difference, new Interval(newcombe.Lower, newcombe.Upper));
    }
}
