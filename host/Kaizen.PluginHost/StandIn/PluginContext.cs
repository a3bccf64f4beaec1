using System.Reflection;
using System.Runtime.Loader;

namespace McMaster.NETCore.Plugins;

/// <summary>Finds a plugin's assemblies: shared ones in the host, others by the plugin's <c>deps.json</c> or in its folder.</summary>
internal sealed class PluginContext(PluginConfig config)
    : AssemblyLoadContext(Path.GetFileNameWithoutExtension(config.MainAssemblyPath), config.IsUnloadable)
{
    private readonly AssemblyDependencyResolver resolver = new(config.MainAssemblyPath);
    private readonly HashSet<string> shared = [.. config.SharedAssemblies.Select(a => a.Name!)];
    private readonly string folder = Path.GetDirectoryName(config.MainAssemblyPath)!;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // Null sends the question to the default context, which is the host.
        if (shared.Contains(assemblyName.Name!)) return null;
        if (config.PreferSharedTypes && InHost(assemblyName) is { } host) return host;
        if (resolver.ResolveAssemblyToPath(assemblyName) is { } path) return LoadFile(path);
        var beside = Path.Combine(folder, Path.GetFileName($"{assemblyName.Name}.dll"));
        return File.Exists(beside) ? LoadFile(beside) : null;
    }

    /// <summary>Loads a file in place, or a copy of it in memory.</summary>
    public Assembly LoadFile(string path)
    {
        if (!config.LoadInMemory) return LoadFromAssemblyPath(path);
        using var copy = new MemoryStream(File.ReadAllBytes(path));
        return LoadFromStream(copy);
    }

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
        resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;

    private static Assembly? InHost(AssemblyName name)
    {
        try
        {
            return Default.LoadFromAssemblyName(name);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
