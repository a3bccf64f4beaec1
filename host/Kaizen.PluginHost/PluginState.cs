using Kaizen.Core.Diagnostics;

namespace Kaizen.PluginHost;

/// <summary>What became of an installed plugin.</summary>
public abstract record PluginState
{
    private PluginState()
    {
    }

    /// <summary>Why it cannot be used, in a few words without a full stop; null where it can be.</summary>
    public abstract string? Why { get; }

    /// <summary>What a person can do about it; null where it can be used.</summary>
    public abstract string? WayOut { get; }

    /// <summary>It can be used.</summary>
    /// <param name="Offers">The sources and metrics it offers.</param>
    public sealed record Loaded(IReadOnlyList<Offer> Offers) : PluginState
    {
        /// <inheritdoc/>
        public override string? Why => null;

        /// <inheritdoc/>
        public override string? WayOut => null;
    }

    /// <summary>It was written for another version of the contract; its code was not run.</summary>
    /// <param name="Wanted">The versions it works with, such as "2" or "2 to 3".</param>
    public sealed record Incompatible(string Wanted) : PluginState
    {
        /// <inheritdoc/>
        public override string Why => $"it works with contract {Wanted}, this Kaizen offers {PluginContract.Version}";

        /// <inheritdoc/>
        public override string WayOut => Catalogue.PluginIncompatible.WayOut!;
    }

    /// <summary>It cannot be loaded.</summary>
    /// <param name="Reason">Why, in a few words without a full stop.</param>
    /// <param name="WayOut">What its author, or whoever installed it, can do about it.</param>
    public sealed record Faulty(string Reason, string WayOut) : PluginState
    {
        /// <inheritdoc/>
        public override string Why => Reason;

        /// <inheritdoc/>
        public override string WayOut { get; } = WayOut;
    }

    /// <summary>Nobody vouches for it as it is; nothing but its manifest was read.</summary>
    /// <param name="Reason">Why, in a few words without a full stop.</param>
    /// <param name="WayOut">What a person can do about it.</param>
    public sealed record Blocked(string Reason, string WayOut) : PluginState
    {
        /// <inheritdoc/>
        public override string Why => Reason;

        /// <inheritdoc/>
        public override string WayOut { get; } = WayOut;
    }
}
