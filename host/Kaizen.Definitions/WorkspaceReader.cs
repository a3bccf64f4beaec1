using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Lint;
using Kaizen.Core.Metrics;
using Kaizen.Definitions.Binding;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions;

/// <summary>Reads a workspace: <c>kaizen.yaml</c> and the files of <c>cycles/</c>.</summary>
public static class WorkspaceReader
{
    private const string FileName = "kaizen.yaml";
    private const string CyclesFolder = "cycles";

    /// <summary>The nearest folder, from <paramref name="start"/> upwards, that holds a <c>kaizen.yaml</c>, or null.</summary>
    public static string? Find(string start)
    {
        for (var folder = new DirectoryInfo(Path.GetFullPath(start)); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, FileName))) return folder.FullName;
        return null;
    }

    /// <summary>Reads a workspace and reports every fault in all of its files at once.</summary>
    /// <param name="folder">The folder with <c>kaizen.yaml</c>.</param>
    /// <param name="faults">Receives the faults: those of <c>kaizen.yaml</c>, then those of each cycle by id, in the order of the file.</param>
    /// <param name="states">Whether the gates that stay shut are looked for, from which a cycle's state follows; who looks at all lint anyway needs them not.</param>
    /// <returns>The workspace with the cycles that have no errors; null where <c>kaizen.yaml</c> is missing or has errors.</returns>
    public static Workspace? Read(string folder, DiagnosticBag faults, bool states = true)
    {
        folder = Path.GetFullPath(folder);
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            faults.Add(Catalogue.WorkspaceMissing.At(null, folder) with { Hint = "begin with 'kaizen init', or name the folder" });
            return null;
        }

        var own = new FaultList(FileName, null);
        var parts = Parts(path, own);
        faults.AddRange(own.InOrder());

        var files = CycleFiles.In(folder, CyclesFolder);
        var drafts = Bind(files, parts);
        var cycles = Gated(Link(files, drafts), states ? parts : null);
        foreach (var file in files) faults.AddRange(file.Faults.InOrder());
        if (parts is null || own.HasErrors) return null;
        return new Workspace
        {
            Name = parts.Name ?? new DirectoryInfo(folder).Name,
            Title = parts.Title,
            Folder = folder,
            Calendar = new WorkCalendar(parts.Zone),
            AsOf = parts.AsOf,
            People = parts.People,
            Sources = parts.Sources,
            Events = parts.Events,
            Lint = parts.Lint,
            Inferred = parts.Inferred,
            Cycles = cycles,
            Faulty = [.. files.Where(f => f.Faults.HasErrors).Select(f => (f.Id, f.Faults.File))],
        };
    }

    private static WorkspaceParts? Parts(string path, FaultList faults) =>
        SourceTextReader.Read(path, faults) is { } text && NodeReader.Read(text, faults) is { } root ? WorkspaceBinder.Bind(root, faults) : null;

    private static CycleDraft?[] Bind(IReadOnlyList<CycleFile> files, WorkspaceParts? parts)
    {
        var drafts = new CycleDraft?[files.Count];
        // Every file has its own faults and its own place, so the order of threads shows nowhere.
        if (files.Count < 16)
            for (var i = 0; i < files.Count; i++) drafts[i] = files[i].Bind(parts);
        else
            Parallel.For(0, files.Count, i => drafts[i] = files[i].Bind(parts));
        return drafts;
    }

    /// <summary>The cycles with the gates that stay shut by what is written in them and around them.</summary>
    private static IReadOnlyList<Cycle> Gated(List<Cycle> cycles, WorkspaceParts? parts)
    {
        if (parts is null) return cycles;
        var gated = new Cycle[cycles.Count];
        var loops = new Loops(cycles, parts.Events);
        Parallel.For(0, gated.Length, i => gated[i] = Linter.ShutBefore(new LintSubject(cycles[i], loops, parts.Lint)) is { Count: > 0 } shut ? cycles[i] with { Shut = shut } : cycles[i]);
        return gated;
    }

    private static List<Cycle> Link(IReadOnlyList<CycleFile> files, CycleDraft?[] drafts)
    {
        var byId = new Dictionary<string, CycleDraft>(StringComparer.Ordinal);
        foreach (var draft in drafts.OfType<CycleDraft>()) byId.TryAdd(draft.Cycle.Id, draft);
        var linker = new CycleLinker(byId, files.Select(f => f.Id).ToHashSet(StringComparer.Ordinal));
        var cycles = drafts.OfType<CycleDraft>().Select(linker.Link).ToList();
        var faulty = files.Where(f => f.Faults.HasErrors).Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        return [.. cycles.Where(c => !faulty.Contains(c.Id))];
    }
}
