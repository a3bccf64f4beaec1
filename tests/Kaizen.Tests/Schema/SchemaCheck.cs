using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kaizen.Tests.Schema;

/// <summary>
/// Checks JSON against a schema of draft 2020-12, for exactly the keywords that ours uses. Any other keyword is an exception, so
/// that none is passed over in silence.
/// </summary>
internal sealed class SchemaCheck(JsonObject root)
{
    private static readonly string[] Words = ["$schema", "$defs", "title", "description", "examples", "default", "patternErrorMessage", "doNotSuggest", "then", "else"];
    private static readonly Dictionary<string, Regex> Patterns = [];

    /// <summary>What is wrong, each with its place; empty where nothing is.</summary>
    public IReadOnlyList<string> Faults(JsonNode? value)
    {
        var faults = new List<string>();
        Check(root, value, "", faults);
        return faults;
    }

    private bool Fits(JsonNode? schema, JsonNode? value, string at)
    {
        var faults = new List<string>();
        Check(schema, value, at, faults);
        return faults.Count == 0;
    }

    private void Check(JsonNode? schema, JsonNode? value, string at, List<string> faults)
    {
        if (schema is JsonValue flag)
        {
            if (!(bool)flag) faults.Add($"{at}: not allowed here");
            return;
        }

        var keywords = schema!.AsObject();
        foreach (var (keyword, says) in keywords)
        {
            if (!Words.Contains(keyword) && !Keyword(keyword, says!, keywords, value, at, faults)) faults.Add($"{at}: {keyword} {Short(says)}");
        }
    }

    /// <summary>Whether one keyword holds; those that look inside tell the places themselves.</summary>
    private bool Keyword(string keyword, JsonNode says, JsonObject schema, JsonNode? value, string at, List<string> faults)
    {
        switch (keyword)
        {
            case "$ref":
                Check(root["$defs"]![((string)says!)["#/$defs/".Length..]] ?? throw new InvalidOperationException($"{says} leads nowhere."), value, at, faults);
                return true;
            case "allOf":
                foreach (var one in says.AsArray()) Check(one, value, at, faults);
                return true;
            case "if":
                if (schema[Fits(says, value, at) ? "then" : "else"] is { } branch) Check(branch, value, at, faults);
                return true;
            case "anyOf": return says.AsArray().Any(one => Fits(one, value, at));
            case "not": return !Fits(says, value, at);
            case "type": return (says is JsonArray several ? several.Select(t => (string)t!) : [(string)says!]).Any(t => Is(t, value));
            case "enum": return says.AsArray().Any(word => JsonNode.DeepEquals(word, value));
            case "const": return JsonNode.DeepEquals(says, value);
        }

        return value switch
        {
            JsonObject mapping => OfMapping(keyword, says, schema, mapping, at, faults),
            JsonArray list => OfList(keyword, says, schema, list, at, faults),
            _ => OfScalar(keyword, says, value),
        };
    }

    private bool OfMapping(string keyword, JsonNode says, JsonObject schema, JsonObject mapping, string at, List<string> faults)
    {
        switch (keyword)
        {
            case "required": return says.AsArray().All(k => mapping.ContainsKey((string)k!));
            case "minProperties": return mapping.Count >= (int)says;
            case "properties":
                foreach (var (key, inner) in says.AsObject())
                    if (mapping.TryGetPropertyValue(key, out var under)) Check(inner, under, $"{at}/{key}", faults);
                return true;
            case "patternProperties":
                foreach (var (pattern, inner) in says.AsObject())
                    foreach (var (key, under) in mapping.Where(e => Matches(pattern, e.Key))) Check(inner, under, $"{at}/{key}", faults);
                return true;
            case "additionalProperties":
                foreach (var (key, under) in mapping)
                {
                    var named = schema["properties"]?.AsObject().ContainsKey(key) == true || schema["patternProperties"]?.AsObject().Any(p => Matches(p.Key, key)) == true;
                    if (!named) Check(says, under, $"{at}/{key}", faults);
                }

                return true;
            default: return OfOthers(keyword);
        }
    }

    private bool OfList(string keyword, JsonNode says, JsonObject schema, JsonArray list, string at, List<string> faults)
    {
        switch (keyword)
        {
            case "minItems": return list.Count >= (int)says;
            case "maxItems": return list.Count <= (int)says;
            case "uniqueItems": return list.Select((a, i) => list.Take(i).Any(b => JsonNode.DeepEquals(a, b))).All(same => !same);
            case "contains": return list.Any(item => Fits(says, item, at));
            case "prefixItems":
                for (var i = 0; i < Math.Min(list.Count, says.AsArray().Count); i++) Check(says[i], list[i], $"{at}/{i}", faults);
                return true;
            case "items":
                for (var i = schema["prefixItems"]?.AsArray().Count ?? 0; i < list.Count; i++) Check(says, list[i], $"{at}/{i}", faults);
                return true;
            default: return OfOthers(keyword);
        }
    }

    private static bool OfScalar(string keyword, JsonNode says, JsonNode? value)
    {
        var kind = value?.GetValueKind();
        return keyword switch
        {
            "pattern" => kind != JsonValueKind.String || Matches((string)says!, (string)value!),
            "minimum" => kind != JsonValueKind.Number || Number(value!) >= Number(says),
            "maximum" => kind != JsonValueKind.Number || Number(value!) <= Number(says),
            "exclusiveMinimum" => kind != JsonValueKind.Number || Number(value!) > Number(says),
            "exclusiveMaximum" => kind != JsonValueKind.Number || Number(value!) < Number(says),
            _ => OfOthers(keyword),
        };
    }

    /// <summary>A keyword for values of another type says nothing; one that is not known here is a gap in this check.</summary>
    private static bool OfOthers(string keyword) => keyword is "required" or "minProperties" or "properties" or "patternProperties" or "additionalProperties"
        or "minItems" or "maxItems" or "uniqueItems" or "contains" or "prefixItems" or "items"
        or "pattern" or "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" ? true : throw new NotSupportedException(keyword);

    private static bool Is(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) or ("object", JsonValueKind.Object)
            or ("array", JsonValueKind.Array) or ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => Math.Floor(Number(value!)) == Number(value!),
        ("null" or "string" or "number" or "object" or "array" or "boolean" or "integer", _) => false,
        _ => throw new NotSupportedException(type),
    };

    // A node made by hand keeps the type it was made of.
    private static double Number(JsonNode value) => JsonDocument.Parse(value.ToJsonString()).RootElement.GetDouble();

    /// <summary>A pattern as ECMAScript reads it: <c>\d</c> means ten digits, and <c>$</c> the very end.</summary>
    private static bool Matches(string pattern, string text)
    {
        lock (Patterns)
        {
            if (!Patterns.TryGetValue(pattern, out var regex))
                Patterns[pattern] = regex = new Regex(pattern.Replace(@"\d", "[0-9]", StringComparison.Ordinal).Replace("$", @"\z", StringComparison.Ordinal), RegexOptions.CultureInvariant);
            return regex.IsMatch(text);
        }
    }

    private static string Short(JsonNode? says) => says!.ToJsonString() is { Length: > 120 } text ? text[..120] : says.ToJsonString();
}
