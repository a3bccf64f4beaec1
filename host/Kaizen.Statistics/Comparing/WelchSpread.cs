namespace Kaizen.Statistics;

/// <summary>The standard error of a difference of means without equal variances, and its degrees of freedom.</summary>
/// <param name="StandardError">In scaled units.</param>
/// <param name="Degrees">Welch–Satterthwaite; null where both phases are flat.</param>
internal readonly record struct WelchSpread(double StandardError, double? Degrees)
{
    /// <summary>Null where a phase has fewer than two values.</summary>
    public static WelchSpread? Of(in PhaseSums first, in PhaseSums second)
    {
        if (first.Count < 2 || second.Count < 2)
            return null;
        var a = first.Variance / first.Count;
        var b = second.Variance / second.Count;
        var sum = a + b;
        if (!(sum > 0))
            return new WelchSpread(0, null);
        // By shares of the sum: the squares of the parts themselves may underflow.
        var (p, q) = (a / sum, b / sum);
        return new WelchSpread(Math.Sqrt(sum), 1 / ((p * p / (first.Count - 1)) + (q * q / (second.Count - 1))));
    }
}
