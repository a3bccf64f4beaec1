using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
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
            foreach (var name in OfAny(file))
                if (IsForbidden(name)) return $"{Path.GetFileName(file)} refers to {name}, but a plugin may use Kaizen.Abstractions only";
        return null;
    }

    /// <summary>That an assembly was built for a newer .NET than this one, in words, or null.</summary>
    public static string? Newer(string file) =>
        // The first thing that such an assembly asks for is a newer core library, and the runtime's own message would blame a missing file.
        Of(file, "System.Runtime") is { } core && core.Major > Environment.Version.Major
            ? $"{Path.GetFileName(file)} was built for .NET {core.Major}, this Kaizen runs on .NET {Environment.Version.Major}"
            : null;

    private static bool IsForbidden(string name) =>
        name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith("Kaizen.Plugin.", StringComparison.OrdinalIgnoreCase)
        && !Allowed.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static Version? Of(string file, string reference) =>
        References(file).Where(r => r.Name == reference).Select(r => r.Version).FirstOrDefault();

    private static IEnumerable<string> Of(string file) => References(file).Select(r => r.Name);

    /// <summary>The same of a file that may be no library at all; whether it is missed shows when it is needed.</summary>
    private static IEnumerable<string> OfAny(string file)
    {
        try
        {
            return [.. Of(file)];
        }
        catch (BadImageFormatException)
        {
            return [];
        }
    }

    /// <summary>What an assembly refers to; nothing for a library of machine code.</summary>
    public static IReadOnlyList<(string Name, Version Version)> References(string file)
    {
        using var stream = File.OpenRead(file);
        using var image = new PEReader(stream);
        // A library of machine code has no references that matter here.
        if (!image.HasMetadata) return [];
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(r => metadata.GetAssemblyReference(r)).Select(r => (metadata.GetString(r.Name), r.Version))];
    }

    /// <summary>The libraries of machine code that an assembly calls by name.</summary>
    public static IReadOnlyList<string> Imports(string file)
    {
        using var stream = File.OpenRead(file);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        return [.. Enumerable.Range(1, metadata.GetTableRowCount(TableIndex.ModuleRef))
            .Select(row => metadata.GetString(metadata.GetModuleReference(MetadataTokens.ModuleReferenceHandle(row)).Name)).Where(n => n.Length > 0)];
    }
}
