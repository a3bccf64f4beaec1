using Kaizen.Abstractions;
using Kaizen.Core.Plugins;
using Kaizen.PluginHost;
using Kaizen.PluginHost.Options;

namespace Kaizen.Hosting.Plugins;

/// <summary>What there is to know of a plugin.</summary>
/// <param name="Found">Its folder.</param>
/// <param name="State">What became of it.</param>
/// <param name="Offers">Its sources and metrics.</param>
public sealed record PluginReport(FoundPlugin Found, PluginState State, IReadOnlyList<OfferReport> Offers)
{
    /// <summary>What it says that it reaches for.</summary>
    public PluginCapabilities Capabilities => Found.Manifest?.Capabilities ?? PluginCapabilities.None;

    /// <summary>Its state in one word.</summary>
    public string Word => State switch
    {
        PluginState.Loaded => "loaded",
        PluginState.Incompatible => "incompatible",
        PluginState.Faulty => "faulty",
        _ => "blocked",
    };

    internal static PluginReport Of(FoundPlugin found, InstalledPlugin? installed, TimeSpan? askInputs = null)
    {
        if (installed is null) return new PluginReport(found, new PluginState.Faulty(found.Faults.Count == 1 ? "its plugin.yaml has a fault" : $"its plugin.yaml has {found.Faults.Count} faults", "mend the lines that 'kaizen plugin doctor' names"), []);
        try
        {
            return new PluginReport(found, installed.State, installed.State is PluginState.Loaded loaded ? [.. loaded.Offers.Select(o => OfferReport.Of(found.Id, o) with { Inputs = o is Offer.OfMetric metric && askInputs is { } patience ? MetricInputs.Of(metric, patience) : null })] : []);
        }
        catch (Exception fault)
        {
            // Names are properties, and so code of the plugin.
            return new PluginReport(found, new PluginState.Faulty($"{fault.GetType().Name}: {fault.Message.TrimEnd('.')}", "tell the plugin's author"), []);
        }
    }
}

/// <summary>A source or a metric that a plugin offers.</summary>
/// <param name="Use">As it stands behind <c>use:</c>.</param>
/// <param name="IsMetric">Whether it is a metric.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Options">What may stand under <c>with:</c>.</param>
public sealed record OfferReport(string Use, bool IsMetric, string Description, IReadOnlyList<OptionReport> Options)
{
    /// <summary>What a metric reads; null where that was not asked, for a source, and where it depends on more than what it needs.</summary>
    public IReadOnlyList<KnownInput>? Inputs { get; init; }

    internal static OfferReport Of(string id, Offer offer) =>
        new(id == offer.Name ? id : $"{id}/{offer.Name}", offer is Offer.OfMetric, offer.Description, [.. offer.Options.Select(OptionReport.Of)]);
}

/// <summary>An option of a source or a metric.</summary>
/// <param name="Name">Its name in YAML.</param>
/// <param name="Kind">What its value is, in a word or two.</param>
/// <param name="Required">Whether it must be written.</param>
/// <param name="Description">One sentence.</param>
public sealed record OptionReport(string Name, string Kind, bool Required, string Description)
{
    /// <summary>The only values allowed, or empty where any is.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    internal static OptionReport Of(DeclaredOption option) => new(option.Name, KindOf(option), option.Required, option.Description) { Allowed = option.Allowed };

    private static string KindOf(DeclaredOption option) => (option.IsList ? "list of " : "") + option.Kind switch
    {
        OptionKind.Flag => "true or false",
        OptionKind.WholeNumber => "whole number",
        OptionKind.Number => "number",
        OptionKind.Date => "date",
        OptionKind.Choice => "word",
        OptionKind.Path => "path",
        OptionKind.Secret => "secret",
        OptionKind.Expression => "row expression",
        _ => "text",
    };
}

/// <summary>The plugins that there are.</summary>
/// <param name="Plugins">In the order in which they count.</param>
/// <param name="Diagnostics">What is wrong with manifests and with the lock.</param>
public sealed record PluginListing(IReadOnlyList<PluginReport> Plugins, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>A plugin and the steps of its way until it is loaded.</summary>
/// <param name="Found">Its folder.</param>
/// <param name="Checks">The steps.</param>
public sealed record PluginExamination(FoundPlugin Found, IReadOnlyList<PluginCheck> Checks)
{
    /// <summary>Whether nothing keeps it from being used.</summary>
    public bool IsWell => !Checks.Any(c => c.Outcome == CheckOutcome.Failed);
}
