namespace Kaizen.Statistics;

/// <summary>Proportions of counted rows, as shares from 0 to 1.</summary>
public static class Proportions
{
    /// <summary>The 95 % score interval of Wilson 1927, without continuity correction.</summary>
    /// <param name="x">Rows that meet the condition.</param>
    /// <param name="n">All rows.</param>
    /// <returns>The share and its interval, exactly 0 below for none and exactly 1 above for all; null for no rows.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="x"/> does not lie between 0 and <paramref name="n"/>.</exception>
    public static Interval? Wilson(long x, long n)
    {
        if (x < 0 || x > n)
            throw new ArgumentOutOfRangeException(nameof(x), x, $"A count out of {n} lies between 0 and {n}.");
        if (n == 0)
            return null;
        const double square = Normal.Quantile975 * Normal.Quantile975;
        double size = n;
        var p = x / size;
        var root = Normal.Quantile975 * Math.Sqrt((p * ((n - x) / size) / size) + (square / (4 * size * size)));
        var upper = (p + (square / (2 * size)) + root) / (1 + (square / size));
        // The product of both ends is p² ÷ (1 + z²/n): so the small end keeps its digits, and is 0 for none.
        var lower = p * p / ((1 + (square / size)) * upper);
        return new Interval(p, lower, x == n ? 1 : Math.Min(1, upper));
    }

    /// <summary>The difference of two shares, first − second, with the hybrid score interval: Newcombe 1998, method 10.</summary>
    /// <param name="x1">Rows of the first group that meet the condition.</param>
    /// <param name="n1">All rows of the first group.</param>
    /// <param name="x2">Rows of the second group that meet the condition.</param>
    /// <param name="n2">All rows of the second group.</param>
    /// <returns>The difference from −1 to 1 and its 95 % interval; null where a group has no rows.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count does not lie between 0 and its number of rows.</exception>
    public static Interval? Difference(long x1, long n1, long x2, long n2)
    {
        if (Wilson(x1, n1) is not { } first || Wilson(x2, n2) is not { } second)
            return null;
        var difference = first.Estimate - second.Estimate;
        var below = Distance(first.Estimate - first.Lower, second.Upper - second.Estimate);
        var above = Distance(first.Upper - first.Estimate, second.Estimate - second.Lower);
        return new Interval(difference, Math.Max(-1, difference - below), Math.Min(1, difference + above));
    }

    private static double Distance(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
