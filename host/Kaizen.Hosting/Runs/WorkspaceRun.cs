using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions;
using Kaizen.Hosting.Authoring;
using Kaizen.Hosting.Define;
using Kaizen.Hosting.Measure;
using Kaizen.Hosting.Report;
using Kaizen.Store;
using Kaizen.Store.Evidence;
using Kaizen.Store.Ledger;

namespace Kaizen.Hosting.Runs;

/// <summary>The five stages in order: define, measure, check, record, report. One direction, no way back.</summary>
internal sealed class WorkspaceRun(Families families, ReportStage report, TimeProvider time)
{
    public async Task<RunResult> RunAsync(RunRequest request, RunMode mode, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        var faults = new DiagnosticBag();
        progress.Report(new RunProgress("define", request.Folder));
        var written = new DiagnosticBag();
        if (WorkspaceReader.Read(request.Folder, written) is not { } read) return new RunResult { Diagnostics = written.All };
        // A host shows the whole portfolio, whichever loops are due.
        faults.AddRange(request.RenewsPortfolio ? written.All : SelectedFaults.Concerning(written.All, read, request.Selectors));
        var today = Today.Now(read, request.AsOf, time);
        var asOf = today.AsOf;
        var (workspace, open) = await families.ExpandAsync(read, (asOf, request.Selectors), (progress, faults), cancellation).ConfigureAwait(false);
        await using var held = open;
        var selected = Selection.Of(workspace, request.Selectors, faults);
        var ledger = WorkspaceLedger.Read(request.Folder, today.Clock, faults);
        using var store = EvidenceStore.Open(request.Folder, mode == RunMode.Look ? StoreUse.Look : StoreUse.Write, faults);
        var result = new RunResult { Workspace = workspace, AsOf = asOf, Diagnostics = Excerpts.Add(faults.All, request.Folder) };
        if (faults.All.Any(d => d.Code[2] is '4' or '6' && d.Severity == Abstractions.Severity.Error)) return result;

        var opened = await open.OfAsync(selected, faults, cancellation).ConfigureAwait(false);
        var turns = selected.Where(opened.Serves).Select(c => Turn.Of(c, (asOf, mode), ledger, opened, store)).ToList();
        if (ledger.Ahead.Count > 0) faults.Add(Catalogue.LockAhead.At(null, Iso(asOf), Iso(today.Clock), string.Join(", ", ledger.Ahead)));
        faults.AddRange(ledger.TellUnborn(selected.Select(c => c.Id).ToHashSet()));
        var toMeasure = turns.Where(t => t.Known is null).ToList();
        if (mode == RunMode.Close && toMeasure.Count > 0) GetReady();
        var scans = await MeasureStage.MeasureAsync(workspace, toMeasure, opened, asOf, (progress, faults), cancellation).ConfigureAwait(false);
        await open.CloseAsync(faults).ConfigureAwait(false);

        progress.Report(new RunProgress("check", $"{toMeasure.Count} cycles"));
        foreach (var turn in toMeasure) turn.Conclude(scans.Of(turn.Cycle), workspace.Calendar);
        cancellation.ThrowIfCancellationRequested();

        var reviewer = new Reviewer(workspace, asOf);
        var byCycle = turns.ToDictionary(t => t.Cycle.Id, StringComparer.Ordinal);
        result = result with
        {
            Reached = true,
            Faulty = Selection.Faulty(workspace, request.Selectors),
            Cycles = selected.Select(c => Result(c, byCycle.GetValueOrDefault(c.Id), ledger.NotesOf(c.Id, asOf), reviewer)).ToList(),
            RowsRead = scans.RowsRead,
            SourcesOpened = scans.SourcesOpened,
        };
        faults.AddRange(SourceRemarks.Of(result.Cycles, asOf));
        result = result with { Diagnostics = Excerpts.Add(faults.All, request.Folder) };
        // A store that failed in the middle of the look-ups is told by now; one that cannot be saved to is left alone, and so are the pages.
        if (mode == RunMode.Look || store.IsRefused) return result;
        var kept = await KeepAsync(request, result, (ledger, store, turns, today), (progress, faults), cancellation).ConfigureAwait(false);
        // After a failure the output folder may still show another day.
        if (kept is not null && !today.IsOpen) KeptSheets.Tell(request, result, faults);
        return result with { Written = kept ?? [], Diagnostics = Excerpts.Add(faults.All, request.Folder) };
    }

    /// <summary>What record and report need and rows do not is loaded while rows are read.</summary>
    private void GetReady()
    {
        _ = Task.Run(report.Prepare);
        _ = Task.Run(EditorSchema.Prepare);
        _ = Task.Run(() =>
        {
            try
            {
                EvidenceStore.Prepare();
            }
            catch (Microsoft.Data.Sqlite.SqliteException)
            {
                // Saving meets the same fault and tells it.
            }
        });
    }

    /// <summary>Record and report, under the workspace's lock and only where there is something to write; null where it could not be written.</summary>
    private async Task<IReadOnlyList<WrittenFile>?> KeepAsync(
        RunRequest request, RunResult result, (WorkspaceLedger Ledger, EvidenceStore Store, List<Turn> Turns, Today Today) kept,
        (IProgress<RunProgress> Progress, DiagnosticBag Faults) tell, CancellationToken cancellation)
    {
        var place = ".kaizen/lock";
        try
        {
            if (FileInTheWay(request) is { } file)
            {
                tell.Faults.Add(Catalogue.StoreUnwritable.At(null, $"'{Path.GetRelativePath(request.Folder, file)}' is a file, but a folder is needed there") with
                {
                    Hint = "move the file away, or name another folder with --out",
                });
                return null;
            }

            var pages = report.Pages(request, result, (kept.Store, kept.Today), tell.Faults);
            var evidence = kept.Turns.Select(t => t.ToRecord()).OfType<Recorded>().ToList();
            if (pages.Count == 0 && evidence.Count == 0 && !kept.Ledger.HasChanges && !kept.Store.IsDamaged) return [];
            using var held = await WorkspaceLock.TakeAsync(
                request.Folder, () => tell.Progress.Report(Writing.Waiting(request.Folder)), time, cancellation).ConfigureAwait(false);
            if (held is null)
            {
                tell.Faults.Add(Writing.Busy(request.Folder));
                return null;
            }

            if (!kept.Store.Mend()) return null;
            tell.Progress.Report(new RunProgress("record", $"{evidence.Count} conclusions"));
            place = WorkspaceLedger.FileName;
            if (!kept.Ledger.Save(tell.Faults) || !kept.Store.Save(evidence, [])) return null;
            tell.Progress.Report(new RunProgress("report", $"{pages.Count} files"));
            foreach (var folder in new[] { request.Folder, request.OutFolder, Path.Combine(request.OutFolder, "a3"), request.At(".kaizen"), request.At("cycles"), request.At("data") }) AtomicFile.Sweep(folder);
            // What was begun is finished: a stop is heard before this point or after the last page.
            var folders = new FolderFlush();
            var written = pages.Where(p => p.Write(folders)).Select(p => new WrittenFile(p.Name, p.Because)).ToList();
            folders.Flush();
            // After the pages, so that a disk with little room left has it for them; before they count as written, so that a run that
            // is killed here is made good by the next one.
            EditorSchema.Keep(request.Folder);
            kept.Store.Save([], pages.Select(p => p.Record).ToList());
            return written;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            tell.Faults.Add(Writing.Failed(request.Folder, place, fault));
            return null;
        }
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A file that stands where the output folder, or a folder above it, has to be.</summary>
    private static string? FileInTheWay(RunRequest request)
    {
        for (var folder = Path.Combine(request.OutFolder, "a3"); folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
            if (File.Exists(folder)) return folder;
        return null;
    }

    private static CycleResult Result(Cycle cycle, Turn? turn, CycleNotes notes, Reviewer reviewer)
    {
        return new CycleResult(cycle, turn?.Evidence, turn?.Known is not null, turn?.Changed ?? [], notes)
        {
            Inputs = turn?.Inputs,
            Review = reviewer.Of(cycle, notes, turn?.Evidence),
        };
    }
}
