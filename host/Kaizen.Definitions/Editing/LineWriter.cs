namespace Kaizen.Definitions.Editing;

/// <summary>Writes new keys and list items as lines, or as a text for inside brackets.</summary>
/// <param name="style">How the file is written.</param>
/// <param name="oneLine">Whether texts of several lines are written on one line, in quotes.</param>
internal sealed class LineWriter(FileStyle style, bool oneLine)
{
    private const int LongestFlowItem = 160;

    /// <summary>Lines of a key and its value.</summary>
    public List<string> Entry(int column, string key, YamlValue value, MappingSyntax? like = null)
    {
        var margin = new string(' ', column) + Key(key, false) + ":";
        if (Inside(column, value, style.StepIn(like), style.OffsetIn(like)) is { } inner) return [margin, .. inner];
        var (text, rest) = Scalar(value, column, style.StepIn(like));
        return [$"{margin} {text}", .. rest];
    }

    /// <summary>Lines of a mapping or a list that stands below its key; null for what stands behind it.</summary>
    public List<string>? Inside(int column, YamlValue value, int step, int offset) => value switch
    {
        YamlValue.Map { Entries.Count: > 0 } map => [.. map.Entries.SelectMany(e => Entry(column + step, e.Key, e.Value))],
        YamlValue.List { Values.Count: > 0 } list => [.. list.Values.SelectMany(v => Item(column + offset, v, style.Gap, false))],
        _ => null,
    };

    /// <summary>Lines of a list item.</summary>
    public List<string> Item(int column, YamlValue value, int gap, bool flow)
    {
        var dash = new string(' ', column) + "-";
        if (flow && value.IsCollection && Flow(value) is var one && column + gap + one.Length <= LongestFlowItem && !LinesIn(value))
            return [dash + new string(' ', gap - 1) + one];
        var lines = value switch
        {
            YamlValue.Map { Entries.Count: > 0 } map => map.Entries.SelectMany(e => Entry(column + gap, e.Key, e.Value)).ToList(),
            YamlValue.List { Values.Count: > 0 } list => list.Values.SelectMany(v => Item(column + gap, v, gap, flow)).ToList(),
            _ => null,
        };
        if (lines is not null)
        {
            lines[0] = dash + lines[0][(column + 1)..];
            return lines;
        }

        var (text, rest) = Scalar(value, column, Math.Max(style.Step, 1));
        return [dash + new string(' ', gap - 1) + text, .. rest];
    }

    /// <summary>What stands behind a key or a dash, and the lines below it where it is a text of several lines.</summary>
    public (string Text, List<string> More) Scalar(YamlValue value, int column, int step, char? quote = null)
    {
        if (value.IsCollection) return (Flow(value), []);
        if (!oneLine && value is YamlValue.Text text && ScalarWriter.FitsBlock(text.Value) && step <= 9)
            return ScalarWriter.Block(text.Value, column, column + step);
        return (ScalarWriter.Inline(value, false, quote ?? style.Quote, quote is not null), []);
    }

    /// <summary>A value inside brackets or braces, or one that is empty.</summary>
    public string Flow(YamlValue value, char? quote = null) => value switch
    {
        YamlValue.Map map => map.Entries.Count == 0 ? "{}" : Braces(string.Join(", ", map.Entries.Select(e => FlowEntry(e.Key, e.Value)))),
        YamlValue.List list => $"[{string.Join(", ", list.Values.Select(v => Flow(v)))}]",
        _ => ScalarWriter.Inline(value, true, quote ?? style.Quote, quote is not null),
    };

    public string FlowEntry(string key, YamlValue value) => $"{Key(key, true)}: {Flow(value)}";

    private string Braces(string inner) => style.Padded ? $"{{ {inner} }}" : $"{{{inner}}}";

    private string Key(string key, bool flow) => ScalarWriter.Inline(new YamlValue.Text(key), flow, style.Quote);

    private static bool LinesIn(YamlValue value) => value switch
    {
        YamlValue.Text text => text.Value.Contains('\n', StringComparison.Ordinal),
        YamlValue.Map map => map.Entries.Any(e => LinesIn(e.Value)),
        YamlValue.List list => list.Values.Any(LinesIn),
        _ => false,
    };
}
