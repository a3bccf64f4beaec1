namespace Kaizen.Core.Lint;

/// <summary>Tells a text that names an answer from one that tells of trouble, by its words alone; it can be wrong.</summary>
internal sealed class AnswerText(WordLists lists)
{
    private static readonly HashSet<string> Pointing = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "our", "your", "their", "my", "all", "every", "each", "more", "new", "better", "another", "some", "any", "up", "out", "us", "them", "everyone", "everybody",
    };

    private static readonly HashSet<string> Adding = new(StringComparer.Ordinal)
    {
        "new", "better", "more", "additional", "another", "extra", "improved", "shared", "central", "single", "common", "automated", "automatic", "online", "digital", "weekly", "daily",
        "monthly", "standard", "clear", "proper", "dedicated", "second", "joint",
    };

    private static readonly HashSet<string> Ours = new(StringComparer.Ordinal)
    {
        "we", "they", "team", "teams", "company", "sales", "management", "department", "everybody", "everyone", "i", "engineers", "sellers", "staff", "support", "it", "hr",
    };

    private static readonly HashSet<string> Aiming = new(StringComparer.Ordinal) { "for", "to", "with", "that", "so" };

    private static readonly HashSet<string> Definite = new(StringComparer.Ordinal) { "the", "this", "that", "these", "those", "its", "their", "one", "longer" };

    private static readonly HashSet<string> NounBefore = new(StringComparer.Ordinal) { "to", "for", "the", "a", "an", "of", "by", "our", "their", "with" };

    /// <summary>The words that name an answer in a title or a problem, or null.</summary>
    public string? InProblem(TextWords text) => Opening(text) ?? Wanting(text) ?? DemandText.In(text, lists) ?? Thing(text) ?? Making(text) ?? Means(text) ?? Missing(text);

    /// <summary>The words that make an action of a text, or null.</summary>
    public string? AsAction(TextWords text) => Opening(text) ?? Wanting(text) ?? Making(text);

    /// <summary>What a cause says is missing although it is only the answer, or null.</summary>
    public string? InsideOut(TextWords text)
    {
        if (lists.LackAlone.First(text) is { } alone && !IsFact(text, alone)) return Words(text, alone.Start, alone.Next);
        foreach (var lack in lists.Lack.In(text))
            if (!Definite.Contains(text[lack.Next]) && AnswerWithin(text, lack.Next, 3) is { } end) return Words(text, lack.Start, end);
        foreach (var answer in lists.Answer.In(text))
        {
            var verb = answer.Next;
            if (text[verb] is not ("is" or "are" or "was" or "were")) continue;
            if (text[verb + 1] is "missing" or "lacking" or "absent" or "insufficient" or "inadequate" or "nonexistent"
                || (text[verb + 1] == "not" && text[verb + 2] is "available" or "there" or "in" or "enough" or "sufficient")) return Words(text, answer.Start, verb + 2);
        }

        return null;
    }

    /// <summary>What is not there is no answer, and the sentence goes on with what comes of it: "the lack of light hides the labels".</summary>
    private bool IsFact(TextWords text, WordMatch lack) =>
        text[lack.Start] is "lack" or "absence" && lack.Next < text.Count && text.SentenceOf(lack.Next) == text.SentenceOf(lack.Start)
        && AnswerWithin(text, lack.Next, 3) is null && Happens(text, lack.Next);

    /// <summary>It begins with what is to be done: "Introduce a tool", "Training for sellers".</summary>
    private string? Opening(TextWords text)
    {
        var start = Begin(text);
        if (lists.Countermeasure.At(text, start) is { } verb)
        {
            var noun = text[verb.Next] == "of" || lists.Trouble.Has(text[verb.Next]);
            if (verb.Ending == Ending.None && !(noun && (Happens(text, verb.Next) || text.All.Any(TextWords.IsFigure)))) return Words(text, start, verb.Next);
            if (verb.Ending == Ending.Ing && !Happens(text, verb.Next) && !IsTrouble(text, verb.Next)) return Words(text, start, verb.Next);
        }

        if (lists.Change.At(text, start) is { Ending: Ending.None } change && text[change.Next] is "of" or "for" or "to" && !Happens(text, start + 1))
            return Words(text, start, start + 2);
        if (lists.Action.At(text, start) is not { Ending: Ending.None or Ending.Ing } action || text.Count <= action.Next) return null;
        var next = text[action.Next];
        if (action.Ending == Ending.None && (Pointing.Contains(next) || Adding.Contains(next) || lists.Person.Has(next)) && !IsTrouble(text, action.Next)) return Words(text, start, action.Next + 1);
        return Happens(text, action.Next) || IsTrouble(text, action.Next) ? null : Words(text, start, action.Next);
    }

    /// <summary>It says what should be: "we need a tool", "sales must introduce".</summary>
    private string? Wanting(TextWords text)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (i > 0 && !Ours.Contains(text[i - 1])) continue;
            if (text[i] is "need" or "needs" or "want" or "wants" or "require" or "requires" or "required")
            {
                if (text[i + 1] == "to" && StartsToAct(text, i + 2)) return Words(text, i, i + 3);
                if (AnswerWithin(text, i + 1, 4) is { } end) return Words(text, i, end);
            }

            if (text[i] is "should" or "must" or "shall" or "will" or "could" && StartsToAct(text, i + 1)) return Words(text, i, i + 2);
            if (text[i] is "have" or "has" or "ought" or "plan" or "plans" && text[i + 1] == "to" && StartsToAct(text, i + 2)) return Words(text, i, i + 3);
        }

        return null;
    }

    /// <summary>It is the name of a thing: "New tool for quotes", "Checklist for handovers".</summary>
    private string? Thing(TextWords text)
    {
        var start = text[0] is "a" or "an" or "the" or "one" ? 1 : 0;
        if (Happens(text, start) || IsTrouble(text, start)) return null;
        if (Adding.Contains(text[start]) && AnswerWithin(text, start + 1, 3) is { } end) return Words(text, start, end);
        for (var i = start; i < start + 3; i++)
            if (lists.Answer.At(text, i) is { } thing && (Aiming.Contains(text[thing.Next]) || (thing.Next >= text.Count && text.Count > 1 && i > 0))) return Words(text, start, thing.Next);
        return null;
    }

    /// <summary>It names the making of a change: "CRM rollout in north".</summary>
    private string? Making(TextWords text)
    {
        if (Happens(text, 0) || IsTrouble(text, 0)) return null;
        return lists.Change.In(text, 1).FirstOrDefault(c => c.Ending is Ending.None or Ending.S) is { Count: > 0 } change ? Words(text, 0, change.Next) : null;
    }

    /// <summary>It names the means: "by introducing a rota", "with a new tool".</summary>
    private string? Means(TextWords text)
    {
        for (var i = 1; i < text.Count; i++)
        {
            if (text[i] is not ("by" or "through" or "via" or "with" or "using")) continue;
            if (text[i] != "with" && (lists.Countermeasure.At(text, i + 1) ?? lists.Action.At(text, i + 1)) is { Ending: Ending.Ing } doing && doing.Next < text.Count) return Words(text, i, doing.Next);
            var start = text[i + 1] is "a" or "an" or "the" ? i + 2 : i + 1;
            if (Adding.Contains(text[start]) && text[start] is not "second" && AnswerWithin(text, start + 1, 2) is { } end && !Happens(text, 0)) return Words(text, i, end);
        }

        return null;
    }

    /// <summary>It says that an answer is missing: "lack of a CRM", "we have no checklist".</summary>
    private string? Missing(TextWords text)
    {
        foreach (var lack in lists.Lack.In(text))
        {
            if (lack.Count == 1 && lack.Start > 0 && text[lack.Start] is "no" or "without" or "missing") continue;
            if (text[lack.Start].StartsWith("need", StringComparison.Ordinal) || Definite.Contains(text[lack.Next])) continue;
            if (AnswerWithin(text, lack.Next, 2) is { } end) return Words(text, lack.Start, end);
        }

        return null;
    }

    private bool StartsToAct(TextWords text, int at) =>
        lists.Countermeasure.At(text, at) is { Ending: Ending.None }
        || (lists.Action.At(text, at) is { Ending: Ending.None } act && (Pointing.Contains(text[act.Next]) || lists.Person.Has(text[act.Next])));

    /// <summary>Behind "Let's", "Project:", "How to" and the like.</summary>
    private static int Begin(TextWords text)
    {
        if (text[0] is "let's" or "please" or "project" or "goal" or "idea" or "proposal" or "to") return 1;
        if ((text[0], text[1], text[2]) is ("why", "don't", "we") or ("what", "if", "we")) return 3;
        return (text[0], text[1]) is ("why", "not") or ("can", "we") or ("could", "we") or ("should", "we") or ("shall", "we") ? 2
            : (text[0], text[1]) is ("let", "us") or ("how", "to") or ("time", "to") or ("plan", "to") ? 2 : 0;
    }

    /// <summary>The place behind an answer that begins within a few words, with no sentence's end and no verb between.</summary>
    private int? AnswerWithin(TextWords text, int start, int words)
    {
        for (var i = start; i < Math.Min(start + words, text.Count) && text.SentenceOf(i) == text.SentenceOf(start); i++)
        {
            if (lists.Answer.At(text, i) is { } answer) return answer.Next;
            if (TextWords.IsFigure(text[i]) || text[i] is "to" or "of" or "in" or "for" or "that" or "who" or "and" or "or" || IsVerb(text, i)) return null;
        }

        return null;
    }

    /// <summary>Whether something happens in the first sentence: then it is a statement and no heading.</summary>
    private bool Happens(TextWords text, int from)
    {
        for (var i = from; i < text.Count && text.SentenceOf(i) == text.SentenceOf(Math.Min(from, text.Count - 1)); i++)
            if (IsVerb(text, i)) return true;
        return false;
    }

    private bool IsVerb(TextWords text, int i) =>
        lists.Happening.At(text, i) is { Ending: not Ending.Ing } && !NounBefore.Contains(text[i - 1]);

    private bool IsTrouble(TextWords text, int from)
    {
        for (var i = from; i < Math.Min(from + 3, text.Count); i++)
            if (lists.Trouble.Has(text[i]) || TextWords.IsFigure(text[i])) return true;
        return false;
    }

    private static string Words(TextWords text, int start, int end) => string.Join(' ', text.All.Skip(start).Take(Math.Max(1, Math.Min(end, text.Count) - start)));
}
