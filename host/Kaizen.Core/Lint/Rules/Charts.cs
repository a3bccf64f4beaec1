using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Lint.Rules;

/// <summary>Whether the pictures of the check can mislead.</summary>
internal static class Charts
{
    public static readonly LintCheck K41 = new(
        new LintRule("K41", Severity.Error, Gate.G3, LintBasis.Structure,
            "A metric is defined otherwise before and after.",
            "Would the old weeks look the same if they were counted in the new way?",
            "When the way of counting changes together with the work, the step on the chart may be the counting. One name has one definition.",
            "Use the same source, expression and condition as the cycle whose weeks are the baseline, best as one shared metric in kaizen.yaml, or give the metric a baseline of its own."),
        s => s.Cycle.Metrics.Any(m => m.Baseline.AfterOf is not null), Otherwise);

    public static readonly LintCheck K42 = new(
        new LintRule("K42", Severity.Warning, null, LintBasis.Structure,
            "An axis that is drawn with bars or shares leaves out the zero.",
            "How large does the change look when the axis begins at zero?",
            "The length of a bar is its message. Cut below, a change of a tenth looks like a half.",
            "Let axis hold 0, or leave it out: then the chart chooses. Waive it for a line chart whose zero has no meaning."),
        s => When.Measuring(s) && s.Cycle.Metrics.Any(m => m.Axis is not null),
        s => s.Cycle.Metrics.Where(m => m.Axis is { } a && (a.Low > 0 || a.High < 0) && IsDrawnAsLength(s.Cycle, m))
            .Select(m => new Found($"metrics.{m.Name}.axis", $"The axis of '{m.Name}' runs from {m.Axis!.Value.Low.Plain()} to {m.Axis.Value.High.Plain()} and leaves out the zero.")));

    public static readonly LintCheck K45 = new(
        new LintRule("K45", Severity.Information, null, LintBasis.Structure,
            "The cycle says nothing of a known event.",
            "What else happened in those weeks that could have done it?",
            "A holiday, a price list or a new colleague can move the number as well as the change did. Events of kaizen.yaml are drawn on every chart; what one meant for this work only the team can say.",
            "Note under do.annotations, on its date, what it meant here. Waive it where it cannot have touched this work, and say why."),
        s => When.Measuring(s) && s.Cycle.Do.Started is { } started && (s.AsOf is not { } day || started <= day) && s.Loops.Events.Count > 0, Unnoted);

    private static bool IsDrawnAsLength(Cycle cycle, Metric m) =>
        m.Name == cycle.LeadMetric || m.Measure.Aggregate is Aggregate.Rate or Aggregate.Count or Aggregate.Sum or Aggregate.Distinct;

    private static IEnumerable<Found> Otherwise(LintSubject s)
    {
        foreach (var metric in s.Cycle.Metrics)
        {
            if (metric.Baseline.AfterOf is not { } id || s.Loops.Find(id)?.Metrics.FirstOrDefault(m => m.Name == metric.Name) is not { } before) continue;
            var differs = Differences(metric, before).ToList();
            if (differs.Count > 0)
                yield return new Found($"metrics.{metric.Name}.{differs[0].Key}",
                    $"'{metric.Name}' is not what it was in '{id}', whose weeks are its baseline: {string.Join("; ", differs.Select(d => $"{d.Key} was {d.Before} and is {d.Now}"))}.");
        }
    }

    private static IEnumerable<(string Key, string Before, string Now)> Differences(Metric now, Metric before)
    {
        (string, string?, string?)[] pairs =
        [
            ("source", before.Source.Name, now.Source.Name),
            ("time", before.Time.Text, now.Time.Text),
            (Word(now), Word(before) + " " + before.Measure.Value?.Text, Word(now) + " " + now.Measure.Value?.Text),
            ("ratio.over", before.Measure.Over?.Text, now.Measure.Over?.Text),
            ("where", before.Measure.Where?.Text, now.Measure.Where?.Text),
            ("per", before.Per.ToString(), now.Per.ToString()),
        ];
        foreach (var (key, was, is_) in pairs)
            if (!string.Equals(Normal(was), Normal(is_), StringComparison.Ordinal)) yield return (key, was is null ? "not there" : $"'{was}'", is_ is null ? "not there" : $"'{is_}'");
    }

    private static string Word(Metric m) => m.Measure.Aggregate.ToString().ToLowerInvariant();

    /// <summary>Blanks between words mean nothing in an expression.</summary>
    private static string Normal(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<Found> Unnoted(LintSubject s)
    {
        var cycle = s.Cycle;
        var started = cycle.Do.Started!.Value;
        var from = cycle.Lead?.Baseline.From ?? started.AddDays(-7 * (int)Thresholds.EventWeeks.In(s.Settings));
        var days = Thresholds.EventDays.In(s.Settings);
        foreach (var happened in s.Loops.Events)
        {
            if (happened.Date < from || happened.Date > (cycle.Check.Date ?? s.AsOf ?? DateOnly.MaxValue) || happened.Date > s.AsOf) continue;
            if (!cycle.Do.Annotations.Any(a => Math.Abs(a.Date.DayNumber - happened.Date.DayNumber) <= days))
                yield return new Found("do.annotations", $"{happened.Text.Quote()} on {happened.Date.Day()} is known to everybody, and nothing is said of it here.");
        }
    }
}
