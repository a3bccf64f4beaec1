using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Checking;

/// <summary>Which direction is better: as written, else told from the target or the prediction against the baseline.</summary>
internal static class BetterOf
{
    public static Better? Metric(Cycle cycle, Metric metric, double? baseline)
    {
        if (metric.Better is { } written) return written;
        var goal = cycle.Plan.Target is { } target && target.Metric == metric.Name ? target.To : metric.Prediction?.Expect;
        if (goal is { } g && baseline is { } b && !Numeric.Close(g, b)) return g < b ? Better.Lower : Better.Higher;
        return metric.Guardrail switch
        {
            { Change: { } change } when change != 0 => change > 0 ? Better.Lower : Better.Higher,
            { Value: { } value } when baseline is { } mean && !Numeric.Close(value, mean) => value > mean ? Better.Lower : Better.Higher,
            _ => null,
        };
    }
}
