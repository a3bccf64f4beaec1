using System.Text.Json;
using Kaizen.Core.Checking;
using Kaizen.Core.Lint;
using Kaizen.Reports.Review;

namespace Kaizen.Reports.Json;

/// <summary>A lint hit as JSON, with its place and the coach's question.</summary>
internal static class LintJson
{
    /// <summary>The properties <c>gates</c>, <c>nextGate</c> and <c>lint</c> of a cycle.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Remark> lint, MethodReview review)
    {
        json.WriteString("nextGate", review.Next?.Gate.ToString());
        json.WriteStartArray("gates");
        foreach (var gate in review.Gates)
        {
            json.WriteStartObject();
            json.WriteString("gate", gate.Gate.ToString());
            json.WriteBoolean("open", gate.IsOpen);
            json.WriteStartArray("lacks");
            foreach (var lack in gate.Lacks) json.WriteStringValue(lack);
            json.WriteEndArray();
            json.WriteStartArray("shutBy");
            foreach (var rule in gate.Blocking.Select(b => b.Rule).Distinct()) json.WriteStringValue(rule);
            json.WriteEndArray();
            json.WriteStartArray("signedBy");
            foreach (var sign in gate.SignedBy) json.WriteStringValue(sign.By);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("method");
        json.WriteNumber("score", review.Score.Total);
        json.WriteStartObject("parts");
        foreach (var (part, share) in review.Score.Parts) json.WriteNumber(JsonWords.Of(part), Math.Round(share, 3));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("lint");
        foreach (var remark in lint) Write(json, remark);
        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, Remark remark)
    {
        json.WriteStartObject();
        json.WriteString("rule", remark.Code);
        json.WriteString("severity", JsonWords.Of(remark.Severity));
        json.WriteString("gate", remark.Gate?.ToString());
        json.WriteString("cycle", remark.Cycle);
        if (remark.At is { } at)
        {
            json.WriteString("file", at.File);
            json.WriteNumber("line", at.Line);
            json.WriteNumber("column", at.Column);
        }

        json.WriteString("message", remark.Message);
        json.WriteString("question", remark.Hint);
        if (remark.Waived is { } waiver)
        {
            json.WriteStartObject("waived");
            json.WriteString("because", waiver.Because);
            json.WriteString("date", EvidenceParts.Date(waiver.Date));
            json.WriteString("by", waiver.By);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("waived");
        }

        json.WriteEndObject();
    }
}
