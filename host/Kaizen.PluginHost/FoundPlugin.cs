using Kaizen.Abstractions;
using Kaizen.Core.Plugins;

namespace Kaizen.PluginHost;

/// <summary>Where a plugin lies. Of two with one id the one that stands first here counts.</summary>
public enum PluginOrigin
{
    /// <summary>Beside the executable: it came with Kaizen and is trusted as Kaizen is.</summary>
    Install,

    /// <summary>In <c>plugins/</c> of the workspace.</summary>
    Workspace,

    /// <summary>In a folder that <c>KAIZEN_PLUGINS</c> names.</summary>
    Environment,
}

/// <summary>A folder with a <c>plugin.yaml</c>.</summary>
/// <param name="Folder">Its absolute path.</param>
/// <param name="Origin">Where it lies.</param>
/// <param name="Manifest">What its manifest says, or null where that is faulty.</param>
/// <param name="Faults">What is wrong with the manifest.</param>
public sealed record FoundPlugin(string Folder, PluginOrigin Origin, PluginManifest? Manifest, IReadOnlyList<Diagnostic> Faults)
{
    /// <summary>Its id; where no manifest tells that, the name of its folder.</summary>
    public string Id => Manifest?.Id ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Folder));
}
