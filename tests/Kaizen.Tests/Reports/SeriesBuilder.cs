using Kaizen.Core.Checking;
using Kaizen.Core.Metrics;
using Kaizen.Statistics;
using Interval = Kaizen.Core.Checking.Interval;

namespace Kaizen.Tests.Reports;

/// <summary>Makes the evidence of one metric from weekly values, as a run would have concluded it.</summary>
internal static class SeriesBuilder
{
    public static readonly DateOnly FirstWeek = new(2025, 9, 1);

    public static Finding Finding(string metric, string unit, IReadOnlyList<double?> values, Facts facts)
    {
        var points = values.Select((v, i) =>
        {
            var day = FirstWeek.AddDays(7 * i);
            var phase = facts.Started is not { } started || day < started ? Phase.Before
                : i >= values.Count - facts.Immature ? Phase.Immature : Phase.After;
            var rows = facts.Rows?[i] ?? 20;
            return new FindingPoint(WorkCalendar.Label(Period.Week, day), day, v, rows,
                unit == "share" && v is { } x ? Math.Round(x * rows) : null, unit == "share" ? rows : null, phase);
        }).ToList();
        var before = points.Where(p => p.Phase == Phase.Before).Select(p => p.Value).OfType<double>().ToList();
        var after = points.Where(p => p.Phase == Phase.After).Select(p => p.Value).OfType<double>().ToList();
        double? b = before.Count > 0 ? before.Average() : null, a = after.Count > 0 ? after.Average() : null;
        var range = before.Count > 1 ? before.Zip(before.Skip(1), (x, y) => Math.Abs(y - x)).Average() : 0;
        var limits = before.Count < 12 ? null : new Limits(b!.Value, b.Value - (2.66 * range), b.Value + (2.66 * range), before.Count < 20 ? "trial" : "firm");
        return new Finding
        {
            Metric = metric,
            Unit = unit,
            Better = facts.Better,
            Role = facts.Role,
            Horizon = facts.Horizon,
            Aggregate = facts.Aggregate,
            Per = Period.Week,
            Window = "check",
            Complete = facts.Complete,
            Verdict = facts.Verdict,
            Effect = facts.Effect,
            VsPrediction = facts.VsPrediction,
            Learned = facts.Learned,
            Design = "before and after",
            Claim = facts.Claim,
            Definition = facts.Definition,
            Before = b,
            After = a,
            Difference = a - b,
            Interval = a is null || b is null || before.Count < 2 ? null : new Interval(a.Value - b.Value - range, a.Value - b.Value + range),
            MedianBefore = before.Count == 0 ? null : before.Order().ElementAt(before.Count / 2),
            MedianAfter = after.Count == 0 ? null : after.Order().ElementAt(after.Count / 2),
            NBefore = before.Count,
            NAfter = after.Count,
            NImmature = facts.Immature,
            Pooled = unit == "share" ? new PooledPair(b, a) : null,
            PooledDifference = unit == "share" ? a - b : null,
            PooledInterval = unit == "share" && a is not null && b is not null ? new Interval(a.Value - b.Value - 0.05, a.Value - b.Value + 0.05) : null,
            RowsBefore = points.Where(p => p.Phase == Phase.Before).Sum(p => p.Rows),
            RowsAfter = points.Where(p => p.Phase == Phase.After).Sum(p => p.Rows),
            HodgesLehmann = a - b,
            Limits = limits,
            Signals = limits is null ? [] : Signals(points, limits),
            RunChart = new RunChartFinding(b ?? 0, 26, 26, 8, 0, 8, true),
            Prediction = facts.Prediction,
            Guardrail = facts.Guardrail,
            Comparison = facts.Comparison,
            Points = points,
            Windows = new FindingWindows(FirstWeek, facts.Started, facts.Started, facts.Check, FirstWeek.AddDays(7 * values.Count), facts.Maturity),
            Scan = new ScanFacts(facts.Source, 1060, 0, 0, "d41d8c", "csv 0.1.0"),
        };
    }

    /// <summary>Two of the default rules, enough to draw.</summary>
    private static List<Signal> Signals(List<FindingPoint> points, Limits limits)
    {
        var after = points.Where(p => p.Phase == Phase.After && p.Value is not null).ToList();
        var found = after.Where(p => p.Value < limits.Lower || p.Value > limits.Upper).Select(p => new Signal("beyond_limits", p.Period, [p.Period])).ToList();
        for (var i = 7; i < after.Count; i++)
        {
            var eight = after.Skip(i - 7).Take(8).ToList();
            if (eight.TrueForAll(p => p.Value < limits.Centre) || eight.TrueForAll(p => p.Value > limits.Centre))
                found.Add(new Signal("shift8", after[i].Period, [.. eight.Select(p => p.Period)]));
        }

        return found;
    }
}

/// <summary>What is said of a metric beside its values.</summary>
internal sealed record Facts
{
    public DateOnly? Started { get; init; } = new(2026, 3, 2);

    public DateOnly? Check { get; init; } = new(2026, 8, 31);

    public Better Better { get; init; } = Better.Lower;

    public MetricRole Role { get; init; } = MetricRole.Process;

    public Horizon Horizon { get; init; } = Horizon.Short;

    public Aggregate Aggregate { get; init; } = Aggregate.Median;

    public bool Complete { get; init; } = true;

    public int Immature { get; init; }

    public string? Maturity { get; init; }

    public Verdict Verdict { get; init; } = Verdict.Signal;

    public EffectWord Effect { get; init; } = EffectWord.Improved;

    public PredictionWord? VsPrediction { get; init; }

    public string? Learned { get; init; }

    public string? Definition { get; init; }

    public string Claim { get; init; } = "Before and after: a signal by the default rules; the interval excludes 0.";

    public PredictionFinding? Prediction { get; init; }

    public GuardrailFinding? Guardrail { get; init; }

    public ComparisonFinding? Comparison { get; init; }

    public IReadOnlyList<int>? Rows { get; init; }

    public string Source { get; init; } = "enquiries";
}
