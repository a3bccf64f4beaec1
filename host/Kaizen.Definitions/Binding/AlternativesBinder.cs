using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>Binds <c>plan.criteria</c> and <c>plan.alternatives</c>.</summary>
internal sealed class AlternativesBinder(FaultList faults)
{
    private readonly List<string> names = [];

    public IReadOnlyList<Criterion> Criteria(Fields plan)
    {
        var criteria = new List<Criterion>();
        foreach (var (name, weight) in Numbers(plan.Entry("criteria"), "a criterion", "write how much it counts, such as 3"))
        {
            names.Add(name.Value);
            if (weight is not { } written || Scalars.Number(name.Value, written, faults) is not { } number) continue;
            if (number > 0) criteria.Add(new Criterion(name.Value, number));
            else faults.Add(Catalogue.WeightNotPositive, written, "take it away where it does not count", name.Value, Say.Number(number));
        }

        return criteria;
    }

    /// <summary>The alternatives; after <see cref="Criteria"/>, whose names their scores use.</summary>
    public IReadOnlyList<Alternative> Alternatives(Fields plan)
    {
        var all = new List<Alternative>();
        var entry = plan.Entry("alternatives");
        foreach (var written in Fields.Names(entry, "an alternative", faults))
        {
            if (KeyFaults.IsProse(written, (MappingNode)entry!.Value, faults.Text!)) continue;
            var id = written.Key.Value;
            if (written.Value is ScalarNode text)
            {
                if (string.IsNullOrWhiteSpace(text.Value) || text.IsEmpty) faults.Add(Catalogue.KeyWithoutValue, written.Key, "write what it is", id);
                else all.Add(new Alternative(id, text.Value.Trim(), new Dictionary<string, double>()));
                continue;
            }

            var fields = Fields.Of(written, $"alternative '{id}'", ["text", "scores"], faults);
            fields.Missing("text", "write what it is");
            if (fields.Exists) all.Add(new Alternative(id, fields.Text("text") ?? "", Scores(fields)));
        }

        return all;
    }

    private Dictionary<string, double> Scores(Fields alternative)
    {
        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, score) in Numbers(alternative.Entry("scores"), "a criterion", "write a score; the higher, the better"))
        {
            if (!names.Contains(name.Value)) faults.Add(Catalogue.UnknownCriterion, name, Nearest.Hint(name.Value, names), name.Value);
            if (score is not null && Scalars.Number(name.Value, score, faults) is { } number) scores[name.Value] = number;
        }

        return scores;
    }

    private IEnumerable<(ScalarNode Name, ScalarNode? Number)> Numbers(Entry? entry, string what, string hint)
    {
        foreach (var item in Fields.Names(entry, what, faults))
        {
            if (KeyFaults.IsProse(item, (MappingNode)entry!.Value, faults.Text!)) continue;
            if (item.Value.IsEmpty) faults.Add(Catalogue.KeyWithoutValue, item.Key, hint, item.Key.Value);
            else if (item.Value is not ScalarNode) faults.Add(Catalogue.WrongKind, item.Value, hint, item.Key.Value, "a number", item.Value.Kind);
            yield return (item.Key, item.Value.IsEmpty ? null : item.Value as ScalarNode);
        }
    }
}
