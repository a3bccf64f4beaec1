using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Checking;

/// <summary>Was it done? The mean of the fidelity metric's points after, or what the team declared.</summary>
internal static class FidelityOf
{
    /// <summary>Points after that a measured fidelity needs.</summary>
    public const int PointsNeeded = 4;

    /// <summary>The cycle's fidelity: the worst of its countermeasures, unknown where it has none.</summary>
    public static FidelityLevel Of(Cycle cycle, IReadOnlyList<Finding> findings) =>
        cycle.Plan.Countermeasures.Count == 0
            ? FidelityLevel.Unknown
            : cycle.Plan.Countermeasures.Min(c => Of(c, cycle, findings));

    private static FidelityLevel Of(Countermeasure countermeasure, Cycle cycle, IReadOnlyList<Finding> findings) =>
        countermeasure.Fidelity switch
        {
            Fidelity.Declared declared => declared.Is,
            Fidelity.Measured measured => Measured(measured, cycle, findings),
            _ => FidelityLevel.Unknown,
        };

    private static FidelityLevel Measured(Fidelity.Measured fidelity, Cycle cycle, IReadOnlyList<Finding> findings)
    {
        var finding = findings.FirstOrDefault(f => f.Metric == fidelity.Metric && f.Window == "check");
        if (finding?.After is not { } mean || finding.NAfter < PointsNeeded) return FidelityLevel.Unknown;
        var lower = fidelity.PartialAt is { } p && p != fidelity.DoneAt
            ? p > fidelity.DoneAt
            : cycle.Metrics.First(m => m.Name == fidelity.Metric).Better == Better.Lower;
        if (Beyond(fidelity.DoneAt)) return FidelityLevel.AsPlanned;
        return fidelity.PartialAt is { } partial && Beyond(partial) ? FidelityLevel.Partial : FidelityLevel.NotDone;

        bool Beyond(double bound) => Numeric.Close(mean, bound) || (lower ? mean < bound : mean > bound);
    }
}
