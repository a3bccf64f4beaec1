using System.Numerics;

namespace Kaizen.Statistics;

/// <summary>
/// The run chart of Anhøj and Olesen 2014: the longest run against round(log2 n) + 3, and the crossings against the
/// 5 % quantile of the binomial distribution with n − 1 trials of ½, where n counts the points off the median.
/// </summary>
public static class RunChart
{
    /// <summary>Useful points from which a run chart is judged.</summary>
    public const int UsefulCount = 10;

    private const double CrossingsLevel = 0.05;

    /// <summary>Judges a series around its own median. Missing slots and points on the median are skipped.</summary>
    /// <returns>The counts; below 10 useful points no run and no crossing is judged and there is no signal.</returns>
    public static RunChartResult Analyse(ReadOnlySpan<double> values) => Analyse(values, Descriptive.Median(values));

    /// <summary>Judges a series around a given centre, for example new points around the median of a baseline.</summary>
    /// <inheritdoc cref="Analyse(ReadOnlySpan{double})" path="/returns"/>
    /// <exception cref="ArgumentOutOfRangeException">The centre is not a finite number.</exception>
    public static RunChartResult Analyse(ReadOnlySpan<double> values, double centre)
    {
        if (!double.IsFinite(centre))
            throw new ArgumentOutOfRangeException(nameof(centre), centre, "The centre of a run chart is a finite number.");
        return Analyse(values, (double?)centre);
    }

    /// <summary>1 above the centre, −1 below it, 0 on it.</summary>
    public static int SideOf(double value, double centre) => Nearly.Above(value, centre) ? 1 : Nearly.Above(centre, value) ? -1 : 0;

    private static RunChartResult Analyse(ReadOnlySpan<double> values, double? centre)
    {
        int observed = 0, useful = 0, run = 0, longest = 0, crossings = 0, side = 0;
        foreach (var value in values)
        {
            if (!double.IsFinite(value) || centre is not { } line)
                continue;
            observed++;
            var now = SideOf(value, line);
            if (now == 0)
                continue;
            if (useful++ > 0 && now != side)
                crossings++;
            run = now == side ? run + 1 : 1;
            longest = Math.Max(longest, run);
            side = now;
        }

        var result = new RunChartResult { Median = centre, Observed = observed, Useful = useful };
        return useful < UsefulCount
            ? result
            : result with
            {
                LongestRun = longest,
                Crossings = crossings,
                LongestRunMax = RoundedLog2(useful) + 3,
                CrossingsMin = FairCoin.Quantile(useful - 1, CrossingsLevel),
            };
    }

    /// <summary>log2 n rounds up from 2^(k + ½) on, which is whether n² exceeds 2^(2k + 1): no rounding error decides.</summary>
    private static int RoundedLog2(int n)
    {
        var whole = BitOperations.Log2((uint)n);
        return (Int128)n * n > Int128.One << ((2 * whole) + 1) ? whole + 1 : whole;
    }
}
