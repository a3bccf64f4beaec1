using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Plugins;
using Kaizen.PluginHost;

namespace Kaizen.Tests.PluginHost;

public class PluginCatalogueTests
{
    [Fact]
    public void A_plugin_is_loaded_when_a_source_needs_it()
    {
        var opened = Plugins.Open(Plugins.Source("csv", ("path", ["a.csv"])), "/w");
        Assert.Equal("csv 0.1.0", opened.Plugin);
        Assert.Equal("csv 0.1.0", Plugins.Open(Plugins.Source("csv/csv", ("path", ["a.csv"])), "/w").Plugin);
    }

    [Fact]
    public void A_plugin_brings_its_own_packages_and_shares_only_the_contract()
    {
        using var catalogue = Plugins.Catalogue();
        var loaded = Assert.IsType<PluginState.Loaded>(catalogue.Plugins[0].State);
        var assembly = loaded.Offers[0].OptionsType.Assembly;
        var context = System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(assembly)!;
        Assert.NotSame(System.Runtime.Loader.AssemblyLoadContext.Default, context);
        Assert.DoesNotContain(context.Assemblies, a => a.GetName().Name == "Kaizen.Abstractions");
        Assert.DoesNotContain(System.Runtime.Loader.AssemblyLoadContext.Default.Assemblies, a => a.GetName().Name == "CsvHelper");
    }

    [Theory]
    [InlineData("cvs", "KZ3001 kaizen.yaml:4:10: No plugin offers a source called 'cvs'. | did you mean 'csv'?")]
    [InlineData("csv/tsv", "KZ3001 kaizen.yaml:4:10: No plugin offers a source called 'csv/tsv'. | there are: csv")]
    [InlineData("references-core", "KZ3003 kaizen.yaml:4:10: Plugin 'references-core 1.0.0' cannot be loaded: Kaizen.Plugin.ReferencesCore.dll refers to Kaizen.Core, but a plugin may use Kaizen.Abstractions only. | take the reference away: the contract is all that a plugin may see")]
    public void What_cannot_be_used_is_a_diagnostic(string use, string expected) => Assert.Equal(expected, Fault(Plugins.Source(use)));

    [Theory]
    [InlineData(2, 2, "2")]
    [InlineData(2, 3, "2 to 3")]
    public void A_plugin_for_another_contract_is_not_run(int min, int max, string wanted)
    {
        var manifest = Plugins.Manifest("csv") with { ContractMin = min, ContractMax = max };
        Assert.Equal($"KZ3002 kaizen.yaml:4:10: Plugin 'csv 0.1.0' works with contract {wanted}, this Kaizen offers 1. | install a version of the plugin, or of Kaizen, that fits", Fault(Plugins.Source("csv"), manifest));
    }

    [Fact]
    public void A_missing_assembly_is_a_fault_of_the_plugin() =>
        Assert.Equal("KZ3003 kaizen.yaml:4:10: Plugin 'csv 0.1.0' cannot be loaded: its folder has no Gone.dll. | plugin.yaml names it under 'assembly:'; there are CsvHelper.dll, Kaizen.Plugin.Csv.dll",
            Fault(Plugins.Source("csv"), Plugins.Manifest("csv") with { Assembly = "Gone.dll" }));

    [Fact]
    public void An_assembly_without_a_plugin_is_a_fault_of_the_plugin() =>
        Assert.Equal("KZ3003 kaizen.yaml:4:10: Plugin 'csv 0.1.0' cannot be loaded: CsvHelper.dll has 0 public classes that implement IPlugin instead of one. | make the class that implements IPlugin public, or name the plugin's own assembly under 'assembly:'",
            Fault(Plugins.Source("csv"), Plugins.Manifest("csv") with { Assembly = "CsvHelper.dll" }));

    [Fact]
    public void A_file_that_is_no_assembly_is_a_fault_of_the_plugin()
    {
        var folder = Directory.CreateTempSubdirectory("kaizen").FullName;
        File.WriteAllText(Path.Combine(folder, "Odd.dll"), "not a library");
        var fault = Fault(Plugins.Source("odd"), new PluginManifest("odd", "1", 1, 1, "Odd.dll", folder));
        Assert.Equal("KZ3003 kaizen.yaml:4:10: Plugin 'odd 1' cannot be loaded: Odd.dll is damaged or no .NET assembly. | copy all of the build's output folder again; where that does not help, build it again", fault);
        Directory.Delete(folder, true);
    }

    [Fact]
    public void What_a_plugin_throws_while_making_a_source_is_contained() =>
        Assert.Equal("KZ3004 kaizen.yaml:3:3: Plugin 'throws 1.0.0' failed on source 'enquiries': InvalidOperationException: no source today. | tell the plugin's author; cycles that do not use it are not affected",
            Fault(Plugins.Source("throws", ("where", ["create"]))));

    private static string Fault(SourceDefinition source, params PluginManifest[] manifests)
    {
        var faults = new DiagnosticBag();
        using var catalogue = Plugins.Catalogue(manifests);
        Assert.Null(catalogue.Open(source, "/w", faults));
        return Plugins.Line(Assert.Single(faults.All));
    }
}
