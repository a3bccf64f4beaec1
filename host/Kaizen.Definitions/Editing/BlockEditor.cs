using YamlDotNet.Core;

namespace Kaizen.Definitions.Editing;

/// <summary>Edits what is written on lines of its own, outside brackets and braces.</summary>
/// <param name="text">The file.</param>
/// <param name="root">How it is written.</param>
/// <param name="style">What is usual in it.</param>
/// <param name="writer">Writes what is new.</param>
/// <param name="lineEndLast">Whether lines added at the end of a file without a last line end get one.</param>
internal sealed class BlockEditor(EditText text, SyntaxNode root, FileStyle style, LineWriter writer, bool lineEndLast)
{
    private readonly string seen = text.Seen;

    public List<Replacement> AddKey(Route route, MappingSyntax map, int behind, string key, YamlValue value)
    {
        var column = text.ColumnOf(map.Start);
        // Comments further in belong to what stands above; as far in as the keys they do where nothing else follows.
        var comments = behind == map.Entries.Count - 1 && route.Holder is not null ? column : column + 1;
        return Below(SkipComments(map.Entries[behind].End, comments), writer.Entry(column, key, value, map));
    }

    /// <summary>Takes the lines of a key away, with the comments further in that belong to it.</summary>
    public List<Replacement> RemoveKey(MappingSyntax map, int index)
    {
        var key = map.Entries[index].Key;
        var start = text.LineStart(key.Start);
        // The first key of a list item stands behind the dash, which has to stay.
        if (seen.AsSpan(start, key.Start - start).Trim(' ').Length > 0) throw new RefusedException(Reasons.NotTakenAway(map.Entries[index].Name ?? ""), key.Start);
        var end = text.LineEnd(SkipComments(map.Entries[index].End, text.ColumnOf(map.Start) + 1));
        return [new Replacement(start, Math.Min(end + 1, seen.Length), "")];
    }

    public List<Replacement> AddItem(Route route, SequenceSyntax list, YamlValue item)
    {
        var column = text.ColumnOf(list.Start);
        var comments = route.Holder is not null && column > route.HolderColumn(text) ? column : column + 1;
        var like = list.Items.LastOrDefault(i => i is MappingSyntax == item is YamlValue.Map);
        var flow = like is MappingSyntax { Flow: true } or SequenceSyntax { Flow: true };
        return Below(SkipComments(list.End, comments), writer.Item(column, item, style.GapIn(list), flow));
    }

    /// <summary>Puts a value in place of nothing, <c>~</c>, <c>[]</c> or <c>{}</c>.</summary>
    public List<Replacement> Fill(Route route, YamlValue value)
    {
        var node = route.Node;
        var holder = route.Holder?.Container;
        var column = route.HolderColumn(text);
        var map = holder as MappingSyntax;
        // Below a dash a mapping or a list stands two further in, as behind it.
        var (step, offset) = map is not null ? (style.StepIn(map), style.OffsetIn(map)) : holder is null ? (0, 0) : (style.Gap, style.Gap);
        if (writer.Inside(column, value, step, offset) is not { } lines) return Exchange(node, writer.Scalar(value, column, Math.Max(1, step)));
        if (holder is null) return node is ScalarSyntax ? Begin(lines) : [new Replacement(node.Start, node.End, writer.Flow(value))];
        List<Replacement> all = [];
        if (node.End > node.Start) all.Add(new Replacement(BlankBefore(node), node.End, ""));
        var at = SkipComments(node.End, column + 1);
        all.AddRange(Below(at, lines));
        return all;
    }

    public List<Replacement> Replace(Route route, ScalarSyntax old, YamlValue value)
    {
        var column = route.HolderColumn(text);
        if (!old.Block)
        {
            char? quote = value is not YamlValue.Text ? null : old.Style switch { ScalarStyle.SingleQuoted => '\'', ScalarStyle.DoubleQuoted => '"', _ => null };
            return Exchange(old, writer.Scalar(value, column, StepOf(route), quote));
        }

        var header = BlockText.HeaderEnd(seen, old.Start);
        var body = Math.Min(text.LineEnd(old.Start), old.End);
        var indentation = BlockText.Indentation(seen, old.Start, old.End) - column;
        var (first, rest) = writer.Scalar(value, column, indentation is >= 1 and <= 9 ? indentation : StepOf(route));
        return [new Replacement(old.Start, header, first), new Replacement(body, old.End, string.Concat(rest.Select(l => "\n" + l)))];
    }

    private int StepOf(Route route) => Math.Max(1, style.StepIn(route.Holder?.Container as MappingSyntax));

    private List<Replacement> Exchange(SyntaxNode old, (string Text, List<string> More) value)
    {
        var space = old.End == old.Start && old.Start > 0 && seen[old.Start - 1] is not (' ' or '\n') ? " " : "";
        List<Replacement> all = [new Replacement(old.Start, old.End, space + value.Text)];
        if (value.More.Count > 0) all.AddRange(Below(old.End, value.More));
        return all;
    }

    /// <summary>Lines for a file that holds comments alone: behind them, and behind a line that begins the document.</summary>
    private List<Replacement> Begin(List<string> lines) =>
        seen.Length == 0 ? [new Replacement(0, 0, string.Join('\n', lines) + "\n")] : Below(seen.Length - (seen.EndsWith('\n') ? 1 : 0), lines);

    /// <summary>Lines below the line of a position.</summary>
    private List<Replacement> Below(int position, List<string> lines)
    {
        var end = text.LineEnd(position);
        var written = string.Join('\n', lines);
        if (end < seen.Length) return [new Replacement(end + 1, end + 1, written + "\n")];

        // The file's last line has no line end. A text behind '|' would gain one by what follows it, so it says that it has none.
        List<Replacement> all = [];
        if (Last(root) is ScalarSyntax { Block: true } last && last.End == seen.Length && !last.Value.EndsWith('\n') && !Header(last).Contains('-', StringComparison.Ordinal))
        {
            var header = BlockText.HeaderEnd(seen, last.Start);
            all.Add(Header(last).IndexOf('+', StringComparison.Ordinal) is >= 0 and var plus
                ? new Replacement(last.Start + plus, last.Start + plus + 1, "-") : new Replacement(header, header, "-"));
        }

        all.Add(new Replacement(seen.Length, seen.Length, "\n" + written + (lineEndLast ? "\n" : "")));
        return all;
    }

    private string Header(ScalarSyntax block) => seen[block.Start..BlockText.HeaderEnd(seen, block.Start)];

    private static SyntaxNode Last(SyntaxNode node) => node switch
    {
        MappingSyntax { Flow: false } map => Last(map.Entries[^1].Value),
        SequenceSyntax { Flow: false } list => Last(list.Items[^1]),
        _ => node,
    };

    /// <summary>The end of the last of the comment lines that follow at once and are indented at least so far.</summary>
    private int SkipComments(int position, int column)
    {
        for (var end = text.LineEnd(position); end < seen.Length; end = text.LineEnd(end + 1))
        {
            var line = seen.AsSpan(end + 1, text.LineEnd(end + 1) - end - 1);
            var written = line.TrimStart(' ');
            if (written.Length == 0 || written[0] != '#' || line.Length - written.Length < column) return Math.Max(position, end);
        }

        return seen.Length;
    }

    /// <summary>Where the blanks before an empty value begin, if nothing follows it on its line.</summary>
    private int BlankBefore(SyntaxNode node)
    {
        if (seen.AsSpan(node.End, text.LineEnd(node.End) - node.End).Trim(' ').Length > 0) return node.Start;
        var at = node.Start;
        while (at > 0 && seen[at - 1] == ' ') at--;
        return at;
    }
}
