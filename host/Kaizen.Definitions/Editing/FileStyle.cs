namespace Kaizen.Definitions.Editing;

/// <summary>How people write a file: what is added looks like what is there.</summary>
internal sealed class FileStyle
{
    private readonly EditText text;
    private readonly List<int> steps = [];
    private readonly List<int> offsets = [];
    private readonly List<int> gaps = [];
    private readonly List<bool> paddings = [];
    private int singles;
    private int doubles;

    public FileStyle(SyntaxNode? root, EditText text)
    {
        this.text = text;
        if (root is not null) Look(root);
        Step = Most(steps, 2);
        Offset = Most(offsets, Step);
        Gap = Math.Max(2, Most(gaps, 2));
        Padded = Most(paddings, true);
        Quote = singles > doubles ? '\'' : '"';
    }

    /// <summary>How much further in than its key a mapping or a text of several lines stands.</summary>
    public int Step { get; }

    /// <summary>How much further in than its key a list stands.</summary>
    public int Offset { get; }

    /// <summary>From a dash to the item.</summary>
    public int Gap { get; }

    /// <summary>Whether braces have spaces inside.</summary>
    public bool Padded { get; }

    public char Quote { get; }

    /// <summary>The step of a mapping's own children, if it has any.</summary>
    public int StepIn(MappingSyntax? map) => Most(map is null ? [] : Steps(map), Step);

    /// <summary>The offset of the lists in a mapping, if it has any.</summary>
    public int OffsetIn(MappingSyntax? map) => Most(map is null ? [] : Offsets(map), Offset);

    /// <summary>The gap of a list.</summary>
    public int GapIn(SequenceSyntax list) => Math.Max(2, Most(Gaps(list), Gap));

    private void Look(SyntaxNode node)
    {
        switch (node)
        {
            case ScalarSyntax scalar:
                if (scalar.Style == YamlDotNet.Core.ScalarStyle.SingleQuoted) singles++;
                if (scalar.Style == YamlDotNet.Core.ScalarStyle.DoubleQuoted) doubles++;
                break;
            case SequenceSyntax list:
                if (!list.Flow) gaps.AddRange(Gaps(list));
                foreach (var item in list.Items) Look(item);
                break;
            case MappingSyntax map:
                if (map is { Flow: true, Implied: false, Entries.Count: > 0 }) paddings.Add(text.Seen[map.Start + 1] is ' ' or '\n');
                if (!map.Flow)
                {
                    steps.AddRange(Steps(map));
                    offsets.AddRange(Offsets(map));
                }

                foreach (var entry in map.Entries) Look(entry.Value);
                break;
        }
    }

    private IEnumerable<int> Steps(MappingSyntax map) =>
        map.Entries.Select(e => e.Value).OfType<MappingSyntax>().Where(m => !m.Flow)
            .Select(m => text.ColumnOf(m.Start) - text.ColumnOf(map.Start)).Where(s => s > 0);

    private IEnumerable<int> Offsets(MappingSyntax map) =>
        map.Entries.Select(e => e.Value).OfType<SequenceSyntax>().Where(l => !l.Flow)
            .Select(l => text.ColumnOf(l.Start) - text.ColumnOf(map.Start)).Where(o => o >= 0);

    private IEnumerable<int> Gaps(SequenceSyntax list) =>
        list.Items.Where(i => i.Start < text.Seen.Length && i is not ScalarSyntax { Missing: true })
            .Select(i => (Item: i, Line: text.LineStart(i.Start)))
            .Where(i => text.Seen.AsSpan(i.Line, i.Item.Start - i.Line).TrimStart(' ').TrimEnd(' ') is "-")
            .Select(i => text.ColumnOf(i.Item.Start) - text.ColumnOf(list.Start));

    /// <summary>What is most often so; of equally many what comes first.</summary>
    private static T Most<T>(IEnumerable<T> values, T otherwise) where T : notnull
    {
        var groups = values.GroupBy(v => v).OrderByDescending(g => g.Count()).ToList();
        return groups.Count == 0 ? otherwise : groups[0].Key;
    }
}
