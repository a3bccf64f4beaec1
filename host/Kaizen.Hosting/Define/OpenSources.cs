using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Plugins;

namespace Kaizen.Hosting.Define;

/// <summary>The sources of a workspace for one look at it: each is made once, whoever asks for it, and its faults are told once.</summary>
internal sealed class OpenSources(string folder, PluginsAtHand plugins)
{
    private readonly Dictionary<string, (OpenedSource? Source, IReadOnlyList<Diagnostic> Faults)> known = new(StringComparer.Ordinal);
    private readonly HashSet<string> told = new(StringComparer.Ordinal);

    /// <summary>The usable sources that cycles read, by name.</summary>
    public async Task<IReadOnlyDictionary<string, OpenedSource>> OfAsync(IReadOnlyList<Cycle> cycles, DiagnosticBag faults, CancellationToken cancellation)
    {
        faults.AddRange(plugins.Faults);
        var opened = new Dictionary<string, OpenedSource>();
        foreach (var definition in cycles.SelectMany(c => c.Metrics).Select(m => m.Source).DistinctBy(s => s.Name).OrderBy(s => s.Name, StringComparer.Ordinal))
        {
            if (await OneAsync(definition, cancellation).ConfigureAwait(false) is { } source) opened[definition.Name] = source;
            Tell(definition.Name, faults);
        }

        return opened;
    }

    /// <summary>One source, or null where it is not usable.</summary>
    public async Task<OpenedSource?> OneAsync(SourceDefinition definition, CancellationToken cancellation)
    {
        if (!known.TryGetValue(definition.Name, out var one))
        {
            var faults = new DiagnosticBag();
            var source = await SourceOpener.OpenAsync(plugins, definition, folder, faults, cancellation).ConfigureAwait(false);
            known[definition.Name] = one = (source, faults.All);
        }

        return one.Source;
    }

    /// <summary>Says why a source that was asked for is not usable, the first time.</summary>
    public void Tell(string name, DiagnosticBag faults)
    {
        if (told.Add(name)) faults.AddRange(known[name].Faults);
    }
}
