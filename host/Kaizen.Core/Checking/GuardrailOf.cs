using Kaizen.Core.Metrics;

namespace Kaizen.Core.Checking;

/// <summary>Did the mean after stay on the right side of the guardrail? At least 4 points after are needed to say.</summary>
internal static class GuardrailOf
{
    public static GuardrailFinding? Of(Metric metric, Finding finding)
    {
        if (metric.Guardrail is not { } guardrail) return null;
        if (Numeric.Finite(guardrail.Value ?? finding.Before + guardrail.Change) is not { } bound) return null;
        if (finding.After is not { } mean || finding.NAfter < FidelityOf.PointsNeeded || finding.Better is not { } better)
            return new GuardrailFinding(bound, null);
        var held = Numeric.Close(mean, bound) || (better == Better.Higher ? mean > bound : mean < bound);
        return new GuardrailFinding(bound, held);
    }
}
