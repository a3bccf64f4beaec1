using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Checking;

/// <summary>
/// The result against what was predicted: its interval, or the expected value where it has none; without a prediction the
/// target's <c>to</c> decides for the lead metric.
/// </summary>
internal static class AgainstPrediction
{
    public static PredictionWord? Of(Cycle cycle, Metric metric, Finding finding)
    {
        if (finding.After is not { } after || finding.Effect == EffectWord.TooEarly || finding.Better is not { } better) return null;
        if (metric.Prediction is { } predicted && (predicted.Low ?? predicted.High) is not null)
        {
            if (predicted.Low is { } low && after < low && !Numeric.Close(after, low))
                return better == Better.Lower ? PredictionWord.Better : PredictionWord.Worse;
            if (predicted.High is { } high && after > high && !Numeric.Close(after, high))
                return better == Better.Higher ? PredictionWord.Better : PredictionWord.Worse;
            return PredictionWord.AsPredicted;
        }

        // Without an interval no miss would be one: the expected value itself is what is to be reached.
        if ((metric.Prediction?.Expect ?? TargetOf(cycle, metric)) is not { } aim) return null;
        var reached = Numeric.Close(after, aim) || (better == Better.Lower ? after < aim : after > aim);
        return reached ? PredictionWord.AsPredicted : PredictionWord.Worse;
    }

    /// <summary>The target where the metric leads; holding a gain has no target to meet, its alarms say whether the standard holds.</summary>
    private static double? TargetOf(Cycle cycle, Metric metric) =>
        cycle.Kind == CycleKind.Sdca || metric.Name != cycle.LeadMetric ? null : cycle.Plan.Target?.To;

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
