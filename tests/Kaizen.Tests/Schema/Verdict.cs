using System.Text;
using System.Text.Json.Nodes;
using Kaizen.Abstractions;
using Kaizen.Definitions.Schema;
using YamlDotNet.Core;

namespace Kaizen.Tests.Schema;

/// <summary>What engine and schema say of one file.</summary>
/// <param name="Specimen">The file.</param>
/// <param name="Refused">Whether the engine finds a fault that a schema can see.</param>
/// <param name="BySchema">Whether the schema, or the reading of the YAML before it, refuses the file.</param>
/// <param name="SchemaSays">What the schema says.</param>
/// <param name="Engine">What the engine says.</param>
/// <param name="Compared">Whether the two can be compared: not where JSON cannot hold what is wrong.</param>
internal sealed record Verdict(Specimen Specimen, bool Refused, bool BySchema, IReadOnlyList<string> SchemaSays, IReadOnlyList<Diagnostic> Engine, bool Compared)
{
    private static readonly SchemaCheck Schema = new(JsonNode.Parse(SchemaText.Of())!.AsObject());

    /// <summary>Asks both.</summary>
    public static Verdict Of(Specimen specimen)
    {
        var faults = EngineCheck.Faults(specimen.Yaml, specimen.Workspace);
        JsonNode? value;
        try
        {
            value = YamlJson.Of(specimen.Yaml);
        }
        catch (YamlException)
        {
            // The editor says so before it asks the schema, and the engine has to say so too.
            return new Verdict(specimen, faults.Count > 0, true, [], faults, Compared: faults.Count == 0);
        }

        var classes = faults.Select(f => FaultClasses.Of(f, value)).ToList();
        var says = Schema.Faults(value);
        var structural = classes.Contains(FaultClass.Structural);
        return new Verdict(specimen, structural, says.Count > 0, says, faults, Compared: structural || !classes.Contains(FaultClass.Text));
    }

    /// <summary>Where the two do not agree, with what each says; empty where they do.</summary>
    public static string Told(IReadOnlyList<Verdict> verdicts)
    {
        var text = new StringBuilder();
        var apart = verdicts.Where(v => v.Compared && v.Refused != v.BySchema).ToList();
        if (apart.Count > 0) text.Append($"{apart.Count} of {verdicts.Count}\n");
        foreach (var verdict in apart.Take(30))
        {
            text.Append($"== {verdict.Specimen.Name}\n   the engine {(verdict.Refused ? "refuses" : "accepts")}: ").AppendJoin(" | ", verdict.Engine.Select(f => $"{f.Span?.Line} {f.Code} {f.Message}"));
            text.Append($"\n   the schema {(verdict.BySchema ? "refuses" : "accepts")}: ").AppendJoin(" | ", verdict.SchemaSays).Append('\n');
        }

        return text.ToString();
    }
}
