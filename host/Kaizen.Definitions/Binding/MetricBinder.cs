using Kaizen.Core;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Expressions;
using Kaizen.Core.Metrics;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>Binds one metric, in a cycle or shared in <c>kaizen.yaml</c>.</summary>
internal sealed class MetricBinder(WorkspaceParts parts, FaultList faults, List<Inference> inferred)
{
    /// <summary>What a cycle may add to a shared metric.</summary>
    public static readonly string[] AddedKeys = ["predicts", "guardrail", "compare", "role", "signal", "horizon", "baseline"];

    /// <summary>What a shared metric may say: all but what belongs to one cycle.</summary>
    public static readonly string[] SharedKeys =
    [
        "definition", "source", "time", .. MeasureBinder.Aggregates.Keys, .. PluginMeasureBinder.Keys, "where", "unit", "better", "role", "signal", "horizon", "per",
        "latency", "maturity", "season", "axis", "guardrail", "compare",
    ];

    public static readonly string[] CycleKeys = [.. SharedKeys, "predicts", "baseline"];

    /// <summary>The metric, or null after a fault without which there is no metric.</summary>
    public Metric? Bind(Entry entry, IReadOnlyList<string> keys)
    {
        var name = entry.Key.Value;
        if (entry.Value.IsEmpty)
        {
            faults.Add(Catalogue.NoAggregate, entry.Key, "write an aggregate below it, such as median: hours_between(a, b)", name);
            return null;
        }

        var fields = Fields.Of(entry, $"metric '{name}'", keys, faults);
        if (!fields.Exists) return null;
        var measure = PluginMeasureBinder.Concerns(fields) ? PluginMeasureBinder.Bind(fields, name, parts) : MeasureBinder.Bind(fields, name, entry.Key);
        var input = measure?.Plugin?.Inputs is [var first, ..] ? first : null;
        var source = fields.Has("inputs") ? input?.Source : Source(fields, name, entry.Key);
        var time = fields.Has("inputs") ? input?.Time : Time(fields, name, entry.Key, source);
        var better = (Better?)fields.Choice("better", Words.Directions);
        var metric = new Metric
        {
            Name = name,
            At = faults.SpanOf(entry.Key),
            Definition = fields.Text("definition"),
            Source = source!,
            Time = time!,
            Measure = measure!,
            Unit = fields.Text("unit") ?? (measure is null || fields.Has("unit") ? "" : Unit(name, measure)),
            Better = better,
            Per = (Period?)fields.Choice("per", Words.Periods) ?? (measure?.Plugin is not null && parts.Per == Period.Row ? Period.Week : parts.Per),
            Latency = fields.Length("latency"),
            Maturity = Maturity(fields, name, measure),
            Season = fields.Span("season"),
            Axis = Axis(fields),
        };
        if (metric is { Per: Period.Row, Measure.Plugin: not null }) fields.Fault("per", Catalogue.PluginByRow, null, name);
        metric = Added(metric, fields, measure?.Aggregate == Aggregate.Rate);
        return measure is null || source is null || time is null ? null : metric;
    }

    /// <summary>A shared metric with what a cycle says of it.</summary>
    public Metric BindShared(Entry entry, SharedMetric shared)
    {
        inferred.AddRange(shared.Inferred);
        if (entry.Value.IsEmpty) return shared.Metric;
        var fields = Fields.Of(entry, $"metric '{entry.Key.Value}'", CycleKeys, faults);
        foreach (var (key, _) in fields.Entries.Where(e => CycleKeys.Contains(e.Key.Value) && !AddedKeys.Contains(e.Key.Value)))
            faults.Add(Catalogue.SharedMetricChanged, key, "choose another name for it, or take the key away", key.Value, shared.Metric.Name);
        return Added(shared.Metric, fields, shared.Metric.Measure.Aggregate == Aggregate.Rate);
    }

    private Metric Added(Metric metric, Fields fields, bool rate)
    {
        var prediction = PredictionBinder.Bind(fields, $"metrics.{metric.Name}.", rate, inferred);
        var guardrail = GuardrailOf(fields, rate) ?? metric.Guardrail;
        var compared = fields.Entry("compare") is null ? metric.Compare : Compare(fields);
        if (metric.Per == Period.Row && fields.Entry("compare") is not null) fields.Fault("compare", Catalogue.RowsCompared, "write 'per: week'");
        return metric with
        {
            Role = (MetricRole?)fields.Choice("role", Words.Roles) ?? metric.Role,
            Signal = (Indicator?)fields.Choice("signal", Words.Signals) ?? metric.Signal,
            Horizon = (Horizon?)fields.Choice("horizon", Words.Horizons) ?? metric.Horizon,
            Guardrail = guardrail,
            Prediction = prediction ?? metric.Prediction,
            Baseline = BaselineBinder.Bind(fields) ?? metric.Baseline,
            Compare = compared,
        };
    }

    private static ValueAxis? Axis(Fields fields)
    {
        if (fields.Entry("axis") is not { } entry) return null;
        if (entry.Value is not SequenceNode { Items: [ScalarNode { IsEmpty: false } first, ScalarNode { IsEmpty: false } second] })
        {
            fields.Fault("axis", Catalogue.AxisShape, null, entry.Value is SequenceNode ? "other ends" : entry.Value.Kind);
            return null;
        }

        var (low, high) = (Scalars.Number("axis", first, fields.Faults), Scalars.Number("axis", second, fields.Faults));
        if (low is null || high is null) return null;
        if (low < high) return new ValueAxis(low.Value, high.Value);
        fields.Fault("axis", Catalogue.AxisShape, null, $"{Say.Number(low.Value)} and {Say.Number(high.Value)}");
        return null;
    }

    private static Guardrail? GuardrailOf(Fields fields, bool rate)
    {
        if (fields.Entry("guardrail") is not { } entry) return null;
        if (entry.Value is not MappingNode)
        {
            if (fields.Number("guardrail") is not { } value) return null;
            Fractions.Check(fields, "guardrail", value, rate, 0);
            return new Guardrail(value, null);
        }

        var change = Fields.Of(entry, "the guardrail", ["change"], fields.Faults);
        change.Missing("change", "write the largest change that is allowed");
        if (change.Number("change") is not { } number) return null;
        Fractions.Check(change, "change", number, rate, -1);
        return new Guardrail(null, number);
    }

    private static Comparison? Compare(Fields fields)
    {
        var compare = Fields.Of(fields.Entry("compare"), "the comparison", ["label", "where"], fields.Faults);
        compare.Missing("label", "name the group, as it shall stand on the page");
        compare.Missing("where", "say who is in the group, such as where: region = 'south'");
        var label = compare.Text("label");
        var where = compare.Expression("where");
        return label is null || where is null ? null : new Comparison(label, where);
    }

    private SourceDefinition? Source(Fields fields, string name, ScalarNode key)
    {
        var names = parts.SourceNames;
        if (fields.Text("source") is { } wanted)
        {
            if (!names.Contains(wanted)) fields.Fault("source", Catalogue.UnknownSource, Nearest.Hint(wanted, names) ?? "name it in kaizen.yaml under 'sources'", wanted);
            return parts.Sources.GetValueOrDefault(wanted);
        }

        if (fields.Has("source")) return null;
        if (names.Count == 1)
        {
            inferred.Add(new Inference(RecentTexts.Of($"metrics.{name}.source"), names[0], "the only source"));
            return parts.Sources.GetValueOrDefault(names[0]);
        }

        if (names.Count == 0) faults.Add(Catalogue.NoSources, key, "name it in kaizen.yaml under 'sources'", name);
        else faults.Add(Catalogue.SourceNotChosen, key, $"write 'source: ' and one of {string.Join(", ", names)}{(fields.Entry("use")?.Value is ScalarNode { IsEmpty: false } use ? $", or 'inputs: {{ NAME: SOURCE }}' where it reads several: see 'kaizen plugin show {use.Value.Trim().Split('/')[0]}'" : "")}", name);
        return null;
    }

    private Written? Time(Fields fields, string name, ScalarNode key, SourceDefinition? source)
    {
        if (fields.Written("time") is { } time) return time;
        if (fields.Has("time") || source is null) return null;
        if (source.Time is { } column)
        {
            inferred.Add(new Inference(RecentTexts.Of($"metrics.{name}.time"), column.Text, RecentTexts.Of($"the time column of source '{source.Name}'")));
            return column;
        }

        faults.Add(Catalogue.TimeMissing, key, $"write 'time: COLUMN' at source '{source.Name}'", name, source.Name);
        return null;
    }

    private string Unit(string name, Measure measure)
    {
        var (unit, because) = Units.Infer(measure);
        if (unit.Length > 0) inferred.Add(new Inference(RecentTexts.Of($"metrics.{name}.unit"), unit, because));
        return unit;
    }

    private CalendarSpan? Maturity(Fields fields, string name, Measure? measure)
    {
        static DateOnly Reach(CalendarSpan span) => span.After(new DateOnly(2000, 1, 1));
        CalendarSpan? longest = null;
        foreach (var expression in (ReadOnlySpan<RowExpression?>)[measure?.Value, measure?.Over, measure?.Where])
            if (expression?.Maturity is { } span && (longest is null || Reach(span) > Reach(longest.Value))) longest = span;
        if (fields.Has("maturity"))
        {
            var stated = fields.Length("maturity");
            if (stated is { } s && longest is { } within && Reach(s) < Reach(within))
                fields.Fault("maturity", Catalogue.MaturityTooShort, "leave it out", s, within);
            return stated;
        }

        if (longest is { } found) inferred.Add(new Inference(RecentTexts.Of($"metrics.{name}.maturity"), RecentTexts.Of(found.ToString()), "'within' in its expression"));
        return longest;
    }
}
