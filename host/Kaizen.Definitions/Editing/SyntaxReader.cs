using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kaizen.Definitions.Editing;

/// <summary>Reads how a file is written. The file has been read without a fault before, so it ends and is not too deep.</summary>
internal sealed class SyntaxReader
{
    private readonly string text;
    private readonly Parser parser;
    private readonly Dictionary<string, SyntaxNode> anchors = new(StringComparer.Ordinal);

    private SyntaxReader(string text)
    {
        this.text = text;
        parser = new Parser(new StringReader(text));
    }

    public static SyntaxNode Read(string text)
    {
        var reader = new SyntaxReader(text);
        while (reader.Next() is not DocumentStart) { }
        reader.Next();
        return reader.Value(-1, -1);
    }

    /// <param name="indent">Column of the innermost block around it.</param>
    /// <param name="keyEnd">Where its key ends; -1 for what has none.</param>
    private SyntaxNode Value(int indent, int keyEnd)
    {
        if (parser.Current is AnchorAlias alias)
            return new AliasSyntax(alias.Value.Value, anchors[alias.Value.Value]) { Start = Index(alias.Start), End = Index(alias.End) };
        var started = (NodeEvent)parser.Current!;
        var anchor = started.Anchor.IsEmpty ? null : started.Anchor.Value;
        var begin = Behind(Index(started.Start), (anchor is null ? 0 : 1) + (started.Tag.IsEmpty ? 0 : 1));
        SyntaxNode node = started switch
        {
            Scalar scalar => Scalar(scalar, begin, keyEnd),
            SequenceStart list => Sequence(list, begin, indent),
            _ => Mapping((MappingStart)started, begin, indent),
        };
        node = node with { Anchor = anchor, Tagged = !started.Tag.IsEmpty };
        if (anchor is not null) anchors[anchor] = node;
        return node;
    }

    private ScalarSyntax Scalar(Scalar scalar, int begin, int keyEnd)
    {
        var node = new ScalarSyntax(scalar.Value, scalar.Style) { Start = begin, End = Index(scalar.End) };
        if (node.Block) return node with { End = BlockText.End(text, begin, node.End) };
        if (scalar.Value.Length > 0 || scalar.Style != ScalarStyle.Plain) return node;

        // Of a value that is not written the parser may name the place of what comes next.
        var plain = scalar.Anchor.IsEmpty && scalar.Tag.IsEmpty;
        var sign = plain ? Sign(keyEnd, begin) : -1;
        var at = !plain ? PropertiesEnd(Index(scalar.Start)) : sign >= 0 ? sign + 1 : Math.Min(keyEnd < 0 ? begin : keyEnd, text.Length);
        return node with { Start = at, End = at, Missing = true, Placed = sign >= 0 };
    }

    private SequenceSyntax Sequence(SequenceStart start, int begin, int indent)
    {
        var flow = start.Style == SequenceStyle.Flow;
        var inner = flow ? indent : Column(begin);
        var items = new List<SyntaxNode>();
        while (Next() is not SequenceEnd) items.Add(Value(inner, -1));
        return new SequenceSyntax(items, flow) { Start = begin, End = flow ? Index(parser.Current!.Start) + 1 : items[^1].End };
    }

    private MappingSyntax Mapping(MappingStart start, int begin, int indent)
    {
        var flow = start.Style == MappingStyle.Flow;
        var implied = flow && (begin >= text.Length || text[begin] != '{');
        var inner = flow ? indent : Column(begin);
        var entries = new List<EntrySyntax>();
        while (Next() is not MappingEnd)
        {
            var key = Value(inner, -1);
            Next();
            entries.Add(new EntrySyntax(key, Value(inner, key.End)));
        }

        if (implied) begin = entries[0].Key.Start;
        return new MappingSyntax(entries, flow)
        {
            Start = begin,
            End = flow && !implied ? Index(parser.Current!.Start) + 1 : entries[^1].End,
            Implied = implied,
        };
    }

    private int Column(int position) => position - (position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1);

    /// <summary>Where a value begins behind its anchor and its tag.</summary>
    private int Behind(int at, int properties)
    {
        for (; properties > 0; properties--)
        {
            while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not (',' or ']' or '}')) at++;
            var end = at;
            at = Gap(at);
            // Nothing follows on this line or below that could be meant.
            if (at >= text.Length) return end;
        }

        return at;
    }

    /// <summary>Where the ':' or '-' stands behind which a missing value would be written; -1 for none.</summary>
    private int Sign(int keyEnd, int begin)
    {
        if (keyEnd < 0) return begin > 0 && begin <= text.Length && text[begin - 1] == '-' ? begin - 1 : -1;
        var at = keyEnd;
        while (at < text.Length && text[at] is ' ' or '\t' or '\n') at++;
        return at < text.Length && at < begin && text[at] == ':' ? at : -1;
    }

    /// <summary>Where an anchor and a tag end behind which nothing is written.</summary>
    private int PropertiesEnd(int at)
    {
        var end = at;
        while (at < text.Length && text[at] is '&' or '!')
        {
            while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not (',' or ']' or '}')) at++;
            end = at;
            while (at < text.Length && text[at] == ' ') at++;
        }

        return end;
    }

    private int Gap(int at)
    {
        while (at < text.Length)
        {
            if (text[at] is ' ' or '\t' or '\n') at++;
            else if (text[at] == '#') at = text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;
            else break;
        }

        return at;
    }

    private ParsingEvent Next()
    {
        if (!parser.MoveNext()) throw new InvalidOperationException("The events end too soon.");
        return parser.Current!;
    }

    private static int Index(Mark mark) => (int)mark.Index;
}
