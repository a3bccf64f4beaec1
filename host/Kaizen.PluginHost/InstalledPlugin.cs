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
        if (!File.Exists(file)) return new PluginState.Faulty($"its folder has no {Manifest.Assembly}");
        try
        {
            return (DependencyFile.Outside(Path.GetDirectoryName(file)!) ?? PluginReferences.Forbidden(Path.GetDirectoryName(file)!) ?? PluginReferences.Newer(file)) is { } reason ? new PluginState.Faulty(reason) : Start(file);
        }
        catch (Exception e)
        {
            // Whatever a plugin throws while it is loaded is its own fault and stays its own.
            var cause = PluginGate.CauseOf(e);
            return new PluginState.Faulty($"{cause.GetType().Name}: {cause.Message.TrimEnd('.')}");
        }
    }

    private PluginState Start(string file)
    {
        loader = PluginLoader.CreateFromAssemblyFile(file, [typeof(IPlugin)], config =>
        {
            config.IsUnloadable = reloads;
            // A copy is nobody else's to replace.
            config.LoadInMemory = reloads && copy is null;
        });
        var types = loader.LoadDefaultAssembly().GetExportedTypes().Where(t => t.IsClass && !t.IsAbstract && typeof(IPlugin).IsAssignableFrom(t)).ToList();
        if (types.Count != 1) return new PluginState.Faulty($"{Manifest.Assembly} has {types.Count} public classes that implement IPlugin instead of one");
        if (types[0].GetConstructor(Type.EmptyTypes) is null) return new PluginState.Faulty($"{types[0].Name} has no public constructor without parameters");
        var builder = new PluginBuilder();
        ((IPlugin)Activator.CreateInstance(types[0])!).Register(builder);
        return builder.Fault is { } fault ? new PluginState.Faulty(fault) : new PluginState.Loaded(builder.Offers);
    }
}
