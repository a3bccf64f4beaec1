using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Kaizen.PluginHost;
using Kaizen.Tests.PluginHost;
using McMaster.NETCore.Plugins;

namespace Kaizen.Tests.Loading;

/// <summary>What Kaizen relies on, whichever loader it is built with: ours or the package's.</summary>
public sealed class LoaderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("kaizen-loader").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Two_plugins_use_two_versions_of_a_library_at_once(bool inMemory)
    {
        using var one = Loader(TwoAssemblies.Write(Path.Combine(root, "one"), 1), inMemory);
        using var two = Loader(TwoAssemblies.Write(Path.Combine(root, "two"), 2), inMemory);
        Assert.Equal(["library 1", "library 2"], [Say(one)(), Say(two)()]);
    }

    [Fact]
    public void Files_can_be_replaced_under_a_plugin_in_memory()
    {
        using var before = Loader(TwoAssemblies.Write(root, 1), inMemory: true);
        var say = Say(before);
        Assert.Equal("library 1", say());

        using var after = Loader(TwoAssemblies.Write(root, 2), inMemory: true);
        Assert.Equal(["library 2", "library 1"], [Say(after)(), say()]);
    }

    [Fact]
    public void What_was_disposed_leaves_the_memory()
    {
        var context = Used(TwoAssemblies.Write(root, 1));
        Assert.True(IsGone(context));
    }

    [Fact]
    public void A_plugin_held_to_be_replaced_is_released_with_its_catalogue()
    {
        var folder = Path.Combine(root, "csv");
        CopyTo(folder);
        var first = Catalogued(folder, deleting: true);
        CopyTo(folder);
        var second = Catalogued(folder, deleting: false);
        Assert.True(IsGone(first));
        Assert.True(IsGone(second));
    }

    private static PluginLoader Loader(string file, bool inMemory) => PluginLoader.CreateFromAssemblyFile(file, [], config =>
    {
        config.IsUnloadable = inMemory;
        config.LoadInMemory = inMemory;
    });

    private static Func<string> Say(PluginLoader loader) => loader.LoadDefaultAssembly().GetType("Plugin")!.GetMethod("Say")!.CreateDelegate<Func<string>>();

    /// <summary>In a method of its own, so that nothing on the stack holds the plugin afterwards.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Used(string file)
    {
        using var loader = Loader(file, inMemory: true);
        var say = Say(loader);
        Assert.Equal("library 1", say());
        return Context(say.Method.Module.Assembly);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Catalogued(string folder, bool deleting)
    {
        using var catalogue = new PluginCatalogue(
            [new FoundPlugin(folder, PluginOrigin.Install, Plugins.Manifest("csv") with { Folder = folder }, [])], PluginLock.OfNobody, PluginLoading.Once with { Reloads = true });
        var loaded = Assert.IsType<PluginState.Loaded>(catalogue.Plugins[0].State);
        if (deleting) Directory.Delete(folder, recursive: true);
        return Context(loaded.Offers[0].OptionsType.Assembly);
    }

    private static WeakReference Context(Assembly assembly)
    {
        var context = AssemblyLoadContext.GetLoadContext(assembly)!;
        Assert.True(context.IsCollectible);
        return new WeakReference(context);
    }

    private static bool IsGone(WeakReference context)
    {
        for (var round = 0; context.IsAlive && round < 20; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return !context.IsAlive;
    }

    private static void CopyTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(Plugins.Manifest("csv").Folder)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }
}
