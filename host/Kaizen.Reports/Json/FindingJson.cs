using System.Text.Json;
using Kaizen.Core.Checking;

namespace Kaizen.Reports.Json;

/// <summary>One finding in the product's JSON. Numbers are numbers or null; NaN cannot be written.</summary>
internal static class FindingJson
{
    /// <summary>The properties of a finding, in their fixed order.</summary>
    public static void WriteProperties(Utf8JsonWriter json, Finding f)
    {
        json.WriteString("metric", f.Metric);
        json.WriteString("unit", f.Unit);
        json.WriteString("better", f.Better is { } better ? JsonWords.Of(better) : null);
        json.WriteString("role", JsonWords.Of(f.Role));
        json.WriteString("horizon", JsonWords.Of(f.Horizon));
        json.WriteString("window", f.Window);
        json.WriteBoolean("complete", f.Complete);
        json.WriteString("verdict", JsonWords.Of(f.Verdict));
        json.WriteString("effect", JsonWords.Of(f.Effect));
        json.WriteString("vsPrediction", f.VsPrediction is { } word ? JsonWords.Of(word) : null);
        json.WriteString("learned", f.Learned);
        json.WriteString("design", f.Design);
        json.WriteString("claim", f.Claim);
        Number(json, "before", f.Before);
        Number(json, "after", f.After);
        Number(json, "difference", f.Difference);
        Pair(json, "interval", f.Interval?.Low, f.Interval?.High);
        json.WriteNumber("nBefore", f.NBefore);
        json.WriteNumber("nAfter", f.NAfter);
        Pair(json, "pooled", f.Pooled?.Before, f.Pooled?.After);
        Number(json, "pooledDifference", f.PooledDifference);
        Pair(json, "pooledInterval", f.PooledInterval?.Low, f.PooledInterval?.High);
        json.WriteNumber("rowsBefore", f.RowsBefore);
        json.WriteNumber("rowsAfter", f.RowsAfter);
        Number(json, "hodgesLehmann", f.HodgesLehmann);
        Limits(json, f.Limits);
        Signals(json, f.Signals);
        Prediction(json, f.Prediction);
        Guardrail(json, f.Guardrail);
        Comparison(json, f.Comparison);
    }

    /// <summary>The points behind a finding; where nothing was changed, none of them is before or after.</summary>
    public static void WritePoints(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("points");
        foreach (var point in finding.Points)
        {
            json.WriteStartObject();
            json.WriteString("period", point.Period);
            Number(json, "value", point.Value);
            Number(json, "numerator", point.Numerator);
            Number(json, "denominator", point.Denominator);
            json.WriteString("phase", finding.Windows.Started is null ? null : JsonWords.Of(point.Phase));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number)) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    private static void Pair(Utf8JsonWriter json, string name, double? low, double? high)
    {
        if (low is null && high is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        foreach (var end in new[] { low, high })
        {
            if (end is { } number && double.IsFinite(number)) json.WriteNumberValue(number);
            else json.WriteNullValue();
        }

        json.WriteEndArray();
    }

    private static void Limits(Utf8JsonWriter json, Limits? limits)
    {
        if (!Begin(json, "limits", limits)) return;
        Number(json, "centre", limits!.Centre);
        Number(json, "lower", limits.Lower);
        Number(json, "upper", limits.Upper);
        json.WriteEndObject();
    }

    private static void Signals(Utf8JsonWriter json, IReadOnlyList<Core.Checking.Signal> signals)
    {
        json.WriteStartArray("signals");
        foreach (var signal in signals)
        {
            json.WriteStartObject();
            json.WriteString("rule", signal.Rule);
            json.WriteString("period", signal.Period);
            json.WriteStartArray("members");
            foreach (var member in signal.Members) json.WriteStringValue(member);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Prediction(Utf8JsonWriter json, PredictionFinding? prediction)
    {
        if (!Begin(json, "prediction", prediction)) return;
        Number(json, "expect", prediction!.Expect);
        Pair(json, "between", prediction.Between.Low, prediction.Between.High);
        Number(json, "confidence", prediction.Confidence);
        json.WriteEndObject();
    }

    private static void Guardrail(Utf8JsonWriter json, GuardrailFinding? guardrail)
    {
        if (!Begin(json, "guardrail", guardrail)) return;
        Number(json, "value", guardrail!.Value);
        if (guardrail.Held is { } held) json.WriteBoolean("held", held);
        else json.WriteNull("held");
        json.WriteEndObject();
    }

    private static void Comparison(Utf8JsonWriter json, ComparisonFinding? comparison)
    {
        if (!Begin(json, "comparison", comparison)) return;
        json.WriteString("label", comparison!.Label);
        Number(json, "difference", comparison.Difference);
        Pair(json, "interval", comparison.Interval?.Low, comparison.Interval?.High);
        json.WriteString("verdict", JsonWords.Of(comparison.Verdict));
        json.WriteEndObject();
    }

    private static bool Begin(Utf8JsonWriter json, string name, object? value)
    {
        if (value is null) json.WriteNull(name);
        else json.WriteStartObject(name);
        return value is not null;
    }
}
