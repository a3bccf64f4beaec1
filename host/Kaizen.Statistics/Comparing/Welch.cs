namespace Kaizen.Statistics;

/// <summary>Welch's t test (Welch 1947), for values that do not follow each other in time.</summary>
public static class Welch
{
    /// <summary>Compares the mean of <paramref name="after"/> with that of <paramref name="before"/>.</summary>
    /// <returns>
    /// The comparison; null where a sample has fewer than two present values or a result exceeds the range of a double.
    /// Two flat samples give their difference as a point, and no test.
    /// </returns>
    public static WelchResult? Compare(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        var scale = Scaling.For(before, after);
        var (first, second) = (PhaseSums.Of(before, scale), PhaseSums.Of(after, scale));
        if (WelchSpread.Of(first, second) is not { } spread)
            return null;

        var difference = second.Mean - first.Mean;
        double? statistic = spread.Degrees is null ? null : Scaling.Finite(difference / spread.StandardError);
        var half = spread.Degrees is { } df ? StudentT.TwoSidedQuantile(0.95, df) * spread.StandardError : 0;
        var result = new WelchResult
        {
            Difference = difference / scale,
            Lower = (difference - half) / scale,
            Upper = (difference + half) / scale,
            StandardError = spread.StandardError / scale,
            DegreesOfFreedom = spread.Degrees,
            Statistic = statistic,
            PValue = statistic is { } t && spread.Degrees is { } degrees ? StudentT.TwoSided(t, degrees) : null,
        };
        return double.IsFinite(result.Lower) && double.IsFinite(result.Upper) ? result : null;
    }
}
