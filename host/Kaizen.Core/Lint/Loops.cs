using System.Collections.Concurrent;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Lint;

/// <summary>The cycles of a workspace as rules need them: by id, by what came before, by the loop above. Built once for all.</summary>
public sealed class Loops
{
    private readonly Dictionary<string, Cycle> byId;
    private readonly ILookup<string, Cycle> byPrevious;
    private readonly ILookup<string, Cycle> byWithin;

    // Asked for by every cycle of a loop, and of ten thousand cycles all may be in one.
    private readonly ConcurrentDictionary<string, (bool Short, bool Long)> horizons = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<DateOnly, Decided> decided = [];

    /// <param name="cycles">All cycles of the workspace.</param>
    /// <param name="events">Events that everybody knew of.</param>
    /// <param name="families">Files whose members stand among the cycles: what others name is the file.</param>
    public Loops(IReadOnlyList<Cycle> cycles, IReadOnlyList<Annotation> events, IReadOnlyList<FamilyFile>? families = null)
    {
        All = cycles;
        Events = events;
        byId = cycles.Concat((families ?? []).Select(f => f.Cycle)).ToDictionary(c => c.Id, StringComparer.Ordinal);
        byPrevious = cycles.Where(c => c.Chain is not null).ToLookup(c => c.Chain!.Previous, StringComparer.Ordinal);
        byWithin = cycles.Where(c => c.Within is not null).ToLookup(c => c.Within!, StringComparer.Ordinal);
    }

    /// <summary>The loops of a workspace.</summary>
    public static Loops Of(Workspace workspace) => new(workspace.Cycles, workspace.Events, workspace.Families)
    {
        People = workspace.People.SelectMany(p => TextWords.Of(p.Key).All.Concat(TextWords.Of(p.Value.Name).All)).Where(w => w.Length > 1).ToHashSet(StringComparer.Ordinal),
    };

    /// <summary>The short names of the workspace's people and the words of their full names, in lower case.</summary>
    public IReadOnlySet<string> People { get; init; } = new HashSet<string>();

    public IReadOnlyList<Cycle> All { get; }

    public IReadOnlyList<Annotation> Events { get; }

    /// <summary>The cycle of an id, or null.</summary>
    public Cycle? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The cycles that follow another, or its family.</summary>
    public IEnumerable<Cycle> After(Cycle cycle) => cycle.FamilyOf is { } family ? byPrevious[cycle.Id].Concat(byPrevious[family]) : byPrevious[cycle.Id];

    /// <summary>Which horizons the metrics of a loop have, over all of its cycles that were not cancelled.</summary>
    public (bool Short, bool Long) HorizonsIn(string loop) => horizons.GetOrAdd(loop, name =>
    {
        var metrics = In(name).Where(c => c.Cancelled is null).SelectMany(c => c.Metrics).Select(m => m.Horizon).ToHashSet();
        return (metrics.Contains(Horizon.Short), metrics.Contains(Horizon.Long));
    });

    /// <summary>The improvements that were decided by a day.</summary>
    internal Decided DecidedBy(DateOnly? day) => decided.GetOrAdd(day ?? DateOnly.MaxValue, d =>
    {
        // A decision in the file of a family is taken once for all of its members.
        var closed = All.DistinctBy(c => c.FamilyOf ?? c.Id).Where(c => c.Kind is CycleKind.Pdca or CycleKind.Edca && c.Act is { Decision: not null } act && (act.Date is not { } date || date <= d)).ToList();
        var last = closed.OrderBy(c => c.Act!.Date ?? DateOnly.MinValue).ThenBy(c => c.Id, StringComparer.Ordinal).LastOrDefault();
        return new Decided(closed.Count, closed.Count(c => c.Act!.Decision is "adopt" or "pursue"), last?.Id);
    });

    /// <summary>The cycles in a loop, itself included where it is a cycle.</summary>
    public IEnumerable<Cycle> In(string loop) => Find(loop) is { } own ? byWithin[loop].Prepend(own) : byWithin[loop];
}

/// <summary>How many improvements were decided and how many of them adopted, and which was the last.</summary>
internal sealed record Decided(int Count, int Adopted, string? Last);
