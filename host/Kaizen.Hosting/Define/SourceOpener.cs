using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
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
        if (at.Catalogue.Open(definition, folder, faults) is not { } source) return null;
        var before = faults.All.Count;
        var fingerprint = await PluginGate.RunAsync(
            definition, source.Plugin, faults, () => source.Source.FingerprintAsync(cancellation), cancellation).ConfigureAwait(false);
        return faults.All.Count > before ? null : source with { Fingerprint = fingerprint };
    }
}
