namespace Kaizen.Statistics;

/// <summary>
/// The one comparison of the statistics: strict, where values equal within 1e-12 relative count as equal. A sum taken
/// in another order then changes no flag.
/// </summary>
internal static class Nearly
{
    /// <summary>How far apart two values may be, relative to the larger one, and still count as equal.</summary>
    public const double Tolerance = 1e-12;

    /// <summary>Whether <paramref name="a"/> is truly above <paramref name="b"/>.</summary>
    public static bool Above(double a, double b) =>
        a - b > Tolerance * Math.Max(Math.Abs(a), Math.Abs(b));

    /// <summary>Whether the two count as equal.</summary>
    public static bool Equal(double a, double b) => !Above(a, b) && !Above(b, a);
}
