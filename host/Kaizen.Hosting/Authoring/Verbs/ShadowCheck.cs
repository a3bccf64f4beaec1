using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions;
using Kaizen.Store;

namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>Reads the workspace as it would be, in a folder aside, so that no verb leaves a file behind that the next run refuses.</summary>
internal static class ShadowCheck
{
    public static void Of(WritingTurn turn, EditBatch batch)
    {
        var touched = batch.Files.Where(f => f.Edit is not FileEdit.Rows).ToDictionary(f => f.Edit.File, StringComparer.Ordinal);
        if (touched.Count == 0) return;
        var shadow = Directory.CreateTempSubdirectory("kaizen-");
        try
        {
            Directory.CreateDirectory(Path.Combine(shadow.FullName, "cycles"));
            var cycles = Path.Combine(turn.Workspace.Folder, "cycles");
            foreach (var file in Directory.EnumerateFiles(cycles).Where(f => Path.GetFileName(f)[0] != '.' && Path.GetExtension(f).ToLowerInvariant() is ".yaml" or ".yml")
                         .Prepend(Path.Combine(turn.Workspace.Folder, "kaizen.yaml")))
                Copy(file, Path.Combine(shadow.FullName, Path.GetRelativePath(turn.Workspace.Folder, file)));
            foreach (var file in touched.Values) File.WriteAllBytes(Path.Combine(shadow.FullName, file.Edit.File), file.After);
            var found = new DiagnosticBag();
            WorkspaceReader.Read(shadow.FullName, found);
            foreach (var faulty in found.All.Where(d => d.Severity == Severity.Error && d.Span is { } at && touched.ContainsKey(at.File)).GroupBy(d => d.Span!.Value.File))
            {
                turn.Faults.AddRange(faulty);
                turn.Faults.Add(Catalogue.EditBreaks.At(null, faulty.Key));
            }
        }
        finally
        {
            shadow.Delete(recursive: true);
        }
    }

    /// <summary>A neighbour that cannot be read is no reason to leave a file unwritten: the next run names it.</summary>
    private static void Copy(string from, string to)
    {
        try
        {
            File.WriteAllBytes(to, OpenFile.Bytes(from));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
        }
    }
}
