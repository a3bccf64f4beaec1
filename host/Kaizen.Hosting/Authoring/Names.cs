using Kaizen.Core.Cycles;
using Kaizen.Definitions.Editing;

namespace Kaizen.Hosting.Authoring;

/// <summary>Finds names that are free: of cycles, sources and people.</summary>
public sealed class Names(string folder, Workspace? workspace)
{
    private readonly Dictionary<string, string> people = workspace?.People.ToDictionary(p => p.Key, p => p.Value.Name, StringComparer.Ordinal) ?? [];
    private readonly List<YamlEdit> edits = [];

    /// <summary>Whether <c>kaizen.yaml</c> names a slot of its own for all metrics.</summary>
    public bool HasPer => workspace is not null && File.ReadLines(Path.Combine(folder, "kaizen.yaml")).Any(l => l.StartsWith("per:", StringComparison.Ordinal));

    /// <summary>The people who are new, as edits of <c>kaizen.yaml</c>.</summary>
    public IReadOnlyList<YamlEdit> NewPeople => edits;

    /// <summary>An id made of a title, unlike all others.</summary>
    public string Cycle(string title)
    {
        var id = Words.Id(title) is { Length: > 0 } made ? made : "cycle";
        var free = id;
        for (var i = 2; Exists(free); i++) free = $"{id}-{i}";
        return free;
    }

    /// <summary>Whether a cycle has this id, in whichever case: file names differ in case alone on some machines and not on others.</summary>
    public bool Exists(string id) => Directory.Exists(Path.Combine(folder, "cycles"))
        && Directory.EnumerateFiles(Path.Combine(folder, "cycles")).Any(f => Path.GetFileNameWithoutExtension(f).Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>A title made of an id: <c>late-orders</c> becomes <c>Late orders</c>.</summary>
    public static string Title(string id)
    {
        var words = id.Replace('-', ' ').Replace('_', ' ').Trim();
        return words.Length == 0 ? id : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>A name for a source, unlike all others.</summary>
    public string Source(string text)
    {
        var name = Words.Name(text);
        var free = name;
        for (var i = 2; workspace?.Sources.ContainsKey(free) == true; i++) free = $"{name}_{i}";
        return free;
    }

    /// <summary>A name of a metric as a key.</summary>
    public static string Metric(string text) => Words.Name(text);

    /// <summary>The source that reads a file already, or null.</summary>
    public SourceDefinition? Reading(string path) => workspace?.Sources.Values.FirstOrDefault(s =>
        s.Use.Text == "csv" && s.Options.Any(o => o.Name.Text == "path" && o.Values is [var written] && Path.GetFullPath(written.Text, folder) == Path.GetFullPath(path, folder)));

    /// <summary>The short name of a person; one who is new is added to <c>kaizen.yaml</c> with the full name.</summary>
    public string Person(string typed)
    {
        var name = typed.Trim();
        if (name.Contains('/', StringComparison.Ordinal)) return name;
        if (PersonNames.Of(name, people) is { } known) return known;
        var first = Words.Id(name.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]);
        var id = first.Length > 0 && !people.ContainsKey(first) ? first : Words.Id(name);
        if (id.Length == 0) return name;
        for (var i = 2; people.ContainsKey(id); i++) id = $"{Words.Id(name)}-{i}";
        // A short name alone tells nobody's full name.
        if (id == name) return name;
        people[id] = name;
        edits.Add(new YamlEdit.Set(EditPath.Of("people", id), YamlValue.Of(name)));
        return id;
    }
}
