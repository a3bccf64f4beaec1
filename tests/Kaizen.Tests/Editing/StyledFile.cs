using System.Text;

namespace Kaizen.Tests.Editing;

/// <summary>Composes a YAML file in a style of its own; the same number always gives the same file.</summary>
internal sealed class StyledFile
{
    private readonly Random random;
    private readonly StringBuilder text = new();
    private readonly int step;
    private readonly int offset;
    private readonly int gap;
    private readonly bool marks;
    private readonly bool tight;
    private readonly int comments;
    private int anchors;

    private StyledFile(int seed, int turn)
    {
        // The sequence of a seed is fixed for good.
        random = new Random(seed + (1_000_003 * turn));
        step = 1 + (seed % 8);
        offset = random.Next(3) switch { 0 => 0, 1 => step, _ => random.Next(5) };
        gap = 2 + (random.Next(3) == 0 ? random.Next(4) : 0);
        comments = random.Next(3);
        marks = seed % 4 == 3;
        tight = random.Next(2) == 0;
    }

    public static string Make(int seed)
    {
        // Styles do not all go together; what is no YAML is composed anew.
        for (var turn = 0; ; turn++)
        {
            var text = new StyledFile(seed, turn).Compose(seed);
            try
            {
                if (PlainTree.Read(text).Entries is not null) return text;
            }
            catch (InvalidDataException) when (turn < 200)
            {
            }
        }
    }

    private string Compose(int seed)
    {
        if (random.Next(6) == 0) text.Append("# head\n---\n");
        Map(0, 0, ["title", "problem", "people", "metrics", "plan", "do", "check", "act"]);
        if (random.Next(8) == 0) text.Append("...\n");
        else if (random.Next(4) == 0) text.Append("# tail\n\n");
        return Ended(seed);
    }

    private string Ended(int seed)
    {
        var all = text.ToString();
        if (seed % 5 == 1 && all.EndsWith('\n')) all = all[..^1];
        all = (seed % 3) switch
        {
            1 => all.Replace("\n", "\r\n"),
            2 when seed % 2 == 0 => string.Concat(all.Split('\n').Select((l, i) => i == 0 ? l : (random.Next(2) == 0 ? "\r\n" : "\n") + l)),
            _ => all,
        };
        return seed % 7 == 2 ? "\uFEFF" + all : all;
    }

    private void Map(int column, int depth, string[] keys)
    {
        var first = true;
        foreach (var key in keys)
        {
            if (!first && random.Next(4) == 0) continue;
            if (!first) Between(column);
            if (!first || depth == 0 || text[^1] == '\n') text.Append(' ', text.Length == 0 || text[^1] == '\n' ? column : 0);
            first = false;
            text.Append(random.Next(8) switch { 0 => $"\"{key}\"", 1 => $"'{key}'", _ => key }).Append(':');
            Value(column, depth, step, key);
        }
    }

    private void Value(int column, int depth, int inner, string key)
    {
        var kind = key is "do" or "plan" ? random.Next(6, 8) : random.Next(depth > 3 ? 6 : 10);
        var anchor = marks && random.Next(6) == 0 ? $" &m{++anchors}" : "";
        if (marks && anchors > 0 && anchor.Length == 0 && random.Next(5) == 0)
        {
            text.Append($" *m{random.Next(anchors) + 1}").Append(Comment()).Append('\n');
            return;
        }

        if (kind is 3 or 8 && anchor.Length > 0) anchor = "";
        text.Append(anchor);
        switch (kind)
        {
            case 3:
                text.Append(random.Next(5) switch { 0 => " ~", 1 => " []", 2 => " {}", 3 => " null", _ => "" }).Append(Comment()).Append('\n');
                break;
            case 4 or 5:
                Block(column + Math.Max(1, inner));
                break;
            case 6 or 7:
                text.Append(Comment()).Append('\n');
                Map(column + inner, depth + 1, key == "do" ? ["started", "log", "annotations"] : ["from", "note", "to", "actions", "because"]);
                break;
            case 8 or 9:
                text.Append(Comment()).Append('\n');
                List(column + (key.StartsWith('-') ? inner : offset), depth + 1);
                break;
            default:
                text.Append(new string(' ', tight ? 1 : 1 + random.Next(4))).Append(Scalar(column + inner)).Append(Comment()).Append('\n');
                break;
        }
    }

    private void List(int column, int depth)
    {
        var flow = random.Next(3) == 0;
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            text.Append(' ', column).Append('-');
            if (flow || random.Next(4) == 0) text.Append(' ', gap - 1).Append(flow ? Flow(2) : Scalar(column + gap)).Append(Comment()).Append('\n');
            else if (random.Next(6) == 0) Value(column, 9, gap, "-");
            else
            {
                text.Append(' ', gap - 1);
                Map(column + gap, depth + 1, ["what", "who", "due", "text"]);
            }

            if (i > 1) Between(column);
        }
    }

    private void Block(int column)
    {
        text.Append(random.Next(2) == 0 ? " |" : " >").Append(random.Next(3) switch { 0 => "-", 1 => "+", _ => "" }).Append(random.Next(5) == 0 ? " # why" : "").Append('\n');
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            text.Append(' ', column).Append(Word()).Append(random.Next(4) == 0 ? ": # no comment" : "").Append(random.Next(6) == 0 ? "\t" : "").Append('\n');
            if (random.Next(4) == 0) text.Append('\n');
        }
    }

    private string Scalar(int column) => random.Next(9) switch
    {
        0 => $"\"{Word()}\\t{Word()}\"",
        1 => $"'{Word()} it''s\t{Word()}'",
        2 => $"{Word()} {Word()}\n{new string(' ', column)}{Word()}",
        3 => $"\"{Word()}\n\n{new string(' ', column)}{Word()}\"",
        4 => Flow(2),
        5 => "2026-01-05",
        6 => "12.5",
        _ => $"{Word()} {Word()}",
    };

    private string Flow(int depth) => random.Next(depth == 0 ? 1 : 4) switch
    {
        1 => tight ? $"[{Flow(depth - 1)},{Flow(depth - 1)}]" : $"[ {Flow(depth - 1)}, {Flow(depth - 1)}, ]",
        2 => tight ? $"{{a: {Flow(depth - 1)},b: {Flow(depth - 1)}}}" : $"{{ a: {Flow(depth - 1)}, b: {Flow(depth - 1)} }}",
        3 => random.Next(2) == 0 ? "[]" : "{}",
        _ => random.Next(3) == 0 ? $"\"{Word()}, ]\"" : Word(),
    };

    private string Comment() => random.Next(5) < comments ? new string(' ', random.Next(1, 5)) + "# " + Word() : random.Next(12) == 0 ? "  " : "";

    private void Between(int column)
    {
        if (text[^1] != '\n') return;
        if (random.Next(6) < comments) text.Append(' ', random.Next(column + 3)).Append("# ").Append(Word()).Append(": - [\n");
        if (random.Next(6) == 0) text.Append(random.Next(3) == 0 ? "   \n" : "\n");
    }

    private string Word() => random.Next(7) switch { 0 => "é日本", 1 => "😀", 2 => "wait", 3 => "first-answer", 4 => "don't", 5 => "a.b/c", _ => "queue" };
}
