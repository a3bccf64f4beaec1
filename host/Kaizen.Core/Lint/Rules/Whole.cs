using Kaizen.Abstractions;

namespace Kaizen.Core.Lint.Rules;

/// <summary>What only the whole shows: all cycles together, and the sheet as it is drawn.</summary>
internal static class Whole
{
    public static readonly LintCheck K54 = new(
        new LintRule("K54", Severity.Information, null, LintBasis.Data,
            "Every closed cycle was adopted.",
            "Which of your cycles was a real question? Where did you not dare to write what came?",
            "Where everything works, little was risked, or not everything is told. Some cycles that end without adoption are the sign of a place where people try and say what they saw.",
            "Nothing needs to be mended in this cycle. Look at the last ten together, and choose a next one whose answer you do not know."),
        // It is told once, at the cycle that was decided last.
        s => s.Findings is not null && s.Loops.DecidedBy(s.AsOf).Last == s.Cycle.Id,
        s => s.Loops.DecidedBy(s.AsOf) is var closed && closed.Count >= Thresholds.ClosedCycles.In(s.Settings) && closed.Adopted == closed.Count
            ? [new Found("act.decision", $"All {closed.Count} cycles that were decided were adopted.")] : []);

    public static readonly LintCheck K55 = new(
        new LintRule("K55", Severity.Error, null, LintBasis.Structure,
            "The sheet does not fit on one page at 8 points.",
            "Which sentence would nobody miss?",
            "One page is a limit that makes people choose. What does not fit is mostly told twice, or belongs to a meeting. The page still prints as one: the surplus becomes 'and N more', and the mark DRAFT stays.",
            "Shorten the texts: one line for each cause and action, three for the background. What was seen, tried and noted on the way may grow; the sheet shows some of it."),
        s => s.Surplus is not null,
        s => s.Surplus!.Select(o => new Found(o.Path, $"{o.Words} on the one page.")));
}
