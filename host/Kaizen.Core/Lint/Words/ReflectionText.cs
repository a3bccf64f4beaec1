namespace Kaizen.Core.Lint;

/// <summary>Tells a reflection that only repeats the result by its words alone; it can be wrong.</summary>
internal static class ReflectionText
{
    /// <summary>Whether nothing in it goes beyond the result: no surprise, no reason, no doubt, and too few other words.</summary>
    public static bool RepeatsResult(TextWords text, WordLists lists, double fewest)
    {
        if (lists.Learning.First(text) is not null) return false;
        var beyond = 0;
        foreach (var (start, count) in text.Sentences())
        {
            var words = text.All.Skip(start).Take(count).ToList();
            var result = words.Any(TextWords.IsFigure) || Enumerable.Range(start, count).Any(i => lists.Result.At(text, i) is not null);
            if (!result) beyond += count;
        }

        return beyond < fewest;
    }
}
