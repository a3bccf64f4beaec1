using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>Binds a number that a plugin computes; its options are left as written for the plugin that knows them.</summary>
internal static class PluginMeasureBinder
{
    /// <summary>What belongs to it beside the keys of every metric.</summary>
    public static readonly string[] Keys = ["use", "with", "inputs"];

    /// <summary>Where its rows come from, said by its inputs instead of by the metric.</summary>
    private static readonly string[] OfOneSource = ["source", "time"];

    /// <summary>Whether a metric is computed by a plugin; <c>with</c> alone says so too, and lacks its <c>use</c>.</summary>
    public static bool Concerns(Fields fields) => Keys.Any(fields.Has);

    public static Measure? Bind(Fields fields, string name, WorkspaceParts parts)
    {
        fields.Missing("use", "write the metric of a plugin, such as use: example/percentile-by-segment");
        var aggregate = fields.Entries.FirstOrDefault(e => MeasureBinder.Aggregates.ContainsKey(e.Key.Value))?.Key;
        if (aggregate is not null) fields.Faults.Add(Catalogue.TwoAggregates, aggregate, "make it a metric of its own", name, fields.Has("use") ? "use" : "with", aggregate.Value);
        var where = fields.Expression("where");
        var whole = !fields.Has("where") || where is not null;
        var use = fields.Written("use");
        var options = SourceBinder.Options(fields);
        var inputs = Inputs(fields, name, parts);
        return use is null || inputs is null || aggregate is not null || !whole ? null
            : new Measure(Aggregate.Plugin, null, null, where) { Plugin = new PluginMeasure(use, options) { Inputs = inputs } };
    }

    /// <summary>The inputs by name, none where the metric reads one source; null after a fault.</summary>
    private static List<PluginInput>? Inputs(Fields fields, string name, WorkspaceParts parts)
    {
        if (fields.Entry("inputs") is not { } entry) return [];
        foreach (var key in OfOneSource.Where(fields.Has)) fields.Faults.Add(Catalogue.TwoAggregates, fields.Entry(key)!.Key, "each input has its source", name, "inputs", key);
        if (entry.Value.IsEmpty)
        {
            fields.Faults.Add(Catalogue.KeyWithoutValue, entry.Key, "write { NAME: SOURCE }", "inputs");
            return null;
        }

        var written = Fields.Names(entry, "an input", fields.Faults);
        var inputs = written.Select(i => Input(i, fields.Faults, name, parts)).OfType<PluginInput>().ToList();
        return inputs.Count == 0 || inputs.Count < written.Count || OfOneSource.Any(fields.Has) ? null : inputs;
    }

    private static PluginInput? Input(Entry input, FaultList faults, string metric, WorkspaceParts parts)
    {
        if (input.Value is not ScalarNode { IsEmpty: false } scalar)
        {
            if (input.Value.IsEmpty) faults.Add(Catalogue.KeyWithoutValue, input.Key, "write the name of a source", input.Key.Value);
            else faults.Add(Catalogue.WrongKind, input.Value, null, input.Key.Value, "the name of a source", input.Value.Kind);
            return null;
        }

        var wanted = scalar.Value.Trim();
        if (!parts.SourceNames.Contains(wanted)) faults.Add(Catalogue.UnknownSource, scalar, Nearest.Hint(wanted, parts.SourceNames) ?? "name it in kaizen.yaml under 'sources'", wanted);
        if (parts.Sources.GetValueOrDefault(wanted) is not { } source) return null;
        if (source.Time is { } time) return new PluginInput(new Written(input.Key.Value, faults.SpanOf(input.Key)), source, time);
        faults.Add(Catalogue.TimeMissing, scalar, $"write 'time: COLUMN' at source '{wanted}'", metric, wanted);
        return null;
    }
}
