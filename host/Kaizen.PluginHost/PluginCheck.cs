namespace Kaizen.PluginHost;

/// <summary>What a look at one side of a plugin showed.</summary>
public enum CheckOutcome
{
    /// <summary>As it should be.</summary>
    Passed,

    /// <summary>The plugin does not load for this reason.</summary>
    Failed,

    /// <summary>It does not keep the plugin from loading, but may show later.</summary>
    Doubtful,

    /// <summary>Not looked at, since what stands before it failed.</summary>
    NotLooked,
}

/// <summary>One step of the way that a plugin takes until it is loaded.</summary>
/// <param name="What">What was looked at, as a statement that holds where it passed.</param>
/// <param name="Outcome">What it showed.</param>
/// <param name="Words">What was found, in a few words without a full stop, or null.</param>
/// <param name="WayOut">What a person can do about it, or null where there is nothing to do.</param>
public sealed record PluginCheck(string What, CheckOutcome Outcome, string? Words = null, string? WayOut = null);
