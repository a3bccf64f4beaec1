using System.Text;
using Kaizen.Tests.House;

namespace Kaizen.Tests.Faulty;

/// <summary>A workspace of the corpus: its files as they stand there, what their marks expect, and the same files mended.</summary>
internal sealed class FaultyWorkspace
{
    private const string MendFile = "mend.txt";

    private FaultyWorkspace(string name, IReadOnlyDictionary<string, string[]> files, IReadOnlyDictionary<string, IReadOnlyList<Mend>> mends)
    {
        Name = name;
        Files = files;
        Mends = mends;
    }

    public static string Root { get; } = Repository.At("tests", "Kaizen.Tests", "fixtures", "faulty");

    /// <summary>The folders that hold workspaces with marks, one below each for each workspace.</summary>
    public static IReadOnlyList<string> Areas { get; } = ["method", "data", "gates", "text"];

    public static IReadOnlyList<string> Names { get; } =
        [.. Areas.SelectMany(a => Directory.EnumerateDirectories(Path.Combine(Root, a)).Select(f => $"{a}/{Path.GetFileName(f)}")).Order(StringComparer.Ordinal)];

    public string Name { get; }

    /// <summary>Lines by path. Read byte by byte, since some files are no UTF-8 on purpose.</summary>
    public IReadOnlyDictionary<string, string[]> Files { get; }

    public IReadOnlyDictionary<string, IReadOnlyList<Mend>> Mends { get; }

    /// <summary>Whether rows are there, so that a run and not only a look at the files shows the faults.</summary>
    public bool HasRows => Files.Keys.Any(f => f.StartsWith("data/", StringComparison.Ordinal));

    public IEnumerable<Place> Places => from line in Marks()
                                        where line.Mark.Kind is "" or "-next"
                                        from code in line.Mark.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                                        select new Place(line.File, line.Mark.Kind == "" ? line.Number : line.Number + 1, code);

    public IEnumerable<Lack> Lacks => from line in Marks()
                                      where line.Mark.Kind == "-gate"
                                      let parts = line.Mark.Text.Split(": ", 2)
                                      select new Lack(line.File, parts[0], parts[1]);

    /// <summary>The expected states, by file.</summary>
    public IReadOnlyDictionary<string, string> States => Marks().Where(m => m.Mark.Kind == "-state").ToDictionary(m => m.File, m => m.Mark.Text);

    public static FaultyWorkspace Read(string name)
    {
        var folder = Path.Combine(Root, name);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), f => File.ReadAllText(f, Encoding.Latin1).Split('\n'), StringComparer.Ordinal);
        var mends = files.Remove(MendFile, out var lines) ? Mend.Read(lines) : new Dictionary<string, IReadOnlyList<Mend>>();
        return new FaultyWorkspace(name, files, mends);
    }

    /// <summary>The same workspace as its <c>mend.txt</c> mends it.</summary>
    public FaultyWorkspace Mended() =>
        new(Name, Files.ToDictionary(f => f.Key, f => Mends.TryGetValue(f.Key, out var mends) ? Mend.Apply(f.Value, mends, f.Key) : f.Value, StringComparer.Ordinal), Mends);

    /// <summary>Lays the workspace out in a folder.</summary>
    public void WriteTo(string folder)
    {
        foreach (var (path, lines) in Files)
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, string.Join('\n', lines), Encoding.Latin1);
        }
    }

    private IEnumerable<(string File, int Number, Mark Mark)> Marks()
    {
        foreach (var (file, lines) in Files)
            for (var i = 0; i < lines.Length; i++)
                if (Mark.In(lines[i]) is { } mark) yield return (file, i + 1, mark);
    }
}
