namespace Kaizen.Statistics;

/// <summary>
/// Brings values of extreme size near 1 by a power of two, which changes no digit, so that squares and sums stay in range.
/// </summary>
internal static class Scaling
{
    /// <summary>Between 2^-300 and 2^300 squares, products and long sums are safe as they are.</summary>
    private const int SafeExponent = 300;

    /// <summary>The factor to multiply every value by; 1 for values of ordinary size.</summary>
    public static double For(ReadOnlySpan<double> values) => ForMagnitude(Largest(values));

    /// <summary>One factor for two series that are compared with each other.</summary>
    public static double For(ReadOnlySpan<double> first, ReadOnlySpan<double> second) =>
        ForMagnitude(Math.Max(Largest(first), Largest(second)));

    /// <summary>The value itself, or null where it left the range of a double.</summary>
    public static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static double ForMagnitude(double largest)
    {
        if (largest == 0)
            return 1;
        var exponent = Math.ILogB(largest);
        // A factor of 2^1000 is enough for the smallest subnormal, and is itself a double as is its inverse.
        return Math.Abs(exponent) <= SafeExponent ? 1 : Math.ScaleB(1, Math.Clamp(-exponent, -1000, 1000));
    }

    private static double Largest(ReadOnlySpan<double> values)
    {
        var largest = 0.0;
        foreach (var value in values)
        {
            var size = Math.Abs(value);
            if (size > largest && double.IsFinite(size))
                largest = size;
        }

        return largest;
    }
}
