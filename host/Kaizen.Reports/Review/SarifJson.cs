using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kaizen.Abstractions;
using Kaizen.Core;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Lint;

namespace Kaizen.Reports.Review;

/// <summary>Remarks as SARIF 2.1.0 (OASIS), which editors and review tools read. What the team accepts is in it as suppressed, with its reason.</summary>
public static class SarifJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One run with all remarks.</summary>
    /// <param name="remarks">The remarks, in their order.</param>
    /// <param name="prefix">What stands before a file's path to make it relative to where the command ran: empty, or a folder with a slash at its end.</param>
    /// <param name="wrong">Whether a file could not be used.</param>
    public static string Of(IReadOnlyList<Remark> remarks, string prefix, bool wrong)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            var rules = remarks.Select(r => r.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            Tool(json, rules);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("invocations");
            json.WriteStartObject();
            json.WriteBoolean("executionSuccessful", !wrong);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("results");
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var remark in remarks) Result(json, remark, rules.BinarySearch(remark.Code, StringComparer.Ordinal), prefix, seen);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Tool(Utf8JsonWriter json, List<string> codes)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Kaizen");
        json.WriteString("version", EngineVersion.Text);
        json.WriteStartArray("rules");
        foreach (var code in codes)
        {
            var lint = LintRules.ById.GetValueOrDefault(code);
            var message = Catalogue.ByCode.GetValueOrDefault(code);
            json.WriteStartObject();
            json.WriteString("id", code);
            Text(json, "shortDescription", lint?.Fault ?? message?.Title ?? code);
            Text(json, "fullDescription", lint?.Why ?? message?.Why ?? code);
            Text(json, "help", lint is null ? message?.Why ?? code : $"{lint.Question} {lint.Mend}");
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(lint?.Severity ?? message?.Severity ?? Severity.Warning));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter json, Remark remark, int rule, string prefix, Dictionary<string, int> seen)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", remark.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Level(remark.Severity));
        Text(json, "message", remark.Hint is null ? remark.Message : $"{remark.Message} {remark.Hint}");
        if (remark.At is { } at)
        {
            json.WriteStartArray("locations");
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", string.Join('/', (prefix + at.File).Split('/').Select(Uri.EscapeDataString)));
            json.WriteEndObject();
            json.WriteStartObject("region");
            json.WriteNumber("startLine", at.Line);
            json.WriteNumber("startColumn", at.Column);
            json.WriteNumber("endColumn", at.Column + at.Length);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        // Tells the same remark again after lines above it moved; alike ones in one file are counted.
        var identity = $"{remark.At?.File}\n{remark.Code}\n{remark.Message}";
        seen[identity] = seen.GetValueOrDefault(identity) + 1;
        json.WriteStartObject("partialFingerprints");
        json.WriteString("kaizen/v1", $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..16]}:{seen[identity]}");
        json.WriteEndObject();
        if (remark.Waived is { } waiver)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "inSource");
            json.WriteString("justification", waiver.Because);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartObject("properties");
        if (remark.Cycle is not null) json.WriteString("cycle", remark.Cycle);
        if (remark.Gate is { } gate) json.WriteString("gate", gate.ToString());
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };
}
