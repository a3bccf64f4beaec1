using YamlDotNet.Core;

namespace Kaizen.Definitions.Editing;

/// <summary>Edits what stands in brackets and braces.</summary>
internal sealed class FlowEditor(EditText text, LineWriter writer)
{
    private readonly string seen = text.Seen;

    public List<Replacement> AddKey(MappingSyntax map, int behind, string key, YamlValue value)
    {
        var written = writer.FlowEntry(key, value);
        if (behind == map.Entries.Count - 1) return AtEnd(map.Entries[behind].Key.Start, map.Entries[behind].End, map.End - 1, written);
        return [new Replacement(map.Entries[behind].End, map.Entries[behind].End, $", {written}")];
    }

    /// <summary>Takes an entry away with the comma that parts it from its neighbour.</summary>
    public static List<Replacement> RemoveKey(MappingSyntax map, int index) => index == 0
        ? [new Replacement(map.Entries[0].Key.Start, map.Entries[1].Key.Start, "")]
        : [new Replacement(map.Entries[index - 1].End, map.Entries[index].End, "")];

    public List<Replacement> AddItem(SequenceSyntax list, YamlValue item) =>
        AtEnd(list.Items[^1].Start, list.Items[^1].End, list.End - 1, writer.Flow(item));

    public List<Replacement> Replace(ScalarSyntax old, YamlValue value)
    {
        char? quote = value is not YamlValue.Text ? null : old.Style switch { ScalarStyle.SingleQuoted => '\'', ScalarStyle.DoubleQuoted => '"', _ => null };
        return [new Replacement(old.Start, old.End, writer.Flow(value, quote))];
    }

    /// <summary>Puts a value in place of nothing, <c>~</c>, <c>[]</c> or <c>{}</c>.</summary>
    public List<Replacement> Fill(SyntaxNode node, YamlValue value)
    {
        var written = writer.Flow(value);
        if (node is not ScalarSyntax scalar)
        {
            // What may stand inside the brackets, such as a comment, stays there.
            if (node.EmptyBrackets(seen)) return [new Replacement(node.Start, node.End, written)];
            return [new Replacement(node.End - 1, node.End - 1, written[1..^1].Trim(' '))];
        }

        var before = !scalar.Missing ? "" : !scalar.Placed ? ": " : " ";
        return [new Replacement(scalar.Start, scalar.End, before + written)];
    }

    /// <summary>Adds behind the last item: on its line, or on a line of its own where the bracket stands on one.</summary>
    private List<Replacement> AtEnd(int lastStart, int lastEnd, int bracket, string written)
    {
        var comma = Comma(lastEnd, bracket);
        var behind = comma is { } at ? at + 1 : lastEnd;
        List<Replacement> all = [];
        if (!seen.AsSpan(behind, bracket - behind).Contains('\n'))
        {
            all.Add(new Replacement(behind, behind, comma is null ? $", {written}" : $" {written},"));
            return all;
        }

        if (comma is null) all.Add(new Replacement(lastEnd, lastEnd, ","));
        var line = text.LineStart(lastStart);
        var indentation = seen.AsSpan(line, lastStart - line) is var before && before.Trim(" ,{[").Length == 0 ? before.Length : before.Length - before.TrimStart(' ').Length;
        var end = text.LineEnd(behind);
        all.Add(new Replacement(end + 1, end + 1, $"{new string(' ', indentation)}{written}{(comma is null ? "" : ",")}\n"));
        return all;
    }

    /// <summary>The comma behind the last item, if one is written.</summary>
    private int? Comma(int at, int bracket)
    {
        for (; at < bracket; at++)
        {
            if (seen[at] == ',') return at;
            if (seen[at] == '#' && seen[at - 1] is ' ' or '\t' or '\n') at = text.LineEnd(at);
        }

        return null;
    }
}

internal static class EmptyNodes
{
    /// <summary>Whether nothing but blanks of one line stands between the brackets of an empty list or mapping; true for what has none.</summary>
    public static bool EmptyBrackets(this SyntaxNode node, string seen) =>
        node is ScalarSyntax || seen.AsSpan(node.Start + 1, node.End - node.Start - 2).Trim(' ').Length == 0;
}
