using System.Text.Json.Nodes;
using Kaizen.Core.Lint;
using Kaizen.Definitions.Binding;
using Kaizen.Definitions.Schema;
using Kaizen.Tests.House;

namespace Kaizen.Tests.Schema;

/// <summary>Every key that the engine allows is in the schema, and no other: mapping by mapping, as the engine itself lists them.</summary>
public sealed class KeysTests
{
    /// <summary>A key that resembles no other, so that the engine lists those that it knows.</summary>
    private const string Unknown = "zzqqxxzzqqxx";
    private const string Lists = "its keys are: ";

    private static readonly JsonObject Root = JsonNode.Parse(SchemaText.Of())!.AsObject();

    private readonly HashSet<string> visited = [];

    [Fact]
    public void Each_mapping_has_the_keys_that_the_engine_lists_for_it()
    {
        var folder = Repository.At("tests", "Kaizen.Tests", "fixtures", "schema");
        var kaizen = File.ReadAllText(Path.Combine(folder, "kaizen.yaml"));
        var workspace = EngineCheck.Workspace(kaizen);
        Compare(kaizen, null, "workspace");
        foreach (var cycle in Directory.EnumerateFiles(Path.Combine(folder, "cycles"))) Compare(File.ReadAllText(cycle), workspace, "cycle");

        // None was left out because no file of ours has it.
        Assert.Equal(Mappings(Root, "").Order(StringComparer.Ordinal), visited.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_files_with_every_key_have_every_key_and_no_fault()
    {
        var used = new HashSet<string>();
        foreach (var specimen in Corpus.All.Where(s => s.Name.Contains("fixtures/schema/", StringComparison.Ordinal)))
        {
            Assert.Empty(EngineCheck.Faults(specimen.Yaml, specimen.Workspace));
            Walk(YamlJson.Of(specimen.Yaml), specimen.Workspace is null ? "/$defs/workspace" : "/$defs/cycle", (place, keys) => used.UnionWith(keys.Select(k => $"{place}/{k.Key}")));
        }

        var known = Mappings(Root, "").SelectMany(place => At(place)["properties"]!.AsObject().Select(k => $"{place}/{k.Key}"));
        string[] notYet = ["/$defs/metric/use", .. MeasureBinder.Aggregates.Keys.SelectMany(a => new[] { $"/$defs/metric/{a}", $"/$defs/shared_metric/{a}" })];
        Assert.DoesNotContain(known.Except(used).Except(notYet), k => !k.Contains("/lint/", StringComparison.Ordinal));
    }

    [Fact]
    public void The_settings_of_lint_are_those_that_lint_has()
    {
        var lint = Root["$defs"]!["workspace"]!["properties"]!["lint"]!["properties"]!;
        Assert.Equal(LintRules.ById.Keys, Keys(lint["off"]!));
        Assert.Equal(Thresholds.Names, Keys(lint["thresholds"]!));
        Assert.Equal(WordLists.Names, Keys(lint["words"]!));

        static IEnumerable<string> Keys(JsonNode mapping) => mapping["properties"]!.AsObject().Select(k => k.Key);
    }

    /// <summary>Puts an unknown key into each mapping of a file in turn, and compares what the engine lists with the schema.</summary>
    private void Compare(string yaml, WorkspaceParts? workspace, string root)
    {
        var file = YamlJson.Of(yaml)!;
        Walk(file, $"/$defs/{root}", (place, mapping) =>
        {
            visited.Add(place);
            var at = mapping.GetPath();
            var changed = file.DeepClone();
            Find(changed, at).AsObject()[Unknown] = "in words";
            var faults = EngineCheck.Faults(YamlText.Of(changed), workspace);
            // Settings of lint have faults of their own, and a test below.
            Assert.Contains(faults, f => f.Message.Contains(Unknown, StringComparison.Ordinal));
            if (place.Contains("/lint/properties/", StringComparison.Ordinal)) return;
            var fault = Assert.Single(faults, f => f.Code == "KZ1021");
            Assert.StartsWith(Lists, fault.Hint, StringComparison.Ordinal);
            Assert.Equal(fault.Hint![Lists.Length..].Split(", ").Order(), At(place)["properties"]!.AsObject().Select(k => k.Key).Order());
        });
    }

    private static JsonNode Find(JsonNode root, string path) =>
        JsonPaths(root).First(node => node.GetPath() == path);

    private static IEnumerable<JsonNode> JsonPaths(JsonNode node) => (node switch
    {
        JsonObject map => map.Select(e => e.Value),
        JsonArray list => list,
        _ => [],
    }).OfType<JsonNode>().SelectMany(JsonPaths).Prepend(node);

    /// <summary>Calls for each mapping of a value that has keys of ours, with the place of its schema.</summary>
    private static void Walk(JsonNode? value, string place, Action<string, JsonObject> found)
    {
        while (At(place)["$ref"] is { } reference) place = ((string)reference!)[1..];
        var schema = At(place);
        if (value is JsonArray list)
        {
            foreach (var item in list)
                if (schema["items"] is not null) Walk(item, $"{place}/items", found);
            return;
        }

        if (value is not JsonObject mapping) return;
        if (schema["properties"] is not null) found(place, mapping);
        foreach (var (key, inner) in mapping)
        {
            var below = schema["properties"]?[key] is not null ? $"{place}/properties/{key}"
                : schema["patternProperties"] is JsonObject names ? $"{place}/patternProperties/{Escaped(names.Single().Key)}"
                : schema["additionalProperties"] is JsonObject ? $"{place}/additionalProperties" : null;
            if (below is not null) Walk(inner, below, found);
        }
    }

    /// <summary>Places of all schemas of mappings with keys of ours; rules on how keys go together have no places of their own.</summary>
    private static IEnumerable<string> Mappings(JsonNode? schema, string place)
    {
        if (schema is not JsonObject keywords) yield break;
        if (keywords["properties"] is JsonObject && keywords["additionalProperties"] is JsonValue) yield return place;
        foreach (var (keyword, inner) in keywords)
        {
            if (keyword is "$defs" or "properties" or "patternProperties" && inner is JsonObject several)
                foreach (var (key, one) in several)
                    foreach (var found in Mappings(one, $"{place}/{keyword}/{Escaped(key)}")) yield return found;
            else if (keyword is "items" or "additionalProperties")
                foreach (var found in Mappings(inner, $"{place}/{keyword}")) yield return found;
        }
    }

    private static JsonObject At(string place) =>
        place.Split('/')[1..].Aggregate((JsonNode)Root, (node, step) => node[step.Replace("~1", "/", StringComparison.Ordinal)]!).AsObject();

    private static string Escaped(string step) => step.Replace("/", "~1", StringComparison.Ordinal);
}
