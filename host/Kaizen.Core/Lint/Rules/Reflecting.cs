using Kaizen.Abstractions;
using Kaizen.Core.Checking;

namespace Kaizen.Core.Lint.Rules;

/// <summary>Whether the team looked back, and in time.</summary>
internal static class Reflecting
{
    public static readonly LintCheck K46 = new(
        new LintRule("K46", Severity.Error, Gate.G3, LintBasis.Text,
            "The reflection is empty or repeats the result.",
            "What surprised you? What would you do otherwise, knowing what you know now?",
            "The result stands in the chart already. What the team takes along stands nowhere if it does not write it: what was expected, what came, and what that says about how the work really goes. In cycles that were studied the learning is what is missing most.",
            "Write under check.reflection what was expected and what happened, what surprised you and what you would do otherwise. Waive it where the words only look like a result."),
        When.Checking, Empty);

    public static readonly LintCheck K52 = new(
        new LintRule("K52", Severity.Warning, null, LintBasis.Structure,
            "The late check is overdue.",
            "Did it last? What do the numbers say now?",
            "The short result was the promise, the long one is what it was for. An open late check keeps an assumption that everybody takes for a fact.",
            "Bring the data up to the late date and look, then note the day and what was seen under do.log. If it cannot be known, write that."),
        s => s.AsOf is not null && s.Cycle.Check.Late is not null && s.Cycle.Do.Started is not null, Late);

    public static readonly LintCheck K53 = new(
        new LintRule("K53", Severity.Warning, null, LintBasis.Structure,
            "The check was put off a second time.",
            "What would you need to see at the new date to stop?",
            "Once can be wise: the data were late, or Do was. Twice mostly means waiting for good news, and chance brings some sooner or later.",
            "Check with what is there and decide; a new cycle may take it up. Waive it where the reason lies outside of the work."),
        s => s.Cycle.Check.Extended.Count > 0,
        s => s.Cycle.Check.Extended.Count >= Thresholds.Extensions.In(s.Settings)
            ? [new Found($"check.extended.{s.Cycle.Check.Extended.Count - 1}", $"The check was put off {(s.Cycle.Check.Extended.Count == 1 ? "once" : $"{s.Cycle.Check.Extended.Count} times")}, now to {s.Cycle.Check.Extended[^1].To.Day()}: {s.Cycle.Check.Extended[^1].Because.Quote()}.")] : []);

    private static IEnumerable<Found> Empty(LintSubject s)
    {
        var reflection = s.Cycle.Check.Reflection;
        if (string.IsNullOrWhiteSpace(reflection)) return [new Found("check.reflection", "The check is there and nobody wrote a reflection.")];
        return ReflectionText.RepeatsResult(TextWords.Of(reflection), s.Words(), Thresholds.ReflectionWords.In(s.Settings))
            ? [new Found("check.reflection", $"The reflection {reflection.Quote()} tells the result and nothing that was learned.")] : [];
    }

    private static IEnumerable<Found> Late(LintSubject s)
    {
        var late = s.Cycle.Check.Late!.Value;
        if (late >= s.AsOf!.Value || LookedAt(s, late)) yield break;
        var reason = s.Findings is null ? "" : s.Findings.Any(f => f.Window == "late") ? "; the data do not reach that far" : "; no metric is measured for it";
        yield return new Found("check.late", $"The late check was due on {late.Day()}, and nothing was noted since{reason}.");
    }

    /// <summary>The data answered it, or somebody noted something since.</summary>
    private static bool LookedAt(LintSubject s, DateOnly late)
    {
        if (s.Findings is { } findings && findings.Any(f => f is { Window: "late", Complete: true, NAfter: > 0 })) return true;
        var noted = s.Cycle.Do.Log.Select(l => l.Date).Concat(s.Cycle.Plan.Observed.Select(o => o.Date)).Append(StateOf.DecisionAt(s.Cycle, s.AsOf!.Value)?.Date);
        return noted.Any(d => d >= late && d <= s.AsOf);
    }
}
