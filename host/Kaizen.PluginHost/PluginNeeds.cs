using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Kaizen.Core.Plugins;

namespace Kaizen.PluginHost;

/// <summary>What the code of a plugin asks for and does not find, told from its files without running any of it.</summary>
/// <param name="HasContract">Whether its assembly refers to the contract.</param>
/// <param name="Forbidden">A reference that no plugin may have, in words, or null.</param>
/// <param name="Libraries">Assemblies that are missing, each in words.</param>
/// <param name="Natives">Libraries of machine code that are missing, each in words.</param>
internal sealed record PluginNeeds(bool HasContract, string? Forbidden, IReadOnlyList<string> Libraries, IReadOnlyList<string> Natives)
{
    public static PluginNeeds Of(PluginManifest manifest)
    {
        var files = Directory.EnumerateFiles(manifest.Folder, "*", SearchOption.AllDirectories).ToLookup(f => Path.GetFileName(f), StringComparer.OrdinalIgnoreCase);
        var main = Path.Combine(manifest.Folder, manifest.Assembly);
        var named = DependencyFile.Missing(manifest.Folder, Path.ChangeExtension(main, ".deps.json"));
        var libraries = MissingLibraries(main, files).Concat(named.Libraries).ToList();
        var natives = PluginReferences.Imports(main).Where(n => !Names(n).Any(files.Contains) && !IsOfTheSystem(n)).Select(n => $"{manifest.Assembly} calls {n}, which is neither here nor on this machine").Concat(named.Natives).ToList();
        return new PluginNeeds(PluginReferences.References(main).Any(r => r.Name == "Kaizen.Abstractions"), PluginReferences.Forbidden(manifest.Folder), libraries, natives);
    }

    /// <summary>Follows the references from the plugin's assembly through the folder.</summary>
    private static List<string> MissingLibraries(string main, ILookup<string, string> files)
    {
        var missing = new List<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "Kaizen.Abstractions" };
        var open = new Queue<string>([main]);
        while (open.TryDequeue(out var file))
        {
            if (Read(file) is not { } references)
            {
                missing.Add($"{Path.GetFileName(file)} is damaged or no .NET assembly");
                continue;
            }

            foreach (var (name, version) in references.Where(r => seen.Add(r.Name)))
            {
                if (files[$"{name}.dll"].FirstOrDefault() is { } here) open.Enqueue(here);
                else if (!IsInHost(name, version)) missing.Add($"{Path.GetFileName(file)} needs {name} {version}, and there is no {name}.dll");
            }
        }

        return missing;
    }

    private static IReadOnlyList<(string Name, Version Version)>? Read(string file)
    {
        try
        {
            return PluginReferences.References(file);
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    /// <summary>Whether what a load context does not find itself is found behind it, as when the plugin is loaded.</summary>
    private static bool IsInHost(string name, Version version)
    {
        try
        {
            return AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName { Name = name, Version = version }) is not null;
        }
        catch (Exception fault) when (fault is IOException or BadImageFormatException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Names(string library) =>
        [library, $"{library}.dll", $"{library}.so", $"lib{library}.so", $"{library}.dylib", $"lib{library}.dylib"];

    /// <summary>Whether the machine seems to have it. Nothing is loaded for that: a library runs code as soon as it is.</summary>
    private static bool IsOfTheSystem(string library) =>
        library is "libc" || OperatingSystem.IsMacOS()
        || SystemFolders().Where(Directory.Exists).Any(folder => Names(library).Any(name => Path.GetFileName(name) == name && File.Exists(Path.Combine(folder, name))));

    private static IEnumerable<string> SystemFolders()
    {
        if (OperatingSystem.IsWindows()) return [Environment.SystemDirectory];
        string[] roots = ["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib"];
        // Debian keeps the libraries of each kind of machine in a folder of its own.
        return roots.Concat(roots.Where(Directory.Exists).SelectMany(r => Directory.EnumerateDirectories(r, "*-linux-*"))).Append(RuntimeEnvironment.GetRuntimeDirectory());
    }
}
