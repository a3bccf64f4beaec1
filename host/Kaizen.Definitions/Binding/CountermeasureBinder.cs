using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>Binds <c>plan.countermeasures</c>.</summary>
/// <param name="faults">Receives the faults.</param>
/// <param name="metrics">The cycle's metrics, for fidelity.</param>
/// <param name="causes">Names of the causes, for <c>addresses</c>.</param>
/// <param name="rate">Whether the lead metric, which a countermeasure predicts, is a rate.</param>
/// <param name="inferred">Receives what is filled in.</param>
internal sealed class CountermeasureBinder(
    FaultList faults, MetricSet metrics, IReadOnlyCollection<string> causes, bool rate, List<Inference> inferred)
{
    private static readonly string[] Keys = ["text", "addresses", "considered", "scale", "fidelity", "predicts", "because"];

    public IReadOnlyList<Countermeasure> Bind(Entry? entry)
    {
        var all = new List<Countermeasure>();
        foreach (var written in Fields.Names(entry, "a countermeasure", faults))
        {
            if (KeyFaults.IsProse(written, (MappingNode)entry!.Value, faults.Text!)) continue;
            var id = written.Key.Value;
            if (written.Value.IsEmpty) faults.Add(Catalogue.KeyWithoutValue, written.Key, "write { text: ..., addresses: CAUSE }", id);
            var fields = Fields.Of(written, $"countermeasure '{id}'", Keys, faults);
            if (fields.Exists) all.Add(One(id, fields));
        }

        return all;
    }

    private Countermeasure One(string id, Fields fields)
    {
        fields.Missing("text", "write what is changed");
        if (fields.Text("addresses") is { } cause && !causes.Contains(cause))
            fields.Fault("addresses", Catalogue.UnknownCause, Nearest.Hint(cause, causes) ?? "name it under 'plan.causes'", cause);
        var because = fields.Text("because");
        var prediction = PredictionBinder.Bind(fields, $"plan.countermeasures.{id}.", rate, inferred);
        return new Countermeasure
        {
            Id = id,
            Text = fields.Text("text") ?? "",
            Addresses = fields.Text("addresses"),
            Considered = fields.Texts("considered"),
            Scale = fields.Word("scale", Words.Scales),
            Fidelity = FidelityOf(fields),
            // The reason of a countermeasure is the reason for what it predicts, unless the prediction has one of its own.
            Predicts = prediction is null ? null : prediction with { Because = prediction.Because ?? because },
            Because = because,
        };
    }

    private Fidelity? FidelityOf(Fields parent)
    {
        var fields = Fields.Of(parent.Entry("fidelity"), "the fidelity", ["metric", "done_at", "partial_at", "is", "because"], faults);
        if (!fields.Exists) return null;
        if (fields.Has("is"))
        {
            foreach (var key in new[] { "metric", "done_at", "partial_at" })
                if (fields.Has(key)) faults.Add(Catalogue.NotTogether, fields.KeyAt(key), "keep one of the two", key, "is");
            var because = fields.Text("because");
            return (FidelityLevel?)fields.Choice("is", Words.Fidelities) is { } level ? new Fidelity.Declared(level, because) : null;
        }

        if (fields.Has("because")) faults.Add(Catalogue.NotTogether, fields.KeyAt("because"), "a measured fidelity needs no reason", "because", "metric");
        fields.Missing("metric", "name the metric that shows it, or declare it: { is: as_planned, because: ... }");
        if (fields.Has("metric")) fields.Missing("done_at", "write the value from which it counts as done");
        var metric = metrics.Refer(fields, "metric", use: true);
        var done = fields.Number("done_at");
        var partial = fields.Number("partial_at");
        Fractions.Check(fields, "done_at", done, metrics.IsRate(metric), 0);
        Fractions.Check(fields, "partial_at", partial, metrics.IsRate(metric), 0);
        if (done is not null && done == partial) fields.Fault("partial_at", Catalogue.PartialBeyondDone, "take 'partial_at' away", Say.Number(done.Value));
        return metric is null || done is null ? null : new Fidelity.Measured(metric, done.Value, partial);
    }
}
