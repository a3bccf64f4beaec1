using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The built-in object <c>html</c>.</summary>
internal static class HtmlFunctions
{
    private const string Tags = "<script.*?</script>|<!--.*?-->|<style.*?</style>|<.*?>";

    /// <summary>Characters that may stand in an address as they are.</summary>
    private const string AddressCharacters = "-._~!*'();:@&=+$,/?#[]";

    public static ScriptObject Create() => new()
    {
        ["strip"] = BuiltinFunction.Of("text", static c => c.Text(0) is { } text
            ? RegexFunctions.Guarded(c, () => Regex.Replace(
                text, Tags, "", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, c.Context.RegexTimeOut))
            : null),
        ["escape"] = BuiltinFunction.Of("text", static c => WebUtility.HtmlEncode(c.Text(0))),
        ["newline_to_br"] = BuiltinFunction.Of("text", static c => BreakLines(c.Text(0))),
        ["url_encode"] = BuiltinFunction.Of("text", static c => c.Text(0) is { } text ? Uri.EscapeDataString(text) : null),
        ["url_escape"] = BuiltinFunction.Of("text", static c => EscapeAddress(c.Text(0))),
    };

    private static string? BreakLines(string? text)
    {
        if (text is null)
            return null;
        var builder = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var isSecondHalf = text[i] == '\n' && i > 0 && text[i - 1] == '\r';
            if (text[i] is '\r' or '\n' && !isSecondHalf)
                builder.Append("<br />");
            builder.Append(text[i]);
        }

        return builder.ToString();
    }

    private static string? EscapeAddress(string? text)
    {
        if (text is null)
            return null;
        var builder = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || AddressCharacters.Contains((char)rune.Value, StringComparison.Ordinal)))
                builder.Append((char)rune.Value);
            else
                builder.Append(Uri.EscapeDataString(rune.ToString()));
        }

        return builder.ToString();
    }
}
