using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;
using Kaizen.PluginHost.Options;

namespace Kaizen.PluginHost;

/// <summary>The plugins that are there. A plugin is loaded when a source first needs it, and only then.</summary>
public sealed class PluginCatalogue : IDisposable
{
    private readonly List<InstalledPlugin> plugins = [];

    /// <summary>For what was found; of two plugins with one id the first counts.</summary>
    /// <param name="found">What was found, in the order in which it counts.</param>
    /// <param name="trust">What vouches for plugins outside the install folder.</param>
    /// <param name="loading">How they are loaded.</param>
    public PluginCatalogue(IEnumerable<FoundPlugin> found, PluginLock trust, PluginLoading loading)
    {
        var unread = new List<FoundPlugin>();
        foreach (var plugin in found)
        {
            if (plugin.Manifest is not { } manifest) unread.Add(plugin);
            else plugins.Add(new InstalledPlugin(manifest, plugin.Origin, loading, Trust(manifest, plugin.Origin, trust, plugins.Find(p => p.Manifest.Id == manifest.Id))));
        }

        Unread = unread;
    }

    /// <summary>The plugins whose manifest could be read, in the order given.</summary>
    public IReadOnlyList<InstalledPlugin> Plugins => plugins;

    /// <summary>Those whose manifest is faulty; nobody knows their id.</summary>
    public IReadOnlyList<FoundPlugin> Unread { get; }

    /// <summary>
    /// Makes the source that a definition describes, without any I/O of the source. Faults go to
    /// <paramref name="faults"/>, all of them, and null comes back.
    /// </summary>
    /// <param name="definition">An entry of <c>sources:</c>.</param>
    /// <param name="workspaceFolder">Relative paths in options start here.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="redaction">Learns of the secrets that are handed over.</param>
    public OpenedSource? Open(SourceDefinition definition, string workspaceFolder, DiagnosticBag faults, Redaction? redaction = null)
    {
        var hidden = redaction ?? new Redaction();
        if (Find<Offer.OfSource>(definition.Use, faults) is not var (plugin, offer)) return null;
        var binder = new OptionBinder(new PluginUse(definition.Name, definition.Use.At, definition.Options, workspaceFolder, faults) { Plugin = plugin.Title }, offer, plugin.Secrets, hidden);
        try
        {
            return binder.Bind() is { } bound ? new OpenedSource(definition, offer.Create(bound.Value), plugin.Title) { Redaction = hidden } : null;
        }
        catch (Exception e)
        {
            faults.Add(PluginGate.Diagnose(PluginCall.Of(definition, plugin.Title) with { Redaction = hidden }, e));
            return null;
        }
    }

    /// <summary>Makes ready the metric that a plugin computes, without any I/O. Faults go to <paramref name="faults"/>, all of them, and null comes back.</summary>
    /// <param name="metric">A metric with a <see cref="PluginMeasure"/>.</param>
    /// <param name="workspaceFolder">Relative paths in options start here.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public OpenedMetric? Open(Metric metric, string workspaceFolder, DiagnosticBag faults) =>
        Find<Offer.OfMetric>(Plugged(metric).Use, faults) is { } found ? Open(metric, found, workspaceFolder, (faults, new Redaction())) : null;

    /// <summary>The same, however long the plugin's code takes for it.</summary>
    /// <param name="metric">A metric with a <see cref="PluginMeasure"/>.</param>
    /// <param name="workspaceFolder">Relative paths in options start here.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="cancellation">The run's own cancellation.</param>
    public async Task<OpenedMetric?> OpenAsync(Metric metric, string workspaceFolder, DiagnosticBag faults, CancellationToken cancellation)
    {
        if (Find<Offer.OfMetric>(Plugged(metric).Use, faults) is not var (plugin, offer)) return null;
        var call = PluginCall.Of(metric, plugin.Title);
        return await PluginGate.JudgeAsync(call, faults, own => Open(metric, (plugin, offer), workspaceFolder, (own, call.Redaction)), cancellation).ConfigureAwait(false);
    }

    private static PluginMeasure Plugged(Metric metric) => metric.Measure.Plugin ?? throw new ArgumentException("No plugin computes this metric.", nameof(metric));

    private static OpenedMetric? Open(Metric metric, (InstalledPlugin Plugin, Offer.OfMetric Offer) found, string workspaceFolder, (DiagnosticBag Faults, Redaction Hidden) tell)
    {
        var (faults, hidden) = tell;
        var written = metric.Measure.Plugin!;
        var binder = new OptionBinder(new PluginUse(metric.Name, written.Use.At, written.Options, workspaceFolder, faults) { Plugin = found.Plugin.Title }, found.Offer, found.Plugin.Secrets, hidden);
        try
        {
            if (binder.Bind() is not { } bound) return null;
            IMetric Create() => found.Offer.Create(bound.Value);
            return new MetricOpener(metric, bound, faults).Inputs(Create().Inputs, found.Offer.Name) is not { } inputs ? null
                : new OpenedMetric(metric, Create, found.Plugin.Title, inputs) { Redaction = hidden };
        }
        catch (Exception e)
        {
            faults.Add(PluginGate.Diagnose(PluginCall.Of(metric, found.Plugin.Title) with { Redaction = hidden }, e));
            return null;
        }
    }

    private static Func<Vouching> Trust(PluginManifest manifest, PluginOrigin origin, PluginLock trust, InstalledPlugin? first) =>
        first is not null ? () => new Vouching(new PluginState.Blocked($"another plugin with the id '{manifest.Id}' counts, {Place(first.Origin)}", "take one of the two folders away, or give this plugin another id"))
        : origin == PluginOrigin.Install ? () => Vouching.InPlace
        : () => trust.Check(manifest);

    private static string Place(PluginOrigin origin) => origin switch
    {
        PluginOrigin.Install => "the one that came with Kaizen",
        PluginOrigin.Workspace => "the one in 'plugins' of the workspace",
        _ => "one in a folder that KAIZEN_PLUGINS names before it",
    };

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
            faults.Add(Unread.FirstOrDefault(u => u.Id == id) is { Faults.Count: > 0 } unread
                ? Catalogue.PluginFaulty.Hinting("mend its plugin.yaml; 'kaizen plugin doctor' lists its faults", use.At, id, $"its plugin.yaml is wrong: {unread.Faults[0].Message.TrimEnd('.')}")
                : Catalogue.UnknownPlugin.Hinting(Nearest.Hint(id, plugins.Select(p => p.Manifest.Id).Distinct().ToList()), use.At, What<TOffer>(), use.Text));
            return null;
        }

        switch (plugin.State)
        {
            case PluginState.Incompatible state:
                faults.Add(Catalogue.PluginIncompatible.At(use.At, plugin.Title, state.Wanted, PluginContract.Version));
                return null;
            case PluginState.Blocked state:
                faults.Add(Catalogue.PluginBlocked.Hinting(state.WayOut, use.At, plugin.Title, state.Reason));
                return null;
            case PluginState.Faulty state:
                faults.Add(Catalogue.PluginFaulty.Hinting(state.WayOut, use.At, plugin.Title, state.Reason));
                return null;
            case PluginState.Loaded state when state.Offers.OfType<TOffer>().FirstOrDefault(o => o.Name == name) is { } offer:
                return (plugin, offer);
            case PluginState.Loaded state:
                var names = state.Offers.OfType<TOffer>().Select(o => o.Name == id ? id : $"{id}/{o.Name}").ToList();
                faults.Add(Catalogue.UnknownPlugin.Hinting(Nearest.Hint(use.Text, names), use.At, What<TOffer>(), use.Text));
                return null;
            default:
                throw new InvalidOperationException("A plugin has a state that nobody knows.");
        }
    }

    private static string What<TOffer>() => typeof(TOffer) == typeof(Offer.OfMetric) ? "metric" : "source";
}
