using Kaizen.Core.Cycles;

namespace Kaizen.Core.Checking;

/// <summary>
/// Everything that was concluded about one cycle from one state of definitions, data and ledger. Immutable, addressed
/// by its content; the A3, the index and <c>results.json</c> show nothing that is not in it or in the definition.
/// </summary>
public sealed record CycleEvidence
{
    public required string Id { get; init; }

    public required string File { get; init; }

    public Domain Domain { get; init; }

    public CycleKind Kind { get; init; }

    public CycleState State { get; init; }

    public Recommendation Recommendation { get; init; }

    /// <summary>The reasons, one sentence each, the deciding one first.</summary>
    public IReadOnlyList<string> Because { get; init; } = [];

    public FidelityLevel Fidelity { get; init; }

    /// <summary>The decision of people, or null while there is none.</summary>
    public DecisionTaken? Decision { get; init; }

    /// <summary>The locked predictions, or null before the lock.</summary>
    public LockState? Locked { get; init; }

    /// <summary>Name of the metric on which the recommendation rests.</summary>
    public string? Lead { get; init; }

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>
    /// The last date up to the as-of date on which a fact of this cycle changed: a window's end, a due date, a decision.
    /// A later as-of without such a date in between gives the same evidence.
    /// </summary>
    public DateOnly FactsAsOf { get; init; }

    /// <summary>For a cycle that cannot be judged yet: how many points it has and when a verdict is possible.</summary>
    public Outlook? Outlook { get; init; }

    public required string DefinitionHash { get; init; }

    /// <summary>Version of the engine.</summary>
    public required string Engine { get; init; }
}

/// <summary>A decision as taken: <c>adopt, adapt, abandon</c> or <c>hold, correct, retire</c>.</summary>
public sealed record DecisionTaken(string Decision, DateOnly? Date, string? Because);

/// <summary>The lock on a cycle's predictions.</summary>
/// <param name="Date">The as-of date of the run that locked them.</param>
/// <param name="Hash">SHA-256 over their canonical text.</param>
/// <param name="Changed">Whether the predictions in the file differ now.</param>
/// <param name="DaysLate">Days between the start of Do and the lock, 0 where it was in time.</param>
/// <param name="Recorded">The day by the clock on which the run locked them, where that is another day than <paramref name="Date"/>.</param>
public sealed record LockState(DateOnly Date, string Hash, bool Changed, int DaysLate, DateOnly? Recorded = null);

/// <summary>How far a cycle is from a verdict.</summary>
/// <param name="BaselinePoints">Points before the change.</param>
/// <param name="BaselineNeeded">Points needed before a verdict, 12.</param>
/// <param name="VerdictFrom">The first date on which a verdict is possible with one point a slot, or null where it never is.</param>
public sealed record Outlook(int BaselinePoints, int BaselineNeeded, DateOnly? VerdictFrom);
