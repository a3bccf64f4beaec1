using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;
using Kaizen.Measuring.Plugged;
using Kaizen.Measuring.Pushing;
using Kaizen.Measuring.Scanning;

namespace Kaizen.Measuring;

/// <summary>Turns sources into series. All metrics of all cycles that read one source share one scan of it.</summary>
public sealed class Measurer(WorkCalendar calendar)
{
    /// <summary>Whether databases aggregate for themselves; else their rows are scanned like those of a file.</summary>
    public bool PushesDown { get; init; } = true;

    /// <summary>The date to look from, which a source that knows its past goes by; null for now.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Hears how each database source was read.</summary>
    internal Action<PushReport>? Pushed { get; init; }

    /// <summary>Measures the metrics of a run.</summary>
    /// <param name="requests">What is wanted, for all cycles of the run together.</param>
    /// <param name="opened">The opened sources by name, requests for others are left without a measurement; and the metrics that plugins compute.</param>
    /// <param name="progress">Hears of rows read, now and then.</param>
    /// <param name="cancellation">Stops the run.</param>
    public async Task<MeasureResult> MeasureAsync(
        IReadOnlyList<MeasureRequest> requests, Opened opened,
        IProgress<ScanProgress>? progress, CancellationToken cancellation)
    {
        var (sources, metrics) = opened;
        var jobs = requests.Select(JobOf).ToList();
        MeasureJob JobOf(MeasureRequest request) => request.Metric.Measure.Plugin is null ? new TallyJob(request)
            : new PluginJob(request, metrics[request.Metric], calendar, cancellation);
        try
        {
            var builder = new SeriesBuilder(calendar);
            foreach (var name in jobs.SelectMany(j => j.Sources).Distinct())
                if (sources.TryGetValue(name, out var source))
                    await ScanAsync(new SourceScan(source, calendar), (jobs.FindAll(j => j.Sources.Contains(name)), builder), progress, cancellation).ConfigureAwait(false);
            foreach (var job in jobs.OfType<PluginJob>()) await job.TryAsync(() => job.CompleteAsync(builder)).ConfigureAwait(false);
        }
        finally
        {
            foreach (var job in jobs.OfType<PluginJob>()) job.Dispose();
        }

        return new MeasureResult(jobs.ConvertAll(j => j.Outcome));
    }

    private async ValueTask ScanAsync(SourceScan scan, (List<MeasureJob> All, SeriesBuilder Builder) work, IProgress<ScanProgress>? progress, CancellationToken cancellation)
    {
        var jobs = work.All;
        foreach (var job in jobs) job.Hide(scan.Source.Redaction);
        if (!await Guarded(scan, jobs, (_, stop) => scan.DescribeAsync(stop), cancellation).ConfigureAwait(false)) return;
        foreach (var job in jobs) job.Try(() => job.Prepare(scan));
        scan.Limit(AsOf, jobs.Max(j => j.Request.Windows.Cut));
        if (!await Guarded(scan, jobs, (pulse, stop) => ReadAsync(scan, jobs, (pulse, progress), stop), cancellation).ConfigureAwait(false)) return;
        foreach (var job in jobs) job.Try(() => job.Conclude(scan, work.Builder));
    }

    private async ValueTask<bool> ReadAsync(SourceScan scan, List<MeasureJob> jobs, (Pulse Pulse, IProgress<ScanProgress>? Progress) tell, CancellationToken cancellation)
    {
        // What a plugin computes needs rows, and rows read once serve all.
        if (PushesDown && jobs.TrueForAll(j => j is TallyJob) && await scan.PushAsync(jobs.OfType<TallyJob>().SelectMany(j => j.Wanted).ToLookup(w => w.Tally, w => w.Request), cancellation).ConfigureAwait(false) is { } report)
        {
            Pushed?.Invoke(report);
            if (report.IsPushed)
            {
                tell.Progress?.Report(new ScanProgress(scan.Source.Definition.Name, scan.Rows));
                return true;
            }
        }

        return await scan.ReadAsync(tell.Pulse, tell.Progress, cancellation).ConfigureAwait(false);
    }

    /// <summary>Runs a step in which the plugin has the word; where it fails, every cycle that reads the source hears of it.</summary>
    private static async ValueTask<bool> Guarded(SourceScan scan, List<MeasureJob> jobs, Func<Pulse, CancellationToken, ValueTask<bool>> step, CancellationToken cancellation)
    {
        var faults = new DiagnosticBag();
        var done = await PluginGate.RunAsync(scan.Source.Call, faults, step, cancellation).ConfigureAwait(false);
        if (done) return true;
        foreach (var job in jobs) job.Faults.AddRange(faults.All);
        return false;
    }
}
