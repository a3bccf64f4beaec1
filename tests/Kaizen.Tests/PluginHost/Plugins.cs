using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Plugins;
using Kaizen.PluginHost;

namespace Kaizen.Tests.PluginHost;

/// <summary>The plugins that were built beside the tests.</summary>
internal static class Plugins
{
    private static readonly Lazy<PluginCatalogue> Shared = new(() => Catalogue());

    public static readonly SourceSpan UseAt = new("kaizen.yaml", 4, 10, 3);

    public static PluginManifest Manifest(string id) => new(
        id, id == "csv" ? "0.1.0" : "1.0.0", 1, 1,
        "Kaizen.Plugin." + id switch { "csv" => "Csv", "counting" => "Counting", "throws" => "Throws", _ => "ReferencesCore" } + ".dll",
        Path.Combine(AppContext.BaseDirectory, "plugins", id));

    public static PluginCatalogue Catalogue(params PluginManifest[] manifests) =>
        new(manifests.Length > 0 ? manifests : [Manifest("csv"), Manifest("counting"), Manifest("references-core"), Manifest("throws")]);

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

    public static string Line(Diagnostic d) => $"{d.Code} {d.Span}: {d.Message}" + (d.Hint is null ? "" : $" | {d.Hint}");
}
