namespace Kaizen.Core.Lint;

/// <summary>Tells a text that says what has to be done, or what is needed, whoever would do it; it can be wrong.</summary>
internal static class DemandText
{
    private static readonly HashSet<string> Done = new(StringComparer.Ordinal)
    {
        "sent", "given", "made", "done", "shown", "taken", "told", "kept", "put", "set", "built", "sold", "written", "brought", "held", "met", "paid", "taught", "bought", "rebuilt", "rewritten", "split", "led",
    };

    // Who says how much work it is tells of trouble: "must be typed twice", "has to be signed by three people".
    private static readonly HashSet<string> Burden = new(StringComparer.Ordinal)
    {
        "twice", "again", "hand", "manually", "each", "every", "before", "after", "until", "first", "only", "paper", "always", "one", "another", "still", "because", "although", "but", "which",
    };

    private static readonly HashSet<string> Shaped = new(StringComparer.Ordinal) { "new", "better", "shared", "central", "single", "common", "automated", "automatic", "digital", "standard", "clear", "proper", "dedicated", "joint", "online" };

    /// <summary>The words that demand, or null.</summary>
    public static string? In(TextWords text, WordLists lists)
    {
        for (var i = 1; i < text.Count; i++)
        {
            if (Be(text, i) is { } be && IsDone(text[be + 1]) && !IsTrouble(text, i, lists, lenient: text[i] is "should" or "ought")) return Words(text, i, be + 2);
            if (text[i] is "need" or "needs" && text[i + 1] is "a" or "an" && Shaped.Contains(text[i + 2]) && lists.Answer.At(text, i + 3) is { } answer) return Words(text, i, answer.Next);
        }

        return null;
    }

    /// <summary>The place of "be" behind what says that something ought to be done, or null.</summary>
    private static int? Be(TextWords text, int at) => text[at] switch
    {
        "should" or "must" or "shall" when text[at + 1] == "be" => at + 1,
        "need" or "needs" or "ought" when text[at + 1] == "to" && text[at + 2] == "be" => at + 2,
        _ => null,
    };

    private static bool IsDone(string word) => word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) || Done.Contains(word);

    private static bool IsTrouble(TextWords text, int at, WordLists lists, bool lenient)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (text.SentenceOf(i) != text.SentenceOf(at)) continue;
            if (TextWords.IsFigure(text[i]) || lists.Number.At(text, i) is not null) return true;
            if (!lenient && Burden.Contains(text[i])) return true;
        }

        return false;
    }

    private static string Words(TextWords text, int start, int end) => string.Join(' ', text.All.Skip(start).Take(end - start));
}
