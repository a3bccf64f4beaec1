namespace Kaizen.Tests.Faulty;

/// <summary>Lines that take the place of others, as a person mends a fault; without old lines the new ones come at the end of the file.</summary>
internal sealed record Mend(IReadOnlyList<string> Old, IReadOnlyList<string> New)
{
    /// <summary>
    /// Reads <c>mend.txt</c>: <c>== FILE</c>, then groups of lines with <c>-</c> (old, their marks left out) and <c>+</c> (new);
    /// an empty line ends a group.
    /// </summary>
    public static Dictionary<string, IReadOnlyList<Mend>> Read(IReadOnlyList<string> lines)
    {
        var all = new Dictionary<string, IReadOnlyList<Mend>>(StringComparer.Ordinal);
        var (file, old, now) = ("", new List<string>(), new List<string>());
        foreach (var line in lines.Append(""))
        {
            if (line.StartsWith('-')) old.Add(line[1..]);
            else if (line.StartsWith('+')) now.Add(line[1..]);
            else
            {
                if (old.Count + now.Count > 0) all[file] = [.. all.GetValueOrDefault(file, []), new Mend(old, now)];
                (old, now) = ([], []);
                if (line.StartsWith("== ", StringComparison.Ordinal)) file = line[3..];
                else Assert.True(line.Length == 0 || line[0] == '#', $"mend.txt cannot be read at '{line}'");
            }
        }

        return all;
    }

    /// <summary>The lines of a file with all its mends; the old lines of each must stand there once.</summary>
    public static string[] Apply(string[] lines, IReadOnlyList<Mend> mends, string file)
    {
        var result = lines.ToList();
        foreach (var mend in mends)
        {
            if (mend.Old.Count == 0)
            {
                while (result.Count > 0 && result[^1].Length == 0) result.RemoveAt(result.Count - 1);
                result.AddRange([.. mend.New, ""]);
                continue;
            }

            var bare = result.Select(Mark.Without).ToList();
            var at = Enumerable.Range(0, Math.Max(0, bare.Count - mend.Old.Count + 1)).Where(i => bare.Skip(i).Take(mend.Old.Count).SequenceEqual(mend.Old)).ToList();
            Assert.True(at.Count == 1, $"{file} holds the old lines of a mend {at.Count} times: {string.Join(" / ", mend.Old)}");
            result.RemoveRange(at[0], mend.Old.Count);
            result.InsertRange(at[0], mend.New);
        }

        return [.. result];
    }
}
