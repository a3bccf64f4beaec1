using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Checking;

/// <summary>The result against what was predicted; without a prediction the target's <c>to</c> decides for the lead metric.</summary>
internal static class AgainstPrediction
{
    public static PredictionWord? Of(Cycle cycle, Metric metric, Finding finding)
    {
        if (finding.After is not { } after || finding.Effect == EffectWord.TooEarly || finding.Better is not { } better) return null;
        if (metric.Prediction is { } predicted)
        {
            if (predicted.Low is { } low && after < low && !Numeric.Close(after, low))
                return better == Better.Lower ? PredictionWord.Better : PredictionWord.Worse;
            if (predicted.High is { } high && after > high && !Numeric.Close(after, high))
                return better == Better.Higher ? PredictionWord.Better : PredictionWord.Worse;
            return PredictionWord.AsPredicted;
        }

        // Holding a gain has no prediction to meet: its alarms say whether the standard holds.
        if (cycle.Kind == CycleKind.Sdca || metric.Name != cycle.LeadMetric || cycle.Plan.Target is not { } target) return null;
        var reached = Numeric.Close(after, target.To) || (better == Better.Lower ? after < target.To : after > target.To);
        return reached ? PredictionWord.AsPredicted : PredictionWord.Worse;
    }

    /// <summary>The change that was predicted: <c>expect</c>, or the target, minus the mean before; null where neither stands.</summary>
    public static double? PredictedChange(Cycle cycle, Finding finding) =>
        (finding.Prediction?.Expect ?? (finding.Metric == cycle.LeadMetric ? cycle.Plan.Target?.To : null)) - finding.Before;

    /// <summary>Whether the effect's interval excludes the predicted change; where a comparison is declared, its interval.</summary>
    public static bool Excluded(Cycle cycle, Finding finding)
    {
        var interval = finding.Comparison is { } c ? c.Interval : finding.Interval;
        return PredictedChange(cycle, finding) is { } change && interval is { } i && (change < i.Low || change > i.High);
    }
}
