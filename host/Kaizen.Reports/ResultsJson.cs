using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kaizen.Abstractions;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Lint;
using Kaizen.Reports.Json;
using Kaizen.Reports.Review;

namespace Kaizen.Reports;

/// <summary>The product's one JSON writer: <c>--json</c> and <c>results.json</c> are the same text.</summary>
public static class ResultsJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A workspace with what was concluded; without one, the diagnostics that say why.</summary>
    public static string ToText(Workspace? workspace, DateOnly asOf, IReadOnlyList<(CycleEvidence Evidence, MethodReview Review)> cycles, IReadOnlyList<Diagnostic> diagnostics) =>
        Text(json =>
        {
            json.WriteStartObject();
            json.WriteString("workspace", workspace?.Name);
            json.WriteString("asOf", workspace is null || asOf == default ? null : EvidenceParts.Date(asOf));
            json.WriteStartArray("cycles");
            var places = workspace?.Cycles.ToDictionary(c => c.Id, StringComparer.Ordinal) ?? [];
            foreach (var (evidence, review) in cycles) Write(json, evidence, places.GetValueOrDefault(evidence.Id), review);
            json.WriteEndArray();
            Write(json, diagnostics);
            json.WriteEndObject();
        });

    /// <summary>What the method asks of the files as text, beside their faults.</summary>
    public static string ToText(Workspace? workspace, IReadOnlyList<Remark> lint, IReadOnlyList<Diagnostic> diagnostics) =>
        Text(json =>
        {
            json.WriteStartObject();
            json.WriteString("workspace", workspace?.Name);
            json.WriteStartArray("cycles");
            foreach (var cycle in workspace?.Cycles ?? [])
            {
                json.WriteStartObject();
                json.WriteString("id", cycle.Id);
                json.WriteString("file", cycle.File);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("lint");
            foreach (var remark in lint) LintJson.Write(json, remark);
            json.WriteEndArray();
            Write(json, diagnostics);
            json.WriteEndObject();
        });

    /// <summary>One finding alone with its points; without one, the diagnostics that say why.</summary>
    public static string ToText(Finding? finding, IReadOnlyList<Diagnostic> diagnostics) =>
        Text(json =>
        {
            json.WriteStartObject();
            if (finding is not null)
            {
                FindingJson.WriteProperties(json, finding);
                FindingJson.WritePoints(json, finding);
            }

            if (finding is null || diagnostics.Count > 0) Write(json, diagnostics);
            json.WriteEndObject();
        });

    /// <summary>An answer of another shape, closed by the diagnostics.</summary>
    public static string ToText(Action<Utf8JsonWriter> properties, IReadOnlyList<Diagnostic> diagnostics) =>
        Text(json =>
        {
            json.WriteStartObject();
            properties(json);
            Write(json, diagnostics);
            json.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter json, CycleEvidence cycle, Cycle? definition, MethodReview review)
    {
        json.WriteStartObject();
        json.WriteString("id", cycle.Id);
        json.WriteString("file", cycle.File);
        if (definition?.FamilyOf is { } family)
        {
            json.WriteString("family", family);
            json.WriteString("member", definition.Member);
        }

        json.WriteString("domain", JsonWords.Of(cycle.Domain));
        json.WriteString("kind", JsonWords.Of(cycle.Kind));
        json.WriteString("state", JsonWords.Of(cycle.State));
        json.WriteString("recommendation", JsonWords.Of(cycle.Recommendation));
        json.WriteStartArray("because");
        foreach (var reason in cycle.Because) json.WriteStringValue(reason);
        json.WriteEndArray();
        json.WriteString("fidelity", JsonWords.Of(cycle.Fidelity));
        if (cycle.Decision is { } decision) EvidenceParts.Write(json, decision);
        else json.WriteNull("decision");
        if (cycle.Locked is { } locked) EvidenceParts.Write(json, locked);
        else json.WriteNull("locked");
        json.WriteStartArray("findings");
        foreach (var finding in cycle.Findings)
        {
            json.WriteStartObject();
            FindingJson.WriteProperties(json, finding);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        LintJson.Write(json, definition is null ? [] : Remarks.Of([], [(definition, review.Hits)]), review);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Diagnostic> diagnostics)
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Code);
            json.WriteString("severity", JsonWords.Of(diagnostic.Severity));
            json.WriteString("file", diagnostic.Span?.File);
            if (diagnostic.Span is { } span)
            {
                json.WriteNumber("line", span.Line);
                json.WriteNumber("column", span.Column);
            }
            else
            {
                json.WriteNull("line");
                json.WriteNull("column");
            }

            json.WriteString("message", diagnostic.Message);
            json.WriteString("hint", diagnostic.Hint);
            json.WriteString("cycle", diagnostic.Cycle);
            if (diagnostic.Details.Count > 0)
            {
                json.WriteStartArray("details");
                foreach (var detail in diagnostic.Details) json.WriteStringValue(detail);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Text(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options)) write(json);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
