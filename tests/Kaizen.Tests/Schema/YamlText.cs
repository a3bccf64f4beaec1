using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kaizen.Tests.Schema;

/// <summary>Writes a value as YAML on lines, as people write it: texts without quotes where they stay texts.</summary>
internal static partial class YamlText
{
    public static string Of(JsonNode? value)
    {
        var text = new StringBuilder();
        Write(text, value, 0, false);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? value, int depth, bool behindKey)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } mapping:
                if (behindKey) text.Append('\n');
                foreach (var (key, inner) in mapping)
                {
                    text.Append(' ', depth * 2).Append(Scalar(JsonValue.Create(key))).Append(':');
                    Write(text, inner, depth + 1, true);
                }

                break;
            case JsonArray { Count: > 0 } list:
                if (behindKey) text.Append('\n');
                // An item in brackets of JSON is YAML too, and short.
                foreach (var item in list) text.Append(' ', depth * 2).Append("- ").Append(item is JsonValue or null ? Scalar(item) : item.ToJsonString()).Append('\n');
                break;
            case JsonObject:
                text.Append(" {}\n");
                break;
            case JsonArray:
                text.Append(" []\n");
                break;
            default:
                text.Append(' ').Append(Scalar(value)).Append('\n');
                break;
        }
    }

    private static string Scalar(JsonNode? value) =>
        value is null ? "null"
        : value.GetValueKind() != JsonValueKind.String ? value.ToJsonString()
        : Safe().IsMatch((string)value!) && JsonNode.DeepEquals(YamlJson.Of((string)value!), value) ? (string)value!
        : value.ToJsonString();

    [GeneratedRegex(@"\A[\p{L}0-9][\p{L}0-9_ ./()-]*(?<! )\z")]
    private static partial Regex Safe();
}
