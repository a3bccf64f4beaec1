namespace Kaizen.Core.Lint;

/// <summary>Tells a text that claims an improvement by its words alone; it can be wrong.</summary>
internal static class ClaimText
{
    private const int Reach = 6;

    // Who doubts, hopes or denies does not claim.
    private static readonly HashSet<string> Doubting = new(StringComparer.Ordinal)
    {
        "not", "no", "never", "nothing", "none", "nobody", "would", "could", "should", "might", "may", "if", "whether", "cannot", "hardly", "hope", "hoped", "expect", "expected", "want", "wanted", "without",
        "nor", "neither", "until", "unless", "had", "isn't", "wasn't", "didn't", "doesn't", "don't", "hasn't", "haven't", "can't", "wouldn't", "couldn't", "what", "how", "next", "to", "can", "must", "needs", "room",
    };

    /// <summary>The words that claim, or null.</summary>
    public static string? In(TextWords text, WordLists lists)
    {
        foreach (var claim in lists.Improved.In(text))
        {
            var doubted = false;
            for (var i = claim.Start - 1; i >= Math.Max(0, claim.Start - Reach) && text.SentenceOf(i) == text.SentenceOf(claim.Start); i--) doubted |= Doubting.Contains(text[i]);
            if (!doubted) return string.Join(' ', text.All.Skip(claim.Start).Take(claim.Count));
        }

        return null;
    }
}
