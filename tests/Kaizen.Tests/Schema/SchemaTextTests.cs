using System.Text.Json.Nodes;
using Kaizen.Definitions.Schema;

namespace Kaizen.Tests.Schema;

/// <summary>The schema as people meet it in an editor.</summary>
public sealed class SchemaTextTests
{
    private static readonly JsonObject Root = JsonNode.Parse(SchemaText.Of())!.AsObject();

    [Fact]
    public void It_is_always_the_same_text()
    {
        Assert.Equal(SchemaText.Of(), SchemaText.Of());
        Assert.EndsWith("}\n", SchemaText.Of(), StringComparison.Ordinal);
        Assert.DoesNotContain('\r', SchemaText.Of());
    }

    [Fact]
    public void Every_key_is_explained()
    {
        var keys = Keys(Root, "").ToList();
        Assert.True(keys.Count > 250, $"{keys.Count} keys");
        Assert.Empty(keys.Where(k => string.IsNullOrWhiteSpace((string?)k.Schema["title"])).Select(k => k.Place));
        Assert.Empty(keys.Where(k => (string?)k.Schema["description"] is not { Length: > 5 } says || says.TrimEnd()[^1] is not ('.' or '?')).Select(k => k.Place));
    }

    [Fact]
    public void Every_example_and_every_usual_value_fits_its_key()
    {
        foreach (var (place, schema) in Keys(Root, ""))
        {
            var alone = schema.DeepClone().AsObject();
            alone["$defs"] = Root["$defs"]!.DeepClone();
            var check = new SchemaCheck(alone);
            foreach (var value in (schema["examples"]?.AsArray() ?? []).Append(schema["default"] ?? schema["examples"]?[0]))
                if (value is not null) Assert.True(check.Faults(value).Count == 0, $"{place}: {value.ToJsonString()} {string.Join(", ", check.Faults(value))}");
        }
    }

    [Fact]
    public void Every_reference_leads_somewhere_and_every_definition_is_used()
    {
        var references = References(Root).ToHashSet();
        Assert.Equal(Root["$defs"]!.AsObject().Select(d => $"#/$defs/{d.Key}").Order(), references.Order());
    }

    [Theory]
    [InlineData("title: T\nmetrics: { m: { median: x } }\nbaseline: { after_of: b, from: 2026-01-01 }", "/baseline/from: not allowed here")]
    [InlineData("title: T\nmetrics: { m: { median: x, mean: y } }", "/metrics/m/mean: not allowed here")]
    [InlineData("title: T\nkind: pdca\nmetrics: { m: { median: x } }\nact: { decision: hold }", "/act/decision: enum [\"adopt\",\"adapt\",\"abandon\"]")]
    [InlineData("title: T\nmetrics: { m: { median: x } }\ncancelled: { date: 2026-01-01, because: No time. }\ndo: { started: 2026-01-02 }", "/do/started: not allowed here")]
    [InlineData("zone: UTC\ntitel: T", "/titel: not allowed here")]
    public void A_fault_is_marked_at_its_key(string yaml, string fault) =>
        Assert.Contains(fault, new SchemaCheck(Root).Faults(YamlJson.Of(yaml)));

    private static IEnumerable<(string Place, JsonObject Schema)> Keys(JsonNode? schema, string place)
    {
        if (schema is not JsonObject keywords) yield break;
        foreach (var (keyword, inner) in keywords)
        {
            if (keyword is not ("$defs" or "properties" or "patternProperties" or "items" or "additionalProperties") || inner is not JsonObject below) continue;
            if (keyword is "items" or "additionalProperties")
            {
                foreach (var found in Keys(below, $"{place}/{keyword}")) yield return found;
                continue;
            }

            foreach (var (key, one) in below)
            {
                if (keyword == "properties") yield return ($"{place}/{key}", one!.AsObject());
                foreach (var found in Keys(one, $"{place}/{key}")) yield return found;
            }
        }
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(e => e is { Key: "$ref", Value: JsonValue target } ? [(string)target!] : References(e.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };
}
