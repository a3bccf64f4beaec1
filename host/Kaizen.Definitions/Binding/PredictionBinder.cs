using Kaizen.Core;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>Binds <c>predicts</c> of a metric or a countermeasure.</summary>
internal static class PredictionBinder
{
    private const double UsualConfidence = 0.8;

    private static readonly string[] Keys = ["expect", "between", "confidence", "because", "due"];

    /// <summary>The prediction, or null where there is none or it cannot be used.</summary>
    public static Prediction? Bind(Fields parent, string path, bool rate, List<Inference> inferred)
    {
        if (parent.Entry("predicts") is not { } entry) return null;
        var fields = Fields.Of(entry, "the prediction", Keys, parent.Faults);
        if (!fields.Exists)
        {
            if (entry.Value.IsEmpty) parent.Faults.Add(Catalogue.KeyWithoutValue, entry.Key, "write { expect: 4, between: [2.5, 5.5] }", "predicts");
            return null;
        }

        fields.Missing("expect", "write the value that you expect");
        var expect = fields.Number("expect");
        var (low, high) = Between(fields, rate);
        var confidence = Confidence(fields, path, inferred);
        Fractions.Check(fields, "expect", expect, rate, 0);
        if (expect < low || expect > high)
            fields.Fault("expect", Catalogue.ExpectOutside, "look at the three numbers", Say.Number(expect.Value));
        var because = fields.Text("because");
        var due = fields.Date("due");
        return expect is null ? null : new Prediction(expect.Value, low, high, confidence, because) { Due = due };
    }

    /// <summary>Checks the numbers of a prediction that turned out to be of a rate.</summary>
    public static void CheckFractions(Fields parent)
    {
        if (parent.Entry("predicts")?.Value is not MappingNode map) return;
        foreach (var entry in map.Entries)
        {
            if (entry.Key.Value == "expect") CheckFraction(entry.Value, "expect", parent.Faults);
            if (entry is { Key.Value: "between", Value: SequenceNode ends })
                foreach (var end in ends.Items) CheckFraction(end, "between", parent.Faults);
        }
    }

    private static (double? Low, double? High) Between(Fields fields, bool rate)
    {
        if (fields.Entry("between") is not { } entry) return (null, null);
        if (entry.Value is not SequenceNode { Items.Count: 2 } list || list.Items.All(i => i.IsEmpty))
        {
            fields.Fault("between", Catalogue.IntervalShape, "write [low, high]");
            return (null, null);
        }

        var low = End(list.Items[0], fields.Faults);
        var high = End(list.Items[1], fields.Faults);
        if (rate) foreach (var end in list.Items) CheckFraction(end, "between", fields.Faults);
        if (low > high)
        {
            fields.Fault("between", Catalogue.IntervalReversed, $"write [{Say.Number(high.Value)}, {Say.Number(low.Value)}]", Say.Number(low.Value), Say.Number(high.Value));
            return (null, null);
        }

        return (low, high);
    }

    private static double? End(Node node, FaultList faults)
    {
        if (node.IsEmpty) return null;
        if (node is ScalarNode scalar) return Scalars.Number("between", scalar, faults);
        faults.Add(Catalogue.WrongKind, node, "write [low, high]", "between", "numbers", $"{node.Kind} in it");
        return null;
    }

    private static double Confidence(Fields fields, string path, List<Inference> inferred)
    {
        if (!fields.Has("confidence"))
        {
            inferred.Add(new Inference(RecentTexts.Of($"{path}predicts.confidence"), "0.8", "the usual confidence"));
            return UsualConfidence;
        }

        if (fields.Number("confidence") is not { } stated) return UsualConfidence;
        if (stated is > 0 and < 1) return stated;
        fields.Fault("confidence", Catalogue.ConfidenceRange, stated is > 1 and < 100 ? Fractions.Hint(stated) : stated <= 0 ? "0.8 is four times out of five" : "0.95 is nearly sure", Say.Number(stated));
        return UsualConfidence;
    }

    private static void CheckFraction(Node node, string key, FaultList faults)
    {
        if (node is not ScalarNode { IsEmpty: false } scalar
            || !double.TryParse(scalar.Value, System.Globalization.CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value)) return;
        if (value is < 0 or > 1) faults.Add(Catalogue.FractionRange, scalar, Fractions.Hint(value), key, 0, Say.Number(value));
    }
}
