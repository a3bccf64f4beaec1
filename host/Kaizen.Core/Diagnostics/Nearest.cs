namespace Kaizen.Core.Diagnostics;

/// <summary>Finds the name a person probably meant.</summary>
public static class Nearest
{
    private const int MostListed = 16;

    /// <summary>The candidate with the fewest edits from <paramref name="written"/>, or null where none is close.</summary>
    public static string? To(string written, IEnumerable<string> candidates)
    {
        string? best = null;
        var fewest = Math.Max(1, written.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - written.Length) >= fewest) continue;
            var edits = Edits(written.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (edits < fewest) (best, fewest) = (candidate, edits);
        }

        return best;
    }

    /// <summary>A hint "did you mean 'x'?" for one of the names there are, or the names where they are few, or null.</summary>
    public static string? Hint(string written, IReadOnlyCollection<string> names) => Hint(written, names, "there are");

    /// <summary>The same for one of a few words that a key allows.</summary>
    public static string? Allowed(string written, IReadOnlyCollection<string> words) => Hint(written, words, "allowed");

    private static string? Hint(string written, IReadOnlyCollection<string> candidates, string list) =>
        To(written, candidates) is { } near ? $"did you mean '{near}'?"
        : candidates.Count is > 0 and <= MostListed ? $"{list}: {string.Join(", ", candidates)}"
        : null;

    /// <summary>Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours.</summary>
    private static int Edits(string a, string b)
    {
        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var now = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                now[j] = Math.Min(Math.Min(now[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
            }

            (before, last, now) = (last, now, before);
        }

        return last[b.Length];
    }
}
