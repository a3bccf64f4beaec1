using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;

namespace Kaizen.Hosting.Define;

/// <summary>Makes the sources that cycles need and takes their fingerprints; no row is read.</summary>
internal sealed class SourceOpener(WorkspacePlugins plugins)
{
    /// <summary>The sources of a workspace for one look at it.</summary>
    public OpenSources Of(Workspace workspace) => new(workspace.Folder, plugins.Of(workspace.Folder));

    /// <summary>A source that belongs to no workspace, with its fingerprint, or null where it is not usable.</summary>
    public Task<OpenedSource?> OpenAsync(SourceDefinition definition, string folder, DiagnosticBag faults, CancellationToken cancellation) =>
        OpenAsync(plugins.Of(null), definition, folder, faults, cancellation);

    /// <summary>One source with its fingerprint, or null where it is not usable.</summary>
    public static async Task<OpenedSource?> OpenAsync(PluginsAtHand at, SourceDefinition definition, string folder, DiagnosticBag faults, CancellationToken cancellation)
    {
        // Loading a plugin and making its source are its own code too.
        var call = PluginCall.Of(definition, definition.Use.Text);
        if (await PluginGate.JudgeAsync(call, faults, own => at.Catalogue.Open(definition, folder, own, call.Redaction), cancellation).ConfigureAwait(false) is not { } source) return null;
        var before = faults.All.Count;
        var fingerprint = await PluginGate.RunAsync(
            source.Call, faults, (_, stop) => source.Source.FingerprintAsync(stop), cancellation).ConfigureAwait(false);
        if (faults.All.Count == before) return source with { Fingerprint = fingerprint is null ? null : source.Redaction.Clean(fingerprint) };
        await source.CloseAsync(faults).ConfigureAwait(false);
        return null;
    }

    /// <summary>A metric that a plugin computes, or null where it is not usable.</summary>
    public static Task<OpenedMetric?> OpenAsync(PluginsAtHand at, Metric metric, string folder, DiagnosticBag faults, CancellationToken cancellation) =>
        at.Catalogue.OpenAsync(metric, folder, faults, cancellation);
}
