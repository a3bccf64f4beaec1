using Kaizen.Abstractions;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;
using Kaizen.Measuring.Grids;
using Kaizen.Measuring.Rows;

namespace Kaizen.Measuring.Families;

/// <summary>What the rows say of one family.</summary>
/// <param name="Family">Id of its file.</param>
/// <param name="Values">The different values of the column it is split by, or null where a diagnostic says why they are not known.</param>
/// <param name="Diagnostics">Each with the id of the family.</param>
public sealed record FamilyReading(string Family, IReadOnlyList<FamilyValue>? Values, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>
/// Reads by which values families are split. All families of a source share one look at it, in which no other columns are
/// read than those they are split by and the times of the rows.
/// </summary>
public sealed class FamilyReader(WorkCalendar calendar)
{
    private const int Stride = 8192;

    /// <summary>Reads the values of the families of one source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="families">Files that split it.</param>
    /// <param name="asOf">The date to look from; rows that are not counted from there make no loop.</param>
    /// <param name="progress">Hears of rows read, now and then.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>One for each family, in their order.</returns>
    public async Task<IReadOnlyList<FamilyReading>> ReadAsync(
        OpenedSource source, IReadOnlyList<Cycle> families, DateOnly asOf, IProgress<ScanProgress>? progress, CancellationToken cancellation)
    {
        var faults = new DiagnosticBag();
        var done = await PluginGate.RunAsync<IReadOnlyList<FamilyReading>>(
            source.Call, faults, async (pulse, stop) => await ReadThroughAsync(source, families, asOf, (pulse, progress), stop).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        return done ?? [.. families.Select(f => new FamilyReading(f.Id, null, [.. faults.All.Select(d => d with { Cycle = f.Id })]))];
    }

    private async ValueTask<IReadOnlyList<FamilyReading>> ReadThroughAsync(
        OpenedSource source, IReadOnlyList<Cycle> families, DateOnly asOf, (Pulse Pulse, IProgress<ScanProgress>? Progress) tell, CancellationToken cancellation)
    {
        var described = await source.Source.DescribeAsync(cancellation).ConfigureAwait(false);
        var schema = Schema.Of(described);
        var columns = new ColumnSet();
        var tallies = families.Select(f => new FamilyTally(f, schema, columns, m => calendar.StartOf(CycleWindows.CutOf(m, asOf)).Ticks)).ToList();
        var reading = tallies.Where(t => t.Reads).ToList();
        Func<int, RefusedColumn?> refused = _ => null;
        if (reading.Count > 0)
        {
            var book = new RefusalBook(columns.Requests);
            refused = book.In;
            var rows = await source.Source.OpenAsync(new ReadRequest(columns.Requests, book.Refusals), cancellation).ConfigureAwait(false)
                ?? throw new ContractException("it opened no reader");
            await using (rows.ConfigureAwait(false))
            {
                var reader = new RowReader(rows, book, new ZoneClock(calendar)) { Pulse = tell.Pulse };
                var row = new Row(columns.Requests.Count);
                while (await reader.ReadAsync(row, cancellation).ConfigureAwait(false))
                {
                    foreach (var tally in reading) tally.Add(row);
                    if (reader.Count % Stride != 0) continue;
                    cancellation.ThrowIfCancellationRequested();
                    tell.Progress?.Report(new ScanProgress(source.Definition.Name, reader.Count));
                }
            }
        }

        return tallies.ConvertAll(t => t.Conclude(asOf, refused)).ConvertAll(r => r with { Diagnostics = [.. r.Diagnostics.Select(source.Redaction.Clean)] });
    }
}
