using Kaizen.Core.Metrics;
using Kaizen.Measuring.Tallies;

namespace Kaizen.Measuring.Scanning;

/// <summary>A metric with an aggregate: a tally, and one for its comparison group.</summary>
internal sealed class TallyJob(MeasureRequest request) : MeasureJob(request)
{
    private Tally? own;
    private Tally? comparison;

    public override IEnumerable<string> Sources => [Request.Metric.Source.Name];

    /// <summary>The tallies that answer it; none where it has a fault.</summary>
    public IEnumerable<(Tally Tally, MeasureRequest Request)> Wanted =>
        Faults.HasErrors ? [] : new[] { own, comparison }.OfType<Tally>().Select(t => (t, Request));

    public override void Prepare(SourceScan scan)
    {
        own = scan.Prepare(Request.Metric, Request.Metric.Measure.Where, Faults);
        if (Request.Metric.Compare is { } compare) comparison = scan.Prepare(Request.Metric, compare.Where, Faults);
    }

    public override void Conclude(SourceScan scan, SeriesBuilder builder)
    {
        if (Faults.HasErrors || own is null) return;
        Check(scan, Request.Metric.Time, own, comparison);
        if (Faults.HasErrors || builder.Build(Request, own, Faults) is not { } series) return;
        var other = comparison is null ? null : builder.Build(Request, comparison, Faults);
        if (Faults.HasErrors) return;
        Measurement = new Measurement(Request.Metric, Request.Window, Request.Windows, series, other, FactsOf(scan, Request.Metric, own, comparison));
    }
}
