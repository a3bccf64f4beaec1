using System.Reflection;

namespace McMaster.NETCore.Plugins;

/// <summary>How a plugin is loaded. Stands in for the type of the same name in the package McMaster.NETCore.Plugins.</summary>
public class PluginConfig
{
    /// <summary>For the assembly at an absolute path.</summary>
    public PluginConfig(string mainAssemblyPath)
    {
        ArgumentException.ThrowIfNullOrEmpty(mainAssemblyPath);
        if (!Path.IsPathRooted(mainAssemblyPath)) throw new ArgumentException("The path must be absolute.", nameof(mainAssemblyPath));
        MainAssemblyPath = mainAssemblyPath;
    }

    /// <summary>Absolute path of the plugin's assembly.</summary>
    public string MainAssemblyPath { get; }

    /// <summary>Assemblies that the plugin takes from the host.</summary>
    public ICollection<AssemblyName> SharedAssemblies { get; } = [];

    /// <summary>Whether the plugin takes from the host whatever the host has.</summary>
    public bool PreferSharedTypes { get; set; }

    /// <summary>Whether disposing the loader unloads the plugin.</summary>
    public bool IsUnloadable { get; set; }

    /// <summary>Whether assemblies are read into memory, so that their files can be replaced while they are in use.</summary>
    public bool LoadInMemory { get; set; }
}
