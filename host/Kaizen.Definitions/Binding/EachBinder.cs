using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;

namespace Kaizen.Definitions.Binding;

/// <summary>Binds <c>each</c>: the source that is split, and the column by which. Its values are read later, with the rows.</summary>
internal sealed class EachBinder(WorkspaceParts parts, MetricSet metrics, List<Inference> inferred)
{
    /// <summary>The family, or null where the file is one loop or <c>each</c> is faulty.</summary>
    /// <param name="cycle">The file.</param>
    /// <param name="kind">The kind of cycle: one that needs a metric hears elsewhere that it has none.</param>
    public Family? Bind(Fields cycle, CycleKind kind)
    {
        if (cycle.Entry("each") is not { } entry) return null;
        if (entry.Value.IsEmpty)
        {
            cycle.Faults.Add(Catalogue.KeyWithoutValue, entry.Key, "write each: { split: COLUMN }, or take the key away", "each");
            return null;
        }

        var fields = Fields.Of(entry, "the family", ["source", "split"], cycle.Faults);
        if (!fields.Exists) return null;
        fields.Missing("split", "name the column whose values the loops are named by");
        var split = fields.Written("split");
        var silent = metrics.All.Count != metrics.Names.Count || metrics.Names.Count == 0 && kind is CycleKind.Pdca or CycleKind.Sdca;
        var source = fields.Has("source") ? Named(fields, silent) : fields.Misspelt(["source"]) || silent ? null : Inferred(cycle);
        return source is null || split is null ? null : new Family(source, split);
    }

    // Of a metric with faults nobody knows what it would read, so nothing is said of it here.
    private SourceDefinition? Named(Fields fields, bool silent)
    {
        if (fields.Text("source") is not { } wanted) return null;
        var names = parts.SourceNames;
        if (!names.Contains(wanted)) fields.Fault("source", Catalogue.UnknownSource, Nearest.Hint(wanted, names) ?? "name it in kaizen.yaml under 'sources'", wanted);
        else if (!silent && metrics.All.All(m => m.Source.Name != wanted)) fields.Fault("source", Catalogue.FamilyUnread, null, $"source '{wanted}'");
        return parts.Sources.GetValueOrDefault(wanted);
    }

    private SourceDefinition? Inferred(Fields cycle)
    {
        var read = metrics.All.Select(m => m.Source).DistinctBy(s => s.Name).ToList();
        if (read is [var one])
        {
            inferred.Add(new Inference("each.source", one.Name, parts.SourceNames.Count == 1 ? "the only source" : "the source that all metrics read"));
            return one;
        }

        if (read.Count == 0) cycle.Faults.Add(Catalogue.FamilyUnread, cycle.KeyAt("each"), null, "a source");
        else cycle.Faults.Add(Catalogue.FamilySourceNotChosen, cycle.KeyAt("each"), $"write 'source: ' and one of {string.Join(", ", read.Select(s => s.Name))}");
        return null;
    }
}
