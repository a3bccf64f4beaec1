using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;
using Kaizen.PluginHost;

namespace Kaizen.Hosting.Define;

/// <summary>Makes the sources that cycles need and takes their fingerprints; no row is read.</summary>
internal sealed class SourceOpener(PluginFolders folders, PluginCatalogue plugins)
{
    /// <summary>The sources of a workspace for one look at it.</summary>
    public OpenSources Of(Workspace workspace) => new(this, workspace.Folder, folders.Faults);

    /// <summary>One source with its fingerprint, or null where it is not usable.</summary>
    public async Task<OpenedSource?> OpenAsync(SourceDefinition definition, string folder, DiagnosticBag faults, CancellationToken cancellation)
    {
        // Loading a plugin and making its source are its own code too.
        var call = PluginCall.Of(definition, definition.Use.Text);
        if (await PluginGate.RunAsync(call, faults, (_, _) => new ValueTask<OpenedSource?>(plugins.Open(definition, folder, faults)), cancellation).ConfigureAwait(false) is not { } source) return null;
        var before = faults.All.Count;
        var fingerprint = await PluginGate.RunAsync(
            source.Call, faults, (_, stop) => source.Source.FingerprintAsync(stop), cancellation).ConfigureAwait(false);
        return faults.All.Count > before ? null : source with { Fingerprint = fingerprint is null ? null : source.Redaction.Clean(fingerprint) };
    }

    /// <summary>A metric that a plugin computes, or null where it is not usable.</summary>
    public Task<OpenedMetric?> OpenAsync(Metric metric, string folder, DiagnosticBag faults, CancellationToken cancellation) =>
        plugins.OpenAsync(metric, folder, faults, cancellation);
}
