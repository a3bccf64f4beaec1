using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kaizen.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kaizen.Definitions.Editing;

/// <summary>Writes a text so that it reads back as itself: plain where that is safe, in quotes otherwise.</summary>
internal static partial class ScalarWriter
{
    /// <summary>A scalar on one line.</summary>
    /// <param name="value">The scalar.</param>
    /// <param name="flow">Whether it stands in brackets or braces, where more signs have a meaning.</param>
    /// <param name="quote">The quotes to prefer.</param>
    /// <param name="quoted">Whether a text is put in quotes even where it need not be.</param>
    public static string Inline(YamlValue value, bool flow, char quote, bool quoted = false)
    {
        if (value is not YamlValue.Text) return value.ScalarText;
        var text = value.ScalarText;
        if (!quoted && PlainIsSafe(text, flow) && ReadsBack(text, text, flow)) return text;
        var single = Single(text);
        if (quoted && quote == '\'' && single is not null && ReadsBack(single, text, flow)) return single;
        var harmless = text.AsSpan().IndexOfAny('"', '\\') < 0;
        if (single is not null && (quote == '\'' ? !text.Contains('\'', StringComparison.Ordinal) || !harmless : !harmless) && ReadsBack(single, text, flow)) return single;
        return Double(text);
    }

    /// <summary>Whether a text may be written as a literal block.</summary>
    public static bool FitsBlock(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal) || text.AsSpan().Trim('\n').Length == 0) return false;
        foreach (var c in text)
            if (c is not ('\n' or '\t') && Escaped(c)) return false;
        // Lines of blanks alone cannot be told from the indentation, by people least of all; neither can a tab at the beginning.
        return text.Split('\n').All(l => l.Length == 0 || (l.AsSpan().Trim().Length > 0 && l[0] != '\t'));
    }

    /// <summary>The signs of a literal block and its lines, without those in front that only break lines.</summary>
    public static (string Header, List<string> Lines) Block(string text, int column, int indentation)
    {
        var lines = text.Split('\n').ToList();
        var ends = text.Length - text.TrimEnd('\n').Length;
        if (ends > 0) lines.RemoveAt(lines.Count - 1);
        var first = lines.Find(l => l.Length > 0)!;
        var digit = first[0] == ' ' ? (indentation - column).ToString(CultureInfo.InvariantCulture) : "";
        var margin = new string(' ', indentation);
        return ($"|{digit}{ends switch { 0 => "-", 1 => "", _ => "+" }}", [.. lines.Select(l => l.Length == 0 ? l : margin + l)]);
    }

    /// <summary>Whether a text without quotes would be taken for something else: a number, a day, yes or no, or nothing.</summary>
    public static bool LooksOtherwise(string text) => Word().IsMatch(text) || NumberOrDay().IsMatch(text);

    private static bool PlainIsSafe(string text, bool flow)
    {
        if (text.Length == 0 || LooksOtherwise(text)) return false;
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])) return false;
        if (text.Any(c => Escaped(c) || c == '\t')) return false;
        if ("[]{},#&*!|>'\"%@`=<:?".Contains(text[0], StringComparison.Ordinal)) return false;
        if (text[0] == '-' && (text.Length == 1 || text[1] is ' ' or '-' || flow)) return false;
        if (text.StartsWith("...", StringComparison.Ordinal)) return false;
        if (text.Contains(": ", StringComparison.Ordinal) || text.EndsWith(':') || text.Contains(" #", StringComparison.Ordinal)) return false;
        return !flow || (text.AsSpan().IndexOfAny(",[]{}") < 0 && !text.Contains(':', StringComparison.Ordinal));
    }

    private static string? Single(string text) =>
        text.Any(c => Escaped(c) || c == '\t') ? null : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Double(string text)
    {
        var written = new StringBuilder("\"");
        foreach (var c in text)
        {
            written.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when Escaped(c) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => c.ToString(),
            });
        }

        return written.Append('"').ToString();
    }

    /// <summary>Signs that cannot be seen, that turn the order of what is shown, or at which some programs break lines.</summary>
    private static bool Escaped(char c) => c is < ' ' or (>= '\u007f' and <= '\u009f') or '\uFEFF' or '\uFFFE' or '\uFFFF' || Steering.Is(c);

    /// <summary>Rules are written by people; the parser has the last word.</summary>
    private static bool ReadsBack(string written, string value, bool flow)
    {
        try
        {
            var parser = new Parser(new StringReader(flow ? $"[{{ k: {written}, l: 1 }}]\n" : $"- k: {written} # c\n  l: 1\n"));
            var scalars = new List<string>();
            while (parser.MoveNext())
                if (parser.Current is Scalar scalar) scalars.Add(scalar.Value);
            return scalars is ["k", var read, "l", "1"] && read == value;
        }
        catch (YamlException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^(~|null|true|false|yes|no|on|off|y|n|=|<<)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    // Also what other readers take for one: 0x1F, 1_000, 12:30 and, of old, 017. No two parts can share digits, so that a
    // text of a million of them takes no longer than to be read.
    [GeneratedRegex(@"^([-+]?(0x[0-9a-f_]+|0o[0-7_]+|0b[01_]+|[0-9][0-9_]*(:[0-9]+)+(\.[0-9_]*)?|[0-9][0-9_,]*(\.[0-9_]*)?(e[-+]?[0-9]+)?|\.[0-9_]+(e[-+]?[0-9]+)?|\.inf|\.nan)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([t\s].*)?)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberOrDay();
}
