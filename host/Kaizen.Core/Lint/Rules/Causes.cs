using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Lint.Rules;

/// <summary>The why-tree, and what is done about which of its causes.</summary>
internal static class Causes
{
    public static readonly LintCheck K18 = new(
        new LintRule("K18", Severity.Error, Gate.G2, LintBasis.Structure,
            "No root cause is named, or none is addressed.",
            "Why does it happen? And which of these whys will you take away?",
            "Who goes from the problem straight to an answer treats what shows. The deepest cause known is the place where little work changes much.",
            "Write a why-tree under plan.causes, each cause with the causes behind it under because, and let a countermeasure address one of the deepest."),
        When.Improving, Root);

    public static readonly LintCheck K19 = new(
        new LintRule("K19", Severity.Warning, null, LintBasis.Structure,
            "The cause that is addressed rests on opinion.",
            "How do you know? What would you see if it were not so?",
            "A countermeasure is as good as the cause it is aimed at. An opinion can be right, and a look, a count or a small test shows in a day whether it is.",
            "Test it and write evidence: observed, data or experiment. Where the test is the cycle itself, waive it and say so."),
        s => When.WithCauses(s) && s.Cycle.Plan.Addressed().Any(),
        s => s.Cycle.Plan.Addressed().Where(a => a.Cause.Evidence is null or CauseEvidence.Opinion).Select(a => new Found($"{a.Path}.evidence",
            a.Cause.Evidence is null ? $"Nothing is said about how the cause {a.Cause.Text.Quote()} is known." : $"The cause {a.Cause.Text.Quote()}, which is addressed, rests on opinion.")));

    public static readonly LintCheck K20 = new(
        new LintRule("K20", Severity.Information, null, LintBasis.Structure,
            "The chain of whys is short.",
            "And why is that so?",
            "The first why names what shows, the second who was there. Only further down comes how the work is arranged, which can be changed.",
            "Ask why once or twice more and write the answer under because. Waive it where the cause is at the bottom already."),
        When.WithCauses, Shallow);

    public static readonly LintCheck K21 = new(
        new LintRule("K21", Severity.Warning, null, LintBasis.Text,
            "A cause blames a person.",
            "What made it reasonable to do it that way? Would somebody else in that place do it too?",
            "People mostly do what their work makes easy. Who blames one of them stops looking, and next week it happens to the next one. Behind nearly every mistake stands an arrangement that invites it.",
            "Ask why once more, and write what in the work leads there: 'The field stands on the third page' in place of 'Sellers forget the field'."),
        When.WithCauses, Blame);

    public static readonly LintCheck K22 = new(
        new LintRule("K22", Severity.Warning, null, LintBasis.Text,
            "A cause is only a missing countermeasure.",
            "What happens because it is missing? What else could prevent that?",
            "'There is no CRM' is 'buy a CRM' inside out. It leaves one answer only and explains nothing of what the work does in its place, and why that is too slow, too late or wrong.",
            "Write what happens in the work: 'Each seller keeps notes of their own, so nobody finds the last talk'."),
        When.WithCauses,
        s => s.Cycle.Plan.CausePaths().SelectMany(c => s.Answers().InsideOut(TextWords.Of(c.Cause.Text)) is { } words
            ? [new Found($"{c.Path}.text", $"The cause {c.Cause.Text.Quote()} says that an answer is missing ('{words}') and not what happens.")] : Array.Empty<Found>()));

    public static readonly LintCheck K23 = new(
        new LintRule("K23", Severity.Error, Gate.G2, LintBasis.Structure,
            "A countermeasure addresses no cause.",
            "Which cause goes away when you do this?",
            "Where the line from cause to countermeasure is missing, the thinking is: the result can then neither support nor refute anything.",
            "Write addresses: and the name of the cause it takes away. If there is none, the cause or the countermeasure is still to be found."),
        When.WithCountermeasures,
        s => s.Cycle.Plan.Countermeasures.Where(c => string.IsNullOrWhiteSpace(c.Addresses))
            .Select(c => new Found($"plan.countermeasures.{c.Id}.addresses", $"The countermeasure {c.Text.Quote()} addresses no cause.")));

    public static readonly LintCheck K24 = new(
        new LintRule("K24", Severity.Warning, null, LintBasis.Structure,
            "The largest cause has no countermeasure.",
            "What keeps you from the largest one?",
            "The easy part is tempting. Where the largest cause stays, most of the gap stays, however well the rest is done.",
            "Aim a countermeasure at it, or below it, or waive this with the reason why a smaller one goes first."),
        // Where nothing is addressed at all, K18 says so.
        s => When.WithCountermeasures(s) && s.Cycle.Plan.Addressed().Any() && s.Cycle.Plan.Causes.Count(c => c.Share is not null) > 1, Largest);

    private static IEnumerable<Found> Root(LintSubject s)
    {
        var plan = s.Cycle.Plan;
        if (plan.Causes.Count == 0) return [new Found("plan.causes", "No cause is named.")];
        var leaves = plan.CausePaths().Where(c => c.Cause.Because.Count == 0).ToList();
        var addressed = plan.Countermeasures.Select(c => c.Addresses).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (plan.CausePaths().Any(c => addressed.Contains(c.Cause.Id) && IsDeepestKnown(c.Cause))) return [];
        if (plan.Countermeasures is not [var first, ..])
            return [new Found("plan.countermeasures", $"No countermeasure addresses a root cause, such as {leaves[0].Cause.Text.Quote()}.")];
        return [new Found($"plan.countermeasures.{first.Id}.addresses", $"No countermeasure addresses a deepest cause, such as {leaves[0].Cause.Text.Quote()}.")];
    }

    /// <summary>Nothing stands behind it, or opinions only: what is merely thought to lie deeper is no cause yet.</summary>
    private static bool IsDeepestKnown(Cause cause) => cause.Because.All(b => b.All().All(c => c.Evidence == CauseEvidence.Opinion));

    private static IEnumerable<Found> Shallow(LintSubject s)
    {
        var needed = Thresholds.WhyDepth.In(s.Settings);
        var roots = s.Cycle.Plan.Addressed().ToList();
        if (roots.Count == 0) roots = [s.Cycle.Plan.CausePaths().MaxBy(c => c.Depth)];
        foreach (var (cause, path, depth) in roots)
        {
            var chain = depth + Height(cause);
            if (chain < needed) yield return new Found($"{path}.because", $"The chain of whys through {cause.Text.Quote()} is {(chain == 1 ? "1 cause" : $"{chain} causes")} deep; {needed.Plain()} are usual.");
        }
    }

    private static int Height(Cause cause) => cause.Because.Count == 0 ? 0 : 1 + cause.Because.Max(Height);

    private static IEnumerable<Found> Blame(LintSubject s)
    {
        foreach (var (cause, path, _) in s.Cycle.Plan.CausePaths())
            if (BlameText.In(TextWords.Of(cause.Text), s.Words(), s.Loops.People) is { } words)
                yield return new Found($"{path}.text", $"The cause {cause.Text.Quote()} blames people ('{words}').");
    }

    private static IEnumerable<Found> Largest(LintSubject s)
    {
        var plan = s.Cycle.Plan;
        var addressed = plan.Countermeasures.Select(c => c.Addresses).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var most = plan.Causes.Max(c => c.Share)!.Value;
        var largest = plan.Causes.Where(c => c.Share == most).ToList();
        if (!largest.Any(l => l.All().Any(c => addressed.Contains(c.Id))))
            yield return new Found("plan.countermeasures", $"The largest cause, {largest[0].Text.Quote()} with {Quantity.Text(most, Quantity.Share)}, has no countermeasure.");
    }
}
