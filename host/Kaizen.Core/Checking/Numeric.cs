namespace Kaizen.Core.Checking;

/// <summary>The one comparison of the checks: equal within 1e-12 relative.</summary>
internal static class Numeric
{
    public static bool Close(double a, double b) => Math.Abs(a - b) <= 1e-12 * Math.Max(Math.Abs(a), Math.Abs(b));
}
