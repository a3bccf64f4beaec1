namespace Kaizen.Core.Lint;

/// <summary>Tells a reflection that only repeats the result by its words alone; it can be wrong.</summary>
internal static class ReflectionText
{
    private static readonly HashSet<string> Nothing = new(StringComparer.Ordinal) { "no", "nothing", "none", "without" };

    private static readonly HashSet<string> Not = new(StringComparer.Ordinal) { "not", "didn't", "wasn't", "isn't", "never" };

    /// <summary>Whether nothing in it goes beyond the result: no surprise, no reason, no doubt, and too few other words.</summary>
    public static bool RepeatsResult(TextWords text, WordLists lists, double fewest)
    {
        if (lists.Learning.In(text).Any(m => !IsDenied(text, m)) || Differs(text)) return false;
        // Who writes one word again and again, or denies that there was anything to learn, writes nothing.
        var beyond = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (start, count) in text.Sentences())
        {
            var places = Enumerable.Range(start, count).ToList();
            if (places.Exists(i => lists.Result.At(text, i) is not null || lists.Learning.At(text, i) is not null)) continue;
            beyond.UnionWith(places.Select(i => text[i]).Where(w => !TextWords.IsFigure(w) && w != "%"));
        }

        return beyond.Count < fewest;
    }

    /// <summary>"Learned nothing", "no surprise", "not surprising".</summary>
    private static bool IsDenied(TextWords text, WordMatch learning)
    {
        if (text[learning.Next] is "nothing" or "no") return true;
        if (Nothing.Contains(text[learning.Start - 1]) || Nothing.Contains(text[learning.Start - 2])) return true;
        var word = text[learning.Start];
        return (word.StartsWith("learn", StringComparison.Ordinal) || word.StartsWith("surpris", StringComparison.Ordinal)) && Not.Contains(text[learning.Start - 1]);
    }

    /// <summary>Something else came than was expected: "expected 2, 5 left".</summary>
    private static bool Differs(TextWords text)
    {
        foreach (var (start, count) in text.Sentences())
        {
            var places = Enumerable.Range(start, count);
            if (places.Any(i => text[i] is "expected" or "predicted" && text[i - 1] != "as")
                && places.Select(i => text[i]).Where(TextWords.IsFigure).Distinct(StringComparer.Ordinal).Skip(1).Any()) return true;
        }

        return false;
    }
}
