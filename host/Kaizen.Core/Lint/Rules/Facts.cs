using Kaizen.Abstractions;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Lint.Rules;

/// <summary>What is known of the current condition: baseline, definitions, figures, what was seen.</summary>
internal static class Facts
{
    public static readonly LintCheck K06 = new(
        new LintRule("K06", Severity.Error, Gate.G1, LintBasis.Structure,
            "There is no baseline.",
            "How was it before, week by week, and where can one see that?",
            "Without a before there is no after: a target is then a wish, and whatever comes can be called a success.",
            "Name a metric whose source reaches back before Do, or say with baseline which days count as before. Where the figure is known from elsewhere, write it as plan.target.from."),
        When.ImprovingOrHolding, Baseline);

    public static readonly LintCheck K10 = new(
        new LintRule("K10", Severity.Error, Gate.G1, LintBasis.Structure,
            "A metric has no definition in words.",
            "Would two people who count it on their own get the same number?",
            "An expression says how a number is computed and not what it means: what counts, from when to when, for whom, what is left out. Half of all quarrels over results are about that.",
            "Write a definition that somebody from another department can count by: 'Hours from receiving an enquiry to the first answer by a person'."),
        When.Measuring,
        s => s.Cycle.Counting().Where(m => string.IsNullOrWhiteSpace(m.Definition)).Select(m => new Found($"metrics.{m.Name}.definition", $"The metric '{m.Name}' has no definition in words.")));

    public static readonly LintCheck K11 = new(
        new LintRule("K11", Severity.Error, Gate.G1, LintBasis.Text,
            "The problem has no figure in it.",
            "How often, how long, how many? In one sentence?",
            "'Often' cannot be checked, and means another thing to each reader. One figure makes the problem a fact that people can agree on.",
            "Put the one figure into problem that says how bad it is: 'Half of our enquiries wait more than 19 hours'."),
        When.Improving, Figure);

    public static readonly LintCheck K12 = new(
        new LintRule("K12", Severity.Warning, null, LintBasis.Structure,
            "Nobody wrote down what was seen where the work is done.",
            "What did you see yourself, when you stood where it happens?",
            "Reports show averages, and the place of work shows reasons. Half an hour of looking often turns the list of causes upside down.",
            "Go and look, and write under plan.observed the date, who looked and what was seen."),
        When.ImprovingOrHolding,
        s => s.Cycle.Plan.Observed.Count == 0 ? [new Found("plan.observed", "Nothing was observed where the work is done.")] : []);

    public static readonly LintCheck K13 = new(
        new LintRule("K13", Severity.Warning, null, LintBasis.Structure,
            "The current condition has no picture, map or chart.",
            "Could you draw how it works today, on one page?",
            "Text hides the process: where things wait, who hands over to whom. A sketch by hand shows it to everybody at once.",
            "Add a photo, sketch or map under plan.pictures, or name the metric of plan.target, whose chart the sheet then draws."),
        When.ImprovingOrHolding,
        s => s.Cycle.Plan.Pictures.Count == 0 && s.Cycle.Lead is null ? [new Found("plan.pictures", "The current condition has neither a picture nor a metric that could be drawn.")] : []);

    /// <summary>Whether K06 fires; a target may leave its start to the data only where there are data before.</summary>
    public static bool HasNoBaseline(LintSubject s) => Baseline(s).Any();

    private static IEnumerable<Found> Baseline(LintSubject s)
    {
        var cycle = s.Cycle;
        if (cycle.Metrics.Count == 0) return [new Found("metrics", "The cycle has no metric, and so no baseline.")];
        var empty = cycle.Counting().Where(m => IsEmpty(m, cycle.Do.Started)).ToList();
        if (empty.Count > 0)
        {
            var shared = empty.Count > 1 && empty.All(m => m.Baseline == empty[0].Baseline);
            return empty.Take(shared ? 1 : empty.Count).Select(m =>
                new Found(shared ? "baseline" : $"metrics.{m.Name}.baseline", $"The baseline of '{m.Name}' from {m.Baseline.From?.Day() ?? "the beginning"} to {m.Baseline.To?.Day() ?? cycle.Do.Started?.Day()} holds no day."));
        }

        if (cycle.Lead is not { } lead || cycle.Plan.Target?.From is not null) return [];
        if (cycle.Do.Started is { } started && lead.Source.KnownFrom is { } known && started <= known)
            return [new Found("plan.target.from", $"Do started on {started.Day()}, and the rows of '{lead.Source.Name}' begin on {known.Day()}: '{lead.Name}' has no baseline.")];
        return s.LeadFinding() is { NBefore: 0 } && cycle.Do.Started is not null
            ? [new Found("plan.target.from", $"'{lead.Name}' has no point before Do, and the target names no value that it starts from.")] : [];
    }

    private static bool IsEmpty(Metric metric, DateOnly? started)
    {
        var (from, to) = (metric.Baseline.From, metric.Baseline.To ?? started);
        return from is { } f && to is { } t && f >= t;
    }

    private static IEnumerable<Found> Figure(LintSubject s)
    {
        var cycle = s.Cycle;
        var own = !string.IsNullOrWhiteSpace(cycle.Problem);
        string?[] texts = own ? [cycle.Problem] : [cycle.Title, cycle.Plan.Background, cycle.Plan.Current];
        var words = s.Words();
        if (texts.Any(t => Counts(TextWords.Of(t), words))) yield break;
        var vague = words.Vague.First(TextWords.Of(texts[0])) is { } at ? $"; '{string.Join(' ', TextWords.Of(texts[0]).All.Skip(at.Start).Take(at.Count))}' cannot be checked" : "";
        yield return new Found("problem", own
            ? $"The problem {cycle.Problem!.Quote()} has no figure{vague}."
            : $"No problem is written, and neither the title {cycle.Title.Quote()} nor background nor current condition has a figure{vague}.");
    }

    private static bool Counts(TextWords text, WordLists words) => QuantityText.In(text) || words.Number.First(text) is not null;
}
