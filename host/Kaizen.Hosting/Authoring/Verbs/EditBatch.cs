using System.Text;
using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Editing;
using Kaizen.Store;

namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>Files that change together: all of them or none.</summary>
internal sealed class EditBatch
{
    private static readonly UTF8Encoding Utf8 = new(false);
    private readonly List<PreparedFile> files = [];

    private EditBatch()
    {
    }

    public IReadOnlyList<PreparedFile> Files => files;

    /// <summary>The files as they would be; those that say so already are left out. Null after a fault.</summary>
    public static EditBatch? Prepare(WritingTurn turn, IReadOnlyList<FileEdit> edits)
    {
        var batch = new EditBatch();
        // The file that people write comes last: until it is replaced, everything can be taken back.
        foreach (var edit in edits.OrderBy(e => e is FileEdit.Yaml))
            if (One(turn, edit) is { } file && (file.Before is null || !file.Before.AsSpan().SequenceEqual(file.After))) batch.files.Add(file);
        return turn.Faults.HasErrors ? null : batch;
    }

    /// <summary>The changed lines of each file.</summary>
    public IReadOnlyList<FileLines> Lines() =>
        [.. files.Select(f => new FileLines(f.Edit.File, f.Before is null, LineDiff.Of(f.Before is null ? "" : Utf8.GetString(f.Before), Utf8.GetString(f.After))))];

    /// <summary>Writes them all; after a fault those that were written are taken back.</summary>
    public bool Commit(WritingTurn turn)
    {
        var written = new List<PreparedFile>();
        try
        {
            foreach (var file in files)
            {
                if (!Write(turn, file)) break;
                written.Add(file);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            turn.Faults.Add(Runs.Writing.Failed(turn.Workspace.Folder, files[written.Count].Edit.File, fault));
        }

        if (written.Count == files.Count) return true;
        foreach (var file in written.AsEnumerable().Reverse()) TakeBack(turn, file);
        return false;
    }

    private static PreparedFile? One(WritingTurn turn, FileEdit edit)
    {
        var path = Path.Combine(turn.Workspace.Folder, edit.File);
        switch (edit)
        {
            case FileEdit.Yaml yaml:
                var result = YamlFileEditor.Preview(path, yaml.Edits, KeyOrder.Cycle);
                if (result is EditResult.Done done) return new PreparedFile(edit, path, OpenFile.Bytes(path), Utf8.GetBytes(done.Text));
                Refuse(turn, yaml, ((EditResult.Refused)result).Refusal);
                return null;
            case FileEdit.Create create:
                if (!Path.Exists(path)) return new PreparedFile(edit, path, null, Utf8.GetBytes(create.Text));
                turn.Faults.Add(Catalogue.FileThere.At(null, edit.File));
                return null;
            case FileEdit.Rows rows:
                return new PreparedFile(edit, path, rows.Before, rows.After);
            default:
                throw new InvalidOperationException("An edit of a kind that nobody knows.");
        }
    }

    private static bool Write(WritingTurn turn, PreparedFile file)
    {
        if (file.Edit is FileEdit.Yaml yaml)
            return YamlFileEditor.Apply(file.Path, yaml.Edits, KeyOrder.Cycle) is not EditResult.Refused { Refusal: var refusal } || Refuse(turn, yaml, refusal);
        if (file.Before is null && Path.Exists(file.Path)) throw new OutputException(file.Path, MachineFault.ChangedMeanwhile);
        AtomicFile.Write(file.Path, file.After, before: file.Before);
        return true;
    }

    private static void TakeBack(WritingTurn turn, PreparedFile file)
    {
        try
        {
            if (file.Before is null) File.Delete(file.Path);
            else AtomicFile.Write(file.Path, file.Before, before: file.After);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            turn.Faults.Add(Runs.Writing.Failed(turn.Workspace.Folder, file.Edit.File, fault));
        }
    }

    private static bool Refuse(WritingTurn turn, FileEdit.Yaml yaml, Refusal refusal)
    {
        SourceSpan? at = refusal.Line is { } line ? new SourceSpan(yaml.File, line, refusal.Column ?? 1) : null;
        turn.Faults.Add(refusal.Outside
            ? Catalogue.StoreUnwritable.At(null, $"'{yaml.File}': {refusal.Reason.TrimEnd('.')}") with { Hint = "say it again once that is mended, or put the lines below in by hand" }
            : Catalogue.EditRefused.At(at, yaml.File, refusal.Reason) with { Cycle = Path.GetFileNameWithoutExtension(yaml.File) });
        turn.Left.Add(new LeftAlone(yaml.File, refusal.Paste));
        return false;
    }
}
