using Kaizen.Abstractions;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;
using Kaizen.Measuring.Scanning;
using Kaizen.Measuring.Tallies;

namespace Kaizen.Measuring.Plugged;

/// <summary>A metric that a plugin computes, and one more of its kind for the comparison group.</summary>
internal sealed class PluginJob : MeasureJob, IDisposable
{
    private readonly OpenedMetric opened;
    private readonly MetricRun own;
    private readonly MetricRun? comparison;
    private readonly Dictionary<int, (Tally Own, Tally? Comparison)> tallies = [];
    private readonly WorkCalendar calendar;
    private ScanFacts? facts;
    private int scans;

    public PluginJob(MeasureRequest request, OpenedMetric opened, WorkCalendar calendar, CancellationToken cancellation)
        : base(request)
    {
        (this.opened, this.calendar) = (opened, calendar);
        own = new MetricRun(opened, cancellation);
        comparison = request.Metric.Compare is null ? null : new MetricRun(opened, cancellation);
    }

    public override IEnumerable<string> Sources => opened.Inputs.Select(i => i.Source.Name).Distinct();

    public override void Prepare(SourceScan scan)
    {
        foreach (var input in InputsOf(scan))
        {
            var metric = MetricOf(input);
            // The conditions are about the rows of the metric's own source, not about those that only explain them.
            var first = input == 0;
            var tally = scan.Prepare(metric, first ? metric.Measure.Where : null, FeedTo(own, input), Faults);
            var other = comparison is null || tally is null ? null : scan.Prepare(metric, first ? metric.Compare!.Where : null, FeedTo(comparison, input), Faults);
            if (tally is not null) tallies[input] = (tally, other);
        }
    }

    public override void Conclude(SourceScan scan, SeriesBuilder builder)
    {
        foreach (var input in InputsOf(scan))
        {
            if (Faults.HasErrors || !tallies.TryGetValue(input, out var read)) return;
            Check(scan, opened.Inputs[input].Time, read.Own, read.Comparison);
            var found = FactsOf(scan, MetricOf(input), read.Own, read.Comparison);
            // What is told of rows is told of the first source; the others are named beside its plugin.
            facts = input == 0 || facts is null ? found : facts;
            scans++;
        }
    }

    /// <summary>Asks for the series, once all scans are over.</summary>
    public async Task CompleteAsync(SeriesBuilder builder)
    {
        if (Faults.HasErrors || facts is null || scans < opened.Inputs.Count) return;
        var earliest = tallies.Values.Min(t => t.Own.Grid.Earliest);
        var (request, metric) = (Request, Request.Metric);
        if (earliest == long.MaxValue)
        {
            Measurement = new Measurement(metric, request.Window, request.Windows, SeriesBuilder.Empty, comparison is null ? null : SeriesBuilder.Empty, Facts());
            return;
        }

        if (builder.SlotsOf(request, earliest, Faults) is not { } slots) return;
        var periods = slots.Select(s => new MetricPeriod(s.First, s.Start, s.Finish, SideOf(request.Windows.PhaseOf(s.Start, s.Finish, calendar)))).ToList();
        var grid = new MetricGrid(periods);
        var found = await own.CompleteAsync(grid, Faults).ConfigureAwait(false);
        var other = comparison is null ? null : await comparison.CompleteAsync(grid, Faults).ConfigureAwait(false);
        if (Faults.HasErrors || found is null || (comparison is not null && other is null)) return;
        Measurement = new Measurement(metric, request.Window, request.Windows, SeriesOf(slots, found), other is null ? null : SeriesOf(slots, other), Facts()) { Exhibits = found.Exhibits };
    }

    public void Dispose()
    {
        own.Dispose();
        comparison?.Dispose();
    }

    private ScanFacts Facts() => facts! with { Plugin = $"{facts!.Plugin}, {opened.Plugin}" };

    private IEnumerable<int> InputsOf(SourceScan scan) =>
        Enumerable.Range(0, opened.Inputs.Count).Where(i => opened.Inputs[i].Source.Name == scan.Source.Definition.Name);

    /// <summary>The metric as one of its inputs sees it.</summary>
    private Metric MetricOf(int input) => Request.Metric with { Source = opened.Inputs[input].Source, Time = opened.Inputs[input].Time };

    private Feed FeedTo(MetricRun run, int input) => new(run, input, opened.Inputs[input].Columns)
    {
        Cut = Request.Windows.Cut.Ticks,
        First = Request.Metric.Source.KnownFrom is { } from ? calendar.SlotOf(Request.Metric.Per, from).First : DateOnly.MinValue,
    };

    private Series SeriesOf(IReadOnlyList<Slot> slots, CheckedResult found)
    {
        var points = slots.Select(slot =>
        {
            var value = found.Values.GetValueOrDefault(slot.First);
            var phase = Request.Windows.PhaseOf(slot.Start, slot.Finish, calendar);
            return new SeriesPoint(slot.Label, slot.Start, slot.Finish, value?.Value, value?.Rows ?? 0, value?.Numerator, value?.Denominator, phase);
        }).ToList();
        return new Series(points, Pool(points, Phase.Before, found.Before), Pool(points, Phase.After, found.After));
    }

    /// <summary>What the plugin says of all rows of a side; else the quotient of the sums, where there are any.</summary>
    private static Pooled Pool(List<SeriesPoint> points, Phase side, MetricValue? said)
    {
        var counted = points.Where(p => p.Phase == side).ToList();
        if (counted.Count == 0) return new Pooled(null, 0, null, null);
        if (said is not null) return new Pooled(said.Value, said.Rows, said.Numerator, said.Denominator);
        var rows = counted.Sum(p => p.Rows);
        var sums = counted.Where(p => p.Denominator is not null).ToList();
        var (above, below) = (sums.Sum(p => p.Numerator!.Value), sums.Sum(p => p.Denominator!.Value));
        return below != 0 && double.IsFinite(above / below) ? new Pooled(above / below, rows, above, below) : new Pooled(null, rows, null, null);
    }

    private static PeriodSide SideOf(Phase phase) => phase switch
    {
        Phase.Before => PeriodSide.Before,
        Phase.After => PeriodSide.After,
        Phase.Immature => PeriodSide.Immature,
        _ => PeriodSide.Neither,
    };
}
