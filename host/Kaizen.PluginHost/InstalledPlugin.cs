using Kaizen.Abstractions;
using Kaizen.Core.Plugins;
using Kaizen.PluginHost.Options;
using McMaster.NETCore.Plugins;

namespace Kaizen.PluginHost;

/// <summary>A plugin in its folder, loaded when it is first asked for.</summary>
public sealed class InstalledPlugin : IDisposable
{
    private readonly Lazy<PluginState> state;
    private readonly bool reloads;
    private PluginCopy? copy;
    private PluginLoader? loader;

    internal InstalledPlugin(PluginManifest manifest, PluginOrigin origin, PluginLoading loading, Func<Vouching> trust)
    {
        Manifest = manifest;
        Origin = origin;
        reloads = loading.Reloads;
        state = new Lazy<PluginState>(() =>
        {
            (var blocked, copy) = trust();
            return blocked as PluginState ?? loading.Within(Load);
        });
    }

    /// <summary>Where it lies.</summary>
    public PluginOrigin Origin { get; }

    /// <summary>What its <c>plugin.yaml</c> says.</summary>
    public PluginManifest Manifest { get; }

    /// <summary>Name and version, such as <c>csv 0.1.0</c>.</summary>
    public string Title => $"{Manifest.Id} {Manifest.Version}";

    /// <summary>The secrets that it may see.</summary>
    internal SecretStore Secrets => new(Manifest.Capabilities.Secrets);

    /// <summary>What became of it; asking loads it.</summary>
    public PluginState State => state.Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        loader?.Dispose();
        copy?.Dispose();
    }

    private PluginState Load()
    {
        using var working = PluginsAtWork.Enter(Title);
        if (PluginContract.Version < Manifest.ContractMin || PluginContract.Version > Manifest.ContractMax)
            return new PluginState.Incompatible(Manifest.ContractMin == Manifest.ContractMax ? $"{Manifest.ContractMin}" : $"{Manifest.ContractMin} to {Manifest.ContractMax}");
        var file = Path.Combine(copy?.Folder ?? Path.GetFullPath(Manifest.Folder), Manifest.Assembly);
        if (!File.Exists(file)) return LoadFault.NoAssembly(Manifest);
        var step = LoadStep.Files;
        try
        {
            var folder = Path.GetDirectoryName(file)!;
            return DependencyFile.Outside(folder) is { } outside ? new PluginState.Faulty(outside, LoadFault.CopyAgain)
                : PluginReferences.Forbidden(folder) is { } forbidden ? new PluginState.Faulty(forbidden, LoadFault.OnlyTheContract)
                : PluginReferences.Newer(file) is { } newer ? new PluginState.Faulty(newer, LoadFault.ForThisNet)
                : Start(file, ref step);
        }
        catch (Exception e)
        {
            return LoadFault.Thrown(e, step, Manifest);
        }
    }

    private PluginState Start(string file, ref LoadStep step)
    {
        loader = PluginLoader.CreateFromAssemblyFile(file, [typeof(IPlugin)], config =>
        {
            config.IsUnloadable = reloads;
            // A copy is nobody else's to replace.
            config.LoadInMemory = reloads && copy is null;
        });
        var types = loader.LoadDefaultAssembly().GetExportedTypes().Where(t => t.IsClass && !t.IsAbstract && typeof(IPlugin).IsAssignableFrom(t)).ToList();
        if (types.Count != 1) return LoadFault.NotOne(Manifest.Assembly, types.Count);
        if (types[0].GetConstructor(Type.EmptyTypes) is null) return LoadFault.NoConstructor(types[0].Name);
        var builder = new PluginBuilder();
        step = LoadStep.Constructor;
        var plugin = (IPlugin)Activator.CreateInstance(types[0])!;
        step = LoadStep.Register;
        plugin.Register(builder);
        return builder.Fault as PluginState ?? new PluginState.Loaded(builder.Offers);
    }
}
