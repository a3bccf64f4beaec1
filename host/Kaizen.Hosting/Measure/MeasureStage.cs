using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;
using Kaizen.Hosting.Runs;
using Kaizen.Measuring;

namespace Kaizen.Hosting.Measure;

/// <summary>The measure stage: all metrics of all cycles that read one source share one scan of it.</summary>
internal static class MeasureStage
{
    public static async Task<Scans> MeasureAsync(
        Workspace workspace, IReadOnlyList<Turn> turns, Opened opened, DateOnly asOf,
        (IProgress<RunProgress> Progress, DiagnosticBag Faults) tell, CancellationToken cancellation)
    {
        var requests = turns.SelectMany(t => Requests.Of(t.Cycle, t.FactsAsOf, workspace.Calendar)).ToList();
        if (requests.Count == 0) return Scans.None;
        var result = await new Measurer(workspace.Calendar) { AsOf = asOf }
            .MeasureAsync(requests, opened, new ScanTeller(tell.Progress), cancellation).ConfigureAwait(false);
        tell.Faults.AddRange(result.Diagnostics);
        var measured = result.Outcomes.GroupBy(o => o.Request.Cycle)
            .Where(g => g.All(o => o.Measurement is not null))
            .ToDictionary(g => g.Key, g => (IReadOnlyList<Measurement>)g.Select(o => o.Measurement!).ToList());
        var scans = result.Outcomes.Select(o => o.Measurement?.Scan).OfType<ScanFacts>().DistinctBy(s => s.Source).ToList();
        return new Scans(measured, scans.Sum(s => s.RowsRead), scans.Count);
    }

    private sealed class ScanTeller(IProgress<RunProgress> progress) : IProgress<ScanProgress>
    {
        public void Report(ScanProgress value) =>
            progress.Report(new RunProgress("measure", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value.Source}, {value.Rows:#,0} rows")));
    }
}

/// <summary>What a run measured.</summary>
/// <param name="ByCycle">The series of each cycle of which every one could be measured.</param>
/// <param name="RowsRead">Rows read, each once.</param>
/// <param name="SourcesOpened">Sources opened.</param>
internal sealed record Scans(IReadOnlyDictionary<string, IReadOnlyList<Measurement>> ByCycle, long RowsRead, int SourcesOpened)
{
    public static Scans None { get; } = new(new Dictionary<string, IReadOnlyList<Measurement>>(), 0, 0);

    /// <summary>What was measured of a cycle, nothing where it has no metrics; null where it could not be measured.</summary>
    public IReadOnlyList<Measurement>? Of(Cycle cycle) => cycle.Metrics.Count == 0 ? [] : ByCycle.GetValueOrDefault(cycle.Id);
}
