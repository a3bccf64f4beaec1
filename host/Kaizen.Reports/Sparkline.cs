namespace Kaizen.Reports;

/// <summary>A series as one line of block characters, for terminals.</summary>
public static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <summary>One character a value: the lowest is ▁, the highest █, a flat series ▄, a gap a space.</summary>
    /// <param name="values">Values in order; null and NaN are gaps.</param>
    public static string Of(IEnumerable<double?> values)
    {
        var all = values.Select(v => v is { } x && double.IsFinite(x) ? v : null).ToList();
        var present = all.OfType<double>().ToList();
        if (present.Count == 0) return new string(' ', all.Count);
        var (low, high) = (present.Min(), present.Max());
        return string.Concat(all.Select(v => v is not { } x ? ' '
            : high <= low ? Blocks[3]
            : Blocks[(int)Math.Round(((x / 2) - (low / 2)) / ((high / 2) - (low / 2)) * (Blocks.Length - 1))]));
    }
}
