using Kaizen.Core.Cycles;

namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>The words in which each kind of cycle ends, and what comes of them.</summary>
public static class DecisionWords
{
    /// <summary>All words, those of a PDCA first.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<CycleKind>().SelectMany(Of)];

    /// <summary>The words of a kind.</summary>
    public static IReadOnlyList<string> Of(CycleKind kind) => kind switch
    {
        CycleKind.Sdca => ["hold", "correct", "retire"],
        CycleKind.Edca => ["pursue", "pivot", "drop"],
        CycleKind.Capdo => ["standardise", "improve", "explore", "stop"],
        _ => ["adopt", "adapt", "abandon"],
    };

    /// <summary>Whether a decision may be taken on a day: what never began is cancelled. A review decides before it does anything.</summary>
    public static bool MayCome(Cycle cycle, DateOnly day) => cycle.Kind == CycleKind.Capdo || cycle.Do.Started <= day;

    /// <summary>The kind of the cycle that follows on a decision, and the reason that it names; null where none does by itself.</summary>
    internal static (CycleKind Kind, string Reason)? Follower(string decision) => decision switch
    {
        "adopt" => (CycleKind.Sdca, "standardise"),
        "adapt" => (CycleKind.Pdca, "adapted_from"),
        // A question that is asked in another direction is still a question.
        "pivot" => (CycleKind.Edca, "adapted_from"),
        "correct" => (CycleKind.Pdca, "drift"),
        _ => null,
    };
}
