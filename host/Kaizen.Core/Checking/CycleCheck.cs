using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Checking;

/// <summary>The check stage: measured series to findings and a recommendation. Pure: no clock, no I/O.</summary>
public static class CycleCheck
{
    /// <summary>What one measured metric says by itself.</summary>
    public static Finding Find(Cycle cycle, Measurement measured, DateOnly asOf, WorkCalendar calendar) =>
        new FindingMaker(cycle, asOf, calendar).Make(measured);

    /// <summary>Concludes on one cycle.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="measured">Its metrics as measured, in the cycle's order.</param>
    /// <param name="asOf">The date on which the facts are looked at; see <see cref="CycleWindows.FactsAsOf"/>.</param>
    /// <param name="calendar">The workspace's calendar.</param>
    /// <param name="locked">The lock on its predictions, or null.</param>
    public static CycleEvidence Conclude(
        Cycle cycle, IReadOnlyList<Measurement> measured, DateOnly asOf, WorkCalendar calendar, LockState? locked)
    {
        var maker = new FindingMaker(cycle, asOf, calendar);
        var findings = measured.Select(maker.Make).ToList();
        var fidelity = FidelityOf.Of(cycle, findings);
        findings = findings.Select(f => f with { Learned = Learning.Of(cycle, f, fidelity) }).ToList();
        var (recommendation, because) = new Recommending(cycle, asOf, findings, fidelity).Decide();
        var lead = findings.FirstOrDefault(f => f.Metric == cycle.LeadMetric && f.Window == "check");
        return new CycleEvidence
        {
            Id = cycle.Id,
            File = cycle.File,
            Domain = cycle.Domain,
            Kind = cycle.Kind,
            State = StateOf.At(cycle, asOf),
            Recommendation = recommendation,
            Because = because,
            Fidelity = fidelity,
            Decision = StateOf.DecisionAt(cycle, asOf),
            Locked = locked,
            Lead = cycle.LeadMetric,
            Findings = findings,
            FactsAsOf = asOf,
            Outlook = OutlookOf.Of(cycle, lead, asOf, calendar),
            DefinitionHash = cycle.DefinitionHash,
            Engine = EngineVersion.Text,
        };
    }
}
