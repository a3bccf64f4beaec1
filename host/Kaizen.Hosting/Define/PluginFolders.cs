using Kaizen.Core.Diagnostics;
using Kaizen.Core.Plugins;
using Kaizen.Definitions;
using Kaizen.PluginHost;

namespace Kaizen.Hosting.Define;

/// <summary>
/// Where plugins lie, in the order in which they count: beside the executable, in <c>plugins/</c> of the workspace, and in
/// the folders that <c>KAIZEN_PLUGINS</c> names. Only manifests are read here; nothing is loaded until a source asks for it.
/// </summary>
internal static class PluginFolders
{
    public const string Variable = "KAIZEN_PLUGINS";

    /// <summary>The plugins for a workspace, or for none.</summary>
    public static IReadOnlyList<FoundPlugin> Of(string? workspaceFolder) =>
        [.. Roots(workspaceFolder).SelectMany(root => In(root.Folder).Select(folder => Read(folder, root.Origin, workspaceFolder)))];

    /// <summary>The folders of plugins, also of those whose manifest is faulty.</summary>
    public static IEnumerable<string> FoldersOf(string? workspaceFolder) => Roots(workspaceFolder).SelectMany(root => In(root.Folder));

    /// <summary>What one folder with a manifest is.</summary>
    public static FoundPlugin Read(string folder, PluginOrigin origin, string? workspaceFolder)
    {
        var faults = new DiagnosticBag();
        var manifest = PluginManifestReader.Read(Path.Combine(folder, PluginManifest.FileName), faults);
        // Named as the workspace's other files are, where it is one of them.
        return new FoundPlugin(folder, origin, manifest, origin != PluginOrigin.Workspace ? faults.All
            : [.. faults.All.Select(f => f.Span is not { } at ? f : f with { Span = at with { File = Path.GetRelativePath(workspaceFolder!, Path.Combine(folder, PluginManifest.FileName)).Replace('\\', '/') } })]);
    }

    /// <summary>Whether a folder says of itself that it is a plugin.</summary>
    public static bool IsPlugin(string folder) => File.Exists(Path.Combine(folder, PluginManifest.FileName));

    /// <summary>The folders that hold plugin folders, each once; some may not exist.</summary>
    public static IEnumerable<(string Folder, PluginOrigin Origin)> Roots(string? workspaceFolder)
    {
        var roots = new List<(string, PluginOrigin)> { (Path.Combine(AppContext.BaseDirectory, "plugins"), PluginOrigin.Install) };
        if (workspaceFolder is not null) roots.Add((Path.Combine(workspaceFolder, "plugins"), PluginOrigin.Workspace));
        roots.AddRange((Environment.GetEnvironmentVariable(Variable)?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []).Select(f => (f, PluginOrigin.Environment)));
        return roots.Select(r => (Folder: Path.TrimEndingDirectorySeparator(Path.GetFullPath(r.Item1)), Origin: r.Item2)).DistinctBy(r => r.Folder, StringComparer.Ordinal);
    }

    private static IEnumerable<string> In(string root)
    {
        try
        {
            return Directory.Exists(root) ? [.. Directory.EnumerateDirectories(root).Where(IsPlugin).Order(StringComparer.Ordinal)] : [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A folder that may not be looked at holds no plugin for this person.
            return [];
        }
    }
}
