using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;

namespace Kaizen.Hosting.Define;

/// <summary>The sources of a workspace for one look at it: each is made once, whoever asks for it, and its faults are told once.</summary>
internal sealed class OpenSources(string folder, PluginsAtHand plugins) : IAsyncDisposable
{
    private readonly Dictionary<string, (OpenedSource? Source, IReadOnlyList<Diagnostic> Faults)> known = new(StringComparer.Ordinal);
    private readonly HashSet<string> told = new(StringComparer.Ordinal);

    /// <summary>The usable sources that cycles read, and the metrics that plugins compute for them.</summary>
    public async Task<Opened> OfAsync(IReadOnlyList<Cycle> cycles, DiagnosticBag faults, CancellationToken cancellation)
    {
        faults.AddRange(plugins.Faults);
        var opened = new Dictionary<string, OpenedSource>();
        foreach (var definition in cycles.SelectMany(c => c.Metrics).SelectMany(m => m.Sources).DistinctBy(s => s.Name).OrderBy(s => s.Name, StringComparer.Ordinal))
        {
            if (await OneAsync(definition, cancellation).ConfigureAwait(false) is { } source) opened[definition.Name] = source;
            Tell(definition.Name, faults);
        }

        return new Opened(opened, await MetricsAsync(cycles, faults, cancellation).ConfigureAwait(false));
    }

    private async Task<IReadOnlyDictionary<Metric, OpenedMetric>> MetricsAsync(IReadOnlyList<Cycle> cycles, DiagnosticBag faults, CancellationToken cancellation)
    {
        // Two metrics that are written alike are two all the same: each has faults at its own place.
        var opened = new Dictionary<Metric, OpenedMetric>(ReferenceEqualityComparer.Instance);
        foreach (var (cycle, metric) in cycles.SelectMany(c => c.Metrics.Where(m => m.Measure.Plugin is not null).Select(m => (c, m))))
        {
            var own = new DiagnosticBag();
            if (await SourceOpener.OpenAsync(plugins, metric, folder, own, cancellation).ConfigureAwait(false) is { } one) opened.TryAdd(metric, one);
            faults.AddRange(own.All.Select(d => d with { Cycle = cycle.Id }));
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

    /// <summary>Lets go of every source that holds something open; none can be read after it.</summary>
    /// <param name="faults">Receives what their plugins throw over it.</param>
    public async Task CloseAsync(DiagnosticBag faults)
    {
        foreach (var (source, _) in known.Values)
            if (source is not null) await source.CloseAsync(faults).ConfigureAwait(false);
        known.Clear();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await CloseAsync(new DiagnosticBag()).ConfigureAwait(false);

    /// <summary>Says why a source that was asked for is not usable, the first time.</summary>
    public void Tell(string name, DiagnosticBag faults)
    {
        if (told.Add(name)) faults.AddRange(known[name].Faults);
    }
}
