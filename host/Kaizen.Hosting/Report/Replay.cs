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
        }

        return new ReplayResult(result with { Diagnostics = [.. result.Diagnostics, .. faults.All] }, sheets);
    }

    private ReplayedSheet Held(string folder, CycleResult cycle, DateOnly asOf, A3Input sheet)
    {
        var bytes = Encoding.UTF8.GetBytes(report.Render(sheet));
        var kept = KeptPages.DatesOf(folder, cycle.Cycle.Id).Where(d => d <= asOf).Cast<DateOnly?>().FirstOrDefault();
        if (kept is not { } on || KeptPages.Find(folder, cycle.Cycle.Id, on) is not var (page, inputs)) return new ReplayedSheet(cycle, bytes, null, false, []);
        var same = page.AsSpan().SequenceEqual(bytes);
        return new ReplayedSheet(cycle, bytes, on, same, same ? [] : report.RestsOn(sheet, cycle.Inputs).ChangedSince(inputs));
    }
}

/// <summary>What a replay found.</summary>
public sealed record ReplayResult(RunResult Run, IReadOnlyList<ReplayedSheet> Sheets);

/// <summary>One rebuilt sheet.</summary>
/// <param name="Cycle">The cycle with its evidence as of the date.</param>
/// <param name="Bytes">The sheet.</param>
/// <param name="KeptOn">The as-of date of the page it was held against, the last up to the date; null where none was kept.</param>
/// <param name="Same">Whether both are the same bytes.</param>
/// <param name="Changed">What differs between the inputs of then and now.</param>
public sealed record ReplayedSheet(CycleResult Cycle, byte[] Bytes, DateOnly? KeptOn, bool Same, IReadOnlyList<string> Changed);
