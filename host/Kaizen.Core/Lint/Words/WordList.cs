namespace Kaizen.Core.Lint;

/// <summary>A place in a text where a word or phrase of a list stands.</summary>
/// <param name="Start">Its first word.</param>
/// <param name="Count">How many words it has.</param>
/// <param name="Ending">How the first of them ends.</param>
internal readonly record struct WordMatch(int Start, int Count, Ending Ending)
{
    /// <summary>The first word behind it.</summary>
    public int Next => Start + Count;
}

/// <summary>Words and phrases that are looked for as whole words, in their regular forms and in any case.</summary>
internal sealed class WordList
{
    private readonly Dictionary<string, List<(Ending Ending, HashSet<string>[] After)>> byFirst = new(StringComparer.Ordinal);

    public WordList(IEnumerable<string> entries)
    {
        foreach (var entry in entries) Add(entry);
    }

    private void Add(string entry)
    {
        var words = TextWords.Of(entry).All;
        if (words.Count == 0) return;
        var rest = words.Skip(1).Select(w => Inflection.Of(w).Select(f => f.Form).ToHashSet(StringComparer.Ordinal)).ToArray();
        foreach (var (form, ending) in Inflection.Of(words[0]))
        {
            if (!byFirst.TryGetValue(form, out var list)) byFirst.Add(form, list = []);
            list.Add((ending, rest));
        }
    }

    /// <summary>Whether a word stands here in one of its forms.</summary>
    public bool Has(string word) => byFirst.TryGetValue(word, out var list) && list.Any(l => l.After.Length == 0);

    /// <summary>The longest entry that begins at a word, or null.</summary>
    public WordMatch? At(TextWords text, int start)
    {
        if (!byFirst.TryGetValue(text[start], out var list)) return null;
        WordMatch? longest = null;
        foreach (var (ending, rest) in list)
        {
            var count = rest.Length + 1;
            if (count <= (longest?.Count ?? 0) || start + count > text.Count) continue;
            var fits = true;
            for (var i = 0; fits && i < rest.Length; i++) fits = rest[i].Contains(text[start + 1 + i]);
            if (fits) longest = new WordMatch(start, count, ending);
        }

        return longest;
    }

    /// <summary>Every place where an entry stands, from <paramref name="from"/> on.</summary>
    public IEnumerable<WordMatch> In(TextWords text, int from = 0)
    {
        for (var i = from; i < text.Count; i++)
        {
            if (At(text, i) is not { } match) continue;
            yield return match;
            i = match.Next - 1;
        }
    }

    /// <summary>The first place where an entry stands, or null.</summary>
    public WordMatch? First(TextWords text, int from = 0)
    {
        foreach (var match in In(text, from)) return match;
        return null;
    }
}
