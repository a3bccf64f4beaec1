using System.Globalization;
using System.Text;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The built-in object <c>string</c>; the parts that need more than a line stand in <see cref="StringParts"/>.</summary>
internal static class StringFunctions
{
    public static ScriptObject Create() => new()
    {
        ["escape"] = Text(static t => Escape(t)),
        ["literal"] = BuiltinFunction.Of("text", static c => c.Text(0) is { } text ? Quote(text) : null),
        ["append"] = BuiltinFunction.Of("text with", static c => Checked(c, c.Text(0) + c.Text(1))),
        ["prepend"] = BuiltinFunction.Of("text by", static c => Checked(c, c.Text(1) + c.Text(0))),
        ["capitalize"] = Text(static t => t.Length == 0 ? t : char.ToUpperInvariant(t[0]) + t[1..]),
        ["capitalizewords"] = Text(StringParts.CapitalizeWords),
        ["downcase"] = BuiltinFunction.Of("text", static c => c.Text(0)?.ToLower(c.Context.CurrentCulture)),
        ["upcase"] = BuiltinFunction.Of("text", static c => c.Text(0)?.ToUpper(c.Context.CurrentCulture)),
        ["handleize"] = Text(StringParts.Handleize),
        ["contains"] = Test(static (t, v) => t.Contains(v, StringComparison.Ordinal)),
        ["starts_with"] = Test(static (t, v) => t.StartsWith(v, StringComparison.Ordinal)),
        ["ends_with"] = Test(static (t, v) => t.EndsWith(v, StringComparison.Ordinal)),
        ["equals_ignore_case"] = Test(static (t, v) => t.Equals(v, StringComparison.OrdinalIgnoreCase)),
        ["empty"] = BuiltinFunction.Of("text", static c => string.IsNullOrEmpty(c.Text(0))),
        ["whitespace"] = BuiltinFunction.Of("text", static c => string.IsNullOrWhiteSpace(c.Text(0))),
        ["lstrip"] = Text(static t => t.TrimStart()),
        ["rstrip"] = Text(static t => t.TrimEnd()),
        ["strip"] = Text(static t => t.Trim()),
        ["strip_newlines"] = Text(static t => t.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)),
        ["pluralize"] = BuiltinFunction.Of("number singular plural", static c =>
            BinaryOperation.AreEqual(c.Context, c.Span, c[0], 1) ? c[1] : c[2]),
        ["remove"] = BuiltinFunction.Of("text remove", static c => Replace(c, c.Text(1), "")),
        ["remove_first"] = BuiltinFunction.Of("text remove", static c => StringParts.ReplaceOne(c.Text(0), c.Text(1), "", fromEnd: false)),
        ["remove_last"] = BuiltinFunction.Of("text remove", static c => StringParts.ReplaceOne(c.Text(0), c.Text(1), "", fromEnd: true)),
        ["replace"] = BuiltinFunction.Of("text match replace", static c => Replace(c, c.Text(1), c.Text(2))),
        ["replace_first"] = BuiltinFunction.Of("text match replace fromEnd?", static c =>
            Checked(c, StringParts.ReplaceOne(c.Text(0), c.Text(1), c.Text(2), c.Flag(3)))),
        ["size"] = BuiltinFunction.Of("text", static c => c.Text(0)?.Length ?? 0),
        ["slice"] = BuiltinFunction.Of("text start length?", static c => StringParts.Slice(c.Text(0), c.Int(1), c[2] is null ? 0 : c.Int(2))),
        ["slice1"] = BuiltinFunction.Of("text start length?", static c => StringParts.Slice(c.Text(0), c.Int(1), c[2] is null ? 1 : c.Int(2))),
        ["split"] = BuiltinFunction.Of("text match", static c => c.Text(0) is { } text
            ? new ScriptRange(text.Split(c.Text(1), StringSplitOptions.RemoveEmptyEntries))
            : new ScriptRange(Array.Empty<object>())),
        ["to_int"] = Number(static t => int.TryParse(t, NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) ? n : null),
        ["to_long"] = Number(static t => long.TryParse(t, NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) ? n : null),
        ["to_float"] = Number(static t => float.TryParse(t, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var n) ? n : null),
        ["to_double"] = Number(static t => double.TryParse(t, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var n) ? n : null),
        ["truncate"] = BuiltinFunction.Of("text length ellipsis?", static c => StringParts.Truncate(c.Text(0), c.Int(1), c.Text(2) ?? "...")),
        ["truncatewords"] = BuiltinFunction.Of("text count ellipsis?", static c => StringParts.TruncateWords(c.Text(0), c.Int(1), c.Text(2) ?? "...")),
        ["md5"] = Text(Hashes.Md5),
        ["sha1"] = Text(Hashes.Sha1),
        ["sha256"] = Text(Hashes.Sha256),
        ["sha512"] = Text(Hashes.Sha512),
        ["hmac_sha1"] = BuiltinFunction.Of("text secretKey", static c => Hashes.HmacSha1(c.Text(0) ?? "", c.Text(1) ?? "")),
        ["hmac_sha256"] = BuiltinFunction.Of("text secretKey", static c => Hashes.HmacSha256(c.Text(0) ?? "", c.Text(1) ?? "")),
        ["hmac_sha512"] = BuiltinFunction.Of("text secretKey", static c => Hashes.HmacSha512(c.Text(0) ?? "", c.Text(1) ?? "")),
        ["pad_left"] = BuiltinFunction.Of("text width", static c => (c.Text(0) ?? "").PadLeft(Width(c))),
        ["pad_right"] = BuiltinFunction.Of("text width", static c => (c.Text(0) ?? "").PadRight(Width(c))),
        ["base64_encode"] = Text(static t => Convert.ToBase64String(Encoding.UTF8.GetBytes(t))),
        ["base64_decode"] = Text(static t => Encoding.UTF8.GetString(Convert.FromBase64String(t))),
        ["index_of"] = BuiltinFunction.Of("text search startIndex? count? stringComparison?", StringParts.IndexOf),
    };

    /// <summary>The text as a literal of the language.</summary>
    public static string Quote(string text) => $"\"{Escape(text)}\"";

    private static string Escape(string text)
    {
        var builder = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            builder.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\b' => "\\b",
                '\f' => "\\f",
                _ when char.IsControl(c) => $"\\x{(int)c:x2}",
                _ => c.ToString(),
            });
        }

        return builder.ToString();
    }

    private static BuiltinFunction Text(Func<string, string> change) =>
        BuiltinFunction.Of("text", c => c.Text(0) is { } text ? change(text) : null);

    private static BuiltinFunction Number(Func<string, object?> read) =>
        BuiltinFunction.Of("text", c => c.Text(0) is { } text ? read(text) : null);

    private static BuiltinFunction Test(Func<string, string, bool> test) =>
        BuiltinFunction.Of("text value", c => c.Text(0) is { } text && c.Text(1) is { } value && test(text, value));

    private static string? Replace(Call call, string? match, string? by) =>
        string.IsNullOrEmpty(match) ? call.Text(0) : Checked(call, call.Text(0)?.Replace(match, by ?? "", StringComparison.Ordinal));

    private static string? Checked(Call call, string? text)
    {
        call.Context.CheckTextLength(call.Span, text?.Length ?? 0);
        return text;
    }

    private static int Width(Call call)
    {
        var width = Math.Max(0, call.Int(1));
        call.Context.CheckTextLength(call.Span, width);
        return width;
    }
}
