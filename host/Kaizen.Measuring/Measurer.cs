using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Expressions;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;
using Kaizen.Measuring.Pushing;
using Kaizen.Measuring.Rows;
using Kaizen.Measuring.Scanning;
using Kaizen.Measuring.Tallies;

namespace Kaizen.Measuring;

/// <summary>Turns sources into series. All metrics of all cycles that read one source share one scan of it.</summary>
public sealed class Measurer(WorkCalendar calendar)
{
    /// <summary>Whether databases aggregate for themselves; else their rows are scanned like those of a file.</summary>
    public bool PushesDown { get; init; } = true;

    /// <summary>Hears how each database source was read.</summary>
    internal Action<PushReport>? Pushed { get; init; }

    /// <summary>Measures the metrics of a run.</summary>
    /// <param name="requests">What is wanted, for all cycles of the run together.</param>
    /// <param name="sources">The opened sources by name; requests for others are left without a measurement.</param>
    /// <param name="progress">Hears of rows read, now and then.</param>
    /// <param name="cancellation">Stops the run.</param>
    public async Task<MeasureResult> MeasureAsync(
        IReadOnlyList<MeasureRequest> requests, IReadOnlyDictionary<string, OpenedSource> sources,
        IProgress<ScanProgress>? progress, CancellationToken cancellation)
    {
        var jobs = requests.Select(r => new Job(r)).ToList();
        foreach (var group in jobs.GroupBy(j => j.Request.Metric.Source.Name, StringComparer.Ordinal))
            if (sources.TryGetValue(group.Key, out var source)) await ScanAsync(new SourceScan(source, calendar), group.ToList(), progress, cancellation).ConfigureAwait(false);
        return new MeasureResult(jobs.ConvertAll(j => j.Outcome));
    }

    private async ValueTask ScanAsync(SourceScan scan, List<Job> jobs, IProgress<ScanProgress>? progress, CancellationToken cancellation)
    {
        if (!await Guarded(scan, jobs, () => scan.DescribeAsync(cancellation), cancellation).ConfigureAwait(false)) return;
        foreach (var job in jobs) job.Prepare(scan);
        if (!await Guarded(scan, jobs, () => ReadAsync(scan, jobs, progress, cancellation), cancellation).ConfigureAwait(false)) return;
        var builder = new SeriesBuilder(calendar);
        foreach (var job in jobs) job.Conclude(scan, builder);
    }

    private async ValueTask<bool> ReadAsync(SourceScan scan, List<Job> jobs, IProgress<ScanProgress>? progress, CancellationToken cancellation)
    {
        if (PushesDown && await scan.PushAsync(jobs.SelectMany(j => j.Wanted).ToLookup(w => w.Tally, w => w.Request), cancellation).ConfigureAwait(false) is { } report)
        {
            Pushed?.Invoke(report);
            if (report.IsPushed)
            {
                progress?.Report(new ScanProgress(scan.Source.Definition.Name, scan.Rows));
                return true;
            }
        }

        return await scan.ReadAsync(progress, cancellation).ConfigureAwait(false);
    }

    /// <summary>Runs a step in which the plugin has the word; where it fails, every cycle that reads the source hears of it.</summary>
    private static async ValueTask<bool> Guarded(SourceScan scan, List<Job> jobs, Func<ValueTask<bool>> step, CancellationToken cancellation)
    {
        var faults = new DiagnosticBag();
        var done = await PluginGate.RunAsync(scan.Source.Definition, scan.Source.Plugin, faults, step, cancellation).ConfigureAwait(false);
        if (done) return true;
        foreach (var job in jobs) job.Faults.AddRange(faults.All);
        return false;
    }

    /// <summary>A request on its way.</summary>
    private sealed class Job(MeasureRequest request)
    {
        private Tally? own;
        private Tally? comparison;
        private Measurement? measurement;

        public MeasureRequest Request => request;

        public DiagnosticBag Faults { get; } = new();

        public MeasureOutcome Outcome => new(request, measurement, Faults.All.Select(d => d with { Cycle = request.Cycle }).ToList());

        /// <summary>The tallies that answer it; none where it has a fault.</summary>
        public IEnumerable<(Tally Tally, MeasureRequest Request)> Wanted =>
            Faults.HasErrors ? [] : new[] { own, comparison }.OfType<Tally>().Select(t => (t, request));

        public void Prepare(SourceScan scan)
        {
            own = scan.Prepare(request.Metric, request.Metric.Measure.Where, Faults);
            if (request.Metric.Compare is { } compare) comparison = scan.Prepare(request.Metric, compare.Where, Faults);
        }

        public void Conclude(SourceScan scan, SeriesBuilder builder)
        {
            if (Faults.HasErrors || own is null) return;
            var definition = scan.Source.Definition;
            if (!definition.LeaveOutBadRows)
            {
                Refuse(scan);
                RefuseOverflows(definition.Name);
            }

            // A file that is kept by hand begins without rows; one that states until when it is known has lost them.
            if (scan.Rows == 0 && definition.KnownUntil is not null) Faults.Add(Catalogue.NoRows.At(definition.At, definition.Name));
            else if (scan.Rows > 0 && own.Grid.Earliest == long.MaxValue && !Faults.HasErrors)
                Faults.Add(Catalogue.NoTimes.At(request.Metric.Time.At, definition.Name, request.Metric.Time.Text));
            if (Faults.HasErrors || builder.Build(request, own, Faults) is not { } series) return;
            var other = comparison is null ? null : builder.Build(request, comparison, Faults);
            if (Faults.HasErrors) return;
            var facts = new ScanFacts(definition.Name, scan.Rows, scan.WithoutTime(request.Metric), LeftOut(own), scan.Fingerprint, scan.Source.Plugin)
            {
                RowsAfterKnown = scan.AfterKnown(request.Metric),
            };
            measurement = new Measurement(request.Metric, request.Window, request.Windows, series, other, facts);
        }

        private void Refuse(SourceScan scan)
        {
            var refused = new[] { own, comparison }.OfType<Tally>().SelectMany(scan.RefusedFor).DistinctBy(r => r.Values);
            foreach (var (column, values) in refused) Faults.Add(RefusedLines.Told(scan.Source.Definition, column, values));
        }

        /// <summary>Says at each expression in which rows it left the range of a double, in the metric's population or its comparison group.</summary>
        private void RefuseOverflows(string source)
        {
            var metric = request.Metric;
            var found = Overflows(own, metric.Measure.Where).Concat(Overflows(comparison, metric.Compare?.Where));
            foreach (var group in found.GroupBy(o => o.Expression))
            {
                var rows = group.SelectMany(o => o.Rows.Rows).Distinct().Count();
                Faults.Add(Catalogue.RowsBeyondRange.At(group.Key?.At ?? metric.At, source, metric.Name, rows == 1 ? "1 row" : $"{rows} rows") with
                {
                    Hint = "mend the rows, or keep the expression in range",
                    Details = group.SelectMany(o => o.Rows.First).DistinctBy(v => v.Row).OrderBy(v => v.Row).Take(Refusals.Kept).Select(RefusedLines.Line).ToList(),
                });
            }
        }

        private IEnumerable<Overflow> Overflows(Tally? tally, RowExpression? where)
        {
            if (tally is null) yield break;
            foreach (var (part, rows) in tally.Overflowed)
                yield return new Overflow(part switch { ExpressionPart.Where => where, ExpressionPart.Over => request.Metric.Measure.Over, _ => request.Metric.Measure.Value }, rows);
        }

        private long LeftOut(Tally tally) =>
            Math.Max(tally.LeftOut, comparison?.LeftOut ?? 0)
            + Overflows(tally, null).Concat(Overflows(comparison, null)).SelectMany(o => o.Rows.Rows).Distinct().LongCount();
    }

    /// <summary>The rows in which an expression left the range of a double.</summary>
    private sealed record Overflow(RowExpression? Expression, OverflowedRows Rows);
}
