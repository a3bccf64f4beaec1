using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions;
using Kaizen.Hosting.Define;
using Kaizen.Hosting.Runs;
using Kaizen.Store;
using Kaizen.Store.Ledger;

namespace Kaizen.Hosting.Record;

/// <summary>What a person says of a cycle.</summary>
public abstract record Note(string By)
{
    /// <summary>A coach's question.</summary>
    public sealed record Ask(string By, string Text) : Note(By);

    /// <summary>An answer to a question; <paramref name="To"/> is its id, or null where only one is open.</summary>
    public sealed record Reply(string By, string Text, string? To) : Note(By);

    /// <summary>A signature at a gate.</summary>
    public sealed record Sign(string By, string Gate) : Note(By);
}

/// <summary>What became of a note.</summary>
/// <param name="Cycle">The cycle, or null where the note was not written.</param>
/// <param name="AsOf">The date it carries.</param>
/// <param name="Question">Id of the question asked or answered.</param>
/// <param name="Diagnostics">What was wrong.</param>
public sealed record NoteResult(Cycle? Cycle, DateOnly AsOf, string? Question, IReadOnlyList<Abstractions.Diagnostic> Diagnostics)
{
    /// <summary>The name under which the person stands in the ledger.</summary>
    public string? By { get; init; }
}

/// <summary>Where people write into the ledger: one act, one line, under the workspace's lock.</summary>
internal sealed class LedgerDesk(Families families, TimeProvider time)
{
    public async Task<NoteResult> WriteAsync(RunRequest request, Note note, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        var faults = new DiagnosticBag();
        var read = new DiagnosticBag();
        var written = WorkspaceReader.Read(request.Folder, read);
        if (written is null) return new NoteResult(null, default, null, Excerpts.Add(read.All, request.Folder));
        var today = Today.Now(written, request.AsOf, time);
        var asOf = today.AsOf > today.Clock ? today.Clock : today.AsOf;
        var (workspace, open) = await families.ExpandAsync(written, (asOf, request.Selectors), (progress, read), cancellation).ConfigureAwait(false);
        await open.DisposeAsync().ConfigureAwait(false);
        var cycles = Selection.Of(workspace, request.Selectors, faults);
        if (!faults.HasErrors && cycles.Count != 1)
        {
            // A cycle whose file is faulty cannot be spoken of: nobody knows what stood there.
            if (cycles.Count == 0) faults.AddRange(read.All);
            else faults.Add(Catalogue.OneCycle.At(null, cycles.Count) with { Hint = $"name one of {string.Join(", ", cycles.Select(c => c.Id))}" });
        }

        if (!faults.HasErrors) note = note with { By = Known(workspace, cycles[0], note.By.Trim(), faults) };
        if (asOf != today.AsOf && !faults.HasErrors) faults.Add(Catalogue.NoteAhead.At(null, Iso(today.AsOf), Iso(asOf)));
        string? question = null;
        var place = ".kaizen/lock";
        try
        {
            if (!faults.HasErrors)
            {
                using var held = await WorkspaceLock.TakeAsync(request.Folder, () => progress.Report(Writing.Waiting(request.Folder)), time, cancellation).ConfigureAwait(false);
                place = WorkspaceLedger.FileName;
                if (held is null) faults.Add(Writing.Busy(request.Folder));
                else question = Write(WorkspaceLedger.Read(request.Folder, today.Clock, faults), cycles[0], asOf, note, faults);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(Writing.Failed(request.Folder, place, fault));
        }

        return new NoteResult(faults.HasErrors ? null : cycles[0], asOf, question, Excerpts.Add(faults.All, request.Folder)) { By = note.By };
    }

    private static string? Write(WorkspaceLedger ledger, Cycle cycle, DateOnly asOf, Note note, DiagnosticBag faults)
    {
        if (faults.HasErrors) return null;
        string? question = null;
        switch (note)
        {
            case Note.Ask ask:
                question = ledger.Ask(cycle.Id, asOf, ask.By, ask.Text);
                break;
            case Note.Reply reply:
                question = QuestionOf(ledger.NotesOf(cycle.Id, DateOnly.MaxValue), reply.To, cycle.Id, faults);
                if (question is not null) ledger.Answer(cycle.Id, asOf, reply.By, question, reply.Text);
                break;
            case Note.Sign sign:
                ledger.Sign(cycle, asOf, sign.By, sign.Gate);
                if (sign.Gate == "G2" && cycle.Plan.Agreed?.Date is null && cycle.People.Sponsor is { } sponsor && ledger.NotesOf(cycle.Id, DateOnly.MaxValue).AgreementOn(cycle) is null)
                    faults.Add(Catalogue.SignedBeside.At(null, cycle.Id, sponsor));
                break;
        }

        ledger.Save(faults);
        return question;
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The id of the question meant: the one named, or the only open one.</summary>
    private static string? QuestionOf(CycleNotes notes, string? named, string cycle, DiagnosticBag faults)
    {
        var fitting = named is null ? notes.Open.ToList() : notes.Questions.Where(q => q.Id.StartsWith(named, StringComparison.OrdinalIgnoreCase)).ToList();
        if (fitting.Count == 1) return fitting[0].Id;
        var list = string.Join("; ", (named is null ? fitting : notes.Questions).Select(q => $"{q.Id} '{(q.Text.Length > 40 ? q.Text[..40] + "…" : q.Text)}'"));
        faults.Add(named is not null ? Catalogue.UnknownName.At(null, "question", named) with { Hint = list.Length == 0 ? $"nobody has asked '{cycle}' a question" : $"there are: {list}" }
            : Catalogue.WhichQuestion.At(null, fitting.Count, cycle) with { Hint = fitting.Count == 0 ? "ask one with 'kaizen note ask'" : $"name one with --to: {list}" });
        return null;
    }

    /// <summary>The name under which a person is written; somebody whom nobody named may be new, so it is told and kept.</summary>
    private static string Known(Workspace workspace, Cycle cycle, string person, DiagnosticBag faults)
    {
        if (PersonNames.Of(person, workspace, cycle) is { } known) return known;
        if (workspace.People.Count > 0) faults.Add(Catalogue.UnknownPerson.At(null, person) with { Hint = Nearest.Hint(person, [.. workspace.People.Keys]) });
        return person;
    }
}
