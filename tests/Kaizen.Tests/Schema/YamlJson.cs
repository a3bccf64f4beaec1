using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kaizen.Tests.Schema;

/// <summary>Turns YAML into JSON as an editor does before it asks a schema: by the core schema of YAML 1.2, with merge keys.</summary>
internal sealed partial class YamlJson
{
    private readonly Parser parser;
    private readonly Dictionary<string, JsonNode?> anchors = [];

    private YamlJson(string yaml) => parser = new Parser(new StringReader(yaml));

    /// <summary>The value of the first document; an empty one is null.</summary>
    /// <exception cref="YamlException">It is no YAML.</exception>
    public static JsonNode? Of(string yaml)
    {
        try
        {
            var reader = new YamlJson(yaml);
            reader.Next();
            if (reader.Next() is StreamEnd) return null;
            reader.Next();
            return reader.Value();
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or FormatException or KeyNotFoundException)
        {
            // The parser's own ways of saying so.
            throw new YamlException(fault.Message);
        }
    }

    private JsonNode? Value()
    {
        if (parser.Current is AnchorAlias alias) return anchors[alias.Value.Value]?.DeepClone();
        var start = (NodeEvent)parser.Current!;
        var value = start switch
        {
            Scalar { Style: ScalarStyle.Plain } plain => Plain(plain.Value),
            Scalar quoted => JsonValue.Create(quoted.Value),
            SequenceStart => List(),
            _ => Mapping(),
        };
        if (!start.Anchor.IsEmpty) anchors[start.Anchor.Value] = value?.DeepClone();
        return value;
    }

    private JsonArray List()
    {
        var list = new JsonArray();
        while (Next() is not SequenceEnd) list.Add(Value());
        return list;
    }

    private JsonObject Mapping()
    {
        var mapping = new JsonObject();
        var merged = new List<JsonObject>();
        while (Next() is not MappingEnd)
        {
            var key = parser.Current as Scalar ?? (parser.Current is AnchorAlias a ? new Scalar((string?)anchors[a.Value.Value] ?? "") : throw new YamlException("A key is no scalar."));
            if (!key.Anchor.IsEmpty) anchors[key.Anchor.Value] = Plain(key.Value);
            Next();
            var value = Value();
            if (key is { Style: ScalarStyle.Plain, Value: "<<" }) merged.AddRange(value is JsonArray several ? several.OfType<JsonObject>() : [.. new[] { value }.OfType<JsonObject>()]);
            else if (!mapping.TryAdd(key.Value, value)) throw new YamlException($"'{key.Value}' is written twice.");
        }

        foreach (var (name, value) in merged.SelectMany(m => m)) mapping.TryAdd(name, value?.DeepClone());
        return mapping;
    }

    private static JsonNode? Plain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ when Whole().IsMatch(text) && decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        _ when Number().IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => text,
    };

    private ParsingEvent Next() => parser.MoveNext() ? parser.Current! : throw new YamlException("The text ends too soon.");

    [GeneratedRegex(@"\A[-+]?[0-9]+\z")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\A[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Number();
}
