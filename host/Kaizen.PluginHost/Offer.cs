using Kaizen.Abstractions;
using Kaizen.PluginHost.Options;

namespace Kaizen.PluginHost;

/// <summary>Something that a plugin offers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">One sentence.</param>
public abstract record Offer(string Name, string Description)
{
    /// <summary>What may stand under <c>with:</c>.</summary>
    public required IReadOnlyList<DeclaredOption> Options { get; init; }

    /// <summary>The class of its options.</summary>
    public required Type OptionsType { get; init; }

    /// <summary>A kind of source.</summary>
    public sealed record OfSource(string Name, string Description) : Offer(Name, Description)
    {
        /// <summary>Makes it from its options.</summary>
        public required Func<object, ISource> Create { get; init; }
    }

    /// <summary>A metric.</summary>
    public sealed record OfMetric(string Name, string Description) : Offer(Name, Description)
    {
        /// <summary>Makes it from its options, once for each series.</summary>
        public required Func<object, IMetric> Create { get; init; }
    }
}
