using Kaizen.Core.Diagnostics;
using YamlDotNet.Core;

namespace Kaizen.Definitions.Text;

/// <summary>Puts what the YAML parser reports into plain words, at the place where a person will mend it.</summary>
internal static class SyntaxFaults
{
    private const string Quote = "put the text in quotes";

    /// <summary>Reports the exception of a parser.</summary>
    /// <param name="fault">What the parser threw.</param>
    /// <param name="text">The file.</param>
    /// <param name="faults">Receives the diagnostic.</param>
    /// <param name="reached">Position up to which the file was read without a fault.</param>
    /// <param name="brackets">Positions of the brackets open there.</param>
    public static void Report(Exception fault, SourceText text, FaultList faults, int reached, Stack<int> brackets)
    {
        var message = fault.Message;
        bool Says(string part) => message.Contains(part, StringComparison.OrdinalIgnoreCase);
        var at = fault is YamlException y ? (int)y.Start.Index : reached;
        at = Math.Min(at, Math.Max(0, text.Text.Length - 1));

        if (TabBehind(text, Says(" tab ") ? reached : Math.Max(reached, at), fault is YamlException) is { } tab && (Says(" tab ") || SameLine(text, tab, at)))
        {
            faults.Add(Catalogue.TabIndentation, text.Span(tab, tab + 1), "use spaces");
            return;
        }

        if (Opening(fault, text, at, brackets) is { } open)
        {
            faults.Add(Catalogue.NeverClosed, text.Span(open, open + 1), "close it, or put the text in quotes", $"'{text.Text[open]}'");
            return;
        }

        // A line that is indented too far is read as going on with the value above; the line is what a person mends.
        var line = text.LineOf(at);
        if (Says("scalar value, found invalid mapping") && line > text.LineOf(reached))
        {
            var begin = text.StartOf(line);
            while (char.IsWhiteSpace(text.Text[begin])) begin++;
            faults.Add(Catalogue.YamlSyntax, text.Span(begin, at), "indent it as far as its neighbours", "the line is indented too far, or its key above has a value already");
            return;
        }

        var (words, hint) = Translate(message, text, at, brackets);
        var end = fault is YamlException e && e.End.Index > at ? (int)e.End.Index : at + 1;
        faults.Add(Catalogue.YamlSyntax, text.Span(at, end), hint, words);
    }

    /// <summary>The bracket or quote that was never closed, where that is the fault.</summary>
    private static int? Opening(Exception fault, SourceText text, int at, Stack<int> brackets)
    {
        bool Says(string part) => fault.Message.Contains(part, StringComparison.OrdinalIgnoreCase);
        var rest = text.Text.AsSpan(Math.Min(at + 1, text.Text.Length), Math.Max(0, text.EndOf(text.LineOf(at)) - at - 1));
        if (Says("unexpected end of stream")) return at;
        if (Says("wrong indentation") && at < text.Text.Length && !rest.Contains(text.Text[at])) return at;
        if (brackets.Count == 0) return null;
        var ended = text.Text.AsSpan(at).Trim().Length == 0;
        var elsewhere = (Says("flow mapping") || Says("flow sequence")) && text.LineOf(brackets.Peek()) < text.LineOf(at);
        return fault is not YamlException || ended || elsewhere ? brackets.Peek() : null;
    }

    private static (string Words, string? Hint) Translate(string message, SourceText text, int at, Stack<int> brackets)
    {
        bool Says(string part) => message.Contains(part, StringComparison.OrdinalIgnoreCase);
        var sign = at < text.Text.Length ? text.Text[at] : ' ';
        if (Says("cannot start any token")) return ($"'{sign}' cannot begin a text", Quote);
        if (Says("unknown escape") || Says("expected hexadecimal")) return ("after '\\' stands a letter that has no meaning in double quotes", "use single quotes: 'C:\\data'");
        if (Says("wrong indentation")) return ("a text in quotes goes on in a line that is not indented", "indent the line");
        if (Says("surrogates")) return ("'\\u' names half a character", "write the character itself");
        if (Says("multiline plain scalar")) return ("the line before has no value of its own, so both run together", "is a space missing after ':'?");
        if (Says("invalid mapping") || Says("mapping values are not allowed"))
            return ("a second ':' stands in one value", Quote);
        if (Says("block sequence entries are not allowed")) return ("'-' begins a list item, but none can stand here", "begin the list on a line of its own, or " + Quote);
        if (Says("expected '-' indicator")) return ("the list above goes on with something that is no '- item'", "look at the indentation");
        if ((Says("flow mapping") || Says("flow sequence")) && sign == ':') return ("a second ':' stands in one value", Quote);
        if (Says("flow mapping") && brackets.Count > 0 && text.Text[brackets.Peek()..at].Contains(": &", StringComparison.Ordinal))
            return ("inside { } an anchor '&' cannot mark a text", "write the mapping on lines of its own");
        if (Says("flow mapping") || Says("flow sequence"))
            return ($"a ',' or the closing bracket of '{(brackets.Count > 0 ? text.Text[brackets.Peek()] : '{')}' in line {(brackets.Count > 0 ? text.LineOf(brackets.Peek()) + 1 : 1)} is missing", Quote);
        if (Says("did not find expected key")) return BlockKey(text, at);
        if (Says("could not find expected ':'")) return ("a ':' is missing after the key", null);
        if (Says("did not find expected node content") || Says("document end")) return ($"'{sign}' closes what was never opened", Quote);
        if (Says("block scalar")) return ($"behind '{sign}' the text begins on the next line", "begin the text on the next line, or " + Quote);
        if (Says("anchor") || Says("alias")) return ($"'{sign}' begins an anchor or an alias, and its name is not valid", Quote);
        if (Says("tag")) return ("'!' begins a tag, and its name is not valid", Quote);
        if (Says("directive")) return ("'%' in the first column begins a directive", Quote);
        return ("it breaks the rules of YAML", "look at quotes, colons and indentation");
    }

    private static (string Words, string? Hint) BlockKey(SourceText text, int at)
    {
        var line = text.LineOf(at);
        var written = text.Text[text.StartOf(line)..text.EndOf(line)];
        var before = text.Text[text.StartOf(line)..at];
        if (before.Trim().Length > 0) return ("the value has ended, but more text follows", "put the whole text in quotes");
        if (written.TrimStart().StartsWith("- ", StringComparison.Ordinal)) return ("a list item stands where a key is expected", "look at the indentation");
        return written.Contains(':', StringComparison.Ordinal)
            ? ("the line fits to no key above it", "indent it as far as its neighbours")
            : ("a key with ':' is expected", "indent the line if it belongs to the text above");
    }

    /// <summary>The first tab in the indentation of a line at or behind a position; a blank line counts where asked for.</summary>
    private static int? TabBehind(SourceText text, int position, bool blank)
    {
        for (var line = text.LineOf(Math.Min(position, text.Text.Length)); line < text.LineCount; line++)
        {
            var written = text.Text.AsSpan(text.StartOf(line), text.EndOf(line) - text.StartOf(line));
            var indentation = written[..^written.TrimStart(" \t").Length];
            if ((blank || indentation.Length < written.Length) && indentation.IndexOf('\t') is >= 0 and var tab) return text.StartOf(line) + tab;
        }

        return null;
    }

    private static bool SameLine(SourceText text, int a, int b) => Math.Abs(text.LineOf(a) - text.LineOf(b)) <= 1;
}
