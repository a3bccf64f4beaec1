using System.Diagnostics;
using Kaizen.Hosting.Define;
using Kaizen.Hosting.Plugins;
using Kaizen.PluginHost;

namespace Kaizen.Tests.PluginHost;

public sealed class PluginDiscoveryTests : IDisposable
{
    private readonly PluginWorkspace workspace = new() { Loading = PluginLoading.Once with { Patience = TimeSpan.FromSeconds(1) } };

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Of_two_plugins_with_one_id_the_one_that_came_with_kaizen_counts()
    {
        workspace.With("counting").Lock();
        using var plugins = new WorkspacePlugins(PluginLoading.Once);
        var both = plugins.Of(workspace.Folder).Catalogue.Plugins.Where(p => p.Manifest.Id == "counting").ToList();
        Assert.Equal([PluginOrigin.Install, PluginOrigin.Workspace], both.Select(p => p.Origin));
        Assert.IsType<PluginState.Loaded>(both[0].State);
        var blocked = Assert.IsType<PluginState.Blocked>(both[1].State);
        Assert.Equal("another plugin with the id 'counting' counts, the one that came with Kaizen", blocked.Reason);
        Assert.Equal("counting 1.0.0", workspace.Open("counting").Source!.Plugin);
    }

    [Fact]
    public void A_plugin_of_the_workspace_goes_before_one_of_the_variable()
    {
        workspace.With("tally").With("tally", folder: "far/tally").Lock();
        FoundPlugin[] found = [.. PluginFolders.Of(workspace.Folder), PluginFolders.Read(workspace.At("far/tally"), PluginOrigin.Environment, workspace.Folder)];
        using var catalogue = new PluginCatalogue(found, PluginLock.Read(workspace.Folder), PluginLoading.Once);
        var both = catalogue.Plugins.Where(p => p.Manifest.Id == "tally").ToList();
        Assert.IsType<PluginState.Loaded>(both[0].State);
        Assert.Equal("another plugin with the id 'tally' counts, the one in 'plugins' of the workspace", both[1].State.Why);
    }

    [Fact]
    public void The_same_bytes_are_locked_wherever_they_lie()
    {
        workspace.With("tally").Lock();
        Directory.Move(workspace.At("plugins"), workspace.At("far"));
        using var catalogue = new PluginCatalogue([PluginFolders.Read(workspace.At("far/tally"), PluginOrigin.Environment, null)], PluginLock.Read(workspace.Folder), PluginLoading.Once);
        Assert.IsType<PluginState.Loaded>(catalogue.Plugins[0].State);
        using var nowhere = new PluginCatalogue([PluginFolders.Read(workspace.At("far/tally"), PluginOrigin.Environment, null)], PluginLock.OfNobody, PluginLoading.Once);
        Assert.Equal("it lies outside the install folder, and without a workspace there is no plugins.lock that vouches for it", nowhere.Plugins[0].State.Why);
    }

    [Fact]
    public void A_faulty_manifest_is_listed_with_its_faults_and_stops_no_other()
    {
        workspace.With("tally").Lock().Write("plugins/broken/plugin.yaml", "id: broken\nverson: 1\ncontract: { min: 1, max: 1 }\nassembly: x.dll\n");
        var listing = PluginDesk.List(workspace.Folder, workspace.Loading);
        Assert.Equal("faulty: its plugin.yaml has a fault", Said(listing, "broken"));
        Assert.Equal("KZ1021 plugins/broken/plugin.yaml:2:1: 'verson' is no key of a plugin manifest. | did you mean 'version'?", Plugins.Line(Assert.Single(listing.Diagnostics)));
        Assert.Equal("loaded", Said(listing, "tally"));
        Assert.Equal("KZ3003 kaizen.yaml:4:10: Plugin 'broken' cannot be loaded: its plugin.yaml is wrong: 'verson' is no key of a plugin manifest. | mend its plugin.yaml; 'kaizen plugin doctor' lists its faults", Assert.Single(workspace.Open("broken").Faults));
        Assert.NotNull(workspace.Open("tally/counting").Source);
    }

    [Fact]
    public void A_folder_without_a_manifest_is_no_plugin()
    {
        workspace.Write("plugins/notes/README.md", "x").Write("plugins/loose.dll", "x").Write("plugins/deep/inner/plugin.yaml", "id: inner\n");
        Assert.DoesNotContain(PluginFolders.Of(workspace.Folder), f => f.Origin == PluginOrigin.Workspace);
    }

    [Fact]
    public void Every_state_is_listed_with_its_reason()
    {
        workspace.With("tally").With("future").With("core", "references-core").With("two", "twins").With("gone");
        workspace.Edit("plugins/future/plugin.yaml", "max: 1", "max: 3");
        workspace.Edit("plugins/future/plugin.yaml", "min: 1", "min: 2");
        File.Delete(workspace.At("plugins/gone/Kaizen.Plugin.Counting.dll"));
        workspace.Lock().With("late");
        foreach (var (id, said) in new[]
        {
            ("tally", "loaded"),
            ("future", "incompatible: it works with contract 2 to 3, this Kaizen offers 1"),
            ("core", "faulty: Kaizen.Plugin.ReferencesCore.dll refers to Kaizen.Core, but a plugin may use Kaizen.Abstractions only"),
            ("two", "faulty: Kaizen.Plugin.Twins.dll has 2 public classes that implement IPlugin instead of one"),
            ("gone", "faulty: its folder has no Kaizen.Plugin.Counting.dll"),
            ("late", "blocked: plugins.lock does not name it"),
        }) Assert.Equal(said, workspace.State(id));
    }

    [Fact]
    public void A_plugin_for_a_newer_net_is_not_started()
    {
        workspace.With("tomorrow");
        Patched.CoreOf(workspace.At("plugins/tomorrow/Kaizen.Plugin.Counting.dll"), 99);
        Assert.Equal($"faulty: Kaizen.Plugin.Counting.dll was built for .NET 99, this Kaizen runs on .NET {Environment.Version.Major}", workspace.Lock().State("tomorrow"));
    }

    [Fact]
    public void A_plugin_that_hangs_while_it_is_made_is_given_up_and_holds_nobody()
    {
        workspace.With("stuck", "hangs").With("tally").Lock();
        var since = Stopwatch.GetTimestamp();
        Assert.Equal("faulty: it did not finish loading within 1 seconds", workspace.State("stuck"));
        Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(20));
        Assert.NotNull(workspace.Open("tally/counting").Source);
    }

    private static string Said(PluginListing listing, string id)
    {
        var plugin = Assert.Single(listing.Plugins, p => p.Found.Id == id);
        return plugin.State.Why is { } why ? $"{plugin.Word}: {why}" : plugin.Word;
    }
}
