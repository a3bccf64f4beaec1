using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Definitions.Binding;

/// <summary>Tells which metric the recommendation rests on, and fills in what follows from that.</summary>
internal sealed class LeadMetric(Fields cycle, MetricSet metrics, List<Inference> inferred)
{
    /// <summary>The name of the lead metric, or null where nothing names it.</summary>
    public string? Find(Target? target, PlanBinder plan, Standard? standard)
    {
        if (plan.Target.Has("metric")) return target?.Metric is { Length: > 0 } named ? named : null;
        if (metrics.Names.Count == 1)
        {
            var only = metrics.Names.First();
            inferred.Add(new Inference("plan.target.metric", only, "the only metric"));
            return only;
        }

        if (standard?.Metric is { } controlled && cycle.Has("standard"))
        {
            inferred.Add(new Inference("plan.target.metric", controlled, "the metric of the standard"));
            return controlled;
        }

        if (plan.Target.Exists && metrics.Names.Count > 0) plan.Target.Missing("metric", $"one of {string.Join(", ", metrics.Names)}");
        return null;
    }

    /// <summary>The lead metric with its direction and prediction.</summary>
    public Metric Finish(Metric lead, Plan plan)
    {
        if (plan.Target is { From: { } from } target && lead.Better is null && target.To != from)
        {
            lead = lead with { Better = target.To < from ? Better.Lower : Better.Higher };
            inferred.Add(new Inference($"metrics.{lead.Name}.better", Words.Of(Words.Directions, lead.Better.Value), "the target against where it stands"));
        }

        if (plan.Target is { From: null })
            inferred.Add(new Inference("plan.target.from", "the baseline's value", "the data"));
        return lead.Prediction is null && plan.Countermeasures.FirstOrDefault(c => c.Predicts is not null) is { } first
            ? lead with { Prediction = first.Predicts } : lead;
    }
}
