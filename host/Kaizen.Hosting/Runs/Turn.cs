using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;
using Kaizen.Hosting.Record;
using Kaizen.Store.Evidence;
using Kaizen.Store.Ledger;

namespace Kaizen.Hosting.Runs;

/// <summary>One cycle on its way through a run: its inputs, what is on record for them, what was concluded.</summary>
internal sealed class Turn
{
    private readonly LockState? locked;

    private Turn(Cycle cycle, DateOnly factsAsOf, LockState? locked, Inputs? inputs)
    {
        Cycle = cycle;
        FactsAsOf = factsAsOf;
        this.locked = locked;
        Inputs = inputs;
    }

    public Cycle Cycle { get; }

    public DateOnly FactsAsOf { get; }

    /// <summary>What its conclusion rests on, or null where a source cannot say whether it changed.</summary>
    public Inputs? Inputs { get; }

    /// <summary>The evidence that the store holds for the same inputs, or null.</summary>
    public CycleEvidence? Known { get; private init; }

    public CycleEvidence? Evidence { get; private set; }

    /// <summary>Inputs that differ from the last conclusion.</summary>
    public IReadOnlyList<string> Changed { get; private init; } = [];

    public static Turn Of(
        Cycle cycle, (DateOnly AsOf, RunMode Mode) look, WorkspaceLedger ledger, Opened opened, EvidenceStore store)
    {
        var facts = CycleWindows.FactsAsOf(cycle, look.AsOf);
        var locked = ledger.LockOf(cycle, look.AsOf, take: look.Mode == RunMode.Close);
        var inputs = InputsOf.Cycle(cycle, facts, locked, opened);
        var evidence = inputs is null ? null : OnRecord.For(store, inputs.Key);
        return new Turn(cycle, facts, locked, inputs)
        {
            Known = evidence,
            Evidence = evidence,
            Changed = evidence is null && inputs is not null && store.LastInputs(cycle.Id) is { } last ? inputs.Changed(last) : [],
        };
    }

    /// <summary>Concludes from what was measured; without all of its series a cycle stays as it was.</summary>
    public void Conclude(IReadOnlyList<Measurement>? measured, WorkCalendar calendar)
    {
        if (measured is not null) Evidence = CycleCheck.Conclude(Cycle, measured, FactsAsOf, calendar, locked);
    }

    /// <summary>What is to be kept, or null where it is on record already or its inputs cannot be told apart.</summary>
    public Recorded? ToRecord() =>
        Known is null && Evidence is not null && Inputs is not null ? new Recorded(Cycle.Id, Inputs, EvidenceJson.ToBytes(Evidence)) : null;
}
