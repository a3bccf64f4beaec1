using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Plugins;
using Kaizen.PluginHost;

namespace Kaizen.Hosting.Define;

/// <summary>Makes the sources that cycles need and takes their fingerprints; no row is read.</summary>
internal sealed class SourceOpener(PluginFolders folders, PluginCatalogue plugins)
{
    /// <summary>The usable sources by name. A source that is not usable has its faults reported, once.</summary>
    public async Task<IReadOnlyDictionary<string, OpenedSource>> OpenAsync(
        Workspace workspace, IReadOnlyList<Cycle> cycles, DiagnosticBag faults, CancellationToken cancellation)
    {
        faults.AddRange(folders.Faults.All);
        var opened = new Dictionary<string, OpenedSource>();
        foreach (var definition in cycles.SelectMany(c => c.Metrics).Select(m => m.Source).DistinctBy(s => s.Name).OrderBy(s => s.Name, StringComparer.Ordinal))
            if (await OpenAsync(definition, workspace.Folder, faults, cancellation).ConfigureAwait(false) is { } source)
                opened[definition.Name] = source;
        return opened;
    }

    /// <summary>One source with its fingerprint, or null where it is not usable.</summary>
    public async Task<OpenedSource?> OpenAsync(SourceDefinition definition, string folder, DiagnosticBag faults, CancellationToken cancellation)
    {
        if (plugins.Open(definition, folder, faults) is not { } source) return null;
        var before = faults.All.Count;
        var fingerprint = await PluginGate.RunAsync(
            definition, source.Plugin, faults, () => source.Source.FingerprintAsync(cancellation), cancellation).ConfigureAwait(false);
        return faults.All.Count > before ? null : source with { Fingerprint = fingerprint };
    }
}
