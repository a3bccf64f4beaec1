using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting.Define;
using Kaizen.Hosting.Runs;
using Kaizen.PluginHost;

namespace Kaizen.Hosting.Plugins;

/// <summary>What people ask of the plugins themselves, apart from any cycle.</summary>
public static class PluginDesk
{
    /// <summary>All of them, with what became of each; asking loads those that may be loaded.</summary>
    /// <param name="workspace">The workspace, or null for none.</param>
    /// <param name="loading">How they are loaded; as a one-shot command does, where it is left out.</param>
    public static PluginListing List(string? workspace, PluginLoading? loading = null) => List(workspace, loading ?? PluginLoading.Once, null);

    private static PluginListing List(string? workspace, PluginLoading loading, string? closely)
    {
        using var plugins = new WorkspacePlugins(loading);
        var here = plugins.Of(workspace);
        return new PluginListing([.. here.Found.Select(f => PluginReport.Of(f, InstalledIn(here, f.Folder), f.Id == closely ? loading.Patience : null))], Quoted(here.Faults, workspace));
    }

    /// <summary>What one plugin offers, as a listing of one, with what its metrics read; null with a diagnostic where there is none of that id.</summary>
    public static PluginListing? Show(string? workspace, string id, DiagnosticBag faults)
    {
        var all = List(workspace, PluginLoading.Once, id);
        if (all.Plugins.FirstOrDefault(p => p.Found.Id == id) is { } plugin) return all with { Plugins = [plugin] };
        faults.Add(Unknown(id, [.. all.Plugins.Select(p => p.Found)]));
        return null;
    }

    /// <summary>The way of each plugin until it is loaded; null with a diagnostic where none is meant.</summary>
    /// <param name="workspace">The workspace, or null for none.</param>
    /// <param name="plugin">An id or a folder, or null for all.</param>
    /// <param name="faults">Receives what is wrong with the manifests that were looked at and with the lock.</param>
    public static IReadOnlyList<PluginExamination>? Examine(string? workspace, string? plugin, DiagnosticBag faults)
    {
        using var plugins = new WorkspacePlugins(PluginLoading.Once);
        var here = plugins.Of(workspace);
        var meant = Meant(here, plugin, workspace, faults);
        if (meant is null) return null;
        faults.AddRange(Quoted([.. meant.SelectMany(f => f.Faults), .. new[] { here.Trust.Fault }.OfType<Diagnostic>()], workspace));
        return [.. meant.Select(f => Examine(f, InstalledIn(here, f.Folder)))];
    }

    /// <summary>The path of a plugin's <c>sample.yaml</c>; null with a diagnostic where there is none.</summary>
    public static string? Sample(string? workspace, string id, DiagnosticBag faults)
    {
        var found = PluginFolders.Of(workspace);
        if (found.FirstOrDefault(f => f.Id == id) is not { } plugin)
        {
            faults.Add(Unknown(id, found));
            return null;
        }

        // A link could show a file of this machine that is none of the plugin's.
        var file = new FileInfo(Path.Combine(plugin.Folder, "sample.yaml"));
        if (file is { Exists: true, LinkTarget: null }) return file.FullName;
        faults.Add(Catalogue.PluginWithoutSample.At(null, id));
        return null;
    }

    private static PluginExamination Examine(FoundPlugin found, InstalledPlugin? installed) => new(found, PluginFolders.IsPlugin(found.Folder)
        ? PluginDoctor.Examine(found, installed)
        : [new PluginCheck("the folder has a plugin.yaml", CheckOutcome.Failed, "it has none, so Kaizen takes it for no plugin", "copy plugin.yaml beside the assembly, and the folder itself right below 'plugins'")]);

    private static IReadOnlyList<FoundPlugin>? Meant(PluginsAtHand here, string? plugin, string? workspace, DiagnosticBag faults)
    {
        if (plugin is null) return here.Found;
        if (here.Found.Where(f => f.Id == plugin).ToList() is { Count: > 0 } byId) return byId;
        var folder = FolderOf(plugin, workspace);
        if (folder is null)
        {
            faults.Add(Unknown(plugin, here.Found));
            return null;
        }

        return [here.Found.FirstOrDefault(f => f.Folder == folder)
            ?? (PluginFolders.IsPlugin(folder) ? PluginFolders.Read(folder, PluginOrigin.Environment, workspace) : new FoundPlugin(folder, PluginOrigin.Environment, null, []))];
    }

    /// <summary>A folder as it was typed, or of that name below one where plugins are looked for: one without a manifest has no id.</summary>
    private static string? FolderOf(string plugin, string? workspace)
    {
        var typed = Path.TrimEndingDirectorySeparator(Path.GetFullPath(plugin));
        if (Directory.Exists(typed)) return typed;
        return plugin.IndexOfAny(['/', '\\']) >= 0 ? null
            : PluginFolders.Roots(workspace).Select(r => Path.Combine(r.Folder, plugin)).FirstOrDefault(Directory.Exists);
    }

    private static InstalledPlugin? InstalledIn(PluginsAtHand here, string folder) => here.Catalogue.Plugins.FirstOrDefault(p => p.Manifest.Folder == folder);

    private static Diagnostic Unknown(string id, IReadOnlyList<FoundPlugin> found) =>
        Catalogue.UnknownName.Hinting(Nearest.Hint(id, [.. found.Select(f => f.Id).Distinct()]), null, "plugin", id);

    private static IReadOnlyList<Diagnostic> Quoted(IReadOnlyList<Diagnostic> faults, string? workspace) => workspace is null ? faults : Excerpts.Add(faults, workspace);
}
