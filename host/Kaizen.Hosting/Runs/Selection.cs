using System.IO.Enumeration;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;

namespace Kaizen.Hosting.Runs;

/// <summary>
/// Selectors: patterns with * and ? over a cycle's id and over domain/id. The name of a family stands for all of its loops;
/// where cycles are files, the name of a loop stands for the file of its family.
/// </summary>
public static class Selection
{
    /// <summary>The selected cycles; a selector that fits no cycle, not even a faulty one, is a fault.</summary>
    public static IReadOnlyList<Cycle> Of(Workspace workspace, IReadOnlyList<string> selectors, DiagnosticBag faults)
    {
        if (selectors.Count == 0) return workspace.Cycles;
        var selected = new HashSet<Cycle>(ReferenceEqualityComparer.Instance);
        // A host names each of its loops; ten thousand names are looked up and not compared with each other.
        var byName = workspace.Cycles.ToLookup(c => c.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var selector in selectors)
        {
            var fitting = byName.Contains(selector) ? byName[selector].ToList() : workspace.Cycles.Where(c => Fits(selector, c)).ToList();
            selected.UnionWith(fitting);
            if (fitting.Find(c => c.Each is not null && !Names(c).Any(n => Matches(selector, n))) is { } file)
                faults.Add(Catalogue.FamilyFile.At(null, selector, file.File));
            if (fitting.Count > 0 || workspace.Faulty.Any(f => Fits(selector, f.Id)) || workspace.Families.Any(f => IsMeant(selector, f))) continue;
            var ids = workspace.Cycles.Select(c => c.Id).Concat(workspace.Faulty.Select(f => f.Id)).ToList();
            faults.Add(Catalogue.NothingSelected.Hinting(Nearest.Hint(selector, ids), null, selector));
        }

        return [.. workspace.Cycles.Where(selected.Contains)];
    }

    /// <summary>The ids of the selected cycles whose file has errors.</summary>
    public static IReadOnlyList<string> Faulty(Workspace workspace, IReadOnlyList<string> selectors) =>
        [.. workspace.Faulty.Select(f => f.Id).Where(id => FitsFaulty(selectors, id))];

    /// <summary>Whether any of the selectors means a cycle; without selectors all are meant.</summary>
    internal static bool Fits(IReadOnlyList<string> selectors, Cycle cycle) => selectors.Count == 0 || selectors.Any(s => Fits(s, cycle));

    /// <summary>Whether any of the selectors may mean a cycle whose file has errors.</summary>
    internal static bool FitsFaulty(IReadOnlyList<string> selectors, string id) => selectors.Count == 0 || selectors.Any(s => Fits(s, id));

    private static bool Fits(string selector, Cycle cycle)
    {
        if (Names(cycle).Any(n => Matches(selector, n))) return true;
        return cycle.Each is not null && FileOf(selector) is { } file && Names(cycle).Any(n => Matches(file, n));
    }

    // Of a family that could not be read any loop may be meant.
    private static bool IsMeant(string selector, FamilyFile family) =>
        family.IsKnown ? Names(family.Cycle).Any(n => Matches(selector, n)) : Fits(selector, family.Cycle);

    // The domain of a faulty cycle is not known, so either one fits; nor is whether it is a family.
    private static bool Fits(string selector, string faulty) =>
        new[] { selector, FileOf(selector) }.OfType<string>().Any(s => Matches(s, faulty) || Matches(s, $"sales/{faulty}") || Matches(s, $"change/{faulty}"));

    private static IEnumerable<string> Names(Cycle cycle)
    {
        var domain = cycle.Domain == Domain.Sales ? "sales" : "change";
        yield return cycle.Id;
        yield return $"{domain}/{cycle.Id}";
        if (cycle.FamilyOf is not { } family) yield break;
        yield return family;
        yield return $"{domain}/{family}";
    }

    /// <summary>What names the file where a selector names one of its loops: a file has no dot in its name.</summary>
    private static string? FileOf(string selector) => selector.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? selector[..dot] : null;

    private static bool Matches(string selector, string name) => FileSystemName.MatchesSimpleExpression(selector, name);
}
