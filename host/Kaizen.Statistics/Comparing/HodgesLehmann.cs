namespace Kaizen.Statistics;

/// <summary>
/// The shift of Hodges and Lehmann 1963 and its distribution-free interval (Lehmann 1975). No table of differences is
/// built: the k-th smallest is found by halving the range of doubles and counting pairs, so memory grows with the
/// values alone and time with 64 times their number.
/// </summary>
public static class HodgesLehmann
{
    /// <summary>
    /// The median of all N = n1·n2 differences after − before. The interval runs from the k-th smallest to the k-th
    /// largest, k = max(1, floor(N/2 − 1.96 √(N (n1 + n2 + 1) ÷ 12))).
    /// </summary>
    /// <returns>
    /// The shift; null where a sample has no present value or a difference exceeds the range of a double. With very few
    /// values (below about 4 + 4) the interval is the range of the differences and covers less than 95 %.
    /// </returns>
    public static HodgesLehmannResult? Shift(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        var first = Sorted(before);
        var second = Sorted(after);
        if (first.Length == 0 || second.Length == 0)
            return null;
        if (!double.IsFinite(second[^1] - first[0]) || !double.IsFinite(second[0] - first[^1]))
            return null;

        var pairs = (long)first.Length * second.Length;
        var spread = Math.Sqrt(pairs * ((double)first.Length + second.Length + 1) / 12);
        var k = Math.Max(1, (long)Math.Floor((pairs / 2.0) - (Normal.Quantile975 * spread)));
        var middle = Smallest(first, second, (pairs + 1) / 2);
        if (pairs % 2 == 0)
            middle = Descriptive.Middle(middle, Smallest(first, second, (pairs / 2) + 1));
        return new HodgesLehmannResult(middle, Smallest(first, second, k), Smallest(first, second, pairs - k + 1));
    }

    private static double[] Sorted(ReadOnlySpan<double> values)
    {
        var present = new double[Descriptive.Count(values)];
        Descriptive.CopyPresent(values, present);
        Array.Sort(present);
        return present;
    }

    /// <summary>The k-th smallest difference: the smallest double that at least k differences do not exceed.</summary>
    private static double Smallest(double[] before, double[] after, long k)
    {
        var low = Ordinal(after[0] - before[^1]);
        var high = Ordinal(after[^1] - before[0]);
        while (low < high)
        {
            // Written so that neither a sum nor a distance of two ordinals overflows.
            var middle = (low & high) + ((low ^ high) >> 1);
            if (CountUpTo(before, after, FromOrdinal(middle)) >= k)
                high = middle;
            else
                low = middle + 1;
        }

        return FromOrdinal(low) + 0.0;
    }

    /// <summary>How many differences are at most <paramref name="limit"/>; both samples are sorted.</summary>
    private static long CountUpTo(double[] before, double[] after, double limit)
    {
        long count = 0;
        var j = 0;
        foreach (var value in before)
        {
            while (j < after.Length && after[j] - value <= limit)
                j++;
            count += j;
        }

        return count;
    }

    /// <summary>A whole number in the order of the doubles; both zeros are 0.</summary>
    private static long Ordinal(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        return bits < 0 ? long.MinValue - bits : bits;
    }

    private static double FromOrdinal(long ordinal) =>
        BitConverter.Int64BitsToDouble(ordinal < 0 ? long.MinValue - ordinal : ordinal);
}
