using System.Text.Json;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Checking;

/// <summary>Writes every property of evidence; <see cref="EvidenceReader"/> reads the same names.</summary>
internal static class EvidenceWriter
{
    public static void Write(Utf8JsonWriter json, CycleEvidence e)
    {
        json.WriteStartObject();
        json.WriteString("id", e.Id);
        json.WriteString("file", e.File);
        Word(json, "domain", e.Domain);
        Word(json, "kind", e.Kind);
        Word(json, "state", e.State);
        Word(json, "recommendation", e.Recommendation);
        Texts(json, "because", e.Because);
        Word(json, "fidelity", e.Fidelity);
        if (e.Decision is { } decision) EvidenceParts.Write(json, decision);
        if (e.Locked is { } locked) EvidenceParts.Write(json, locked);
        json.WriteString("lead", e.Lead);
        json.WriteStartArray("findings");
        foreach (var finding in e.Findings) Write(json, finding);
        json.WriteEndArray();
        Date(json, "factsAsOf", e.FactsAsOf);
        if (e.Outlook is { } outlook)
        {
            json.WriteStartObject("outlook");
            json.WriteNumber("points", outlook.BaselinePoints);
            json.WriteNumber("needed", outlook.BaselineNeeded);
            Date(json, "verdictFrom", outlook.VerdictFrom);
            json.WriteEndObject();
        }

        json.WriteString("definitionHash", e.DefinitionHash);
        json.WriteString("engine", e.Engine);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Finding f)
    {
        json.WriteStartObject();
        json.WriteString("metric", f.Metric);
        json.WriteString("definition", f.Definition);
        json.WriteString("unit", f.Unit);
        json.WriteString("better", f.Better?.ToString());
        Word(json, "role", f.Role);
        Word(json, "horizon", f.Horizon);
        Word(json, "aggregate", f.Aggregate);
        Word(json, "per", f.Per);
        json.WriteString("window", f.Window);
        json.WriteBoolean("complete", f.Complete);
        Word(json, "verdict", f.Verdict);
        Word(json, "effect", f.Effect);
        json.WriteString("vsPrediction", f.VsPrediction?.ToString());
        json.WriteString("learned", f.Learned);
        json.WriteString("design", f.Design);
        json.WriteString("claim", f.Claim);
        Numbers(json, "means", f.Before, f.After, f.Difference);
        Numbers(json, "interval", f.Interval?.Low, f.Interval?.High);
        Numbers(json, "medians", f.MedianBefore, f.MedianAfter, f.HodgesLehmann);
        Numbers(json, "n", f.NBefore, f.NAfter, f.NImmature);
        Numbers(json, "pooled", f.Pooled?.Before, f.Pooled?.After, f.PooledDifference);
        Numbers(json, "pooledInterval", f.PooledInterval?.Low, f.PooledInterval?.High);
        json.WriteNumber("rowsBefore", f.RowsBefore);
        json.WriteNumber("rowsAfter", f.RowsAfter);
        if (f.Limits is { } limits)
        {
            Numbers(json, "limits", limits.Centre, limits.Lower, limits.Upper);
            json.WriteString("limitsKind", limits.Kind);
        }

        json.WriteString("rules", f.Rules);
        json.WriteStartArray("signals");
        foreach (var signal in f.Signals)
        {
            json.WriteStartObject();
            json.WriteString("rule", signal.Rule);
            json.WriteString("period", signal.Period);
            Texts(json, "members", signal.Members);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (f.RunChart is { } run)
        {
            json.WriteBoolean("runSignal", run.Signal);
            Numbers(json, "run", run.Median, run.Useful, run.LongestRun, run.LongestRunMax, run.Crossings, run.CrossingsMin);
        }

        if (f.Prediction is { } prediction)
        {
            Numbers(json, "prediction", prediction.Expect, prediction.Between.Low, prediction.Between.High, prediction.Confidence);
            json.WriteString("predictionBecause", prediction.Because);
        }

        if (f.Guardrail is { } guardrail)
        {
            json.WriteNumber("guardrail", guardrail.Value);
            if (guardrail.Held is { } held) json.WriteBoolean("guardrailHeld", held);
        }

        if (f.Comparison is { } comparison) Write(json, comparison);
        Points(json, f.Points);
        Write(json, f.Windows);
        Write(json, f.Scan);
        ExhibitJson.Write(json, f.Exhibits);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ComparisonFinding c)
    {
        json.WriteStartObject("comparison");
        json.WriteString("label", c.Label);
        Numbers(json, "means", c.Before, c.After, c.Difference);
        Numbers(json, "interval", c.Interval?.Low, c.Interval?.High);
        Word(json, "verdict", c.Verdict);
        Numbers(json, "pooled", c.Pooled?.Before, c.Pooled?.After);
        Points(json, c.Points);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FindingWindows w)
    {
        json.WriteStartObject("windows");
        Date(json, "beforeFrom", w.BeforeFrom);
        Date(json, "beforeTo", w.BeforeTo);
        Date(json, "started", w.Started);
        Date(json, "checkDate", w.CheckDate);
        Date(json, "cut", w.Cut);
        json.WriteString("maturity", w.Maturity);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ScanFacts s)
    {
        json.WriteStartObject("scan");
        json.WriteString("source", s.Source);
        json.WriteNumber("rowsRead", s.RowsRead);
        json.WriteNumber("rowsWithoutTime", s.RowsWithoutTime);
        json.WriteNumber("rowsLeftOut", s.RowsLeftOut);
        if (s.RowsAfterKnown > 0) json.WriteNumber("rowsAfterKnown", s.RowsAfterKnown);
        json.WriteString("fingerprint", s.Fingerprint);
        json.WriteString("plugin", s.Plugin);
        json.WriteEndObject();
    }

    private static void Points(Utf8JsonWriter json, IReadOnlyList<FindingPoint> points)
    {
        json.WriteStartArray("points");
        foreach (var point in points)
        {
            json.WriteStartArray();
            json.WriteStringValue(point.Period);
            json.WriteNumberValue(point.Date.DayNumber);
            Value(json, point.Value);
            json.WriteNumberValue(point.Rows);
            Value(json, point.Numerator);
            Value(json, point.Denominator);
            json.WriteStringValue(point.Phase.ToString());
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter json, string name, params ReadOnlySpan<double?> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) Value(json, value);
        json.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter json, double? value)
    {
        if (value is { } number) json.WriteNumberValue(number);
        else json.WriteNullValue();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Word(Utf8JsonWriter json, string name, Enum word) => json.WriteString(name, word.ToString());

    private static void Date(Utf8JsonWriter json, string name, DateOnly? date) => json.WriteString(name, EvidenceParts.Date(date));
}
