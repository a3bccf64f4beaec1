using System.Reflection;

namespace McMaster.NETCore.Plugins;

/// <summary>
/// Loads a plugin with its own copies of what it needs, except for assemblies shared with the host. Stands in for
/// the type of the same name in the package McMaster.NETCore.Plugins, with the members that are used here.
/// </summary>
public sealed class PluginLoader : IDisposable
{
    private readonly PluginConfig config;
    private readonly PluginContext context;

    /// <summary>Prepares to load; nothing is loaded yet.</summary>
    public PluginLoader(PluginConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        this.config = config;
        context = new PluginContext(config);
    }

    /// <summary>Whether <see cref="Dispose"/> unloads the plugin.</summary>
    public bool IsUnloadable => context.IsCollectible;

    /// <summary>A loader for an assembly file that shares the assemblies of some types with the host.</summary>
    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, Type[] sharedTypes) =>
        CreateFromAssemblyFile(assemblyFile, sharedTypes, _ => { });

    /// <summary>As above, with more configuration.</summary>
    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, Type[] sharedTypes, Action<PluginConfig> configure)
    {
        ArgumentNullException.ThrowIfNull(sharedTypes);
        ArgumentNullException.ThrowIfNull(configure);
        var config = new PluginConfig(assemblyFile);
        foreach (var name in sharedTypes.Select(t => t.Assembly.GetName()).DistinctBy(n => n.Name)) config.SharedAssemblies.Add(name);
        configure(config);
        return new PluginLoader(config);
    }

    /// <summary>The plugin's own assembly.</summary>
    public Assembly LoadDefaultAssembly() => context.LoadFile(config.MainAssemblyPath);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (context.IsCollectible) context.Unload();
    }
}
