using Kaizen.Core.Diagnostics;
using Kaizen.Core.Expressions;
using Kaizen.Core.Metrics;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>Binds the one aggregate of a metric with its expressions.</summary>
internal static class MeasureBinder
{
    public static readonly Dictionary<string, Enum> Aggregates = new()
    {
        ["median"] = Aggregate.Median,
        ["mean"] = Aggregate.Mean,
        ["sum"] = Aggregate.Sum,
        ["min"] = Aggregate.Min,
        ["max"] = Aggregate.Max,
        ["p90"] = Aggregate.P90,
        ["distinct"] = Aggregate.Distinct,
        ["rate"] = Aggregate.Rate,
        ["count"] = Aggregate.Count,
        ["ratio"] = Aggregate.Ratio,
    };

    public static Measure? Bind(Fields fields, string name, ScalarNode key)
    {
        var written = fields.Entries.Where(e => Aggregates.ContainsKey(e.Key.Value)).Select(e => e.Key).ToList();
        // The condition is read first, so that its faults show beside those of the aggregate.
        var where = fields.Expression("where");
        var whole = !fields.Has("where") || where is not null;
        if (written.Count == 0)
        {
            // A misspelt aggregate is already reported as an unknown key with the right name beside it.
            if (!fields.Misspelt(Aggregates.Keys)) fields.Faults.Add(Catalogue.NoAggregate, key, $"one of {string.Join(", ", Aggregates.Keys)}", name);
            return null;
        }

        foreach (var second in written.Skip(1))
            fields.Faults.Add(Catalogue.TwoAggregates, second, "make it a metric of its own", name, written[0].Value, second.Value);
        var aggregate = (Aggregate)Aggregates[written[0].Value];
        var measure = aggregate switch
        {
            Aggregate.Ratio => Ratio(fields, where),
            Aggregate.Count => Count(fields, where),
            _ => fields.Expression(written[0].Value) is { } value ? new Measure(aggregate, value, null, where) : null,
        };
        return written.Count == 1 && whole ? measure : null;
    }

    private static Measure? Ratio(Fields fields, RowExpression? where)
    {
        var ratio = Fields.Of(fields.Entry("ratio"), "the ratio", ["of", "over"], fields.Faults);
        if (!ratio.Exists)
        {
            if (fields.Entry("ratio")!.Value.IsEmpty) fields.Fault("ratio", Catalogue.KeyWithoutValue, "write { of: EXPRESSION, over: EXPRESSION }", "ratio");
            return null;
        }

        ratio.Missing("of", "write what is summed above the line");
        ratio.Missing("over", "write what is summed below the line");
        var of = ratio.Expression("of");
        var over = ratio.Expression("over");
        return of is null || over is null ? null : new Measure(Aggregate.Ratio, of, over, where);
    }

    private static Measure? Count(Fields fields, RowExpression? where)
    {
        var text = fields.Entry("count")!.Value is ScalarNode { IsEmpty: false } s ? s.Value.Trim() : "";
        if (text is "rows" or "true" or "True" or "TRUE") return new Measure(Aggregate.Count, null, null, where);
        if (text.ToUpperInvariant() is "YES" or "ON" or "NO" or "OFF" or "FALSE")
        {
            fields.Fault("count", Catalogue.NotAFlag, "for all rows write 'count: rows'", "count", text);
            return null;
        }

        return fields.Expression("count") is { } condition ? new Measure(Aggregate.Count, condition, null, where) : null;
    }
}
