using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting.Record;
using Kaizen.Hosting.Runs;
using Kaizen.Store.Evidence;

namespace Kaizen.Hosting.Serving;

/// <summary>
/// Loops that could not be concluded when they were looked at last, each with what kept it: their faults stay told while other
/// loops are looked at, and what was concluded before goes on to be shown.
/// </summary>
internal sealed class FailingLoops(string workspaceFolder)
{
    private readonly Dictionary<string, IReadOnlyList<Diagnostic>> faults = [];

    /// <summary>The faults of each loop that fails.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Diagnostic>> Faults => new Dictionary<string, IReadOnlyList<Diagnostic>>(faults);

    /// <summary>Takes note of what runs found.</summary>
    /// <param name="results">The runs.</param>
    /// <param name="waiting">The loops that wait for another try; what is known of others is forgotten.</param>
    public void Note(IReadOnlyList<RunResult> results, ICollection<string> waiting)
    {
        foreach (var result in results)
        {
            foreach (var cycle in result.Cycles)
            {
                if (cycle.Evidence is null) faults[cycle.Cycle.Id] = Of(cycle.Cycle, result.Diagnostics);
                else faults.Remove(cycle.Cycle.Id);
            }

            // A run that broke has no cycles, but says whose it was.
            if (result.Cycles.Count == 0)
                foreach (var own in result.Diagnostics.Where(d => d.Cycle is not null && waiting.Contains(d.Cycle)).GroupBy(d => d.Cycle!)) faults[own.Key] = [.. own];
        }

        foreach (var gone in faults.Keys.Where(id => !waiting.Contains(id)).ToList()) faults.Remove(gone);
    }

    /// <summary>The faults of loops that these runs did not look at.</summary>
    public IEnumerable<Diagnostic> Beside(IReadOnlyList<RunResult> results)
    {
        var seen = results.SelectMany(r => r.Cycles).Select(c => c.Cycle.Id).ToHashSet(StringComparer.Ordinal);
        return faults.Where(f => !seen.Contains(f.Key)).SelectMany(f => f.Value);
    }

    /// <summary>The results with the last conclusion where there is no new one: as it was shown, or as it is on record.</summary>
    public IReadOnlyDictionary<string, CycleResult> WithLast(IEnumerable<CycleResult> results, IReadOnlyDictionary<string, CycleResult> shown)
    {
        var all = results.ToDictionary(r => r.Cycle.Id);
        foreach (var one in all.Values.Where(r => r.Evidence is null).ToList())
            if (shown.GetValueOrDefault(one.Cycle.Id)?.Evidence is { } earlier) all[one.Cycle.Id] = one with { Evidence = earlier };
        var without = all.Values.Where(r => r.Evidence is null).ToList();
        if (without.Count == 0) return all;
        using var store = EvidenceStore.Open(workspaceFolder, StoreUse.Look, new DiagnosticBag());
        foreach (var one in without) all[one.Cycle.Id] = one with { Evidence = OnRecord.Last(store, one.Cycle.Id) };
        return all;
    }

    /// <summary>A loop's own faults; else those of the sources it reads; else, where they name no source, all that were found on reading.</summary>
    private static List<Diagnostic> Of(Cycle cycle, IReadOnlyList<Diagnostic> all)
    {
        var errors = all.Where(d => d.Severity == Severity.Error && (d.Cycle == cycle.Id || d.Code[2] == '3')).ToList();
        var sources = cycle.Metrics.Select(m => $"'{m.Source.Name}'").Distinct().ToList();
        var own = errors.Where(d => d.Cycle == cycle.Id || sources.Exists(s => d.Message.Contains(s, StringComparison.Ordinal))).ToList();
        return own.Count > 0 ? own : errors;
    }
}
