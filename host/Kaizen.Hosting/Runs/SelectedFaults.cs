using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;

namespace Kaizen.Hosting.Runs;

/// <summary>
/// Who names cycles is told the faults of kaizen.yaml, of the files of these cycles and of those that they rest on; that there
/// are others is one line. What a cycle rests on says so itself where its file is faulty.
/// </summary>
internal static class SelectedFaults
{
    /// <summary>The faults that concern the selected cycles.</summary>
    /// <param name="all">All faults that were found on reading the files.</param>
    /// <param name="workspace">The workspace as it was read.</param>
    /// <param name="selectors">What was named; nothing for all.</param>
    public static IEnumerable<Diagnostic> Concerning(IReadOnlyList<Diagnostic> all, Workspace workspace, IReadOnlyList<string> selectors)
    {
        var files = all.Select(d => d.Cycle).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (selectors.Count == 0 || files.Count == 0) return all;
        var selected = files.Where(id => workspace.Cycles.FirstOrDefault(c => c.Id == id) is { } sound ? Selection.Fits(selectors, sound) : Selection.FitsFaulty(selectors, id)).ToHashSet(StringComparer.Ordinal);
        // A cycle that takes its baseline from another, or holds what another reached, rests on the other's file.
        foreach (var cycle in workspace.Cycles.Where(c => Selection.Fits(selectors, c)))
            selected.UnionWith(cycle.Metrics.Select(m => m.Baseline.AfterOf).Append(cycle.Kind == CycleKind.Sdca ? cycle.Chain?.Previous : null).OfType<string>());
        var faulty = all.Where(d => d is { Cycle: { } id, Severity: Severity.Error } && !selected.Contains(id)).Select(d => d.Cycle).Distinct(StringComparer.Ordinal).Count();
        var kept = all.Where(d => d.Cycle is null || selected.Contains(d.Cycle));
        return faulty == 0 ? kept : kept.Append(Catalogue.OthersFaulty.At(null, faulty == 1 ? "1 other file has" : $"{faulty} other files have"));
    }
}
