using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Checking;

/// <summary>What was learned about the theory behind a prediction, in DOMAIN's words.</summary>
internal static class Learning
{
    public static string? Of(Cycle cycle, Finding finding, FidelityLevel fidelity)
    {
        var predicted = finding.Prediction is not null || (cycle.Kind is CycleKind.Pdca or CycleKind.Edca && finding.Metric == cycle.LeadMetric && cycle.Plan.Target is not null);
        if (!predicted || finding.Effect is EffectWord.TooEarly or EffectWord.Unjudged) return null;
        var improved = finding.Effect == EffectWord.Improved;
        var excluded = AgainstPrediction.Excluded(cycle, finding);
        return (fidelity, improved) switch
        {
            (FidelityLevel.NotDone, true) => "luck or another cause",
            (FidelityLevel.NotDone, false) => "theory untested, fix the Do",
            (FidelityLevel.Unknown, _) => "unknown: say whether it was done",
            (_, false) when finding is { Role: MetricRole.Balancing, VsPrediction: PredictionWord.AsPredicted or PredictionWord.Better } => "theory supported",
            (FidelityLevel.Partial, false) => "theory untested in full, fix the Do",
            (_, true) when finding.VsPrediction is not PredictionWord.Worse => "theory supported",
            (FidelityLevel.AsPlanned, _) when excluded => "theory refuted",
            (_, true) => "theory incomplete: less than predicted",
            _ => finding.Effect == EffectWord.Worsened ? "theory refuted" : "inconclusive",
        };
    }
}
