using System.Text;
using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Editing;

namespace Kaizen.Hosting.Authoring;

/// <summary>Files that come into being together: all of them, or none.</summary>
/// <param name="Folder">The workspace.</param>
public sealed record NewFiles(string Folder)
{
    private const string WorkspaceFile = "kaizen.yaml";

    /// <summary>New files with their text, by path relative to the workspace; none may exist.</summary>
    public IReadOnlyList<(string Path, string Text)> Texts { get; init; } = [];

    /// <summary>Files to be copied, from an absolute path to one relative to the workspace.</summary>
    public IReadOnlyList<(string From, string To)> Copies { get; init; } = [];

    /// <summary>What is added to <c>kaizen.yaml</c>.</summary>
    public IReadOnlyList<YamlEdit> Edits { get; init; } = [];

    /// <summary>Writes everything; what fails takes the rest back with it.</summary>
    /// <returns>Whether the files are there.</returns>
    public bool Write(DiagnosticBag faults)
    {
        var made = new List<string>();
        var folders = new List<string>();
        var done = false;
        try
        {
            foreach (var path in Texts.Select(t => t.Path).Concat(Copies.Select(c => c.To)).Where(p => Path.Exists(At(p))))
            {
                faults.Add(Catalogue.FileExists.At(null, path));
                return false;
            }

            foreach (var (path, text) in Texts) Make(At(path), stream => stream.Write(Encoding.UTF8.GetBytes(text)));
            foreach (var (from, to) in Copies)
            {
                using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                Make(At(to), source.CopyTo);
            }

            return done = Edits.Count == 0 || Edit(faults);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(Catalogue.StoreUnwritable.At(null, fault.Message.TrimEnd('.')) with { Hint = "look at free space and at the rights of the folder; nothing was written" });
            return false;
        }
        finally
        {
            if (!done) Undo(made, folders);
        }

        void Make(string path, Action<FileStream> write)
        {
            for (var folder = Path.GetDirectoryName(path); folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder)) folders.Add(folder);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var beside = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Environment.ProcessId}.kaizen-tmp");
            try
            {
                using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
                {
                    write(stream);
                    stream.Flush(flushToDisk: true);
                }

                // Never over a file that came meanwhile.
                File.Move(beside, path, overwrite: false);
                made.Add(path);
            }
            finally
            {
                Try(() => File.Delete(beside));
            }
        }
    }

    private string At(string path) => Path.Combine(Folder, path);

    /// <summary>
    /// Adds to <c>kaizen.yaml</c>, last of all. Where a person wrote it in a way that does not let itself be changed safely, the
    /// new files stay and the lines to put in are told; where it cannot be written, nothing stays.
    /// </summary>
    private bool Edit(DiagnosticBag faults)
    {
        var path = At(WorkspaceFile);
        var safe = YamlEditor.Apply(File.ReadAllText(path), Edits, KeyOrder.Workspace) is EditResult.Done;
        if (YamlFileEditor.Apply(path, Edits, KeyOrder.Workspace) is not EditResult.Refused(var refusal)) return true;
        faults.Add(Catalogue.LeftToPaste.At(refusal.Line is { } line ? new SourceSpan(WorkspaceFile, line, refusal.Column ?? 1) : null, WorkspaceFile, refusal.Reason) with
        {
            Details = [.. refusal.Paste.SelectMany(p => p.Lines.TrimEnd('\n').Split('\n').Prepend($"{p.Where}:"))],
        });
        return !safe;
    }

    private static void Undo(List<string> made, List<string> folders)
    {
        foreach (var file in made) Try(() => File.Delete(file));
        foreach (var folder in folders.OrderByDescending(f => f.Length)) Try(() => Directory.Delete(folder));
    }

    private static void Try(Action undo)
    {
        try
        {
            undo();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The fault that led here is the one to tell.
        }
    }
}
