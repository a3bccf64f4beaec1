using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Plugins;
using Kaizen.PluginHost.Options;

namespace Kaizen.PluginHost;

/// <summary>The installed plugins. A plugin is loaded when a source first needs it, and only then.</summary>
public sealed class PluginCatalogue : IDisposable
{
    private readonly List<InstalledPlugin> plugins;

    /// <summary>For what was found installed; of two plugins with one id the first counts.</summary>
    /// <param name="manifests">What was found.</param>
    /// <param name="reloads">Whether disposing unloads the plugins and their files stay free meanwhile.</param>
    public PluginCatalogue(IEnumerable<PluginManifest> manifests, bool reloads = false) =>
        plugins = manifests.DistinctBy(m => m.Id, StringComparer.Ordinal).Select(m => new InstalledPlugin(m, reloads)).ToList();

    /// <summary>The plugins, in the order given.</summary>
    public IReadOnlyList<InstalledPlugin> Plugins => plugins;

    /// <summary>
    /// Makes the source that a definition describes, without any I/O of the source. Faults go to
    /// <paramref name="faults"/>, all of them, and null comes back.
    /// </summary>
    /// <param name="definition">An entry of <c>sources:</c>.</param>
    /// <param name="workspaceFolder">Relative paths in options start here.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public OpenedSource? Open(SourceDefinition definition, string workspaceFolder, DiagnosticBag faults)
    {
        if (Find<Offer.OfSource>(definition.Use, faults) is not var (plugin, offer)) return null;
        try
        {
            var use = new PluginUse(definition.Name, definition.Use.At, definition.Options, workspaceFolder, faults) { Plugin = plugin.Title };
            return new OptionBinder(use, offer, plugin.Secrets).Bind() is not { } bound ? null
                : new OpenedSource(definition, offer.Create(bound.Value), plugin.Title) { Redaction = new Redaction(bound.Secrets) };
        }
        catch (Exception e)
        {
            faults.Add(PluginGate.Diagnose(new OpenedSource(definition, null!, plugin.Title), e));
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var plugin in plugins) plugin.Dispose();
    }

    /// <summary><c>csv</c> is the source csv of plugin csv, <c>network/reach</c> the source reach of plugin network.</summary>
    private (InstalledPlugin Plugin, TOffer Offer)? Find<TOffer>(Written use, DiagnosticBag faults)
        where TOffer : Offer
    {
        var slash = use.Text.IndexOf('/', StringComparison.Ordinal);
        var id = slash < 0 ? use.Text : use.Text[..slash];
        var name = slash < 0 ? use.Text : use.Text[(slash + 1)..];
        if (plugins.Find(p => p.Manifest.Id == id) is not { } plugin)
        {
            faults.Add(Catalogue.UnknownPlugin.Hinting(Nearest.Hint(id, plugins.Select(p => p.Manifest.Id).ToList()), use.At, use.Text));
            return null;
        }

        switch (plugin.State)
        {
            case PluginState.Incompatible state:
                faults.Add(Catalogue.PluginIncompatible.At(use.At, plugin.Title, state.Wanted, PluginContract.Version));
                return null;
            case PluginState.Faulty state:
                faults.Add(Catalogue.PluginFaulty.At(use.At, plugin.Title, state.Reason));
                return null;
            case PluginState.Loaded state when state.Offers.OfType<TOffer>().FirstOrDefault(o => o.Name == name) is { } offer:
                return (plugin, offer);
            case PluginState.Loaded state:
                var names = state.Offers.OfType<TOffer>().Select(o => o.Name == id ? id : $"{id}/{o.Name}").ToList();
                faults.Add(Catalogue.UnknownPlugin.Hinting(Nearest.Hint(use.Text, names), use.At, use.Text));
                return null;
            default:
                throw new InvalidOperationException("A plugin has a state that nobody knows.");
        }
    }
}
