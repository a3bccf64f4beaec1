using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>Resolves what cycles say of each other: <c>after_of</c> and <c>previous</c>.</summary>
/// <param name="drafts">The cycles that could be bound, by id.</param>
/// <param name="ids">The ids of all files, those that could not be bound too.</param>
internal sealed class CycleLinker(IReadOnlyDictionary<string, CycleDraft> drafts, IReadOnlySet<string> ids)
{
    private static readonly Baseline None = new(null, null, null, null);

    /// <summary>The cycle with its references resolved and its hash.</summary>
    public Cycle Link(CycleDraft draft)
    {
        var cycle = draft.Cycle;
        if (draft.Uses is not { } uses) return cycle;
        Previous(draft);
        foreach (var reference in draft.AfterOf) Check(draft, reference);
        if (Circle(cycle.Id, AfterOfIds) is { } circle && draft.AfterOf.Count > 0)
            draft.Faults.Add(Catalogue.CircularBaseline, draft.AfterOf[0], "give one of them a baseline with dates", circle);

        var inferred = cycle.Inferred;
        var metrics = cycle.Metrics.Select(Resolve).ToList();
        if (Frozen(cycle) is { } frozen)
        {
            metrics = [.. metrics.Select(m => m.Baseline == None ? m with { Baseline = frozen } : m)];
            inferred = [.. inferred, new Inference("baseline", $"after_of: {frozen.AfterOf}", "what the cycle before reached is what this one holds")];
        }

        var others = metrics.Where(m => m.Baseline.AfterOf is not null).Select(m => $"after_of {m.Baseline.AfterOf} {Say.Date(m.Baseline.From)} {Say.Date(m.Baseline.To)}");
        return cycle with
        {
            Metrics = metrics,
            Inferred = inferred,
            DefinitionHash = DefinitionHash.Of(draft.Faults.Text!.Text, string.Join('\n', others.Distinct().Prepend(uses))),
        };
    }

    private Metric Resolve(Metric metric)
    {
        if (metric.Baseline.AfterOf is not { } id || !drafts.TryGetValue(id, out var other)) return metric;
        return metric with { Baseline = metric.Baseline with { From = other.Cycle.Do.Started, To = other.Cycle.Check.Date } };
    }

    /// <summary>What an SDCA without a baseline of its own holds: the after-window of the cycle before.</summary>
    private Baseline? Frozen(Cycle cycle)
    {
        if (cycle.Kind != CycleKind.Sdca || cycle.Chain is not { } chain || cycle.Metrics.All(m => m.Baseline != None)) return null;
        if (!drafts.TryGetValue(chain.Previous, out var before) || before.Cycle is not { Do.Started: { } from, Check.Date: { } to }) return null;
        return chain.Previous == cycle.Id ? null : new Baseline(from, to, null, chain.Previous);
    }

    private void Check(CycleDraft draft, ScalarNode reference)
    {
        var id = reference.Value.Trim();
        if (!ids.Contains(id))
        {
            draft.Faults.Add(Catalogue.UnknownCycle, reference, Nearest.Hint(id, [.. ids]), id);
            return;
        }

        var other = drafts.GetValueOrDefault(id);
        var missing = other?.Cycle.Do.Started is null ? "do.started" : other.Cycle.Check.Date is null ? "check.date" : null;
        if (missing is null || id == draft.Cycle.Id) return;
        if (other is null || other.Faults.HasErrors) draft.Faults.Add(Catalogue.CycleFaulty, reference, $"mend the cycle '{id}' first", id);
        else draft.Faults.Add(Catalogue.CycleWithoutDates, reference, "write the date there, or give this cycle a baseline with dates", id, missing);
    }

    private void Previous(CycleDraft draft)
    {
        if (draft.Previous is not { IsEmpty: false } reference) return;
        var id = reference.Value.Trim();
        if (!ids.Contains(id)) draft.Faults.Add(Catalogue.UnknownCycle, reference, Nearest.Hint(id, [.. ids]), id);
        else if (Circle(draft.Cycle.Id, PreviousIds) is { } circle) draft.Faults.Add(Catalogue.CircularChain, reference, "take one 'previous' away", circle);
    }

    private IEnumerable<string> AfterOfIds(string id) =>
        drafts.TryGetValue(id, out var draft) ? draft.AfterOf.Select(a => a.Value.Trim()) : [];

    private IEnumerable<string> PreviousIds(string id) =>
        drafts.TryGetValue(id, out var draft) && draft.Cycle.Chain is { } chain ? [chain.Previous] : [];

    /// <summary>The way from a cycle back to itself, or null where there is none.</summary>
    private static string? Circle(string start, Func<string, IEnumerable<string>> next)
    {
        var from = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<string>([start]);
        while (open.TryDequeue(out var at))
        {
            foreach (var to in next(at))
            {
                if (to == start) return Way(start, at, from);
                if (from.TryAdd(to, at)) open.Enqueue(to);
            }
        }

        return null;
    }

    private static string Way(string start, string last, Dictionary<string, string> from)
    {
        var way = new List<string> { start };
        for (var at = last; at != start; at = from[at]) way.Add(at);
        way.Add(start);
        way.Reverse();
        return string.Join(" -> ", way);
    }
}
