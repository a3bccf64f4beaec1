using System.Text.Json;
using System.Xml.Linq;

namespace Kaizen.Tests.House;

/// <summary>The scaffold of a plugin holds to what is said of it.</summary>
public class PluginTemplateTests
{
    private static readonly string Template = Repository.At("templates", "plugin");

    [Fact]
    public void A_source_over_a_list_takes_under_30_lines() =>
        Assert.InRange(Directory.EnumerateFiles(Path.Combine(Template, "source", "src"), "*.cs").Sum(f => File.ReadLines(f).Count()), 10, 29);

    [Fact]
    public void Its_versions_are_ours()
    {
        var ours = Versions(Repository.At("Directory.Packages.props"));
        var product = XDocument.Load(Repository.At("Directory.Build.props")).Descendants("Version").Single().Value;
        var theirs = Versions(Path.Combine(Template, "common", "Directory.Packages.props"));
        Assert.Equal(["Kaizen.Abstractions", "Kaizen.Testing", "Microsoft.NET.Test.Sdk", "xunit", "xunit.runner.visualstudio"], theirs.Keys.Order(StringComparer.Ordinal));
        Assert.All(theirs, v => Assert.Equal(v.Key.StartsWith("Kaizen.", StringComparison.Ordinal) ? product : ours[v.Key], v.Value));
    }

    /// <summary><c>dotnet new</c> takes the parts that the command takes.</summary>
    [Fact]
    public void Its_parts_are_those_of_the_pack()
    {
        using var pack = JsonDocument.Parse(File.ReadAllText(Path.Combine(Template, ".template.config", "template.json")));
        var parts = pack.RootElement.GetProperty("sources").EnumerateArray().Select(s => s.GetProperty("source").GetString()!.Trim('.', '/')).ToList();
        Assert.Equal(["common", "source", "metric"], parts);
        Assert.Equal(parts.Order(StringComparer.Ordinal), Directory.EnumerateDirectories(Template).Select(d => Path.GetFileName(d)!).Where(d => d[0] != '.').Order(StringComparer.Ordinal));
        var symbols = pack.RootElement.GetProperty("symbols");
        Assert.Equal(("plugin-name", "PluginName", "packages-folder"), (pack.RootElement.GetProperty("sourceName").GetString(), symbols.GetProperty("className").GetProperty("replaces").GetString(), symbols.GetProperty("packages").GetProperty("replaces").GetString()));
    }

    private static Dictionary<string, string> Versions(string file) =>
        XDocument.Load(file).Descendants("PackageVersion").ToDictionary(p => p.Attribute("Include")!.Value, p => p.Attribute("Version")!.Value);
}
