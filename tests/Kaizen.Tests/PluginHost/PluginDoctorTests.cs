using Kaizen.Core.Diagnostics;
using Kaizen.Hosting.Plugins;
using Kaizen.PluginHost;

namespace Kaizen.Tests.PluginHost;

public sealed class PluginDoctorTests : IDisposable
{
    private readonly PluginWorkspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void A_plugin_that_loads_passes_every_step()
    {
        var checks = Examine("csv");
        Assert.Equal(10, checks.Count);
        Assert.All(checks, c => Assert.True(c.Outcome == CheckOutcome.Passed, $"{c.What}: {c.Words}"));
    }

    [Fact]
    public void A_folder_without_a_manifest_is_told_so()
    {
        workspace.Write("plugins/bare/x.dll", "x");
        Assert.Equal("the folder has a plugin.yaml: it has none, so Kaizen takes it for no plugin", Fault("bare"));
    }

    [Fact]
    public void Faults_of_the_manifest_are_told_beside_it()
    {
        workspace.Write("plugins/broken/plugin.yaml", "id: broken\n");
        var faults = new DiagnosticBag();
        var examined = Assert.Single(PluginDesk.Examine(workspace.Folder, "broken", faults)!);
        Assert.Equal(["KZ2002", "KZ2002", "KZ2002"], faults.All.Select(f => f.Code));
        Assert.Equal([CheckOutcome.Passed, CheckOutcome.Failed, CheckOutcome.NotLooked], examined.Checks.Select(c => c.Outcome));
    }

    [Fact]
    public void Of_a_blocked_plugin_the_code_is_not_looked_at()
    {
        workspace.With("tally").Write("plugins/tally/Kaizen.Plugin.Counting.dll", "not a library");
        var checks = Examine("tally");
        Assert.Equal("the workspace has no plugins.lock that vouches for it", checks[^2].Words);
        Assert.Equal(("look at the plugin, then run 'kaizen plugin lock'", CheckOutcome.NotLooked), (checks[^2].WayOut, checks[^1].Outcome));
    }

    [Fact]
    public void A_plugin_for_another_contract_is_told_so()
    {
        workspace.With("future");
        workspace.Edit("plugins/future/plugin.yaml", "{ min: 1, max: 1 }", "{ min: 4, max: 4 }");
        workspace.Lock();
        Assert.Equal("it works with this contract: it works with contract 4, this Kaizen offers 1", Fault("future"));
    }

    [Fact]
    public void A_missing_assembly_is_named_with_those_that_there_are()
    {
        workspace.With("tally");
        workspace.Edit("plugins/tally/plugin.yaml", "Kaizen.Plugin.Counting.dll", "Counting.dll");
        workspace.Lock();
        var fault = Examine("tally").First(c => c.Outcome == CheckOutcome.Failed);
        Assert.Equal(("the folder has no Counting.dll", "plugin.yaml names it under 'assembly:'; there are Kaizen.Plugin.Counting.dll"), (fault.Words, fault.WayOut));
    }

    [Fact]
    public void A_missing_library_is_named_with_who_needs_it()
    {
        workspace.With("acme", "csv");
        File.Delete(workspace.At("plugins/acme/CsvHelper.dll"));
        workspace.Lock();
        var library = Examine("acme").Single(c => c.What == "the libraries that it needs are there");
        Assert.Contains("Kaizen.Plugin.Csv.dll needs CsvHelper ", library.Words, StringComparison.Ordinal);
        Assert.Contains("brings CsvHelper.dll, and it is not here", library.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_library_is_named_before_somebody_needs_it()
    {
        workspace.With("acme", "csv").Write("plugins/acme/CsvHelper.dll", "not a library").Lock();
        Assert.Equal((CheckOutcome.Doubtful, "CsvHelper.dll is damaged or no .NET assembly"), Examine("acme").Where(c => c.What == "the libraries that it needs are there").Select(c => (c.Outcome, c.Words)).Single());
    }

    [Fact]
    public void A_forbidden_reference_is_named()
    {
        workspace.With("core", "references-core").Lock();
        Assert.Equal("it refers to Kaizen.Abstractions and nothing else of Kaizen: Kaizen.Plugin.ReferencesCore.dll refers to Kaizen.Core, but a plugin may use Kaizen.Abstractions only", Fault("core"));
    }

    [Fact]
    public void Two_plugins_in_one_assembly_and_a_missing_native_library_are_told()
    {
        workspace.With("two", "twins").Lock();
        Assert.Equal(
            [
                "the native libraries that it needs are there: Kaizen.Plugin.Twins.dll calls kaizen_nowhere, which is neither here nor on this machine",
                "it loads: Kaizen.Plugin.Twins.dll has 2 public classes that implement IPlugin instead of one",
            ],
            Examine("two").Where(c => c.Outcome == CheckOutcome.Failed).Select(c => $"{c.What}: {c.Words}"));
    }

    [Fact]
    public void An_assembly_without_a_plugin_is_told()
    {
        workspace.With("acme", "csv");
        workspace.Edit("plugins/acme/plugin.yaml", "Kaizen.Plugin.Csv.dll", "CsvHelper.dll");
        workspace.Lock();
        Assert.Equal("it refers to Kaizen.Abstractions and nothing else of Kaizen: CsvHelper.dll does not refer to it, so it holds no plugin", Fault("acme"));
    }

    [Fact]
    public void A_newer_net_and_a_file_that_is_no_assembly_are_told()
    {
        workspace.With("tomorrow").With("text").Write("plugins/text/Kaizen.Plugin.Counting.dll", "not a library");
        Patched.CoreOf(workspace.At("plugins/tomorrow/Kaizen.Plugin.Counting.dll"), 11);
        workspace.Lock();
        Assert.Contains("was built for .NET 11, this Kaizen runs on .NET", Fault("tomorrow"), StringComparison.Ordinal);
        Assert.Equal("its assembly is there and is one for this .NET: Kaizen.Plugin.Counting.dll cannot be read as one", Fault("text"));
    }

    [Fact]
    public void A_folder_that_is_not_installed_is_told_where_to_go_and_not_run()
    {
        workspace.With("tally", folder: "build/output");
        var checks = Assert.Single(PluginDesk.Examine(workspace.Folder, workspace.At("build/output"), new DiagnosticBag())!).Checks;
        Assert.Equal("it lies where Kaizen looks", checks.Single(c => c.Outcome == CheckOutcome.Failed).What);
        Assert.Equal(CheckOutcome.NotLooked, checks[^1].Outcome);
    }

    [Fact]
    public void An_unknown_plugin_is_a_wrong_name()
    {
        var faults = new DiagnosticBag();
        Assert.Null(PluginDesk.Examine(workspace.Folder, "cvs", faults));
        Assert.Equal("KZ6003 : There is no plugin called 'cvs'. | did you mean 'csv'?", Plugins.Line(Assert.Single(faults.All)));
    }

    private IReadOnlyList<PluginCheck> Examine(string id) => Assert.Single(PluginDesk.Examine(workspace.Folder, id, new DiagnosticBag())!).Checks;

    private string Fault(string id)
    {
        var check = Examine(id).First(c => c.Outcome == CheckOutcome.Failed);
        Assert.NotNull(check.WayOut);
        return $"{check.What}: {check.Words}";
    }
}
