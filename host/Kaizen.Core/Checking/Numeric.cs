namespace Kaizen.Core.Checking;

/// <summary>The one comparison of the checks: equal within 1e-12 relative.</summary>
internal static class Numeric
{
    /// <summary>The value, or null where it left the range of a double: no infinity reaches a page or JSON.</summary>
    public static double? Finite(double? value) => value is { } v && double.IsFinite(v) ? v : null;

    public static bool Close(double a, double b) => Math.Abs(a - b) <= 1e-12 * Math.Max(Math.Abs(a), Math.Abs(b));
}
