namespace Kaizen.Statistics;

/// <summary>The standard normal distribution.</summary>
internal static class Normal
{
    /// <summary>The 97.5 % quantile, for two-sided 95 % intervals.</summary>
    public const double Quantile975 = 1.959963984540054;

    private const double DensityAtZero = 0.398942280401432677939946059934;

    /// <summary>Up to here the power series is short and exact; from here on the continued fraction is.</summary>
    private const double SeriesUpTo = 2.5;

    /// <summary>The density at <paramref name="z"/>.</summary>
    public static double Density(double z) => DensityAtZero * Math.Exp(-z * z / 2);

    /// <summary>P(Z &gt; z): NIST DLMF 7.6.2 near the middle, 7.9.3 in the tail, where it keeps its relative precision.</summary>
    public static double UpperTail(double z)
    {
        if (z < 0)
            return 1 - UpperTail(-z);
        if (z <= SeriesUpTo)
        {
            var term = z;
            var sum = z;
            for (var k = 3; term > sum * 1e-17; k += 2)
                sum += term *= z * z / k;
            return 0.5 - (Density(z) * sum);
        }

        var fraction = z;
        for (var k = 120; k >= 1; k--)
            fraction = z + (k / fraction);
        return Density(z) / fraction;
    }

    /// <summary>
    /// The z with P(Z &gt; z) = <paramref name="tail"/>, for tails in (0, 1): a rational start (Abramowitz and Stegun
    /// 26.2.23), then Newton steps on the logarithm of the tail.
    /// </summary>
    public static double UpperQuantile(double tail)
    {
        if (tail > 0.5)
            return -UpperQuantile(1 - tail);
        if (tail == 0.5)
            return 0;
        var t = Math.Sqrt(-2 * Math.Log(tail));
        var z = t - ((2.515517 + (t * (0.802853 + (t * 0.010328))))
            / (1 + (t * (1.432788 + (t * (0.189269 + (t * 0.001308)))))));
        for (var i = 0; i < 4; i++)
        {
            var at = UpperTail(z);
            z += Math.Log(at / tail) * at / Density(z);
        }

        return z;
    }
}
