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
            if (workspace.Cycles.Any(c => Fits(selector, c)) || workspace.Faulty.Any(f => FileSystemName.MatchesSimpleExpression(selector, f.Id)))
                continue;
            var ids = workspace.Cycles.Select(c => c.Id).ToList();
            faults.Add(Catalogue.NothingSelected.At(null, selector) with { Hint = Nearest.Hint(selector, ids) });
        }

        return selectors.Count == 0 ? workspace.Cycles : workspace.Cycles.Where(c => selectors.Any(s => Fits(s, c))).ToList();
    }

    private static bool Fits(string selector, Cycle cycle) =>
        FileSystemName.MatchesSimpleExpression(selector, cycle.Id)
        || FileSystemName.MatchesSimpleExpression(selector, $"{(cycle.Domain == Domain.Sales ? "sales" : "change")}/{cycle.Id}");
}
