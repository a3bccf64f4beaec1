namespace Kaizen.Statistics;

/// <summary>
/// The chart of individual values and moving ranges: Wheeler, "Understanding Variation"; NHS Making Data Count.
/// </summary>
public static class Xmr
{
    /// <summary>Values from which limits are drawn and a verdict is given.</summary>
    public const int TrialCount = 12;

    /// <summary>Values from which limits are called firm.</summary>
    public const int FirmCount = 20;

    /// <summary>Wheeler's factor from the mean moving range to the limits (3 ÷ 1.128, rounded as he prints it).</summary>
    private const double LimitFactor = 2.66;

    /// <summary>Wheeler's factor from the mean moving range to the upper limit of moving ranges.</summary>
    private const double RangeFactor = 3.267;

    /// <summary>
    /// Mean ± 2.66 × mean moving range. A moving range exists only between neighbouring slots that both hold a value:
    /// none is taken across a missing slot. Large ranges are counted, not left out.
    /// </summary>
    /// <returns>
    /// The limits; null where no two neighbours hold a value (so for none or one present value: one value shows no
    /// variation to take limits from), or where a limit exceeds the range of a double. Whether there are enough
    /// values to draw them is said by <see cref="XmrLimits.Strength"/>.
    /// </returns>
    public static XmrLimits? Limits(ReadOnlySpan<double> values)
    {
        var scale = Scaling.For(values);
        return Build(values, scale, double.PositiveInfinity);
    }

    /// <summary>
    /// What the limits would be if moving ranges above 3.267 × their mean were left out once. The centre stays.
    /// Shown beside the limits, never in their place.
    /// </summary>
    /// <returns>The limits as above; the same limits where no moving range is large.</returns>
    public static XmrLimits? LimitsWithoutLargeRanges(ReadOnlySpan<double> values)
    {
        if (Limits(values) is not { } all)
            return null;
        return all.LargeMovingRanges == 0 ? all : Build(values, Scaling.For(values), all.UpperMovingRange);
    }

    private static XmrLimits? Build(ReadOnlySpan<double> values, double scale, double largest)
    {
        var centre = Descriptive.ScaledMean(values, scale, out var count);
        largest *= scale;
        var sum = Ranges(values, scale, largest, out var ranges);
        if (ranges == 0)
            return null;

        var mean = sum / ranges;
        var half = LimitFactor * mean;
        var upperRange = RangeFactor * mean;
        var limits = new XmrLimits
        {
            Centre = centre / scale,
            Lower = (centre - half) / scale,
            Upper = (centre + half) / scale,
            Sigma = half / 3 / scale,
            MeanMovingRange = mean / scale,
            UpperMovingRange = upperRange / scale,
            Count = count,
            MovingRanges = ranges,
            LargeMovingRanges = ranges - CountUpTo(values, scale, Math.Min(upperRange, largest)),
        };
        return double.IsFinite(limits.Lower) && double.IsFinite(limits.Upper) && double.IsFinite(limits.UpperMovingRange)
            ? limits
            : null;
    }

    private static int CountUpTo(ReadOnlySpan<double> values, double scale, double largest)
    {
        Ranges(values, scale, largest, out var count);
        return count;
    }

    /// <summary>The sum and number of the moving ranges that are not above <paramref name="largest"/>.</summary>
    private static double Ranges(ReadOnlySpan<double> values, double scale, double largest, out int count)
    {
        count = 0;
        double sum = 0, lost = 0;
        for (var i = 1; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]) || !double.IsFinite(values[i - 1]))
                continue;
            var range = Math.Abs((values[i] * scale) - (values[i - 1] * scale));
            if (Nearly.Above(range, largest))
                continue;
            count++;
            var next = sum + range;
            lost += sum >= range ? sum - next + range : range - next + sum;
            sum = next;
        }

        return sum + lost;
    }
}
