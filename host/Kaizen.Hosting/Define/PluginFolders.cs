using Kaizen.Core.Diagnostics;
using Kaizen.Core.Plugins;
using Kaizen.Definitions;

namespace Kaizen.Hosting.Define;

/// <summary>
/// The plugins that are there: one folder each, in <c>plugins/</c> beside the executable and in the folders that
/// <c>KAIZEN_PLUGINS</c> names. Only manifests are read here; nothing is loaded until a source asks for it.
/// </summary>
internal sealed record PluginFolders(IReadOnlyList<PluginManifest> Manifests, DiagnosticBag Faults)
{
    public const string Variable = "KAIZEN_PLUGINS";

    public static PluginFolders Installed()
    {
        var faults = new DiagnosticBag();
        var manifests = Roots()
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
            .Select(folder => Path.Combine(folder, "plugin.yaml"))
            .Where(File.Exists)
            .Select(file => PluginManifestReader.Read(file, faults))
            .OfType<PluginManifest>()
            .ToList();
        return new PluginFolders(manifests, faults);
    }

    /// <summary>The folders that hold plugin folders; some may not exist.</summary>
    public static IEnumerable<string> Roots() =>
        (Environment.GetEnvironmentVariable(Variable)?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [])
        .Prepend(Path.Combine(AppContext.BaseDirectory, "plugins"));
}
