using System.Text.Json.Nodes;
using static Kaizen.Definitions.Schema.Shapes;

namespace Kaizen.Definitions.Schema;

/// <summary>
/// The values of single keys. What a value means depends on its key, never on how it looks: <c>title: 42</c> is a text, and
/// <c>to: "4"</c> a number.
/// </summary>
internal static class Values
{
    public static JsonObject Text => Ref("text");

    /// <summary>One text, or a list of them.</summary>
    public static JsonObject Texts => Ref("texts");

    public static JsonObject Number => Ref("number");

    public static JsonObject Positive => Ref("positive_number");

    /// <summary>A number from 0 to 1.</summary>
    public static JsonObject Share => Ref("share");

    /// <summary>A number between 0 and 1, both excluded.</summary>
    public static JsonObject Confidence => Ref("confidence");

    public static JsonObject Date => Ref("date");

    public static JsonObject Length => Ref("length");

    /// <summary>A length of time that is not nothing.</summary>
    public static JsonObject Span => Ref("span");

    public static JsonObject Flag => Ref("flag");

    public static JsonObject Expression => Ref("expression");

    public static IEnumerable<Key> Definitions =>
    [
        new("text", new JsonObject { ["type"] = Items(["string", "number", "boolean"]), ["pattern"] = Patterns.Written, ["patternErrorMessage"] = "Write something, or take the key away." }),
        new("texts", new JsonObject { ["type"] = Items(["array", "string", "number", "boolean", "null"]), ["pattern"] = Patterns.Written, ["items"] = Text }),
        new("expression", new JsonObject { ["type"] = Items(["string", "number", "boolean"]), ["pattern"] = Patterns.Written }),
        new("number", Quoted("number", Patterns.Number, "Write digits and a decimal point, without a unit or a percent sign.")),
        new("positive_number", Ranged(Quoted("number", Patterns.Positive, "Write a number above 0."), ("exclusiveMinimum", 0))),
        new("share", Ranged(Quoted("number", Patterns.Share, "Write a fraction from 0 to 1: 43 % is 0.43."), ("minimum", 0), ("maximum", 1))),
        new("confidence", Ranged(Quoted("number", Patterns.Between, "Write a number between 0 and 1, such as 0.8."), ("exclusiveMinimum", 0), ("exclusiveMaximum", 1))),
        new("date", Form(Patterns.Date, "Write year-month-day, such as 2026-08-31.")),
        new("length", Form(Patterns.Length, "Write a number and d, w or m: 14d, 12w, 3m.")),
        new("span", Form(Patterns.Span, "Write a number above 0 and d, w or m: 14d, 12w, 3m.")),
        new("flag", Quoted("boolean", Patterns.Flag, "Write true or false.")),
    ];

    private static JsonObject Form(string pattern, string message) => new() { ["type"] = "string", ["pattern"] = pattern, ["patternErrorMessage"] = message };

    /// <summary>A value of a type, or a text in quotes that reads as one.</summary>
    private static JsonObject Quoted(string type, string pattern, string message) =>
        new() { ["type"] = Items([type, "string"]), ["pattern"] = pattern, ["patternErrorMessage"] = message };

    private static JsonObject Ranged(JsonObject schema, params (string Keyword, int Value)[] limits)
    {
        foreach (var (keyword, value) in limits) schema[keyword] = value;
        return schema;
    }
}
