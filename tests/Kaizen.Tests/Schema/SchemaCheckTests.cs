using System.Text.Json.Nodes;

namespace Kaizen.Tests.Schema;

/// <summary>The check that the other tests rest on, against cases written by hand from the text of draft 2020-12.</summary>
public sealed class SchemaCheckTests
{
    [Theory]
    [InlineData("""{ "type": "integer" }""", "1.0 2 -3", "1.5 true \"1\"")]
    [InlineData("""{ "type": ["string", "null"] }""", "\"\" null", "0 [] {} false")]
    [InlineData("""{ "enum": ["a", 1] }""", "\"a\" 1 1.0", "\"b\" true")]
    [InlineData("""{ "const": false }""", "false", "0 null")]
    [InlineData("""{ "pattern": "^a\\d$" }""", "\"a1\" 7 null []", "\"a\" \"xa1\" \"a1\\n\" \"a٣\"")]
    [InlineData("""{ "minimum": 0, "exclusiveMaximum": 1 }""", "0 0.5 \"2\"", "-1 1")]
    [InlineData("""{ "maximum": 1, "exclusiveMinimum": 0 }""", "1 null", "0 2")]
    [InlineData("""{ "required": ["a"] }""", "{\"a\":null} [] null", "{} {\"b\":1}")]
    [InlineData("""{ "properties": { "a": { "type": "null" }, "b": false } }""", "{} {\"a\":null} {\"c\":1} 7", "{\"a\":1} {\"b\":null}")]
    [InlineData("""{ "properties": { "a": true }, "patternProperties": { "^x": { "type": "number" } }, "additionalProperties": false }""", "{\"a\":1,\"x1\":2}", "{\"b\":1} {\"x\":\"\"}")]
    [InlineData("""{ "additionalProperties": { "type": "number" } }""", "{\"b\":1} {}", "{\"b\":null}")]
    [InlineData("""{ "minProperties": 1, "minItems": 1 }""", "{\"b\":1} [1] null", "{} []")]
    [InlineData("""{ "items": { "type": "number" }, "maxItems": 2 }""", "[] [1,2] {}", "[1,2,3] [null]")]
    [InlineData("""{ "prefixItems": [true, { "type": "null" }], "items": { "type": "number" } }""", "[\"x\"] [1,null,3]", "[1,2] [1,null,null]")]
    [InlineData("""{ "contains": { "type": "number" } }""", "[null,1] \"\"", "[] [null]")]
    [InlineData("""{ "uniqueItems": true }""", "[1,2] [1,\"1\"] []", "[1,1.0] [{\"a\":1},{\"a\":1}]")]
    [InlineData("""{ "allOf": [{ "type": "number" }, { "minimum": 1 }] }""", "1", "0 \"\"")]
    [InlineData("""{ "anyOf": [{ "type": "null" }, { "minimum": 1 }] }""", "1 null \"\"", "0")]
    [InlineData("""{ "not": { "required": ["a"] } }""", "{}", "{\"a\":1} null")]
    [InlineData("""{ "not": {} }""", "", "1 null {}")]
    [InlineData("""{ "if": { "required": ["a"] }, "then": { "required": ["b"] }, "else": { "required": ["c"] } }""", "{\"a\":1,\"b\":1} {\"c\":1}", "{\"a\":1} {\"b\":1}")]
    [InlineData("""{ "$ref": "#/$defs/x", "minimum": 1, "$defs": { "x": { "type": "number" } } }""", "1", "0 null")]
    public void A_keyword_holds_and_does_not(string schema, string good, string bad)
    {
        var check = new SchemaCheck(JsonNode.Parse(schema)!.AsObject());
        foreach (var value in good.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Assert.Empty(check.Faults(JsonNode.Parse(value)));
        foreach (var value in bad.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Assert.NotEmpty(check.Faults(JsonNode.Parse(value)));
    }

    [Fact]
    public void A_keyword_that_is_not_known_is_not_passed_over() =>
        Assert.Throws<NotSupportedException>(() => new SchemaCheck(new JsonObject { ["multipleOf"] = 2 }).Faults(1));

    [Theory]
    [InlineData("a: 1\nb: 1.50\nc: -2e3\nd: .5", """{"a":1,"b":1.5,"c":-2000,"d":0.5}""")]
    [InlineData("[~, null, Null, '', 'null', !!str x]", """[null,null,null,"","null","x"]""")]
    [InlineData("[true, False, yes, on, 'true']", """[true,false,"yes","on","true"]""")]
    [InlineData("[2026-03-02, 12m, 0x10, .inf, 1_000]", """["2026-03-02","12m","0x10",".inf","1_000"]""")]
    [InlineData("a: &x { b: 1 }\nc: *x\nd: { <<: *x, e: 2 }\nf: { <<: *x, b: 3 }", """{"a":{"b":1},"c":{"b":1},"d":{"e":2,"b":1},"f":{"b":3}}""")]
    [InlineData("a: |\n  one\n  two\n42: { true: b }", """{"a":"one\ntwo\n","42":{"true":"b"}}""")]
    [InlineData("# nothing", "null")]
    public void Yaml_becomes_the_json_that_an_editor_sees(string yaml, string json) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), YamlJson.Of(yaml)), YamlJson.Of(yaml)?.ToJsonString());
}
