using System.Runtime.Loader;
using Kaizen.Hosting.Define;
using Kaizen.PluginHost;

namespace Kaizen.Tests.PluginHost;

/// <summary>Each plugin has its own versions of the libraries that it carries, whatever other plugins and the host have.</summary>
public sealed class OwnLibrariesTests : IDisposable
{
    private readonly PluginWorkspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Two_plugins_with_two_versions_of_one_library_measure_in_one_run()
    {
        var run = await workspace.RunAsync(
            ["rough: { use: rough, time: at }", "exact: { use: exact, time: at }"],
            ["rough: { mean: metres, source: rough, better: higher }",
             "exact: { mean: metres, source: exact, better: higher }",
             "scalars: { mean: scalars, source: rough, better: higher }"]);

        Assert.Empty(run.Diagnostics.Select(Plugins.Line));
        var findings = Assert.Single(run.Cycles).Evidence!.Findings.Where(f => f.Window == "check").ToDictionary(f => f.Metric);
        // 10 feet before and 20 after: a foot is 0.3 m to version 1.0 and 0.3048 m to version 2.0.
        Assert.Equal((3.0, 6.0), (findings["rough"].Before!.Value, findings["rough"].After!.Value));
        Assert.Equal((3.048, 6.096), (findings["exact"].Before!.Value, findings["exact"].After!.Value), Within);
        // And what bears the name of the host's reader of YAML counts parts between colons.
        Assert.Equal((2.0, 3.0), (findings["scalars"].Before!.Value, findings["scalars"].After!.Value));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_version_lies_in_the_context_of_the_plugin_that_brought_it(bool reloads)
    {
        using var plugins = new WorkspacePlugins(PluginLoading.Once with { Reloads = reloads });
        var (rough, exact) = (await Loaded(plugins, "rough"), await Loaded(plugins, "exact"));
        Assert.Equal(["Acme.Units 1.0", "YamlDotNet 1.0"], Libraries(rough));
        Assert.Equal(["Acme.Units 2.0"], Libraries(exact));
        var hosts = AssemblyLoadContext.GetLoadContext(typeof(YamlDotNet.Core.Parser).Assembly);
        Assert.Same(AssemblyLoadContext.Default, hosts);
        Assert.DoesNotContain(AssemblyLoadContext.Default.Assemblies, a => a.GetName().Name == "Acme.Units");
        Assert.Equal(["YamlDotNet 16.0"], Libraries(AssemblyLoadContext.Default));
    }

    private static IEqualityComparer<(double, double)> Within { get; } =
        EqualityComparer<(double, double)>.Create((a, b) => Math.Abs(a.Item1 - b.Item1) < 1e-12 && Math.Abs(a.Item2 - b.Item2) < 1e-12);

    /// <summary>The context of a plugin whose rows were read: a library is loaded when it is first needed.</summary>
    private async Task<AssemblyLoadContext> Loaded(WorkspacePlugins plugins, string id)
    {
        var faults = new Core.Diagnostics.DiagnosticBag();
        var source = plugins.Of(workspace.Folder).Catalogue.Open(Plugins.Source(id), workspace.Folder, faults)!.Source;
        var column = (await source.DescribeAsync(CancellationToken.None))[^1];
        await using var rows = await source.OpenAsync(new([new(column.Name, column.Type!.Value)], new()), CancellationToken.None);
        Assert.True(await rows.ReadAsync());
        return AssemblyLoadContext.GetLoadContext(source.GetType().Assembly)!;
    }

    private static IEnumerable<string> Libraries(AssemblyLoadContext context) =>
        context.Assemblies.Select(a => a.GetName()).Where(n => n.Name is "Acme.Units" or "YamlDotNet").Select(n => $"{n.Name} {n.Version!.ToString(2)}").Order(StringComparer.Ordinal);
}
