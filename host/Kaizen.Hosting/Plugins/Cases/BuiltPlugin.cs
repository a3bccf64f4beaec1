using Kaizen.Core.Diagnostics;
using Kaizen.Hosting.Define;
using Kaizen.PluginHost;

namespace Kaizen.Hosting.Plugins.Cases;

/// <summary>Finds what can be loaded in a folder that is a plugin or its source.</summary>
internal static class BuiltPlugin
{
    /// <summary>The folder itself where the assembly lies in it, else the one below <c>dist</c> or <c>bin</c> that was built last.</summary>
    public static FoundPlugin? Find(string folder, DiagnosticBag faults)
    {
        if (!PluginFolders.IsPlugin(folder))
        {
            faults.Add(Catalogue.NoPluginThere.At(null, folder));
            return null;
        }

        var here = PluginFolders.Read(folder, PluginOrigin.Environment, null);
        faults.AddRange(here.Faults);
        if (here.Manifest is not { } manifest) return null;
        if (File.Exists(Path.Combine(folder, manifest.Assembly))) return here;
        var built = Below(folder).Where(PluginFolders.IsPlugin).Select(f => Path.Combine(f, manifest.Assembly)).Where(File.Exists)
            .OrderByDescending(File.GetLastWriteTimeUtc).ThenBy(f => f, StringComparer.Ordinal)
            .Select(f => PluginFolders.Read(Path.GetDirectoryName(f)!, PluginOrigin.Environment, null)).FirstOrDefault(f => f.Manifest?.Id == manifest.Id);
        if (built is null) faults.Add(Catalogue.PluginNotBuilt.At(null, folder, manifest.Assembly));
        return built;
    }

    /// <summary><c>dist/ID</c> of a scaffold, <c>bin/Release/net10.0</c> of a bare project.</summary>
    private static IEnumerable<string> Below(string folder) =>
        Folders(Path.Combine(folder, "dist")).Concat(Folders(Path.Combine(folder, "bin")).SelectMany(f => Folders(f).Prepend(f)));

    private static string[] Folders(string folder) => Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];
}
