using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions;
using Kaizen.Hosting.Define;
using Kaizen.Hosting.Runs;
using Kaizen.Store;

namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>Where people's entries become lines of their files: composed, read as the next run would read them, and then written, all or nothing.</summary>
internal sealed class WritingDesk(TimeProvider time)
{
    public async Task<WritingResult> WriteAsync(RunRequest request, Entry entry, bool dryRun, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        // Reading everything as it would be takes a while with thousands of cycles; before a write it is done under the lock.
        var (result, _) = Prepare(request, entry, check: dryRun);
        if (dryRun || result.Files.Count == 0 || result.Diagnostics.Any(d => d.Severity == Severity.Error)) return result;
        try
        {
            using var held = await WorkspaceLock.TakeAsync(request.Folder, () => progress.Report(Writing.Waiting(request.Folder)), time, cancellation).ConfigureAwait(false);
            if (held is null) return result with { Diagnostics = [.. result.Diagnostics, Writing.Busy(request.Folder)] };
            // What stood there before the lock was held may have changed meanwhile.
            (result, var commit) = Prepare(request, entry, check: true);
            return commit is null ? result : commit();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return result with { Diagnostics = [.. result.Diagnostics, Writing.Failed(request.Folder, ".kaizen/lock", fault)] };
        }
    }

    private (WritingResult Result, Func<WritingResult>? Commit) Prepare(RunRequest request, Entry entry, bool check)
    {
        var faults = new DiagnosticBag();
        var read = new DiagnosticBag();
        if (WorkspaceReader.Read(request.Folder, read) is not { } workspace) return (new WritingResult { Diagnostics = Excerpts.Add(read.All, request.Folder) }, null);
        var today = Today.Now(workspace, request.AsOf, time);
        var asOf = today.AsOf > today.Clock ? today.Clock : today.AsOf;
        var cycle = Composer.NeedsCycle(entry) ? CycleOf(workspace, request, (faults, read)) : null;
        var turn = new WritingTurn(workspace, cycle, (asOf, today.Clock), faults);
        try
        {
            var edits = faults.HasErrors ? [] : Composer.Of(turn, entry);
            var batch = faults.HasErrors ? null : EditBatch.Prepare(turn, edits);
            if (batch is not null && check) ShadowCheck.Of(turn, batch);
            var result = Result(false);
            return (result with { Files = batch?.Lines() ?? [] }, batch is null || faults.HasErrors ? null
                : () => batch.Commit(turn) ? Result(true) with { Files = batch.Lines() } : Result(false));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(Writing.Failed(request.Folder, cycle?.File ?? "data", fault));
            return (Result(false), null);
        }

        WritingResult Result(bool written) => new()
        {
            Cycle = cycle,
            AsOf = asOf,
            IsWritten = written,
            Left = turn.Left,
            Diagnostics = Excerpts.Add(faults.All, request.Folder),
        };
    }

    private static Cycle? CycleOf(Workspace workspace, RunRequest request, (DiagnosticBag Faults, DiagnosticBag Read) found)
    {
        var cycles = Selection.Of(workspace, request.Selectors, found.Faults);
        if (found.Faults.HasErrors) return null;
        if (cycles.Count == 1) return cycles[0];
        // A cycle whose file is faulty is not edited: nobody knows what stood there.
        if (cycles.Count == 0) found.Faults.AddRange(found.Read.All);
        else found.Faults.Add(Catalogue.OneCycle.At(null, cycles.Count) with { Hint = $"name one of {string.Join(", ", cycles.Select(c => c.Id))}" });
        return null;
    }
}
