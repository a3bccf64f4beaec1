namespace Kaizen.Plugin.Shared;

/// <summary>The file name that a person probably meant.</summary>
internal static class NearestName
{
    public static string? To(string written, IEnumerable<string> names)
    {
        var (best, fewest) = ((string?)null, (written.Length / 3) + 1);
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            var edits = Edits(written.ToUpperInvariant(), name.ToUpperInvariant());
            if (edits < fewest) (best, fewest) = (name, edits);
        }

        return best;
    }

    private static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var edits = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], edits);
            }
        }

        return row[b.Length];
    }
}
