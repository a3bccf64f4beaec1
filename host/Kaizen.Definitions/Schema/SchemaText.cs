using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using static Kaizen.Definitions.Schema.Shapes;

namespace Kaizen.Definitions.Schema;

/// <summary>
/// The JSON Schema of <c>kaizen.yaml</c> and of cycle files, for editors: completion, hover texts, and faults while typing. It
/// refuses what <see cref="WorkspaceReader"/> refuses for the shape of one file; what needs other files, the data or a comparison
/// of values stays with <c>kaizen validate</c>.
/// </summary>
public static class SchemaText
{
    /// <summary>Where it lies in a workspace, with forward slashes.</summary>
    public const string Place = ".kaizen/schema.json";

    /// <summary>The first line of <c>kaizen.yaml</c> that names it.</summary>
    public const string WorkspaceLine = $"# yaml-language-server: $schema={Place}";

    /// <summary>The first line of a cycle file that names it.</summary>
    public const string CycleLine = $"# yaml-language-server: $schema=../{Place}";

    /// <summary>What only a schema of ours says.</summary>
    public const string Mark = "kaizen.yaml and the cycle files beside it. Written by 'kaizen schema'.";

    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        // The file is read by people too; it is never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema (draft 2020-12), always the same text for one version of Kaizen; it ends with a line end.</summary>
    public static string Of() => Root().ToJsonString(Written) + "\n";

    internal static JsonObject Root()
    {
        var root = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Kaizen",
            ["description"] = Mark,
        };
        foreach (var (name, value) in When(AnyOf(WorkspaceSchema.Tells.Select(k => Required(k))), Ref("workspace"), Ref("cycle"))) root[name] = value!.DeepClone();
        IEnumerable<Key>[] parts =
        [
            WorkspaceSchema.Definitions, CycleSchema.Definitions, MetricSchema.Definitions, PlanSchema.Definitions, DoSchema.Definitions,
            ActSchema.Definitions, Values.Definitions,
        ];
        root["$defs"] = Properties(parts.SelectMany(p => p));
        return root;
    }
}
