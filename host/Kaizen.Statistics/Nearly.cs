namespace Kaizen.Statistics;

/// <summary>
/// The one comparison of the statistics: strict, where values equal within 1e-12 relative count as equal. A sum taken
/// in another order then changes no flag.
/// </summary>
internal static class Nearly
{
    private const double Tolerance = 1e-12;

    /// <summary>Whether <paramref name="a"/> is truly above <paramref name="b"/>.</summary>
    /// <param name="a">The value that may be above.</param>
    /// <param name="b">The value that may be below.</param>
    /// <param name="span">
    /// The width of the scale both lie on, where there is one: near a centre of 0 the two values alone say nothing
    /// about what a rounding error is.
    /// </param>
    public static bool Above(double a, double b, double span = 0) =>
        a - b > Tolerance * Math.Max(Math.Max(Math.Abs(a), Math.Abs(b)), span);

    /// <summary>Whether the two count as equal.</summary>
    public static bool Equal(double a, double b) => !Above(a, b) && !Above(b, a);
}
