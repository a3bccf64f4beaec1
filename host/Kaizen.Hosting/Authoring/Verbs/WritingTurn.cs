using System.Globalization;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;

namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>One entry on its way into files: what there is, from which day it is looked at, and what was found wrong.</summary>
internal sealed class WritingTurn(Workspace workspace, Cycle? cycle, (DateOnly AsOf, DateOnly Clock) days, DiagnosticBag faults)
{
    public Workspace Workspace => workspace;

    /// <summary>The cycle; entries that need none are not asked for it.</summary>
    public Cycle Cycle => cycle ?? throw new InvalidOperationException("The entry belongs to no cycle.");

    /// <summary>The day that an entry carries where none is given, at the latest that of the clock.</summary>
    public DateOnly AsOf => days.AsOf;

    public DiagnosticBag Faults => faults;

    /// <summary>Files that were left alone, with the lines to put in by hand.</summary>
    public List<LeftAlone> Left { get; } = [];

    /// <summary>The day of the clock.</summary>
    public DateOnly Clock => days.Clock;

    /// <summary>The day given, or that of the entry; one that has not come is a fault.</summary>
    public DateOnly Day(DateOnly? given)
    {
        if (given > days.Clock) faults.Add(Catalogue.NotYet.At(null, Iso(given.Value), Iso(days.Clock)));
        return given ?? days.AsOf;
    }

    /// <summary>The name under which a person is written. Somebody whom nobody named may be new, so it is told and kept.</summary>
    public string? Person(string? who)
    {
        if (who?.Trim() is not { Length: > 0 } name) return null;
        if (PersonNames.Of(name, workspace, cycle is null ? [] : [cycle]) is { } known) return known;
        if (workspace.People.Count > 0) faults.Add(Catalogue.UnknownPerson.At(null, name) with { Hint = Nearest.Hint(name, [.. workspace.People.Keys]) });
        return name;
    }

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
