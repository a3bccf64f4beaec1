using Kaizen.Abstractions;
using Kaizen.Core.Checking;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Lint.Rules;

/// <summary>Whether the check reads its numbers honestly.</summary>
internal static class Reading
{
    public static readonly LintCheck K38 = new(
        new LintRule("K38", Severity.Warning, null, LintBasis.Data,
            "A seasonal metric has nothing to compare its season with.",
            "How did the same months look a year ago, or somebody who changed nothing?",
            "Where every December is good, a good December after a change says nothing. Only the same season before, or a group beside, can.",
            "Let the baseline hold the same season of the year before, or name a group that did not change under compare."),
        s => When.Measured(s) && s.Cycle.Do.Started is not null && s.Cycle.Check.Date is not null,
        s => s.Judged().SelectMany(j => WithoutSeason(s, j.Metric, j.Finding)));

    public static readonly LintCheck K39 = new(
        new LintRule("K39", Severity.Error, Gate.G3, LintBasis.Data,
            "The check compares two single points.",
            "What did it do in the weeks between, and in those before?",
            "Two points always differ. Only the series shows whether the second lies outside of what the number does by itself.",
            "Measure by week or day (per), let the baseline reach back and the check further on, so that each side is a series."),
        When.CheckingMeasured,
        s => s.Judged().Where(j => j.Finding is { NBefore: > 0, NAfter: > 0 } && Math.Max(j.Finding.NBefore, j.Finding.NAfter) < Thresholds.ComparedPoints.In(s.Settings))
            .Select(j => new Found($"metrics.{j.Metric.Name}.per", $"'{j.Metric.Name}' compares one point before with one point after; by {j.Metric.Per.ToString().ToLowerInvariant()} there are no more.")));

    public static readonly LintCheck K40 = new(
        new LintRule("K40", Severity.Error, Gate.G3, LintBasis.Data,
            "A text claims an improvement that the chart does not show.",
            "Which points tell you so? Would you see it if the date of the change were not drawn in?",
            "Nearly every published project says that it improved, and far fewer show it. A word that says more than the data is remembered long after the chart.",
            "Say what was seen ('from 19 to 15 h, within what it does by itself'), wait for more points, or waive it with the reason for which you hold on to the word."),
        When.CheckingMeasured, Claimed);

    public static readonly LintCheck K43 = new(
        new LintRule("K43", Severity.Error, Gate.G3, LintBasis.Data,
            "Rows are counted that are too young.",
            "Of those who came last, who could not have had the result yet?",
            "What has not had its time looks like a failure, or is missing altogether. The last weeks then always look worse, or better, than they will.",
            "Write maturity at the metric, at least its latency: young slots are then drawn hatched and not counted."),
        When.CheckingMeasured,
        s => s.Judged().SelectMany(j => Young(s, j.Metric, j.Finding)));

    public static readonly LintCheck K44 = new(
        new LintRule("K44", Severity.Warning, null, LintBasis.Data,
            "The number of rows shifted between before and after.",
            "Who is in now that was not before, and who stays away?",
            "When fewer answer, or others come, the number can move although nobody changed. Those who stay silent are rarely like those who speak.",
            "Look at who is counted before and after. Narrow where to those who are in both, or note under do.annotations what changed and waive it."),
        When.CheckingMeasured,
        s => s.Judged().SelectMany(j => Shifted(s, j.Metric, j.Finding)));

    private static IEnumerable<Found> WithoutSeason(LintSubject s, Metric metric, Finding finding)
    {
        if (metric.Season is not { Count: > 0 } season || metric.Compare is not null) yield break;
        var (from, to) = (s.Cycle.Do.Started!.Value, s.Cycle.Check.Date!.Value);
        var (first, last) = (Back(from, season), Back(to, season));
        if (finding.Points.Any(p => p is { Phase: Phase.Before, Value: not null } && p.Date >= first && p.Date < last)) yield break;
        yield return new Found($"metrics.{metric.Name}.compare",
            $"'{metric.Name}' repeats after {season}, and nothing before holds the same season as {from.Day()} to {to.Day()}.");
    }

    private static DateOnly Back(DateOnly day, CalendarSpan span) => (span with { Count = -span.Count }).After(day);

    private static IEnumerable<Found> Claimed(LintSubject s)
    {
        if (s.Findings!.Any(f => f.Effect == EffectWord.Improved)) yield break;
        var lead = s.LeadFinding()!;
        (string Path, string? Text)[] texts = [("check.reflection", s.Cycle.Check.Reflection), ("act.because", s.Cycle.Act?.Because), ("act.learned", s.Cycle.Act?.Learned)];
        foreach (var (path, text) in texts)
            if (ClaimText.In(TextWords.Of(text), s.Words()) is { } words)
                yield return new Found(path, $"The text says '{words}', and '{lead.Metric}' shows {Said(lead.Effect)}.");
    }

    private static string Said(EffectWord effect) => effect switch
    {
        EffectWord.Worsened => "that it worsened",
        EffectWord.NoDetectableChange => "no detectable change",
        EffectWord.TooEarly => "that it is too early to tell",
        _ => "nothing that could be judged",
    };

    private static IEnumerable<Found> Young(LintSubject s, Metric metric, Finding finding)
    {
        if (metric.Latency is not { Count: > 0 } latency) yield break;
        var reference = finding.Windows.Cut;
        if (metric.Maturity is { } maturity && maturity.After(reference) >= latency.After(reference)) yield break;
        // A slot is too young where more than half of it is: a few late rows do not move a week.
        var young = finding.Points.Where(p => p is { Phase: Phase.After, Value: not null } && latency.After(Middle(p.Date, metric.Per)) > finding.Windows.Cut).ToList();
        if (young.Count > 0)
            yield return new Found($"metrics.{metric.Name}.maturity",
                $"'{metric.Name}' is known after {latency} only, and {(young.Count == 1 ? young[0].Period : $"{young[0].Period} to {young[^1].Period}")} counts although the rows end on {finding.Windows.Cut.Day()}.");
    }

    private static DateOnly Middle(DateOnly first, Period per) => first.AddDays(per switch { Period.Week => 3, Period.Month => 15, _ => 0 });

    private static IEnumerable<Found> Shifted(LintSubject s, Metric metric, Finding finding)
    {
        // Of a count or a sum the rows are the result itself.
        if (metric.Measure.Aggregate is Aggregate.Count or Aggregate.Sum or Aggregate.Distinct) yield break;
        var (before, after) = (Rows(finding, Phase.Before), Rows(finding, Phase.After));
        if (Math.Min(before.Count, after.Count) < Thresholds.VolumeSlots.In(s.Settings) || before.Average() is not > 0) yield break;
        // Where most slots are empty on both sides, one row more or less is no shift.
        if (Math.Max(before.Average(), after.Average()) < 1) yield break;
        var change = (after.Average() / before.Average()) - 1;
        if (Math.Abs(change) > Thresholds.VolumeShift.In(s.Settings))
            yield return new Found("do.annotations",
                $"'{metric.Name}' rests on {before.Average().Plain1()} rows a {metric.Per.ToString().ToLowerInvariant()} before and {after.Average().Plain1()} after, {Quantity.Text(Math.Abs(change), Quantity.Share)} {(change > 0 ? "more" : "fewer")}.");
    }

    private static List<double> Rows(Finding finding, Phase phase) => [.. finding.Points.Where(p => p.Phase == phase).Select(p => (double)p.Rows)];

    private static string Plain1(this double number) => number.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
}
