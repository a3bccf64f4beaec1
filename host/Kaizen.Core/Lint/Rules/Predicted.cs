using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Lint.Rules;

/// <summary>A prediction with the key at which it stands.</summary>
/// <param name="Path">Its path, <c>plan.countermeasures.rota.predicts</c> or <c>metrics.won.predicts</c>.</param>
/// <param name="Of">What predicts, for a message.</param>
/// <param name="Prediction">The prediction.</param>
/// <param name="Unit">Unit of its numbers.</param>
/// <param name="Guessed">Whether its confidence was left out and filled in.</param>
internal sealed record Predicted(string Path, string Of, Prediction Prediction, string Unit, bool Guessed)
{
    /// <summary>The metric that it is about, or null where nothing says which.</summary>
    public Metric? Metric { get; init; }

    /// <summary>All predictions of a cycle, each once: that of the lead metric often stands at a countermeasure.</summary>
    public static IReadOnlyList<Predicted> In(Cycle cycle)
    {
        var all = new List<Predicted>();
        foreach (var c in cycle.Plan.Countermeasures)
            if (c.Predicts is { } p) all.Add(At(cycle, $"plan.countermeasures.{c.Id}.predicts", $"the countermeasure {c.Text.Quote()}", p, cycle.Lead));
        foreach (var m in cycle.Metrics)
            if (m.Prediction is { } p && !IsFromCountermeasure(cycle, p)) all.Add(At(cycle, $"metrics.{m.Name}.predicts", $"'{m.Name}'", p, m));
        return all;
    }

    /// <summary>Whether a cycle predicts anything.</summary>
    public static bool Any(Cycle cycle) => cycle.Plan.Countermeasures.Any(c => c.Predicts is not null) || cycle.Metrics.Any(m => m.Prediction is not null);

    /// <summary>Whether the lead metric has a prediction of its own, which then covers every countermeasure.</summary>
    public static bool AtLead(Cycle cycle) => cycle.Lead?.Prediction is { } p && !IsFromCountermeasure(cycle, p);

    private static bool IsFromCountermeasure(Cycle cycle, Prediction p) => cycle.Plan.Countermeasures.Any(c => ReferenceEquals(c.Predicts, p));

    private static Predicted At(Cycle cycle, string path, string of, Prediction p, Metric? metric)
    {
        var confidence = $"{path}.confidence";
        return new Predicted(path, of, p, metric?.Unit ?? "", cycle.Inferred.Any(i => i.What == confidence)) { Metric = metric };
    }
}
