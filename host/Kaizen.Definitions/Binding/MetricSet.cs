using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>The metrics of one cycle: its own, and shared ones that it lists or names somewhere.</summary>
internal sealed class MetricSet(WorkspaceParts parts, FaultList faults, List<Inference> inferred)
{
    private readonly List<Metric> all = [];
    private readonly Dictionary<string, Node?> names = new(StringComparer.Ordinal);

    /// <summary>The metrics without faults, in the order written.</summary>
    public IReadOnlyList<Metric> All => all;

    /// <summary>All names, those of faulty metrics too: naming one of them is no second fault.</summary>
    public IReadOnlyCollection<string> Names => names.Keys;

    public Metric? Find(string? name) => name is null ? null : all.Find(m => m.Name == name);

    public bool IsRate(string? name) => Find(name)?.Measure.Aggregate == Aggregate.Rate;

    /// <summary>Where the cycle itself names a metric, or null where the metric is used without being listed.</summary>
    public Node? PlaceOf(string name) => names.GetValueOrDefault(name);

    public void Bind(Entry? entry)
    {
        if (entry?.Value is SequenceNode list)
        {
            foreach (var item in list.Items) Listed(item);
            return;
        }

        foreach (var metric in Fields.Names(entry, "a metric", faults))
        {
            var name = metric.Key.Value;
            if (KeyFaults.IsProse(metric, (MappingNode)entry!.Value, faults.Text!)) continue;
            names[name] = metric.Key;
            if (parts.Metrics.TryGetValue(name, out var shared)) all.Add(new MetricBinder(parts, faults, inferred).BindShared(metric, shared));
            else if (metric.Value.IsEmpty && !parts.MetricNames.Contains(name))
                faults.Add(Catalogue.UnknownMetric, metric.Key, Nearest.Hint(name, parts.MetricNames) ?? "write its aggregate below it, such as median: COLUMN", name);
            else if (!metric.Value.IsEmpty && new MetricBinder(parts, faults, inferred).Bind(metric, MetricBinder.CycleKeys) is { } own) all.Add(own);
        }
    }

    /// <summary>The metric that a key names; a shared one becomes part of the cycle where <paramref name="use"/> says so.</summary>
    public string? Refer(Fields fields, string key, bool use)
    {
        if (fields.Text(key) is not { } name) return null;
        if (names.ContainsKey(name)) return name;
        if (!parts.MetricNames.Contains(name))
        {
            fields.Fault(key, Catalogue.UnknownMetric, Nearest.Hint(name, [.. names.Keys, .. parts.MetricNames]), name);
            return null;
        }

        if (use) Add(name);
        return name;
    }

    private void Listed(Node item)
    {
        if (item is not ScalarNode { IsEmpty: false } scalar || string.IsNullOrWhiteSpace(scalar.Value))
        {
            faults.Add(Catalogue.WrongKind, item, "a list names shared metrics; for one of its own write 'name: { ... }'", "metrics", "names of shared metrics in its list", item.Kind);
            return;
        }

        var name = scalar.Value.Trim();
        if (parts.MetricNames.Contains(name)) Add(name);
        else faults.Add(Catalogue.UnknownMetric, scalar, Nearest.Hint(name, parts.MetricNames) ?? "name it in kaizen.yaml under 'metrics'", name);
        names[name] = scalar;
    }

    private void Add(string name)
    {
        if (names.ContainsKey(name) || !parts.Metrics.TryGetValue(name, out var shared)) return;
        names[name] = null;
        all.Add(shared.Metric);
        inferred.AddRange(shared.Inferred);
    }
}
