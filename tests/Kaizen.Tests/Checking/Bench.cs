using Kaizen.Abstractions;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;
using Phase = Kaizen.Core.Metrics.Phase;

namespace Kaizen.Tests.Checking;

/// <summary>
/// A cycle with hand-made weekly series: 12 weeks before 2026-03-30, then weeks after, the check on 2026-06-01 (nine
/// weeks after the start). Nothing is measured; what is concluded comes from the check alone.
/// </summary>
internal sealed class Bench
{
    public static readonly DateOnly Started = new(2026, 3, 30);
    public static readonly DateOnly CheckDate = new(2026, 6, 1);
    public static readonly WorkCalendar Calendar = new(TimeZoneInfo.Utc);
    public static readonly SourceSpan Nowhere = new("cycles/c.yaml", 1, 1);

    /// <summary>Mean 20, moving ranges all 2: limits 20 ± 5.32, two thirds of the way at 16.45 and 23.55.</summary>
    public static readonly double?[] Steady = [19, 21, 19, 21, 19, 21, 19, 21, 19, 21, 19, 21];

    /// <summary>Nine weeks around a mean, one unit up and down in turn, ending up.</summary>
    public static double?[] Around(double mean, int count = 8) => [.. Enumerable.Range(0, count).Select(i => (double?)(mean + (i % 2 == 0 ? -1 : 1)))];

    private readonly List<(Metric Metric, string Window, double?[] Before, double?[] After, double?[]? ControlBefore, double?[]? ControlAfter, int Immature)> series = [];

    public Cycle Cycle { get; set; } = new()
    {
        Id = "c",
        File = "cycles/c.yaml",
        Title = "Answers come late",
        DefinitionHash = "00",
        LeadMetric = "wait",
        Do = new Do { Started = Started },
        Check = new CheckPlan { Date = CheckDate },
        Plan = new Plan { Target = new Target("wait", null, 10, CheckDate, null) },
    };

    public DateOnly AsOf { get; set; } = CheckDate;

    public static Metric Metric(string name = "wait", Better? better = Better.Lower) => new()
    {
        Name = name,
        At = Nowhere,
        Unit = "h",
        Better = better,
        Time = new Written("at", Nowhere),
        Source = new SourceDefinition { Name = "rows", At = Nowhere, Use = new Written("csv", Nowhere) },
        Measure = new Measure(Aggregate.Mean, null, null, null),
    };

    public Bench Done(FidelityLevel level) => With(new Fidelity.Declared(level, null));

    public Bench With(params Fidelity?[] fidelities)
    {
        Cycle = Cycle with
        {
            Plan = Cycle.Plan with { Countermeasures = [.. fidelities.Select((f, i) => new Countermeasure { Id = $"m{i}", Text = "Do it.", Fidelity = f })] },
        };
        return this;
    }

    public Bench Series(Metric metric, double?[] before, double?[] after, string window = "check", int immature = 0)
    {
        series.Add((metric, window, before, after, null, null, immature));
        return this;
    }

    public Bench Lead(double?[] before, double?[] after, Prediction? prediction = null, Better? better = Better.Lower, int immature = 0) =>
        Series(Metric(better: better) with { Prediction = prediction }, before, after, immature: immature);

    public Bench Against(Metric metric, (double?[] Own, double?[] Group) before, (double?[] Own, double?[] Group) after)
    {
        series.Add((metric, "check", before.Own, after.Own, before.Group, after.Group, 0));
        return this;
    }

    public CycleEvidence Conclude()
    {
        Cycle = Cycle with { Metrics = [.. series.Select(s => s.Metric).DistinctBy(m => m.Name)] };
        var measured = series.Select(s => new Measurement(
            s.Metric, s.Window, new Windows(null, null, null, null, Calendar.StartOf(AsOf), null),
            SeriesOf(s.Before, s.After, s.Immature),
            s.ControlBefore is null ? null : SeriesOf(s.ControlBefore, s.ControlAfter!, 0),
            new ScanFacts("rows", 100, 0, 0, null, "csv 0.1.0"))).ToList();
        return CycleCheck.Conclude(Cycle, measured, AsOf, Calendar, null);
    }

    public (Recommendation Recommendation, string Because) Decide()
    {
        var evidence = Conclude();
        return (evidence.Recommendation, evidence.Because[0]);
    }

    public Finding Finding(string metric = "wait") => Conclude().Findings.First(f => f.Metric == metric);

    private static Series SeriesOf(double?[] before, double?[] after, int immature)
    {
        var points = new List<SeriesPoint>();
        for (var i = -before.Length; i < after.Length; i++)
        {
            var slot = Calendar.SlotOf(Period.Week, Started.AddDays(7 * i));
            var value = i < 0 ? before[i + before.Length] : after[i];
            var phase = i < 0 ? Phase.Before : i >= after.Length - immature ? Phase.Immature : Phase.After;
            points.Add(new SeriesPoint(slot.Label, slot.Start, slot.Finish, value, value is null ? 0 : 5, null, null, phase));
        }

        return new Series(points, Pool(points, Phase.Before), Pool(points, Phase.After));
    }

    private static Pooled Pool(List<SeriesPoint> points, Phase phase)
    {
        var values = points.Where(p => p.Phase == phase && p.Value is not null).ToList();
        return new Pooled(values.Count == 0 ? null : values.Average(p => p.Value), values.Sum(p => p.Rows), null, null);
    }
}
