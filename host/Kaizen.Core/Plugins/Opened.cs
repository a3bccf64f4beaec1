using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Plugins;

/// <summary>What of plugins is ready for a run.</summary>
/// <param name="Sources">The usable sources, by name.</param>
/// <param name="Metrics">The usable metrics that plugins compute.</param>
public sealed record Opened(IReadOnlyDictionary<string, OpenedSource> Sources, IReadOnlyDictionary<Metric, OpenedMetric> Metrics)
{
    /// <summary>Sources alone.</summary>
    public Opened(IReadOnlyDictionary<string, OpenedSource> sources)
        : this(sources, new Dictionary<Metric, OpenedMetric>())
    {
    }

    /// <summary>Whether everything is there that a cycle reads.</summary>
    public bool Serves(Cycle cycle)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return cycle.Metrics.All(m => m.Sources.All(s => Sources.ContainsKey(s.Name)) && (m.Measure.Plugin is null || Metrics.ContainsKey(m)));
    }
}
