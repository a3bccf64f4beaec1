using System.Collections.Concurrent;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Plugins;
using Kaizen.Hosting.Runs;
using Kaizen.Measuring;
using Kaizen.Measuring.Families;

namespace Kaizen.Hosting.Define;

/// <summary>
/// Files become loops: each file that stands for many is replaced by its members. Which ones there are stands in the rows, so
/// a source that is split is looked at before it is measured. Whoever needs loops and not files asks here.
/// </summary>
internal sealed class Families(SourceOpener opener)
{
    // What a host asks for again and again while nothing changed is read once.
    private readonly ConcurrentDictionary<(string Folder, string Source), Remembered> remembered = new();

    /// <summary>The workspace with loops in the place of files.</summary>
    /// <param name="written">The workspace as it was read.</param>
    /// <param name="look">The date to look from, and the selectors: of families that none of them fits no fault is told.</param>
    /// <param name="tell">Hears of progress, and receives the faults.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Expanded> ExpandAsync(
        Workspace written, (DateOnly AsOf, IReadOnlyList<string> Selectors) look, (IProgress<RunProgress>? Progress, DiagnosticBag Faults) tell, CancellationToken cancellation)
    {
        var sources = opener.Of(written);
        try
        {
            return new Expanded(await ExpandAsync(written, sources, look, tell, cancellation).ConfigureAwait(false), sources);
        }
        catch
        {
            await sources.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<Workspace> ExpandAsync(
        Workspace written, OpenSources sources, (DateOnly AsOf, IReadOnlyList<string> Selectors) look, (IProgress<RunProgress>? Progress, DiagnosticBag Faults) tell, CancellationToken cancellation)
    {
        var families = written.Cycles.Where(c => c.Each is not null).ToList();
        if (families.Count == 0) return written;
        var readings = new Dictionary<string, FamilyReading>(StringComparer.Ordinal);
        foreach (var split in families.GroupBy(f => f.Each!.Source.Name, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            List<Cycle> all = [.. split];
            if (await sources.OneAsync(all[0].Each!.Source, cancellation).ConfigureAwait(false) is { } source)
                foreach (var reading in await ReadAsync(written, source, all, look.AsOf, tell.Progress, cancellation).ConfigureAwait(false)) readings[reading.Family] = reading;
            else if (all.Exists(f => Selection.Fits(look.Selectors, f))) sources.Tell(split.Key, tell.Faults);
        }

        foreach (var family in families.Where(f => Selection.Fits(look.Selectors, f)))
            if (readings.TryGetValue(family.Id, out var reading)) tell.Faults.AddRange(reading.Diagnostics);
        return written with
        {
            Cycles = [.. written.Cycles.SelectMany(c => c.Each is null ? [c] : readings.GetValueOrDefault(c.Id)?.Values is { } values ? FamilyMembers.Of(c, values) : []).OrderBy(c => c.Id, StringComparer.Ordinal)],
            Families = [.. families.Select(f => new FamilyFile(f, readings.GetValueOrDefault(f.Id)?.Values is not null))],
        };
    }

    private async Task<IReadOnlyList<FamilyReading>> ReadAsync(
        Workspace workspace, OpenedSource source, List<Cycle> families, DateOnly asOf, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        // Everything that the answer depends on; a source that cannot say whether it changed is read each time.
        var on = source.Fingerprint is null ? null : string.Join('\n', families
            .Select(f => $"{f.Id} {f.DefinitionHash} {string.Join(' ', f.Metrics.Select(m => $"{CycleWindows.CutOf(m, asOf):O}"))}").Prepend($"{asOf:O} {source.Fingerprint} {source.Plugin} {workspace.Calendar.Zone}"));
        var key = (workspace.Folder, source.Definition.Name);
        if (on is not null && remembered.TryGetValue(key, out var known) && known.On == on) return known.Readings;
        var readings = await new FamilyReader(workspace.Calendar).ReadAsync(source, families, asOf, progress is null ? null : new ScanTeller(progress), cancellation).ConfigureAwait(false);
        // What could not be read is tried again.
        if (on is not null && readings.All(r => r.Values is not null)) remembered[key] = new Remembered(on, readings);
        return readings;
    }

    private sealed record Remembered(string On, IReadOnlyList<FamilyReading> Readings);

    private sealed class ScanTeller(IProgress<RunProgress> progress) : IProgress<ScanProgress>
    {
        public void Report(ScanProgress value) =>
            progress.Report(new RunProgress("define", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the loops of {value.Source}, {value.Rows:#,0} rows")));
    }
}

/// <summary>A workspace whose cycles are loops, and the sources that were opened on the way.</summary>
internal sealed record Expanded(Workspace Workspace, OpenSources Sources);
