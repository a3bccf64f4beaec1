namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>Which lines came and which went between two texts.</summary>
internal static class LineDiff
{
    private const int MostCompared = 4_000_000;

    public static IReadOnlyList<ChangedLine> Of(string before, string after)
    {
        var (old, now) = (Lines(before), Lines(after));
        var head = 0;
        while (head < old.Length && head < now.Length && old[head] == now[head]) head++;
        var tail = 0;
        while (tail < old.Length - head && tail < now.Length - head && old[^(tail + 1)] == now[^(tail + 1)]) tail++;
        var (a, b) = (old[head..^tail], now[head..^tail]);
        return (long)a.Length * b.Length > MostCompared ? Whole(a, b, head) : Walk(a, b, head, Common(a, b));
    }

    /// <summary>Lengths of the longest common subsequences of all ends.</summary>
    private static int[,] Common(string[] a, string[] b)
    {
        var length = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = b.Length - 1; j >= 0; j--)
                length[i, j] = a[i] == b[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
        return length;
    }

    private static List<ChangedLine> Walk(string[] a, string[] b, int head, int[,] common)
    {
        var changed = new List<ChangedLine>();
        for (int i = 0, j = 0; i < a.Length || j < b.Length;)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j]) (i, j) = (i + 1, j + 1);
            else if (i < a.Length && (j == b.Length || common[i + 1, j] >= common[i, j + 1])) changed.Add(new ChangedLine(head + j + 1, '-', a[i++]));
            else changed.Add(new ChangedLine(head + ++j, '+', b[j - 1]));
        }

        return changed;
    }

    private static List<ChangedLine> Whole(string[] a, string[] b, int head) =>
        [.. a.Select(l => new ChangedLine(head + 1, '-', l)), .. b.Select((l, i) => new ChangedLine(head + i + 1, '+', l))];

    /// <summary>The lines; a line end behind the last one begins no line.</summary>
    private static string[] Lines(string text)
    {
        if (text.Length == 0) return [];
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }
}
