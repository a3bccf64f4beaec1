using Kaizen.Abstractions;
using Kaizen.PluginHost;

namespace Kaizen.Hosting.Define;

/// <summary>
/// The plugins of each workspace, found when it is first asked for: what one workspace vouches for, another does not.
/// </summary>
internal sealed class WorkspacePlugins(PluginLoading loading) : IDisposable
{
    private readonly Dictionary<string, PluginsAtHand> known = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>A plugin that counts before all others, wherever it lies, or null; the lock has to name it.</summary>
    public FoundPlugin? Foremost { get; init; }

    /// <summary>The plugins for a workspace, or for a command that has none.</summary>
    public PluginsAtHand Of(string? workspaceFolder)
    {
        lock (gate)
        {
            var key = workspaceFolder is null ? "" : Path.GetFullPath(workspaceFolder);
            return known.TryGetValue(key, out var here) ? here : known[key] = Find(workspaceFolder);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            foreach (var here in known.Values) here.Catalogue.Dispose();
            known.Clear();
        }
    }

    private PluginsAtHand Find(string? workspaceFolder)
    {
        IReadOnlyList<FoundPlugin> found = Foremost is null ? PluginFolders.Of(workspaceFolder) : [Foremost, .. PluginFolders.Of(workspaceFolder).Where(f => f.Folder != Foremost.Folder)];
        var trust = workspaceFolder is null ? PluginLock.OfNobody : PluginLock.Read(workspaceFolder);
        return new PluginsAtHand(found, new PluginCatalogue(found, trust, loading), trust, [.. found.SelectMany(f => f.Faults), .. new[] { trust.Fault }.OfType<Diagnostic>()]);
    }
}

/// <summary>The plugins that a workspace can use.</summary>
/// <param name="Found">All that were found, in the order in which they count.</param>
/// <param name="Catalogue">The same, ready to be loaded.</param>
/// <param name="Trust">What the workspace vouches for.</param>
/// <param name="Faults">What is wrong with manifests and with the lock; told with every look, since a plugin that nobody reads is not missed.</param>
internal sealed record PluginsAtHand(IReadOnlyList<FoundPlugin> Found, PluginCatalogue Catalogue, PluginLock Trust, IReadOnlyList<Diagnostic> Faults);
