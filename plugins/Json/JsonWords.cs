using System.Text.Json;
using Kaizen.Abstractions;

namespace Kaizen.Plugin.Json;

/// <summary>What tokens and types are called.</summary>
internal static class JsonWords
{
    public static string Of(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "true or false",
    };

    public static string Of(ColumnType type, JsonTimes times) => type switch
    {
        ColumnType.Number => "a number",
        ColumnType.Flag => "true or false",
        ColumnType.Text => "a text",
        _ when times == JsonTimes.UnixSeconds => "a number of seconds",
        _ when times == JsonTimes.UnixMilliseconds => "a number of milliseconds",
        _ => "a time as text",
    };
}
