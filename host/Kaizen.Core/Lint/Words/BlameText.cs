namespace Kaizen.Core.Lint;

/// <summary>Tells a cause that blames people by its words alone; it can be wrong.</summary>
internal static class BlameText
{
    private const int Reach = 5;

    /// <summary>The words that blame, or null.</summary>
    /// <param name="text">The cause.</param>
    /// <param name="lists">The words to look for.</param>
    /// <param name="people">The people of the workspace, each by one word.</param>
    public static string? In(TextWords text, WordLists lists, IReadOnlySet<string> people)
    {
        if (lists.Blame.First(text) is { } judged) return Words(text, judged.Start, judged.Next);
        foreach (var act in lists.BlameAct.In(text))
        {
            // Who says why people do it is already past the blame.
            if (text.All.Skip(act.Next).Any(w => w is "because" or "since" or "as" or "when" or "if" or "until" or "unless")) continue;
            for (var i = act.Start - 1; i >= Math.Max(0, act.Start - Reach) && text.SentenceOf(i) == text.SentenceOf(act.Start); i--)
                if (lists.Person.Has(text[i]) || people.Contains(text[i])) return Words(text, i, act.Next);
        }

        return null;
    }

    private static string Words(TextWords text, int start, int end) => string.Join(' ', text.All.Skip(start).Take(end - start));
}
