using System.Text.RegularExpressions;
using Kaizen.Definitions.Binding;
using Kaizen.Tests.House;

namespace Kaizen.Tests.Schema;

/// <summary>A file that engine and schema are both asked about.</summary>
/// <param name="Name">Where it comes from.</param>
/// <param name="Yaml">Its text.</param>
/// <param name="Workspace">The workspace of a cycle; null for <c>kaizen.yaml</c> itself.</param>
internal sealed record Specimen(string Name, string Yaml, WorkspaceParts? Workspace);

/// <summary>All files of definitions that the repository holds: examples, templates, fixtures, and texts in tests.</summary>
internal static partial class Corpus
{
    private static readonly string Fixtures = Repository.At("tests", "Kaizen.Tests", "fixtures");

    public static IReadOnlyList<Specimen> All { get; } = [.. Workspaces(), .. Single(), .. InTests()];

    private static IEnumerable<Specimen> Workspaces()
    {
        IEnumerable<string> roots = [Repository.At("examples"), Repository.At("templates"), Path.Combine(Fixtures, "faulty", "workspaces"), Path.Combine(Fixtures, "faulty", "neighbours"), Path.Combine(Fixtures, "schema")];
        foreach (var kaizen in roots.SelectMany(r => Directory.EnumerateFiles(r, "kaizen.yaml", SearchOption.AllDirectories)).Order(StringComparer.Ordinal))
        {
            var folder = Path.GetDirectoryName(kaizen)!;
            var workspace = EngineCheck.Workspace(File.ReadAllText(kaizen));
            yield return Read(kaizen, null);
            foreach (var cycle in Yaml(Path.Combine(folder, "cycles"))) yield return Read(cycle, workspace);
        }
    }

    private static IEnumerable<Specimen> Single()
    {
        foreach (var kaizen in Yaml(Path.Combine(Fixtures, "faulty", "kaizen"))) yield return Read(kaizen, null);
        var neighbours = EngineCheck.Workspace(File.ReadAllText(Path.Combine(Fixtures, "faulty", "neighbours", "kaizen.yaml")));
        foreach (var cycle in Yaml(Path.Combine(Fixtures, "faulty", "cycles")).Concat(Yaml(Path.Combine(Fixtures, "editing")))) yield return Read(cycle, neighbours);
    }

    /// <summary>The texts in the tests of definitions and of lint: those that begin like a workspace, and those that have a title.</summary>
    private static IEnumerable<Specimen> InTests()
    {
        var one = EngineCheck.Workspace(Definitions.TemporaryWorkspace.OneSource);
        foreach (var test in Directory.EnumerateFiles(Repository.At("tests", "Kaizen.Tests"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("obj", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var number = 0;
            foreach (Match text in Raw().Matches(File.ReadAllText(test).ReplaceLineEndings("\n")))
            {
                var yaml = Outdented(text.Groups[2].Value, text.Groups[3].Value);
                var name = $"{Path.GetFileName(test)} {++number}";
                if (yaml.StartsWith("workspace:", StringComparison.Ordinal) || yaml.StartsWith("zone:", StringComparison.Ordinal)) yield return new Specimen(name, yaml, null);
                else if (TitleLine().IsMatch(yaml)) yield return new Specimen(name, yaml, one);
            }
        }
    }

    private static string Outdented(string text, string indent) =>
        string.Join('\n', text.Split('\n').Select(line => line.StartsWith(indent, StringComparison.Ordinal) ? line[indent.Length..] : line));

    private static Specimen Read(string path, WorkspaceParts? workspace) =>
        new(Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), File.ReadAllText(path), workspace);

    private static IEnumerable<string> Yaml(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal) : [];

    // Texts with holes are no YAML before the test fills them.
    [GeneratedRegex("""(?<![$"])("{3})\n(.*?)\n([ ]*)"{3}""", RegexOptions.Singleline)]
    private static partial Regex Raw();

    [GeneratedRegex("^title:", RegexOptions.Multiline)]
    private static partial Regex TitleLine();
}
