using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Kaizen.PluginHost;

/// <summary>
/// Looks, without running anything, at what the assemblies of a plugin folder refer to. A plugin sees the contract and
/// nothing else of the host; it may carry its own copy of the statistics.
/// </summary>
internal static class PluginReferences
{
    private const string Prefix = "Kaizen.";
    private static readonly string[] Allowed = ["Kaizen.Abstractions", "Kaizen.Statistics"];

    /// <summary>The first forbidden reference in words, or null where there is none.</summary>
    public static string? Forbidden(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal))
            foreach (var name in Of(file))
                if (IsForbidden(name)) return $"{Path.GetFileName(file)} refers to {name}, but a plugin may use Kaizen.Abstractions only";
        return null;
    }

    private static bool IsForbidden(string name) =>
        name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith("Kaizen.Plugin.", StringComparison.OrdinalIgnoreCase)
        && !Allowed.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static List<string> Of(string file)
    {
        using var stream = File.OpenRead(file);
        using var image = new PEReader(stream);
        // A library of machine code has no references that matter here.
        if (!image.HasMetadata) return [];
        var metadata = image.GetMetadataReader();
        return metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name)).ToList();
    }
}
