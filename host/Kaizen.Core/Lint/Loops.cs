using Kaizen.Core.Cycles;

namespace Kaizen.Core.Lint;

/// <summary>The cycles of a workspace as rules need them: by id, by what came before, by the loop above. Built once for all.</summary>
public sealed class Loops
{
    private readonly Dictionary<string, Cycle> byId;
    private readonly ILookup<string, Cycle> byPrevious;
    private readonly ILookup<string, Cycle> byWithin;

    /// <param name="cycles">All cycles of the workspace.</param>
    /// <param name="events">Events that everybody knew of.</param>
    public Loops(IReadOnlyList<Cycle> cycles, IReadOnlyList<Annotation> events)
    {
        All = cycles;
        Events = events;
        byId = cycles.ToDictionary(c => c.Id, StringComparer.Ordinal);
        byPrevious = cycles.Where(c => c.Chain is not null).ToLookup(c => c.Chain!.Previous, StringComparer.Ordinal);
        byWithin = cycles.Where(c => c.Within is not null).ToLookup(c => c.Within!, StringComparer.Ordinal);
    }

    public IReadOnlyList<Cycle> All { get; }

    public IReadOnlyList<Annotation> Events { get; }

    /// <summary>The cycle of an id, or null.</summary>
    public Cycle? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The cycles that follow another.</summary>
    public IEnumerable<Cycle> After(string id) => byPrevious[id];

    /// <summary>The cycles in a loop, itself included where it is a cycle.</summary>
    public IEnumerable<Cycle> In(string loop) => Find(loop) is { } own ? byWithin[loop].Prepend(own) : byWithin[loop];
}
