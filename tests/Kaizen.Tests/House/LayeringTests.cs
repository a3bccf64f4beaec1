using System.Xml.Linq;

namespace Kaizen.Tests.House;

/// <summary>Reads the layers off the csproj files: who may see whom, and which project owns which package.</summary>
public class LayeringTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Kaizen.Abstractions"] = [],
        ["Kaizen.Statistics"] = [],
        ["Kaizen.Core"] = ["Kaizen.Abstractions", "Kaizen.Statistics"],
        ["Kaizen.Definitions"] = ["Kaizen.Core", "YamlDotNet"],
        ["Kaizen.Templates"] = [],
        ["Kaizen.Measuring"] = ["Kaizen.Core"],
        ["Kaizen.PluginHost"] = ["Kaizen.Core", "McMaster.NETCore.Plugins"],
        ["Kaizen.Testing"] = ["Kaizen.Abstractions", "xunit"],
        ["Kaizen.Store"] = ["Kaizen.Core", "Microsoft.Data.Sqlite", "SQLitePCLRaw.bundle_e_sqlite3", "SQLitePCLRaw.core"],
        ["Kaizen.Reports"] = ["Kaizen.Core", "Kaizen.Templates", "Scriban", "Markdig"],
        ["Kaizen.Hosting"] =
        [
            "Kaizen.Definitions", "Kaizen.Measuring", "Kaizen.PluginHost", "Kaizen.Store", "Kaizen.Reports", "Microsoft.Extensions.Hosting",
        ],
        ["Kaizen.Web"] = ["Kaizen.Hosting"],
        ["Kaizen.Cli"] = ["Kaizen.Hosting", "Kaizen.Web", "System.CommandLine", "Kaizen.Plugin.Csv"],
    };

    public static TheoryData<string> HostProjects() =>
        [.. Directory.EnumerateFiles(Repository.At("host"), "*.csproj", SearchOption.AllDirectories).Where(f => !IsBuilt(f)).Select(f => Path.GetFileNameWithoutExtension(f)).Order()];

    [Theory]
    [MemberData(nameof(HostProjects))]
    public void A_project_of_the_host_references_only_what_its_layer_allows(string project)
    {
        Assert.True(Allowed.ContainsKey(project), $"{project} has no place in the layers yet.");
        var references = References(Repository.At("host", project, $"{project}.csproj"));
        Assert.Empty(references.Except(Allowed[project]));
    }

    [Fact]
    public void The_command_needs_plugins_for_build_order_only()
    {
        var document = XDocument.Load(Repository.At("host", "Kaizen.Cli", "Kaizen.Cli.csproj"));
        foreach (var plugin in document.Descendants("ProjectReference").Where(r => r.Attribute("Include")!.Value.Contains("plugins/", StringComparison.Ordinal)))
            Assert.Equal("false", plugin.Attribute("ReferenceOutputAssembly")?.Value);
    }

    [Fact]
    public void A_plugin_sees_the_contract_and_nothing_else_of_ours()
    {
        // The one reference stands in the props file that all plugins share.
        var plugins = Directory.EnumerateFiles(Repository.At("plugins"), "*.csproj", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(plugins);
        foreach (var plugin in plugins)
            Assert.DoesNotContain(References(plugin), r => r.StartsWith("Kaizen.", StringComparison.Ordinal));
        Assert.Equal(["Kaizen.Abstractions"], References(Repository.At("plugins", "Directory.Build.props")));
    }

    [Fact]
    public void The_top_level_holds_what_was_agreed_and_what_tools_insist_on()
    {
        string[] agreed =
        [
            "host", "plugins", "templates", "tests", "examples", "Kaizen.sln", "README.md",
            ".ci", ".editorconfig", ".git", ".gitignore", "CHANGELOG.md", "Directory.Build.props", "Directory.Packages.props", "LICENSE", "global.json",
        ];
        var tracked = Directory.EnumerateFileSystemEntries(Repository.Root).Select(e => Path.GetFileName(e)).Except(["bin", "obj", "out", ".vs", ".idea", "TestResults", ".gitattributes"]);
        Assert.Empty(tracked.Except(agreed));
    }

    [Fact]
    public void No_source_file_is_longer_than_400_lines()
    {
        string[] roots = ["host", "plugins", "tests"];
        var files = roots.SelectMany(r => Directory.EnumerateFiles(Repository.At(r), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        Assert.Empty(files.Where(f => File.ReadLines(f).Count() > 400).Select(f => Path.GetRelativePath(Repository.Root, f)));
    }

    /// <summary>Whether a file was put there by a build, as the template of a plugin is.</summary>
    private static bool IsBuilt(string file) =>
        Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar) is var parts && (parts.Contains("bin") || parts.Contains("obj"));

    private static List<string> References(string project)
    {
        var document = XDocument.Load(project);
        return document.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))
            .Concat(document.Descendants("PackageReference").Select(r => r.Attribute("Include")!.Value))
            .ToList();
    }
}
