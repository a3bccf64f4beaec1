using Kaizen.Abstractions;

namespace Kaizen.Core.Lint.Rules;

/// <summary>What the cycle is about, whose it is and where it belongs.</summary>
internal static class Framing
{
    public static readonly LintCheck K01 = new(
        new LintRule("K01", Severity.Error, Gate.G1, LintBasis.Text,
            "The title or the problem names a countermeasure.",
            "If this answer were not possible, what would the problem be? Who has it, and how do they notice?",
            "A title that names an answer closes the question before it is asked. The causes are then chosen to fit the answer, and nobody learns whether another one would do more. A problem is what happens, to whom and how much of it.",
            "Write what happens today: 'Enquiries wait a day for a first answer' in place of 'Introduce an answering service'. Waive it where the words only look like an answer."),
        When.Improving,
        s => Named(s, "title", s.Cycle.Title).Concat(Named(s, "problem", s.Cycle.Problem)));

    public static readonly LintCheck K02 = new(
        new LintRule("K02", Severity.Error, Gate.G1, LintBasis.Structure,
            "The cycle has no owner, or a department for one.",
            "Who will be glad when this works, and has the time to look after it?",
            "A cycle is a way for somebody to learn. A department does not learn, does not ask for help and does not notice that the check is due. One person owns the cycle together with others who share it.",
            "Name one person under people.owner; the department's people belong under people.members."),
        When.Always, Owner);

    public static readonly LintCheck K03 = new(
        new LintRule("K03", Severity.Warning, null, LintBasis.Structure,
            "The owner is the coach as well.",
            "Who could ask you the questions that you do not ask yourself?",
            "A coach sees what the owner is too near to see, and asks rather than answers. One person cannot do both at once.",
            "Name somebody else as people.coach, best from another department. Waive it while there is nobody yet, and say until when."),
        s => s.Cycle.People is { Owner: not null, Coach: not null },
        s => string.Equals(s.Cycle.People.Owner!.Trim(), s.Cycle.People.Coach!.Trim(), StringComparison.OrdinalIgnoreCase)
            ? [new Found("people.coach", $"'{s.Cycle.People.Owner}' is the owner and the coach.")] : []);

    public static readonly LintCheck K04 = new(
        new LintRule("K04", Severity.Warning, null, LintBasis.Structure,
            "Nothing links the cycle to a larger goal.",
            "Which larger goal moves when this one does? Who is waiting for it?",
            "People give time to what they see the use of. A cycle that hangs under a goal is asked about, gets help and is not forgotten when something urgent comes.",
            "Name the loop above with within, or the metric it drives with contributes. Waive it for a cycle that is only there to practise."),
        When.Always,
        s => string.IsNullOrWhiteSpace(s.Cycle.Within) && s.Cycle.Contributes is null ? [new Found("within", "The cycle names no loop above (within) and no metric that it drives (contributes).")] : []);

    public static readonly LintCheck K05 = new(
        new LintRule("K05", Severity.Information, null, LintBasis.Structure,
            "Nothing is said to be out of scope.",
            "What will you leave alone this time, although it belongs to the matter?",
            "Most first cycles are too big. What is named as outside need not be argued over every week, and is remembered for the next turn.",
            "Write under plan.scope what is in and what is out. Waive it where the title leaves nothing open."),
        When.Improving,
        s => string.IsNullOrWhiteSpace(s.Cycle.Plan.Scope?.Out) ? [new Found("plan.scope.out", "Nothing is said to be out of scope.")] : []);

    private static IEnumerable<Found> Named(LintSubject s, string path, string? text)
    {
        if (s.Answers().InProblem(TextWords.Of(text)) is { } words)
            yield return new Found(path, $"The {path} {text!.Quote()} names an answer ('{words}') rather than what happens.");
    }

    private static IEnumerable<Found> Owner(LintSubject s)
    {
        var people = s.Cycle.People;
        if (string.IsNullOrWhiteSpace(people.Owner)) yield return new Found("people.owner", "The cycle has no owner.");
        foreach (var owner in new[] { people.Owner, people.Partner })
            if (!string.IsNullOrWhiteSpace(owner) && TextWords.OfName(owner).All.Any(s.Words().Department.Has))
                yield return new Found("people.owner", $"The owner '{owner}' is a group, not a person.");
    }
}
