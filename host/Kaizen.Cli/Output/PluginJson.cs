using System.Text.Json;
using Kaizen.Abstractions;
using Kaizen.Core.Plugins;
using Kaizen.Hosting.Plugins;
using Kaizen.PluginHost;
using Kaizen.Reports;

namespace Kaizen.Cli.Output;

/// <summary>Plugins as JSON.</summary>
internal static class PluginJson
{
    public static string Of(PluginListing listing, string? workspace) => ResultsJson.ToText(
        json =>
        {
            json.WriteString("workspace", workspace);
            json.WriteStartArray("plugins");
            foreach (var plugin in listing.Plugins)
            {
                json.WriteStartObject();
                WriteHead(json, plugin.Found);
                json.WriteString("state", plugin.Word);
                json.WriteString("reason", plugin.State.Why);
                json.WriteString("wayOut", plugin.State.WayOut);
                Write(json, plugin.Offers);
                Write(json, plugin.Capabilities);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        },
        listing.Diagnostics);

    public static string Of(LockingResult result) => ResultsJson.ToText(
        json =>
        {
            json.WriteString("lock", PluginLock.FileName);
            json.WriteBoolean("written", result.Written);
            json.WriteStartArray("plugins");
            foreach (var step in result.Steps)
            {
                json.WriteStartObject();
                json.WriteString("id", step.Id);
                json.WriteString("version", (step.Now ?? step.Before)!.Version);
                json.WriteString("change", step.Word);
                json.WriteNumber("files", step.Now?.Files.Count ?? 0);
                foreach (var (key, kind) in new[] { ("changed", LockChangeKind.Changed), ("removed", LockChangeKind.Removed), ("added", LockChangeKind.Added) })
                    WriteTexts(json, key, [.. step.Changes.Where(c => c.Kind == kind).Select(c => c.File)]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        },
        result.Diagnostics);

    public static string Of(IReadOnlyList<PluginExamination> all, IReadOnlyList<Diagnostic> faults) => ResultsJson.ToText(
        json =>
        {
            json.WriteStartArray("plugins");
            foreach (var one in all)
            {
                json.WriteStartObject();
                WriteHead(json, one.Found);
                json.WriteBoolean("well", one.IsWell);
                json.WriteStartArray("checks");
                foreach (var check in one.Checks)
                {
                    json.WriteStartObject();
                    json.WriteString("check", check.What);
                    json.WriteString("outcome", check.Outcome switch { CheckOutcome.Passed => "passed", CheckOutcome.Failed => "failed", CheckOutcome.Doubtful => "doubtful", _ => "not looked at" });
                    json.WriteString("words", check.Words);
                    json.WriteString("wayOut", check.WayOut);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        },
        faults);

    private static void WriteHead(Utf8JsonWriter json, FoundPlugin found)
    {
        json.WriteString("id", found.Id);
        json.WriteString("version", found.Manifest?.Version);
        json.WriteString("from", found.Origin switch { PluginOrigin.Install => "install", PluginOrigin.Workspace => "workspace", _ => "environment" });
        json.WriteString("folder", found.Folder);
        if (found.Manifest is not { } manifest) return;
        json.WriteStartObject("contract");
        json.WriteNumber("min", manifest.ContractMin);
        json.WriteNumber("max", manifest.ContractMax);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<OfferReport> offers)
    {
        json.WriteStartArray("offers");
        foreach (var offer in offers)
        {
            json.WriteStartObject();
            json.WriteString("use", offer.Use);
            json.WriteString("kind", offer.IsMetric ? "metric" : "source");
            json.WriteString("description", offer.Description);
            json.WriteStartArray("options");
            foreach (var option in offer.Options)
            {
                json.WriteStartObject();
                json.WriteString("name", option.Name);
                json.WriteString("kind", option.Kind);
                json.WriteBoolean("required", option.Required);
                WriteTexts(json, "allowed", option.Allowed);
                json.WriteString("description", option.Description);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Write(json, offer.Inputs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The type of a column in one word.</summary>
    public static string WordOf(ColumnType type) => type switch { ColumnType.Number => "number", ColumnType.Time => "time", ColumnType.Flag => "true or false", _ => "text" };

    private static void Write(Utf8JsonWriter json, IReadOnlyList<KnownInput>? inputs)
    {
        if (inputs is null) return;
        json.WriteStartArray("inputs");
        foreach (var input in inputs)
        {
            json.WriteStartObject();
            json.WriteString("name", input.Name);
            json.WriteStartArray("columns");
            foreach (var column in input.Columns)
            {
                json.WriteStartObject();
                json.WriteString("option", column.Option);
                json.WriteString("expression", column.Option is null ? column.Expression : null);
                json.WriteString("type", WordOf(column.Type));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, PluginCapabilities capabilities)
    {
        json.WriteStartObject("capabilities");
        WriteTexts(json, "hosts", capabilities.Hosts);
        WriteTexts(json, "folders", capabilities.Folders);
        WriteTexts(json, "processes", capabilities.Processes);
        WriteTexts(json, "secrets", capabilities.Secrets);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string key, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(key);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
