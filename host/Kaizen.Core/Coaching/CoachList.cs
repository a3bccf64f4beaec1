using System.Globalization;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Lint;

namespace Kaizen.Core.Coaching;

/// <summary>Why a cycle waits for its coach, in the order in which a coach goes through them.</summary>
public enum CoachReason { Surprise, CheckOverdue, GateWaiting, QuestionUnanswered }

/// <summary>Something for a coach to look at next.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Why">Why.</param>
/// <param name="Text">In words.</param>
/// <param name="Weight">What orders it among its like, the largest first: the size of a surprise, or days of waiting.</param>
public sealed record CoachItem(Cycle Cycle, CoachReason Why, string Text, double Weight);

/// <summary>A cycle as a coach meets it.</summary>
public sealed record Coached(Cycle Cycle, CycleEvidence? Evidence, CycleNotes Notes, MethodReview Review);

/// <summary>A coach's queue: cycles, never people.</summary>
public static class CoachList
{
    /// <summary>What waits for a coach: the biggest surprise, overdue checks, gates that wait for a signature, questions without an answer.</summary>
    /// <param name="coach">Id of the coach.</param>
    /// <param name="cycles">All cycles; those of other coaches are passed over, but for questions that this coach asked.</param>
    /// <param name="asOf">The day of the look.</param>
    public static IReadOnlyList<CoachItem> Of(string coach, IEnumerable<Coached> cycles, DateOnly asOf) =>
        [.. cycles.SelectMany(c => Items(coach, c, asOf)).OrderBy(i => i.Why).ThenByDescending(i => i.Weight).ThenBy(i => i.Cycle.Id, StringComparer.Ordinal)];

    private static IEnumerable<CoachItem> Items(string coach, Coached coached, DateOnly asOf)
    {
        var (cycle, evidence, notes, review) = coached;
        foreach (var question in notes.Open.Where(q => q.By == coach))
            yield return new CoachItem(cycle, CoachReason.QuestionUnanswered, $"asked on {Day(question.Date)}: {question.Text}", asOf.DayNumber - question.Date.DayNumber);
        if (cycle.People.Coach != coach) yield break;

        // A closed cycle has been talked about.
        var over = StateOf.IsOver(evidence?.State ?? StateOf.At(cycle, asOf));
        if (!over && evidence?.Findings.MaxBy(Surprise.Of) is { } surprise && Surprise.Of(surprise) is var size and > 0)
            yield return new CoachItem(cycle, CoachReason.Surprise, $"{surprise.Metric}: {Surprise.Words(surprise)}", size);
        foreach (var late in Overdue.Of(cycle, asOf).Where(o => o.IsCheck))
            yield return new CoachItem(cycle, CoachReason.CheckOverdue, $"was due on {Day(late.Due)}", asOf.DayNumber - late.Due.DayNumber);
        if (!over && review.Next is { IsOpen: true, SignedBy.Count: 0 } gate)
            yield return new CoachItem(cycle, CoachReason.GateWaiting, $"{gate.Gate} can be signed: nothing is in its way", 0);
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
