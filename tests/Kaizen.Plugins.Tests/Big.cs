namespace Kaizen.Plugins.Tests;

/// <summary>How many rows the tests of memory read: enough to tell, or all that is promised where there is time.</summary>
internal static class Big
{
    public static long Rows { get; } = Environment.GetEnvironmentVariable("KAIZEN_LONG") == "1" ? 10_000_000 : 300_000;
}
