using System.Globalization;
using System.Text;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting.Runs;
using Kaizen.Reports;
using Kaizen.Store;

namespace Kaizen.Hosting.Report;

/// <summary>Rebuilds the sheets of a past date from definitions, data and ledger, and holds them against what was kept.</summary>
internal sealed class Replay(WorkspaceRun run, ReportStage report)
{
    public async Task<ReplayResult> RunAsync(RunRequest request, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        var result = await run.RunAsync(request, RunMode.Look, progress, cancellation).ConfigureAwait(false);
        var faults = new DiagnosticBag();
        var sheets = new List<ReplayedSheet>();
        if (result.Workspace is not { } workspace) return new ReplayResult(result, sheets);
        foreach (var cycle in result.Cycles.Where(c => c.Evidence is not null))
        {
            try
            {
                sheets.Add(Held(request.Folder, cycle, result.AsOf, ReportStage.SheetOf(workspace, cycle, faults)));
            }
            catch (TemplateException fault)
            {
                faults.AddRange(fault.Diagnostics);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                var machine = MachineFault.Of(fault);
                faults.Add(Catalogue.StoreUnreadable.At(null, Path.GetRelativePath(request.Folder, KeptPages.PathOf(request.Folder, cycle.Cycle.Id, result.AsOf)), machine.Why) with { Hint = machine.WayOut, Cycle = cycle.Cycle.Id });
            }
        }

        faults.AddRange(sheets.Where(s => s.Differs(result.AsOf)).Select(s => Differing(s, result.AsOf)));
        return new ReplayResult(result with { Diagnostics = [.. result.Diagnostics, .. faults.All] }, sheets);
    }

    private ReplayedSheet Held(string folder, CycleResult cycle, DateOnly asOf, A3Input sheet)
    {
        var bytes = Encoding.UTF8.GetBytes(report.Render(sheet));
        var kept = KeptPages.DatesOf(folder, cycle.Cycle.Id).Where(d => d <= asOf).Cast<DateOnly?>().FirstOrDefault();
        if (kept is not { } on || KeptPages.Find(folder, cycle.Cycle.Id, on) is not { } page) return new ReplayedSheet(cycle, bytes, null, []);
        var same = page.Page.AsSpan().SequenceEqual(bytes);
        return new ReplayedSheet(cycle, bytes, page, same ? [] : report.RestsOn(sheet, cycle.Inputs).ChangedSince(page.Inputs));
    }

    private static Abstractions.Diagnostic Differing(ReplayedSheet sheet, DateOnly asOf)
    {
        var id = sheet.Cycle.Cycle.Id;
        var what = sheet.Changed.Count > 0 ? $"{string.Join(", ", sheet.Changed)} changed since" : "nothing that it rests on changed, so the kept file did";
        return Catalogue.ReplayDiffers.At(null, id, asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), what) with { Cycle = id };
    }
}

/// <summary>What a replay found.</summary>
public sealed record ReplayResult(RunResult Run, IReadOnlyList<ReplayedSheet> Sheets);

/// <summary>One rebuilt sheet.</summary>
/// <param name="Cycle">The cycle with its evidence as of the date.</param>
/// <param name="Bytes">The sheet.</param>
/// <param name="Kept">The page it was held against, the last up to the date; null where none was kept.</param>
/// <param name="Changed">What differs between the inputs of then and now.</param>
public sealed record ReplayedSheet(CycleResult Cycle, byte[] Bytes, KeptPage? Kept, IReadOnlyList<string> Changed)
{
    /// <summary>Whether both are the same bytes.</summary>
    public bool Same => Kept is not null && Kept.Page.AsSpan().SequenceEqual(Bytes);

    /// <summary>Whether a page was kept of that very date and says something else.</summary>
    public bool Differs(DateOnly asOf) => Kept?.AsOf == asOf && !Same;
}
