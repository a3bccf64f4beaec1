using System.Buffers;
using System.Collections;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>Values of the language to JSON and back.</summary>
internal static class JsonConversion
{
    public static object? Read(Call call)
    {
        if (call.Text(0) is not { } json)
            return null;
        try
        {
            using var document = JsonDocument.Parse(json);
            return FromElement(document.RootElement);
        }
        catch (JsonException fault)
        {
            throw call.Fault($"The text is no JSON: {fault.Message}");
        }
    }

    public static object? Write(Call call)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            WriteValue(call, writer, call[0]);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static object? FromElement(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => ReadObject(element),
        JsonValueKind.Array => new ScriptArray(element.EnumerateArray().Select(FromElement)),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number when element.TryGetInt32(out var i) => i,
        JsonValueKind.Number when element.TryGetInt64(out var l) => l,
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static ScriptObject ReadObject(JsonElement element)
    {
        var result = new ScriptObject();
        foreach (var property in element.EnumerateObject())
            result[property.Name] = FromElement(property.Value);
        return result;
    }

    private static void WriteValue(Call call, Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case BigInteger or float.NaN or double.NaN:
                writer.WriteRawValue(value is BigInteger ? value.ToString()! : "null");
                break;
            case IScriptCustomFunction:
                throw call.Fault("A function cannot be written as JSON.");
            case Enum:
                writer.WriteNumberValue(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case IFormattable and not ScriptObject:
                JsonSerializer.Serialize(writer, value, value.GetType());
                break;
            default:
                WriteNested(call, writer, value);
                break;
        }
    }

    private static void WriteNested(Call call, Utf8JsonWriter writer, object value)
    {
        call.Context.EnterObject(call.Span);
        try
        {
            if (value is IEnumerable items and not (ScriptObject or IDictionary))
            {
                writer.WriteStartArray();
                foreach (var item in items)
                    WriteValue(call, writer, item);
                writer.WriteEndArray();
                return;
            }

            writer.WriteStartObject();
            foreach (var name in ObjectAccess.MembersOf(call.Context, value))
            {
                ObjectAccess.TryGetMember(call.Context, call.Span, value, name, out var member);
                writer.WritePropertyName(name);
                WriteValue(call, writer, member);
            }

            writer.WriteEndObject();
        }
        finally
        {
            call.Context.LeaveObject();
        }
    }
}
