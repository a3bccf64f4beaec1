using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting.Define;
using Kaizen.Hosting.Plugins;
using Kaizen.PluginHost;

namespace Kaizen.Tests.PluginHost;

public sealed class PluginTrustTests : IDisposable
{
    private readonly PluginWorkspace workspace = new PluginWorkspace().With("tally");

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void A_plugin_of_a_workspace_without_a_lock_is_blocked_with_place_reason_and_way_out()
    {
        var (source, faults) = workspace.Open("tally/counting");
        Assert.Null(source);
        Assert.Equal("KZ3017 kaizen.yaml:4:10: Plugin 'tally 1.0.0' is blocked: the workspace has no plugins.lock that vouches for it. | look at the plugin, then run 'kaizen plugin lock'", Assert.Single(faults));
    }

    [Fact]
    public void Nothing_of_a_blocked_plugin_is_read()
    {
        workspace.Write("plugins/tally/Kaizen.Plugin.Counting.dll", "not a library");
        Assert.Equal("blocked: the workspace has no plugins.lock that vouches for it", workspace.State("tally"));
    }

    [Fact]
    public void Once_locked_it_is_loaded_and_used()
    {
        var (source, faults) = workspace.Lock().Open("tally/counting");
        Assert.Empty(faults);
        Assert.Equal("tally 1.0.0", source!.Plugin);
    }

    [Fact]
    public void A_plugin_that_the_lock_does_not_name_is_blocked_and_the_other_is_not()
    {
        workspace.Lock().With("later");
        Assert.Equal("blocked: plugins.lock does not name it", workspace.State("later"));
        Assert.Equal("loaded", workspace.State("tally"));
    }

    [Theory]
    [InlineData("byte", "its file 'Kaizen.Plugin.Counting.dll' was changed since it was locked")]
    [InlineData("deps", "its file 'Kaizen.Plugin.Counting.deps.json' was changed since it was locked")]
    [InlineData("manifest", "its file 'plugin.yaml' was changed since it was locked")]
    [InlineData("removed", "its file 'Kaizen.Plugin.Counting.deps.json' is missing since it was locked")]
    [InlineData("added", "the file 'Evil.dll' was added to it since it was locked")]
    [InlineData("hidden", "the file '.evil' was added to it since it was locked")]
    [InlineData("below", "the file 'runtimes/any/lib/Evil.dll' was added to it since it was locked")]
    [InlineData("renamed", "its file 'Kaizen.Plugin.Counting.deps.json' is missing since it was locked, and 1 more differs")]
    [InlineData("many", "its file 'Kaizen.Plugin.Counting.dll' was changed since it was locked, and 2 more differ")]
    public void Any_change_of_a_file_blocks_it_and_the_file_is_named(string change, string why)
    {
        workspace.Lock();
        const string Plugin = "plugins/tally/";
        switch (change)
        {
            case "byte": workspace.Flip(Plugin + "Kaizen.Plugin.Counting.dll"); break;
            case "deps": workspace.Flip(Plugin + "Kaizen.Plugin.Counting.deps.json"); break;
            case "manifest": workspace.Edit(Plugin + "plugin.yaml", "assembly:", "capabilities: { hosts: [evil.test] }\nassembly:"); break;
            case "removed": File.Delete(workspace.At(Plugin + "Kaizen.Plugin.Counting.deps.json")); break;
            case "added": workspace.Write(Plugin + "Evil.dll", "x"); break;
            case "hidden": workspace.Write(Plugin + ".evil", "x"); break;
            case "below": workspace.Write(Plugin + "runtimes/any/lib/Evil.dll", "x"); break;
            case "renamed": File.Move(workspace.At(Plugin + "Kaizen.Plugin.Counting.deps.json"), workspace.At(Plugin + "other.json")); break;
            default:
                workspace.Flip(Plugin + "Kaizen.Plugin.Counting.dll");
                File.Delete(workspace.At(Plugin + "Kaizen.Plugin.Counting.deps.json"));
                workspace.Write(Plugin + "Evil.dll", "x");
                break;
        }

        Assert.Equal($"blocked: {why}", workspace.State("tally"));
        Assert.DoesNotContain("blocked", workspace.Lock().State("tally"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_loaded_later_is_what_was_looked_at(bool reloads)
    {
        workspace.With("feet", "rough").Lock();
        string loaded;
        using (var plugins = new WorkspacePlugins(PluginLoading.Once with { Reloads = reloads }))
        {
            var source = plugins.Of(workspace.Folder).Catalogue.Open(Plugins.Source("feet/rough"), workspace.Folder, new DiagnosticBag())!.Source;
            // Its library is loaded with the first row.
            workspace.Write("plugins/feet/Acme.Units.dll", "not what was locked");
            await using var rows = await source.OpenAsync(new((await source.DescribeAsync(CancellationToken.None)).Select(c => new ColumnRequest(c.Name, c.Type!.Value)).ToList(), new()), CancellationToken.None);
            Assert.True(await rows.ReadAsync());
            loaded = source.GetType().Assembly.Location;
            Assert.False(loaded.StartsWith(workspace.Folder, StringComparison.Ordinal));
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(Path.GetDirectoryName(loaded))!));
        }

        if (!OperatingSystem.IsWindows()) Assert.False(File.Exists(loaded));
    }

    [Fact]
    public void A_manifest_that_was_another_one_when_it_was_read_is_refused()
    {
        workspace.Lock();
        var locked = File.ReadAllText(workspace.At("plugins/tally/plugin.yaml"));
        workspace.Edit("plugins/tally/plugin.yaml", "assembly:", "capabilities: { secrets: [OTHERS_TOKEN] }\nassembly:");
        using var plugins = new WorkspacePlugins(PluginLoading.Once);
        var tally = plugins.Of(workspace.Folder).Catalogue.Plugins.First(p => p.Manifest.Id == "tally");
        workspace.Write("plugins/tally/plugin.yaml", locked);
        Assert.Equal("its plugin.yaml was changed while it was read", Assert.IsType<PluginState.Blocked>(tally.State).Reason);
        Assert.Equal("loaded", workspace.State("tally"));
    }

    [Fact]
    public void A_link_that_leads_out_of_the_folder_is_refused_and_cannot_be_locked()
    {
        if (OperatingSystem.IsWindows()) return; // Links need rights there that a test may lack.
        workspace.Lock();
        workspace.Write("elsewhere/Lib.dll", "x");
        File.CreateSymbolicLink(workspace.At("plugins/tally/Lib.dll"), workspace.At("elsewhere/Lib.dll"));
        Assert.Equal("blocked: 'Lib.dll' is a link that leads out of its folder", workspace.State("tally"));
        var told = Assert.Single(PluginLocking.Lock(workspace.Folder).Diagnostics);
        Assert.Equal("KZ3017 : Plugin 'tally' is blocked: 'Lib.dll' is a link that leads out of its folder. | mend its folder, then run 'kaizen plugin lock' again", Plugins.Line(told));
        Assert.Equal("blocked: 'Lib.dll' is a link that leads out of its folder", workspace.State("tally"));
    }

    [Fact]
    public void A_link_within_the_folder_counts_as_the_file_that_it_shows()
    {
        if (OperatingSystem.IsWindows()) return;
        workspace.Write("plugins/tally/libx.so.1", "x");
        File.CreateSymbolicLink(workspace.At("plugins/tally/libx.so"), "libx.so.1");
        Assert.Equal("loaded", workspace.Lock().State("tally"));
        File.Delete(workspace.At("plugins/tally/libx.so"));
        File.CreateSymbolicLink(workspace.At("plugins/tally/libx.so"), "plugin.yaml");
        Assert.Equal("blocked: its file 'libx.so' was changed since it was locked", workspace.State("tally"));
    }

    [Theory]
    [InlineData("deps.json", "{ \"targets\": { \"net\": { \"Lib/1.0\": { \"runtimeTargets\": { \"../../../outside/Lib.dll\": { \"rid\": \"any\" } } } } } }", "leads out of its folder, to '../../../outside/Lib.dll'")]
    [InlineData("deps.json", "{ \"targets\": { \"net\": { \"Lib/1.0\": { \"runtime\": { \"Lib.dll\": { \"localPath\": \"a/../../Lib.dll\" } } } } } }", "leads out of its folder, to 'a/../../Lib.dll'")]
    [InlineData("deps.json", "{ \"targets\": ", "is no JSON")]
    [InlineData("runtimeconfig.json", "{ \"runtimeOptions\": { \"additionalProbingPaths\": [ \"/outside\" ] } }", "leads out of its folder, to '/outside'")]
    public void A_file_that_sends_the_loader_elsewhere_is_refused_however_it_was_locked(string kind, string text, string why)
    {
        workspace.Write($"plugins/tally/Kaizen.Plugin.Counting.{kind}", text);
        Assert.Equal($"faulty: its Kaizen.Plugin.Counting.{kind} {why}", workspace.Lock().State("tally"));
    }

    [Fact]
    public void A_library_that_is_none_keeps_nobody_from_working() =>
        Assert.Equal("loaded", workspace.Write("plugins/tally/native.dll", "hello").Write("plugins/tally/empty.dll", "").Lock().State("tally"));

    [Fact]
    public async Task A_pipe_is_not_waited_for()
    {
        if (OperatingSystem.IsWindows()) return;
        await Pipe("plugins/tally/pipe");
        Assert.Equal("loaded", await Task.Run(() => workspace.Lock().State("tally")).WaitAsync(TimeSpan.FromSeconds(60)));
        File.Delete(workspace.At("plugins/tally/plugin.yaml"));
        await Pipe("plugins/tally/plugin.yaml");
        Assert.Equal("KZ1004", (await Task.Run(() => PluginFolders.Read(workspace.At("plugins/tally"), PluginOrigin.Workspace, workspace.Folder)).WaitAsync(TimeSpan.FromSeconds(60))).Faults[0].Code);
    }

    private async Task Pipe(string name)
    {
        using var made = System.Diagnostics.Process.Start("mkfifo", workspace.At(name));
        await made.WaitForExitAsync();
    }

    [Theory]
    [InlineData("..")]
    [InlineData("/")]
    public void A_folder_behind_a_link_is_refused(string target)
    {
        if (OperatingSystem.IsWindows()) return;
        Directory.CreateSymbolicLink(workspace.At("plugins/tally/more"), target);
        Assert.Equal("'more' is a link to a folder", Assert.Single(PluginLocking.Lock(workspace.Folder).Diagnostics).Message.Split(": ")[1].TrimEnd('.'));
    }

    [Fact]
    public void What_one_workspace_vouches_for_another_does_not()
    {
        using var other = new PluginWorkspace().With("tally");
        workspace.Lock();
        using var plugins = new WorkspacePlugins(PluginLoading.Once);
        var (here, there, nowhere) = (plugins.Of(workspace.Folder), plugins.Of(other.Folder), plugins.Of(null));
        Assert.Same(here, plugins.Of(workspace.Folder));
        Assert.IsType<PluginState.Loaded>(here.Catalogue.Plugins.First(p => p.Manifest.Id == "tally").State);
        Assert.IsType<PluginState.Blocked>(there.Catalogue.Plugins.First(p => p.Manifest.Id == "tally").State);
        Assert.DoesNotContain(nowhere.Catalogue.Plugins, p => p.Manifest.Id == "tally");
        Assert.Contains(nowhere.Catalogue.Plugins, p => p.Manifest.Id == "csv");
    }
}
