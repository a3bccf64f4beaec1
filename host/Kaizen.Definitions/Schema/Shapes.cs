using System.Text.Json.Nodes;

namespace Kaizen.Definitions.Schema;

/// <summary>A key of a mapping with what may stand under it.</summary>
/// <param name="Name">The key.</param>
/// <param name="Schema">Its schema, with the title and the description that an editor shows.</param>
internal sealed record Key(string Name, JsonObject Schema);

/// <summary>
/// The pieces that schemas are built of. Alternatives are told by type where that can be (<c>type: [string, object]</c> with the
/// keywords of both): an editor then says what is wrong, where after <c>anyOf</c> it says that nothing fits.
/// </summary>
internal static class Shapes
{
    /// <summary>A key as people see it: a short title, what it is for, and examples.</summary>
    public static Key Key(string name, JsonObject schema, string title, string description, params JsonNode?[] examples) =>
        new(name, Told(schema, title, description, examples));

    /// <summary>A schema with the words that an editor shows.</summary>
    public static JsonObject Told(JsonObject schema, string title, string description, params JsonNode?[] examples)
    {
        // Words come first, for those who read the file.
        var told = new JsonObject { ["title"] = title, ["description"] = description };
        foreach (var (name, value) in schema) told[name] = value?.DeepClone();
        if (examples.Length > 0) told["examples"] = new JsonArray(examples);
        return told;
    }

    /// <summary>The key with the value that counts where it is left out.</summary>
    public static Key Otherwise(this Key key, JsonNode value)
    {
        key.Schema["default"] = value;
        return key;
    }

    public static JsonObject Ref(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    /// <summary>A mapping with exactly these keys.</summary>
    public static JsonObject Mapping(IEnumerable<Key> keys, params string[] required)
    {
        var schema = new JsonObject { ["type"] = "object", ["properties"] = Properties(keys), ["additionalProperties"] = false };
        if (required.Length > 0) schema["required"] = Items(required);
        return schema;
    }

    public static JsonObject Properties(IEnumerable<Key> keys) => new(keys.Select(k => KeyValuePair.Create<string, JsonNode?>(k.Name, k.Schema)));

    /// <summary>A mapping whose keys are names that people choose.</summary>
    public static JsonObject Names(JsonObject each) =>
        new() { ["type"] = "object", ["patternProperties"] = new JsonObject { [Patterns.Id] = each }, ["additionalProperties"] = false };

    /// <summary>The same, or nothing: the key is there, and what belongs under it is still to be written.</summary>
    public static JsonObject OrEmpty(this JsonObject schema) => schema.Or("null");

    /// <summary>The same, or a text in its place.</summary>
    public static JsonObject OrText(this JsonObject schema)
    {
        schema.Or("string", "number", "boolean");
        schema["pattern"] = Patterns.Written;
        return schema;
    }

    /// <summary>The same, or a value of another type.</summary>
    public static JsonObject Or(this JsonObject schema, params string[] types)
    {
        IEnumerable<string> own = schema["type"] is JsonArray several ? several.Select(t => (string)t!) : [(string)schema["type"]!];
        schema["type"] = Items([.. own.Concat(types).Distinct()]);
        return schema;
    }

    /// <summary>A list; the key may also be empty.</summary>
    public static JsonObject ListOf(JsonObject item) => new() { ["type"] = Items(["array", "null"]), ["items"] = item };

    /// <summary>A list of mappings with exactly these keys.</summary>
    public static JsonObject ListOf(IEnumerable<Key> keys, params string[] required) => ListOf(Mapping(keys, required));

    /// <summary>One of a few words.</summary>
    public static JsonObject OneOf(IEnumerable<string> words) => new() { ["enum"] = Items(words) };

    public static JsonArray Items(IEnumerable<string> words) => [.. words.Select(w => (JsonNode)w)];

    public static JsonObject Required(params string[] keys) => new() { ["required"] = Items(keys) };

    /// <summary>A rule: what holds where the condition does, and what else.</summary>
    public static JsonObject When(JsonObject condition, JsonObject then, JsonObject? otherwise = null)
    {
        var rule = new JsonObject { ["if"] = condition, ["then"] = then };
        if (otherwise is not null) rule["else"] = otherwise;
        return rule;
    }

    /// <summary>Keys that may not stand here; the editor marks the key itself.</summary>
    public static JsonObject Without(params IEnumerable<string> keys) =>
        new() { ["properties"] = new JsonObject(keys.Select(k => KeyValuePair.Create<string, JsonNode?>(k, false))) };

    /// <summary>What is asked of the value under a key, where there is one.</summary>
    public static JsonObject Under(string key, JsonObject schema) => new() { ["properties"] = new JsonObject { [key] = schema } };

    /// <summary>That the key is there and holds a mapping of which this is true.</summary>
    public static JsonObject Holding(string key, JsonObject schema)
    {
        var held = new JsonObject { ["type"] = "object" };
        foreach (var (name, value) in schema) held[name] = value?.DeepClone();
        var holding = Required(key);
        holding["properties"] = new JsonObject { [key] = held };
        return holding;
    }

    public static JsonObject AnyOf(params IEnumerable<JsonObject> schemas) => new() { ["anyOf"] = new JsonArray([.. schemas]) };

    /// <summary>The schema with rules on how its keys go together.</summary>
    public static JsonObject With(this JsonObject schema, params IEnumerable<JsonObject> rules)
    {
        schema["allOf"] = new JsonArray([.. rules]);
        return schema;
    }
}
