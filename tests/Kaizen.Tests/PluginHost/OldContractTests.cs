using Kaizen.Abstractions;
using Kaizen.Core.Checking;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting.Define;
using Kaizen.PluginHost;

namespace Kaizen.Tests.PluginHost;

/// <summary>A plugin that was built against the contract as it was at 1.0, and not against the host's, in today's host.</summary>
public sealed class OldContractTests : IDisposable
{
    private const string Contract = "Kaizen.Abstractions";
    private static readonly string Snapshot = Path.Combine(AppContext.BaseDirectory, "contracts", "1.0", $"{Contract}.dll");

    private readonly PluginWorkspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void It_was_built_against_the_snapshot()
    {
        var built = Path.Combine(AppContext.BaseDirectory, "plugins", "old-contract", "Kaizen.Plugin.OldContract.dll");
        var version = Assert.Single(PluginReferences.References(built), r => r.Name == Contract).Version;
        Assert.Equal(System.Reflection.AssemblyName.GetAssemblyName(Snapshot).Version, version);
        Assert.True(version < typeof(IPlugin).Assembly.GetName().Version);
    }

    [Fact]
    public async Task Its_sources_and_its_metric_give_the_right_numbers()
    {
        var run = await workspace.RunAsync(
            ["list: { use: old-contract/visits, with: { by: list }, time: at }",
             "stream: { use: old-contract/visits, with: { by: stream, desks: [one] }, time: at }",
             "reader: { use: old-contract/visits, with: { by: reader, from: 2026-01-05 }, time: at }",
             "table: { use: old-contract/table, time: at }"],
            ["wait: { use: old-contract/average, with: { value: minutes }, source: list, unit: min, better: lower }",
             "streamed: { use: old-contract/average, with: { value: minutes }, source: stream, unit: min, better: lower }",
             "half: { use: old-contract/average, with: { value: minutes / 2 }, source: reader, where: \"desk = 'north' or not urgent\", unit: min, better: lower }",
             "stored: { mean: minutes, source: table, unit: min, better: lower }"]);

        Assert.Empty(run.Diagnostics.Select(Plugins.Line));
        var findings = Assert.Single(run.Cycles).Evidence!.Findings.Where(f => f.Window == "check").ToDictionary(f => f.Metric);
        // Three values a day: 10 to 16 in the 13 weeks before, 6 to 12 in the 11 weeks from the change to the check.
        Assert.Equal((13, 9, 273, 231), Sides(findings["wait"]));
        Assert.Equal((13, 9, 273, 231), Sides(findings["streamed"]));
        Assert.Equal((6.5, 4.5, 273, 231), Sides(findings["half"]));
        Assert.Equal((13, 9, 273, 231), Sides(findings["stored"]));
        var table = Assert.IsType<Exhibit.Table>(findings["wait"].Exhibits[0]);
        Assert.Equal(["before 3549 273", "after 2079 231"], table.Rows.Select(r => string.Join(' ', r)));
        var graph = Assert.IsType<Exhibit.BarGraph>(findings["half"].Exhibits[1]);
        Assert.Equal(("Average of minutes / 2", 6.5, 4.5), (graph.Title, graph.Bars[0].Value, graph.Bars[1].Value));
    }

    [Fact]
    public void Its_options_are_judged_and_its_faults_are_understood()
    {
        using var plugins = new WorkspacePlugins(PluginLoading.Once);
        var faults = new DiagnosticBag();
        Assert.Null(plugins.Of(null).Catalogue.Open(Plugins.Source("old-contract/visits", ("by", ["list"]), ("days", ["0"]), ("desks", [])), "/w", faults));
        Assert.Equal(["KZ2205", "KZ2205"], faults.All.Select(f => f.Code));
        Assert.Contains(faults.All, f => f.Message.EndsWith("There is at least one day.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_it_throws_is_told_in_its_own_words()
    {
        var run = await workspace.RunAsync(["list: { use: old-contract/visits, with: { by: list, file: gone.txt }, time: at }"], ["wait: { mean: minutes, better: lower }"]);
        Assert.Contains(run.Diagnostics, d => d.Code == "KZ3005" && d.Message.Contains("There is no file 'gone.txt'.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_copy_of_the_contract_in_its_folder_is_passed_over(bool reloads)
    {
        workspace.With("mine", "old-contract");
        File.Copy(Snapshot, workspace.At($"plugins/mine/{Contract}.dll"));
        workspace.Lock();
        using var plugins = new WorkspacePlugins(PluginLoading.Once with { Reloads = reloads });
        var catalogue = plugins.Of(workspace.Folder).Catalogue;
        var faults = new DiagnosticBag();

        var opened = catalogue.Open(Plugins.Source("mine/visits", ("by", ["list"])), workspace.Folder, faults);

        Assert.Empty(faults.All.Select(Plugins.Line));
        var context = System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(opened!.Source.GetType().Assembly)!;
        Assert.NotSame(System.Runtime.Loader.AssemblyLoadContext.Default, context);
        Assert.DoesNotContain(context.Assemblies, a => a.GetName().Name == Contract);
    }

    private static (double? Before, double? After, long RowsBefore, long RowsAfter) Sides(Finding finding) =>
        (finding.Before, finding.After, finding.RowsBefore, finding.RowsAfter);
}
