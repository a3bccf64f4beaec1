using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>Finds the files of a workspace's cycles.</summary>
internal static class CycleFiles
{
    /// <summary>All of them by id; two with one id have a fault each.</summary>
    public static IReadOnlyList<CycleFile> In(string folder, string name)
    {
        var cycles = Path.Combine(folder, name);
        if (!Directory.Exists(cycles)) return [];
        var files = Directory.EnumerateFiles(cycles)
            .Where(f => Path.GetExtension(f).ToLowerInvariant() is ".yaml" or ".yml" && Path.GetFileName(f)[0] != '.')
            .Select(f => new CycleFile(f, $"{name}/{Path.GetFileName(f)}"))
            .OrderBy(f => f.Id, StringComparer.Ordinal).ThenBy(f => f.Faults.File, StringComparer.Ordinal).ToList();
        foreach (var same in files.GroupBy(f => f.Id, StringComparer.OrdinalIgnoreCase).Where(g => g.Skip(1).Any()))
        {
            var first = same.First();
            foreach (var file in same)
                file.Faults.AddAtStart(Catalogue.DuplicateId, "rename or delete one of them", file.Id, file == first ? same.ElementAt(1).Faults.File : first.Faults.File);
        }

        return files;
    }
}

/// <summary>One file of a cycle.</summary>
internal sealed class CycleFile(string path, string relative)
{
    public string Id { get; } = Path.GetFileNameWithoutExtension(path);

    public FaultList Faults { get; } = new(relative, Path.GetFileNameWithoutExtension(path));

    /// <summary>Reads and binds it; without a readable workspace only faults in the text can be told.</summary>
    public CycleDraft? Bind(WorkspaceParts? parts)
    {
        Ids.Check(Id, "a cycle", new SourceSpan(Faults.File, 1, 1), Faults);
        if (SourceTextReader.Read(path, Faults) is not { } text) return null;
        Faults.Text = text;
        return NodeReader.Read(text, Faults) is { } root && parts is not null ? CycleBinder.Bind(root, Id, parts, Faults)?.Settled() : null;
    }
}
