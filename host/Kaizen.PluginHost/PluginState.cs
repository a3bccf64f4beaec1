namespace Kaizen.PluginHost;

/// <summary>What became of an installed plugin.</summary>
public abstract record PluginState
{
    private PluginState()
    {
    }

    /// <summary>It can be used.</summary>
    /// <param name="Offers">The sources and metrics it offers.</param>
    public sealed record Loaded(IReadOnlyList<Offer> Offers) : PluginState;

    /// <summary>It was written for another version of the contract; its code was not run.</summary>
    /// <param name="Wanted">The versions it works with, such as "2" or "2 to 3".</param>
    public sealed record Incompatible(string Wanted) : PluginState;

    /// <summary>It cannot be loaded.</summary>
    /// <param name="Reason">Why, in a few words without a full stop.</param>
    public sealed record Faulty(string Reason) : PluginState;
}
