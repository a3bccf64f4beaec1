using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;
using Kaizen.PluginHost;

namespace Kaizen.Tests.PluginHost;

/// <summary>The plugins that were built beside the tests.</summary>
internal static class Plugins
{
    private static readonly Lazy<PluginCatalogue> Shared = new(() => Catalogue());

    public static readonly SourceSpan UseAt = new("kaizen.yaml", 4, 10, 3);

    public static Redaction Hiding(Secret secret)
    {
        var redaction = new Redaction();
        redaction.Add(secret);
        return redaction;
    }

    public static PluginManifest Manifest(string id) => new(
        id, id is "csv" or "example" or "sqlite" ? "0.1.0" : "1.0.0", 1, 1,
        "Kaizen.Plugin." + (id == "references-core" ? "ReferencesCore" : char.ToUpperInvariant(id[0]) + id[1..]) + ".dll",
        Path.Combine(AppContext.BaseDirectory, "plugins", id))
    {
        Capabilities = PluginCapabilities.None with { Secrets = ["ODD_TOKEN"] },
    };

    public static PluginCatalogue Catalogue(params PluginManifest[] manifests) =>
        new(
            (manifests.Length > 0 ? manifests : [Manifest("csv"), Manifest("counting"), Manifest("references-core"), Manifest("throws"), Manifest("example"), Manifest("odd"), Manifest("sqlite")])
                .Select(m => new FoundPlugin(m.Folder, PluginOrigin.Install, m, [])),
            PluginLock.OfNobody,
            PluginLoading.Once);

    /// <summary>A definition whose options stand on lines 5, 6, ... of <c>kaizen.yaml</c>.</summary>
    public static SourceDefinition Source(string use, params (string Name, string[] Values)[] options) => new()
    {
        Name = "enquiries",
        At = new SourceSpan("kaizen.yaml", 3, 3, 9),
        Use = new Written(use, UseAt),
        Options = options.Select((o, i) => new WrittenOption(
            new Written(o.Name, new SourceSpan("kaizen.yaml", 5 + i, 7, o.Name.Length)),
            o.Values.Select(v => new Written(v, new SourceSpan("kaizen.yaml", 5 + i, 9 + o.Name.Length, Math.Max(1, v.Length)))).ToList(),
            o.Values.Length != 1)).ToList(),
    };

    public static OpenedSource Open(SourceDefinition definition, string folder)
    {
        var faults = new DiagnosticBag();
        var opened = Shared.Value.Open(definition, folder, faults);
        Assert.Empty(faults.All.Select(Line));
        return opened!;
    }

    /// <summary>A metric of a plugin, ready to be measured.</summary>
    public static async Task<(OpenedMetric? Metric, IReadOnlyList<string> Faults)> OpenAsync(Metric metric)
    {
        var faults = new DiagnosticBag();
        var opened = await Shared.Value.OpenAsync(metric, "/w", faults, CancellationToken.None);
        return (opened, [.. faults.All.Select(Line)]);
    }

    public static string Line(Diagnostic d) => $"{d.Code} {d.Span}: {d.Message}" + (d.Hint is null ? "" : $" | {d.Hint}");
}
