using System.IO.Enumeration;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;

namespace Kaizen.Hosting.Runs;

/// <summary>Selectors: patterns with * and ? over a cycle's id and over domain/id.</summary>
public static class Selection
{
    /// <summary>The selected cycles; a selector that fits no cycle, not even a faulty one, is a fault.</summary>
    public static IReadOnlyList<Cycle> Of(Workspace workspace, IReadOnlyList<string> selectors, DiagnosticBag faults)
    {
        foreach (var selector in selectors)
        {
            if (workspace.Cycles.Any(c => Fits(selector, c)) || workspace.Faulty.Any(f => Fits(selector, f.Id)))
                continue;
            var ids = workspace.Cycles.Select(c => c.Id).Concat(workspace.Faulty.Select(f => f.Id)).ToList();
            faults.Add(Catalogue.NothingSelected.Hinting(Nearest.Hint(selector, ids), null, selector));
        }

        return selectors.Count == 0 ? workspace.Cycles : workspace.Cycles.Where(c => selectors.Any(s => Fits(s, c))).ToList();
    }

    /// <summary>The ids of the selected cycles whose file has errors.</summary>
    public static IReadOnlyList<string> Faulty(Workspace workspace, IReadOnlyList<string> selectors) =>
        [.. workspace.Faulty.Select(f => f.Id).Where(id => selectors.Count == 0 || selectors.Any(s => Fits(s, id)))];

    // The domain of a faulty cycle is not known, so either one fits.
    private static bool Fits(string selector, string faulty) =>
        FileSystemName.MatchesSimpleExpression(selector, faulty)
        || FileSystemName.MatchesSimpleExpression(selector, $"sales/{faulty}") || FileSystemName.MatchesSimpleExpression(selector, $"change/{faulty}");

    private static bool Fits(string selector, Cycle cycle) =>
        FileSystemName.MatchesSimpleExpression(selector, cycle.Id)
        || FileSystemName.MatchesSimpleExpression(selector, $"{(cycle.Domain == Domain.Sales ? "sales" : "change")}/{cycle.Id}");
}
