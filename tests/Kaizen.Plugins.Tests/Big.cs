namespace Kaizen.Plugins.Tests;

/// <summary>How many rows the tests of memory read: enough to tell, or all that is promised where there is time.</summary>
internal static class Big
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("KAIZEN_LONG") == "1";

    public static long Rows { get; } = IsLong ? 10_000_000 : 300_000;

    /// <summary>The same of a source's further forms, and of what is read slowly.</summary>
    public static long OtherRows { get; } = IsLong ? 10_000_000 : 60_000;
}
