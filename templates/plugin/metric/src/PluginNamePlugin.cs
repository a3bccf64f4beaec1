using Kaizen.Abstractions;

namespace PluginNameMetrics;

/// <summary>Names what the plugin offers.</summary>
public sealed class PluginNamePlugin : IPlugin
{
    public void Register(IPluginBuilder plugin) =>
        plugin.Metric<ShareOptions>("share-above", "The share of rows whose value is above a limit.", options => new ShareAbove(options));
}
