using Kaizen.Core.Diagnostics;
using Kaizen.Hosting.Plugins;
using Kaizen.PluginHost;

namespace Kaizen.Tests.PluginHost;

/// <summary>Each reason for which a plugin does not load comes with the way out of that reason, wherever it is shown.</summary>
public sealed class LoadFaultTests : IDisposable
{
    private const string Own = "plugins/tally/Kaizen.Plugin.Counting.dll";
    private const string NoWork = "files, networks and settings belong into its sources and metrics";
    private readonly PluginWorkspace workspace = new PluginWorkspace { Loading = new() { Patience = TimeSpan.FromSeconds(1) } }.With("tally");

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void A_missing_assembly()
    {
        File.Move(workspace.At(Own), workspace.At("plugins/tally/Other.dll"));
        Told("its folder has no Kaizen.Plugin.Counting.dll", "plugin.yaml names it under 'assembly:'; there are Other.dll");
        File.Delete(workspace.At("plugins/tally/Other.dll"));
        Told("its folder has no Kaizen.Plugin.Counting.dll", "copy what the build put into its output folder, all of it");
    }

    [Fact]
    public void A_file_that_leads_elsewhere()
    {
        workspace.Write("plugins/tally/a.deps.json", "{ \"path\": \"/outside\" }");
        Told("its a.deps.json leads out of its folder, to '/outside'", LoadFault.CopyAgain);
    }

    [Fact]
    public void A_forbidden_reference()
    {
        workspace.With("core", "references-core");
        Told("Kaizen.Plugin.ReferencesCore.dll refers to Kaizen.Core, but a plugin may use Kaizen.Abstractions only", "take the reference away: the contract is all that a plugin may see", "core");
    }

    [Fact]
    public void A_newer_net()
    {
        Patched.CoreOf(workspace.At(Own), 99);
        Told($"Kaizen.Plugin.Counting.dll was built for .NET 99, this Kaizen runs on .NET {Environment.Version.Major}", $"build it for net{Environment.Version.Major}.0, or update Kaizen");
    }

    [Fact]
    public void Classes_that_are_none_or_too_many()
    {
        workspace.With("two", "twins");
        Told("Kaizen.Plugin.Twins.dll has 2 public classes that implement IPlugin instead of one", "keep one of them public and let it register what the others offer", "two");
        Emitted.Plugin(workspace.At(Own), shape: (false, true));
        Told("Kaizen.Plugin.Counting.dll has 0 public classes that implement IPlugin instead of one", "make the class that implements IPlugin public, or name the plugin's own assembly under 'assembly:'");
    }

    [Fact]
    public void A_class_that_cannot_be_made()
    {
        Emitted.Plugin(workspace.At(Own), shape: (true, false));
        Told("Stumbling has no public constructor without parameters", "give it one that takes nothing; what a source needs comes with its options");
    }

    [Fact]
    public void A_constructor_and_a_Register_that_throw()
    {
        Emitted.Plugin(workspace.At(Own), constructor: Emitted.Throw);
        Told("its constructor threw InvalidOperationException: no settings", $"let the constructor do no work: {NoWork}");
        Emitted.Plugin(workspace.At(Own), register: Emitted.Throw);
        Told("its Register threw InvalidOperationException: no settings", $"let Register only say what there is: {NoWork}");
    }

    [Fact]
    public void A_plugin_that_takes_too_long()
    {
        workspace.With("stuck", "hangs");
        Told("it did not finish loading within 1 seconds", "let its constructor and Register do no work: files, networks and waiting belong where its sources are read", "stuck");
    }

    [Theory]
    [InlineData("whole", null, null)]
    [InlineData("damaged", "Acme.Tools.dll is damaged or no .NET assembly", LoadFault.CopyAgain)]
    [InlineData("other", "it needs Acme.Tools 1.2.0.0, and the Acme.Tools.dll in its folder is another", LoadFault.WithLibraries)]
    [InlineData("missing", "it needs Acme.Tools 1.2.0.0, and there is no Acme.Tools.dll", "copy all of the build's output folder, or set EnableDynamicLoading in the project and build again")]
    public void A_library_that_it_calls(string how, string? reason, string? wayOut)
    {
        var library = workspace.At("plugins/tally/Acme.Tools.dll");
        Emitted.Plugin(workspace.At(Own), register: Emitted.CallInto(library));
        if (how == "damaged") File.WriteAllText(library, "not a library");
        else if (how == "other") File.Copy(workspace.At(Own), library, true);
        else if (how == "missing") File.Delete(library);
        if (reason is null) Assert.Equal("loaded", workspace.Lock().State("tally"));
        else Told(reason, wayOut!);
    }

    [Fact]
    public void A_damaged_assembly()
    {
        workspace.Write(Own, "not a library");
        Told("Kaizen.Plugin.Counting.dll is damaged or no .NET assembly", "copy all of the build's output folder again; where that does not help, build it again");
    }

    [Fact]
    public void The_listing_and_the_diagnostic_give_the_same_way_out()
    {
        Emitted.Plugin(workspace.At(Own), constructor: Emitted.Throw);
        var wayOut = $"let the constructor do no work: {NoWork}";
        Assert.Equal(wayOut, PluginDesk.List(workspace.Lock().Folder).Plugins.Single(p => p.Found.Id == "tally").State.WayOut);
        Assert.Equal($"KZ3003 kaizen.yaml:4:10: Plugin 'tally 1.0.0' cannot be loaded: its constructor threw InvalidOperationException: no settings. | {wayOut}", Assert.Single(workspace.Open("tally/counting").Faults));
    }

    /// <summary>Looks afresh at a plugin, as the doctor's last step shows it.</summary>
    private void Told(string reason, string wayOut, string id = "tally")
    {
        Assert.Equal($"faulty: {reason}", workspace.Lock().State(id));
        if (id == "stuck") return;
        var last = Assert.Single(PluginDesk.Examine(workspace.Folder, id, new DiagnosticBag())!).Checks[^1];
        Assert.Equal((reason, wayOut), (last.Words, last.WayOut));
    }
}
