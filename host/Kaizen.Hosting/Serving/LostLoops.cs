using Kaizen.Core.Cycles;
using Kaizen.Hosting.Runs;

namespace Kaizen.Hosting.Serving;

/// <summary>
/// Loops of a family whose rows cannot be read now: which loops there are is not known then, but those that were known before
/// stay as they are, are due, and fail like any other loop whose source cannot be read.
/// </summary>
internal static class LostLoops
{
    /// <summary>The workspace with the loops that were known before of families that could not be read.</summary>
    public static Workspace Kept(Workspace now, Workspace? before)
    {
        var lost = IdsOf(now);
        if (lost.Count == 0 || before is null) return now;
        var here = now.Cycles.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var kept = before.Cycles.Where(c => c.FamilyOf is { } family && lost.Contains(family) && !here.Contains(c.Id));
        return now with { Cycles = [.. now.Cycles.Concat(kept).OrderBy(c => c.Id, StringComparer.Ordinal)] };
    }

    /// <summary>The results with those loops that a run was asked for and could not know, as not concluded.</summary>
    public static List<RunResult> Among(List<RunResult> results, string[] asked, bool whole, LoopView view)
    {
        var ids = asked.ToHashSet(StringComparer.Ordinal);
        return results.ConvertAll(result => With(result, view, c => whole || ids.Contains(c.Id)));
    }

    private static RunResult With(RunResult result, LoopView view, Func<Cycle, bool> isAsked)
    {
        if (result.Workspace is not { } workspace || !result.Reached || IdsOf(workspace) is not { Count: > 0 } lost) return result;
        var missing = view.Workspace!.Cycles.Where(c => c.FamilyOf is { } family && lost.Contains(family) && isAsked(c))
            .Select(c => view.Cycles.GetValueOrDefault(c.Id) is { } shown ? shown with { Cycle = c, Evidence = null } : new CycleResult(c, null, false, [], CycleNotes.None));
        return result with { Cycles = [.. result.Cycles, .. missing] };
    }

    /// <summary>Ids under which there may be results to go on showing: faulty files, and the loops of a family whose file is faulty now.</summary>
    public static IEnumerable<string> OfFaulty(Workspace workspace, LoopView view)
    {
        var faulty = workspace.Faulty.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        return faulty.Concat(view.Cycles.Values.Where(r => r.Cycle.FamilyOf is { } family && faulty.Contains(family)).Select(r => r.Cycle.Id));
    }

    private static HashSet<string> IdsOf(Workspace workspace) =>
        workspace.Families.Where(f => !f.IsKnown).Select(f => f.Cycle.Id).ToHashSet(StringComparer.Ordinal);
}
