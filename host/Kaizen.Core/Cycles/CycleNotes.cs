namespace Kaizen.Core.Cycles;

/// <summary>What people said of a cycle in the ledger, in the order in which it was written down.</summary>
public sealed record CycleNotes
{
    /// <summary>Nobody said anything.</summary>
    public static CycleNotes None { get; } = new();

    public IReadOnlyList<CoachingNote> Questions { get; init; } = [];

    public IReadOnlyList<SignOff> SignOffs { get; init; } = [];

    /// <summary>
    /// The signature that agreed to the plan: the first at G2 or a later gate by the sponsor, or by anybody where the cycle
    /// names none. A coach who signs G2 beside a sponsor says that the plan was discussed.
    /// </summary>
    public SignOff? AgreementOn(Cycle cycle) => SignOffs
        .Where(s => string.CompareOrdinal(s.Gate, "G2") >= 0 && (cycle.People.Sponsor is not { } sponsor || s.By == sponsor)).MinBy(s => s.Date);

    /// <summary>Questions that nobody has answered.</summary>
    public IEnumerable<CoachingNote> Open => Questions.Where(q => q.Answers.Count == 0);
}

/// <summary>A coach's question with its answers.</summary>
/// <param name="Id">The first eight characters of its line's hash; an answer names it.</param>
/// <param name="Date">The as-of date on which it was asked.</param>
/// <param name="By">Who asked.</param>
/// <param name="Text">The question.</param>
/// <param name="Answers">Who answered, when and what.</param>
public sealed record CoachingNote(string Id, DateOnly Date, string By, string Text, IReadOnlyList<Answer> Answers);

/// <summary>An answer to a coach's question.</summary>
public sealed record Answer(DateOnly Date, string By, string Text);

/// <summary>A signature at a gate.</summary>
/// <param name="Gate"><c>G1</c> to <c>G4</c>.</param>
/// <param name="Date">The as-of date of the signature.</param>
/// <param name="By">Who signed.</param>
/// <param name="Definition">The definition hash of what was signed.</param>
public sealed record SignOff(string Gate, DateOnly Date, string By, string Definition);
