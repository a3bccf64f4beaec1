using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;
using Kaizen.Statistics;

namespace Kaizen.Core.Checking;

/// <summary>Turns one measured metric into its finding.</summary>
internal sealed class FindingMaker(Cycle cycle, DateOnly asOf, WorkCalendar calendar)
{
    /// <summary>Points before that limits need, and from which they are firm.</summary>
    public const int TrialPoints = 12;
    public const int FirmPoints = 20;

    public Finding Make(Measurement measured)
    {
        var metric = measured.Metric;
        var slots = measured.Own.Points;
        var before = Values(slots, Phase.Before);
        var after = Values(slots, Phase.After);
        var difference = measured.Comparison is { } group ? Subtract(slots, group.Points) : null;
        var rules = RuleSet.Find(cycle.Rules) ?? RuleSet.Default;
        var plain = Verdicts.Judge(before, after, rules);
        var judged = difference is null
            ? plain
            : Verdicts.JudgeAgainst(before, after, Effects.Between(Values(difference, Phase.Before), Values(difference, Phase.After)), rules);

        var end = measured.Window == "late" ? cycle.Check.Late : cycle.Check.Date;
        var complete = CycleWindows.Complete(metric, end, asOf);
        var better = BetterOf.Metric(cycle, metric, Descriptive.Mean(before));
        var pooled = Pooling.Of(metric.Measure.Aggregate, measured.Own);
        var finding = new Finding
        {
            Metric = metric.Name,
            Definition = metric.Definition,
            Unit = metric.Unit,
            Better = better,
            Role = metric.Role,
            Horizon = metric.Horizon,
            Aggregate = metric.Measure.Aggregate,
            Per = metric.Per,
            Window = measured.Window,
            Complete = complete,
            Verdict = plain.Verdict,
            Effect = Word(judged, complete, better),
            Design = measured.Comparison is null ? "before and after" : "before and after with a comparison group",
            Claim = "",
            Before = Descriptive.Mean(before),
            After = Descriptive.Mean(after),
            Difference = judged.Effect?.Difference ?? Numeric.Finite(Descriptive.Mean(after) - Descriptive.Mean(before)),
            Interval = IntervalOf(judged.Effect),
            MedianBefore = Descriptive.Median(before),
            MedianAfter = Descriptive.Median(after),
            NBefore = judged.CountBefore,
            NAfter = judged.CountAfter,
            NImmature = slots.Count(p => p.Phase == Phase.Immature && CycleWindows.StartedBy(cycle, asOf) is { } started && p.Start >= calendar.StartOf(started)),
            Pooled = new PooledPair(Numeric.Finite(measured.Own.Before.Value), Numeric.Finite(measured.Own.After.Value)),
            PooledDifference = pooled.Difference,
            PooledInterval = pooled.Interval,
            RowsBefore = measured.Own.Before.Rows,
            RowsAfter = measured.Own.After.Rows,
            HodgesLehmann = HodgesLehmann.Shift(before, after)?.Shift,
            Limits = judged.Limits is { } l ? new Limits(l.Centre, l.Lower, l.Upper, judged.CountBefore < FirmPoints ? "trial" : "firm") : null,
            Rules = judged.Rules.Name,
            Signals = Signals(judged, slots.Where(p => p.Phase == Phase.After).ToList()),
            RunChart = RunChartOf(before, after),
            Points = Points(slots),
            Windows = WindowsOf(metric, end),
            Scan = measured.Scan,
            Exhibits = measured.Exhibits,
        };
        finding = finding with
        {
            Comparison = ComparisonOf(metric, measured.Comparison, difference, judged),
            Guardrail = GuardrailOf.Of(metric, finding),
            Prediction = metric.Prediction is { } p ? new PredictionFinding(p.Expect, new OpenInterval(p.Low, p.High), p.Confidence, p.Because) : null,
            VsPrediction = AgainstPrediction.Of(cycle, metric, finding),
        };
        return finding with { Claim = ClaimWords.Of(finding, metric) };
    }

    private static EffectWord Word(VerdictResult judged, bool complete, Better? better)
    {
        if (better is null) return EffectWord.Unjudged;
        return judged.Verdict switch
        {
            Verdict.Signal => judged.Direction > 0 == (better == Better.Higher) ? EffectWord.Improved : EffectWord.Worsened,
            Verdict.NoSignalYet when complete => EffectWord.NoDetectableChange,
            _ => EffectWord.TooEarly,
        };
    }

    private static double[] Values(IReadOnlyList<SeriesPoint> points, Phase phase) =>
        points.Where(p => p.Phase == phase).Select(p => p.Value ?? double.NaN).ToArray();

    private static List<SeriesPoint> Subtract(IReadOnlyList<SeriesPoint> treated, IReadOnlyList<SeriesPoint> comparison) =>
        treated.Zip(comparison, (t, c) => t with { Value = t.Value - c.Value }).ToList();

    private static Interval? IntervalOf(EffectInterval? effect) => effect is { } e ? new Interval(e.Lower, e.Upper) : null;

    private static List<Signal> Signals(VerdictResult judged, List<SeriesPoint> after) =>
        judged.Hits.Select(h => new Signal(h.Rule, after[h.Completing].Period, h.Members.Select(m => after[m].Period).ToList())).ToList();

    private static RunChartFinding? RunChartOf(double[] before, double[] after)
    {
        if (Descriptive.Median(before) is not { } median || Descriptive.Count(after) == 0) return null;
        var run = RunChart.Analyse(after, median);
        return new RunChartFinding(median, run.Useful, run.LongestRun, run.LongestRunMax, run.Crossings, run.CrossingsMin, run.Signal);
    }

    private List<FindingPoint> Points(IReadOnlyList<SeriesPoint> slots) =>
        slots.Select(p => new FindingPoint(p.Period, calendar.DayOf(p.Start), Numeric.Finite(p.Value), p.Rows, Numeric.Finite(p.Numerator), Numeric.Finite(p.Denominator), p.Phase)).ToList();

    private ComparisonFinding? ComparisonOf(Metric metric, Series? group, List<SeriesPoint>? difference, VerdictResult judged)
    {
        if (group is null || difference is null || metric.Compare is not { } compare) return null;
        // As for the plain difference: one point on each side is enough to tell it, though not for an interval.
        var beyond = judged.DecidingEffect?.Difference
            ?? Numeric.Finite(Descriptive.Mean(Values(difference, Phase.After)) - Descriptive.Mean(Values(difference, Phase.Before)));
        return new ComparisonFinding(
            compare.Label,
            Descriptive.Mean(Values(group.Points, Phase.Before)),
            Descriptive.Mean(Values(group.Points, Phase.After)),
            beyond,
            IntervalOf(judged.DecidingEffect),
            judged.Verdict,
            new PooledPair(Numeric.Finite(group.Before.Value), Numeric.Finite(group.After.Value)),
            Points(group.Points));
    }

    private FindingWindows WindowsOf(Metric metric, DateOnly? end)
    {
        var started = CycleWindows.StartedBy(cycle, asOf);
        var to = metric.Baseline.To is { } t && (started is not { } s || t < s) ? t : started;
        return new FindingWindows(metric.Baseline.From, to, started, end, CycleWindows.CutOf(metric, asOf), metric.Maturity?.ToString());
    }
}
