using Kaizen.Abstractions;
using Kaizen.Core.Plugins;
using Kaizen.PluginHost;

namespace Kaizen.Hosting.Plugins;

/// <summary>What there is to know of a plugin.</summary>
/// <param name="Found">Its folder.</param>
/// <param name="State">What became of it.</param>
/// <param name="Offers">The names of its sources, as they stand behind <c>use:</c>.</param>
public sealed record PluginReport(FoundPlugin Found, PluginState State, IReadOnlyList<string> Offers)
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

    internal static PluginReport Of(FoundPlugin found, InstalledPlugin? installed)
    {
        if (installed is null) return new PluginReport(found, new PluginState.Faulty(found.Faults.Count == 1 ? "its plugin.yaml has a fault" : $"its plugin.yaml has {found.Faults.Count} faults"), []);
        try
        {
            return new PluginReport(found, installed.State, installed.State is PluginState.Loaded loaded ? [.. loaded.Offers.Select(o => Use(found.Id, o.Name))] : []);
        }
        catch (Exception fault)
        {
            // Names are properties, and so code of the plugin.
            return new PluginReport(found, new PluginState.Faulty($"{fault.GetType().Name}: {fault.Message.TrimEnd('.')}"), []);
        }
    }

    private static string Use(string id, string name) => id == name ? id : $"{id}/{name}";
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
