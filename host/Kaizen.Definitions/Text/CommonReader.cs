using System.Buffers;
using System.Text;
using Kaizen.Core;

namespace Kaizen.Definitions.Text;

/// <summary>
/// Builds the same nodes as <see cref="NodeReader"/>, straight from the text, for the part of YAML that nearly every
/// definition keeps to: block mappings and lists, values on one line, brackets, literal blocks. That is several times
/// faster than events of a whole parser, which decides how long ten thousand files take and how soon one command
/// answers. Whatever is rare or might be a fault (anchors, tags, escapes, tabs, a text over several lines, a key
/// twice) it declines as a whole; the parser then reads the file from its start and alone says what is wrong.
/// </summary>
internal sealed class CommonReader
{
    // Far below what NodeReader allows, so that no limit is ever met here.
    private const int DeepestNesting = 32;
    private const int LongestText = 200_000;
    private const int LongestKey = 500;
    private const int MostKeys = 200;

    /// <summary>Tabs, which indent nothing, and the line ends and marks that only some tools know.</summary>
    private static readonly SearchValues<char> Rare = SearchValues.Create("\t\u0085\u2028\u2029\uFEFF");

    /// <summary>What a text without quotes cannot begin with, or not without a closer look.</summary>
    private static readonly SearchValues<char> Indicators = SearchValues.Create("?:,[]{}#&*!|>'\"%@`");

    private readonly string text;
    private readonly List<Node> items = [];
    private readonly List<Entry> entries = [];
    private int at;
    private int lineStart;

    /// <summary>Column of the next line that says something, -1 behind the last.</summary>
    private int column;

    private int depth;

    private CommonReader(string text) => this.text = text;

    /// <summary>The root of the only document, or null where the file is not for this reader.</summary>
    public static Node? Read(string text)
    {
        if (text.Length > LongestText || text.AsSpan().ContainsAny(Rare) || HasMarkers(text)) return null;
        var reader = new CommonReader(text);
        reader.ToNextLine();
        return reader.column == 0 && reader.Block() is { } root && reader.column < 0 ? root : null;
    }

    /// <summary>Whether a line begins or ends a document.</summary>
    private static bool HasMarkers(string text) =>
        text.StartsWith("---", StringComparison.Ordinal) || text.StartsWith("...", StringComparison.Ordinal)
        || text.Contains("\n---", StringComparison.Ordinal) || text.Contains("\n...", StringComparison.Ordinal);

    /// <summary>The mapping or list that begins here; what follows it in its own column or deeper is no part of this language.</summary>
    private Node? Block()
    {
        if (++depth > DeepestNesting) return null;
        var own = at - lineStart;
        Node? node = AtItem ? List(own) : Mapping(own);
        depth--;
        return node;
    }

    private MappingNode? Mapping(int own)
    {
        var (start, first) = (at, entries.Count);
        do
        {
            if (AtItem || Key() is not { } key || Value(own, underKey: true) is not { } value) return null;
            if (!Add(key, value, first)) return null;
        }
        while (column == own);
        return column > own ? null : new MappingNode(start, entries[first].Key.End, Taken(entries, first), flow: false);
    }

    private SequenceNode? List(int own)
    {
        var (start, first) = (at, items.Count);
        do
        {
            at++;
            if (Value(own, underKey: false) is not { } item) return null;
            items.Add(item);
        }
        while (column == own && AtItem);
        return column > own ? null : new SequenceNode(start, items[first].End, Taken(items, first));
    }

    /// <summary>A key without quotes and its colon.</summary>
    private ScalarNode? Key()
    {
        var line = Line();
        if (!BeginsText(line)) return null;
        for (var i = 1; i < line.Length; i++)
        {
            // The parser, too, takes a star behind a space for more than a letter.
            if (line[i] is '#' or '*' && line[i - 1] == ' ') return null;
            if (line[i] != ':' || (i + 1 < line.Length && line[i + 1] != ' ')) continue;
            var key = Scalar(line[..i]);
            at += i + 1;
            return key.Value.Length > LongestKey || key.Value == "<<" ? null : key;
        }

        return null;
    }

    /// <summary>What stands behind a colon or a dash, on its line or below.</summary>
    /// <param name="own">Column of the mapping or list around it.</param>
    /// <param name="underKey">Whether it stands behind a colon, where a list may begin in the column of the key.</param>
    private Node? Value(int own, bool underKey)
    {
        var behind = at;
        SkipSpaces();
        if (AtLineEnd(behind))
        {
            ToNextLine();
            return column > own || (underKey && column == own && AtItem) ? Block() : new ScalarNode(behind, behind, "", plain: true);
        }

        if (!underKey && (AtItem || HoldsKey(Line()))) return Block();
        var literal = text[at] == '|';
        var node = text[at] switch
        {
            '{' or '[' => Flow(own),
            '\'' or '"' => Quoted(),
            '|' => Literal(own),
            _ => Plain(),
        };
        behind = at;
        SkipSpaces();
        if (node is null || !(literal || AtLineEnd(behind))) return null;
        ToNextLine();
        return column > own ? null : node;
    }

    /// <summary>Whether a line without brackets or quotes at its start is a key with its value.</summary>
    private static bool HoldsKey(ReadOnlySpan<char> line) =>
        !Indicators.Contains(line[0]) && (line.Contains(": ", StringComparison.Ordinal) || line.TrimEnd(' ')[^1] == ':');

    /// <summary>A text without quotes that ends with its line.</summary>
    private ScalarNode? Plain()
    {
        var line = Line();
        if (!BeginsText(line)) return null;
        if (line.IndexOf(" #", StringComparison.Ordinal) is >= 0 and var comment) line = line[..comment];
        if (line.Contains(": ", StringComparison.Ordinal) || line.TrimEnd(' ')[^1] == ':') return null;
        var node = Scalar(line);
        at = node.End;
        return node;
    }

    private ScalarNode? Quoted()
    {
        var (start, quote) = (at, text[at]);
        for (at++; at < text.Length && text[at] != '\n'; at++)
        {
            if (text[at] == '\\' && quote == '"') return null;
            if (text[at] != quote) continue;
            at++;
            if (quote == '\'' && at < text.Length && text[at] == '\'') continue;
            var value = text[(start + 1)..(at - 1)];
            return new ScalarNode(start, at, quote == '\'' ? value.Replace("''", "'", StringComparison.Ordinal) : value, plain: false);
        }

        return null;
    }

    /// <summary>A block that keeps its lines; one that begins with an empty line or ends with several that count is declined.</summary>
    private ScalarNode? Literal(int own)
    {
        var start = at;
        var head = Line();
        var strip = head.TrimEnd(' ').SequenceEqual("|-");
        at += head.Length;
        if (!(strip || head.TrimEnd(' ').SequenceEqual("|")) || !EndLine()) return null;
        SkipSpaces();
        var indent = at - lineStart;
        if (indent <= own || Line().Length == 0) return null;
        var value = new StringBuilder();
        var kept = 0;
        at = lineStart;
        while (at < text.Length)
        {
            SkipSpaces(indent);
            var line = Line();
            if (line.Length == 0 ? at == text.Length : at - lineStart < indent)
            {
                at = lineStart;
                break;
            }

            if (line.Length > 0 && line.Trim(' ').Length == 0) return null;
            value.Append(line);
            at += line.Length;
            if (line.Length > 0) kept = value.Length;
            if (!EndLine()) break;
            value.Append('\n');
        }

        value.Length = !strip && value.Length > kept ? kept + 1 : kept;
        return new ScalarNode(start, at, value.ToString(), plain: false);
    }

    private Node? Flow(int own)
    {
        if (++depth > DeepestNesting) return null;
        Node? node = text[at] == '{' ? FlowMapping(own) : FlowList(own);
        depth--;
        return node;
    }

    private MappingNode? FlowMapping(int own)
    {
        var (start, first) = (at, entries.Count);
        at++;
        while (ToFlowSign(own) is { } sign)
        {
            if (sign == '}')
            {
                at++;
                return new MappingNode(start, at, Taken(entries, first), flow: true);
            }

            if (FlowText() is not { } key || key.Value.Length > LongestKey || key.Value == "<<") return null;
            if (at + 1 >= text.Length || text[at] != ':' || text[at + 1] != ' ') return null;
            at++;
            if (FlowValue(own) is not { } value || !PastComma(own, '}') || !Add(key, value, first)) return null;
        }

        return null;
    }

    private SequenceNode? FlowList(int own)
    {
        var (start, first) = (at, items.Count);
        at++;
        while (ToFlowSign(own) is { } sign)
        {
            if (sign == ']')
            {
                at++;
                return new SequenceNode(start, at, Taken(items, first));
            }

            if (sign == ',' || FlowValue(own) is not { } item || !PastComma(own, ']')) return null;
            items.Add(item);
        }

        return null;
    }

    private Node? FlowValue(int own) => ToFlowSign(own) switch
    {
        null => null,
        '{' or '[' => Flow(own),
        '\'' or '"' => Quoted(),
        ',' or '}' => new ScalarNode(at, at, "", plain: true),
        _ => FlowText(),
    };

    /// <summary>A text without quotes in brackets; it leaves the place at the sign that ends it.</summary>
    private ScalarNode? FlowText()
    {
        // Not by lines: of a long one in brackets, every text would look for its end.
        if (!BeginsText(text.AsSpan(at, Math.Min(2, text.Length - at)))) return null;
        var end = at + 1;
        for (; end < text.Length && !(text[end] is '\n' or ',' or '[' or ']' or '{' or '}'); end++)
        {
            if (text[end] is '#' or '*' && text[end - 1] == ' ') return null;
            if (text[end] != ':') continue;
            if (end + 1 == text.Length || text[end + 1] is '\n' or ',' or '[' or ']' or '{' or '}') return null;
            if (text[end + 1] == ' ') break;
        }

        var node = Scalar(text.AsSpan(at, end - at));
        at = end;
        return node;
    }

    /// <summary>Past the comma behind a value, or to the bracket that closes.</summary>
    private bool PastComma(int own, char close)
    {
        var sign = ToFlowSign(own);
        if (sign == ',') at++;
        return sign == ',' || sign == close;
    }

    /// <summary>To the next sign within brackets; a line that goes on in them must be indented.</summary>
    private char? ToFlowSign(int own)
    {
        SkipSpaces();
        while (EndLine()) SkipSpaces();
        return at >= text.Length || at - lineStart <= own ? null : text[at];
    }

    private bool AtItem => at < text.Length && text[at] == '-' && (at + 1 == text.Length || text[at + 1] is ' ' or '\n');

    /// <summary>Whether nothing more stands on the line, or a comment does.</summary>
    private bool AtLineEnd(int behind) => at == text.Length || text[at] == '\n' || (text[at] == '#' && at > behind);

    /// <summary>The rest of the line, from here.</summary>
    private ReadOnlySpan<char> Line()
    {
        var rest = text.AsSpan(at);
        var end = rest.IndexOf('\n');
        return end < 0 ? rest : rest[..end];
    }

    private static bool BeginsText(ReadOnlySpan<char> line) =>
        line.Length > 0 && !Indicators.Contains(line[0]) && (line[0] != '-' || (line.Length > 1 && char.IsAsciiLetterOrDigit(line[1])));

    private ScalarNode Scalar(ReadOnlySpan<char> written)
    {
        written = written.TrimEnd(' ');
        return new ScalarNode(at, at + written.Length, RecentTexts.Of(written), plain: true);
    }

    private void SkipSpaces(int most = int.MaxValue)
    {
        while (at < text.Length && text[at] == ' ' && at - lineStart < most) at++;
    }

    private bool EndLine()
    {
        if (at == text.Length || text[at] != '\n') return false;
        lineStart = ++at;
        return true;
    }

    /// <summary>To the next line that says something; the rest of this one is empty or a comment.</summary>
    private void ToNextLine()
    {
        while (at < text.Length)
        {
            SkipSpaces();
            if (at < text.Length && text[at] == '#') at += Line().Length;
            if (EndLine() || at == text.Length) continue;
            column = at - lineStart;
            return;
        }

        column = -1;
    }

    /// <summary>Adds a pair to the mapping whose entries begin at <paramref name="first"/>; not where the key is there, or where there are many.</summary>
    private bool Add(ScalarNode key, Node value, int first)
    {
        if (entries.Count - first == MostKeys) return false;
        for (var i = first; i < entries.Count; i++)
            if (entries[i].Key.Value == key.Value) return false;
        entries.Add(new Entry(key, value));
        return true;
    }

    private static T[] Taken<T>(List<T> stack, int first)
    {
        var taken = new T[stack.Count - first];
        stack.CopyTo(first, taken, 0, taken.Length);
        stack.RemoveRange(first, taken.Length);
        return taken;
    }
}
