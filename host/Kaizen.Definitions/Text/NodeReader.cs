using Kaizen.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kaizen.Definitions.Text;

/// <summary>
/// Builds nodes from the parser's events, one file at a time. Depth and size are checked on the events, before
/// anything is built on them, so that no file can exhaust the stack or the memory.
/// </summary>
internal sealed class NodeReader
{
    public const int DeepestNesting = 64;

    /// <summary>Values a file may stand for with its aliases written out.</summary>
    public const int LargestSize = 250_000;

    private readonly SourceText text;
    private readonly FaultList faults;
    private readonly Parser parser;
    private readonly Dictionary<string, Node> anchors = new(StringComparer.Ordinal);
    private readonly Stack<int> openBrackets = [];
    private ParsingEvent current = null!;
    private long size;

    private NodeReader(SourceText text, FaultList faults)
    {
        this.text = text;
        this.faults = faults;
        parser = new Parser(new StringReader(text.Text));
    }

    /// <summary>The root of the only document, or null after a fault.</summary>
    public static Node? Read(SourceText text, FaultList faults) => CommonReader.Read(text.Text) ?? Parse(text, faults);

    /// <summary>The same by the parser alone, which knows all of YAML and reports every fault.</summary>
    internal static Node? Parse(SourceText text, FaultList faults)
    {
        var reader = new NodeReader(text, faults);
        try
        {
            return reader.Document();
        }
        catch (StopException)
        {
            return null;
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException or FormatException)
        {
            SyntaxFaults.Report(e, text, faults, reader.current is { } last ? (int)last.End.Index : 0, reader.openBrackets);
            return null;
        }
    }

    private Node? Document()
    {
        Next();
        if (Next() is StreamEnd)
        {
            faults.AddAtStart(Catalogue.FileEmpty, "write it or delete it");
            return null;
        }

        Next();
        var root = Value(0);
        Next();
        if (Next() is not DocumentStart second)
        {
            if (!root.IsEmpty) return root;
            faults.AddAtStart(Catalogue.FileEmpty, "write it or delete it");
            return null;
        }

        faults.Add(Catalogue.SeveralDocuments, Span(second), "make it a file of its own, or take the '---' away");
        return null;
    }

    private Node Value(int depth)
    {
        if (current is AnchorAlias alias) return Resolve(alias, depth);
        var start = (NodeEvent)current;
        if (depth > DeepestNesting && start is not Scalar) Stop(Catalogue.TooDeep, DeepestNesting);
        Count(1);
        if (!start.Tag.IsEmpty && !start.Tag.IsNonSpecific) TagFault(start);
        Node node = start switch
        {
            Scalar s => new ScalarNode(StartOf(s), (int)s.End.Index, s.Value, s.Style == ScalarStyle.Plain),
            SequenceStart s => Sequence(s, depth),
            _ => Mapping((MappingStart)start, depth),
        };
        if (!start.Anchor.IsEmpty) anchors[start.Anchor.Value] = node;
        return node;
    }

    private SequenceNode Sequence(SequenceStart start, int depth)
    {
        var flow = start.Style == SequenceStyle.Flow;
        if (flow) openBrackets.Push((int)start.Start.Index);
        var items = new List<Node>();
        while (Next() is not SequenceEnd) items.Add(Value(depth + 1));
        if (flow) openBrackets.Pop();
        return new SequenceNode((int)start.Start.Index, End(flow, items.Count > 0 ? items[0] : null), items);
    }

    private MappingNode Mapping(MappingStart start, int depth)
    {
        var flow = start.Style == MappingStyle.Flow;
        if (flow) openBrackets.Push((int)start.Start.Index);
        var entries = new List<Entry>();
        var merged = new List<Entry>();
        var seen = new KeysSeen();
        while (Next() is not MappingEnd)
        {
            var written = Value(depth + 1);
            Next();
            var value = Value(depth + 1);
            if (written is not ScalarNode key)
                faults.Add(Catalogue.KeyNotText, written, "is a bracket in the wrong place?", written.Kind);
            else if (key is { Plain: true, Value: "<<" })
                merged.AddRange(Merge(value));
            else if (seen.Add(key) is { } first)
                faults.Add(Catalogue.DuplicateKey, key, "keep one of the two", key.Value, text.LineOf(first.Start) + 1);
            else
                entries.Add(new Entry(key, value));
        }

        if (flow) openBrackets.Pop();
        foreach (var entry in merged)
            if (seen.Add(entry.Key) is null) entries.Add(entry);
        // The parser gives no place to a pair that stands in a list without brackets: [a: b].
        var head = entries.Count > 0 ? entries[0].Key : null;
        var begin = start.Start.Index == 0 && head is not null ? head.Start : (int)start.Start.Index;
        return new MappingNode(begin, End(flow, head), [.. entries], flow);
    }

    /// <summary>The entries that a merge key brings in; what the mapping says itself wins.</summary>
    private IEnumerable<Entry> Merge(Node value)
    {
        if (value is MappingNode one) return one.Entries;
        if (value is SequenceNode list && list.Items.All(i => i is MappingNode)) return list.Items.Cast<MappingNode>().SelectMany(m => m.Entries);
        faults.Add(Catalogue.WrongKind, value, "write '<<: *name'", "<<", "a mapping", value.Kind);
        return [];
    }

    private Node Resolve(AnchorAlias alias, int depth)
    {
        if (!anchors.TryGetValue(alias.Value.Value, out var node))
        {
            faults.Add(Catalogue.UnknownAlias, Span(alias), "for a text that begins with '*', use quotes", alias.Value.Value);
            throw new StopException();
        }

        if (depth + node.Height > DeepestNesting) Stop(Catalogue.TooDeep, DeepestNesting);
        Count(node.Size);
        return node;
    }

    private void TagFault(NodeEvent start)
    {
        var tag = text.Text[(int)start.Start.Index..].Split([' ', '\n'], 2)[0];
        var at = text.Span((int)start.Start.Index, (int)start.Start.Index + tag.Length);
        faults.Add(Catalogue.TagNotUsed, at, "for a text that begins with '!', use quotes", tag);
    }

    private void Count(long more)
    {
        size += more;
        if (size > LargestSize) Stop(Catalogue.TooManyNodes, LargestSize);
    }

    private void Stop(Message message, object named)
    {
        faults.Add(message, Span(current), null, named);
        throw new StopException();
    }

    private ParsingEvent Next()
    {
        if (!parser.MoveNext()) throw new InvalidOperationException("The events end too soon.");
        return current = parser.Current!;
    }

    // Of a block, its first key or item is what a person should look at.
    private int End(bool flow, Node? first) => flow || first is null ? Math.Min((int)current.Start.Index + 1, text.Text.Length) : first.End;

    /// <summary>Where a scalar itself begins, behind an anchor or a tag.</summary>
    private int StartOf(Scalar scalar)
    {
        var (start, end) = ((int)scalar.Start.Index, (int)scalar.End.Index);
        if (scalar.Anchor.IsEmpty && scalar.Tag.IsEmpty) return start;
        var quotes = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted ? 1 : 0;
        var own = end - scalar.Value.Length - (2 * quotes);
        return own >= start && string.CompareOrdinal(text.Text, own + quotes, scalar.Value, 0, scalar.Value.Length) == 0 ? own : start;
    }

    private Kaizen.Abstractions.SourceSpan Span(ParsingEvent e) => text.Span((int)e.Start.Index, (int)e.End.Index);

#pragma warning disable CA1032, CA1064 // Internal control flow of one class, not an API.
    private sealed class StopException : Exception;
#pragma warning restore CA1032, CA1064
}
