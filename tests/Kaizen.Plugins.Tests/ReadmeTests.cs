using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Kaizen.Abstractions;
using Kaizen.Plugin.Csv;
using Kaizen.Plugin.Excel;
using Kaizen.Plugin.Json;
using Kaizen.Plugin.Sqlite;

namespace Kaizen.Plugins.Tests;

/// <summary>Each plugin folder is complete, and its README says what the code says.</summary>
public partial class ReadmeTests
{
    private static readonly Dictionary<string, Type> Options = new() { ["Csv"] = typeof(CsvOptions), ["Json"] = typeof(JsonOptions), ["Excel"] = typeof(ExcelOptions), ["Sqlite"] = typeof(SqliteOptions) };

    public static TheoryData<string> Sources => [.. Options.Keys];

    [Theory]
    [MemberData(nameof(Sources))]
    public void The_headings_are_the_fixed_ones(string plugin)
    {
        var headings = File.ReadLines(At(plugin, "README.md")).Where(l => l.StartsWith('#')).ToList();
        Assert.Matches($"^# {plugin.ToLowerInvariant()}: [^.]+$", headings[0]);
        Assert.Equal(["## Options", "## What a value may look like", "## Limits"], headings.Skip(1));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void The_table_of_options_is_that_of_the_code(string plugin)
    {
        var table = File.ReadLines(At(plugin, "README.md")).SkipWhile(l => l != "## Options").Skip(1).SkipWhile(l => l.Length == 0).TakeWhile(l => l.StartsWith('|'));
        Assert.Equal(string.Join('\n', Table(Options[plugin])), string.Join('\n', table));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void The_folder_has_a_manifest_and_a_sample_that_uses_its_options(string plugin)
    {
        Assert.Contains($"id: {plugin.ToLowerInvariant()}", File.ReadAllLines(At(plugin, "plugin.yaml")));
        var sample = File.ReadAllText(At(plugin, "sample.yaml"));
        Assert.Contains($"use: {plugin.ToLowerInvariant()}", sample, StringComparison.Ordinal);
        foreach (var name in Names(Options[plugin])) Assert.Matches(new Regex($@"[ {{]{name}: "), sample);
    }

    [Fact]
    public void Each_plugin_folder_is_tested()
    {
        var folders = Directory.EnumerateFiles(At(), "*.csproj", SearchOption.AllDirectories).Select(f => Path.GetFileName(Path.GetDirectoryName(f))!);
        Assert.Empty(folders.Except(Options.Keys).Except(NotSources));
    }

    /// <summary>Plugins in the same folder that are told in other tests.</summary>
    private static readonly string[] NotSources = ["Example"];

    internal static IEnumerable<string> Names(Type options) => OptionAttribute.PropertiesOf(options).Select(p => OptionAttribute.NameOf(p.Name));

    internal static IEnumerable<string> Table(Type options)
    {
        yield return "| Option | Required | Description |";
        yield return "|---|---|---|";
        foreach (var property in OptionAttribute.PropertiesOf(options))
        {
            var option = property.GetCustomAttribute<OptionAttribute>()!;
            var allowed = option.Allowed.Length > 0 ? option.Allowed : Words(property.PropertyType);
            var values = allowed.Length > 0 ? $" One of {string.Join(", ", allowed.Select(a => $"`{a}`"))}." : "";
            yield return $"| `{OptionAttribute.NameOf(property.Name)}` | {(property.IsDefined(typeof(RequiredMemberAttribute)) ? "yes" : "no")} | {Pipe().Replace(option.Description, "\\|")}{values} |";
        }
    }

    private static string[] Words(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum ? [.. Enum.GetNames(type).Select(OptionAttribute.NameOf)] : [];
    }

    internal static string At(params string[] parts) => Path.Combine([Path.GetFullPath(Path.Combine(Here(), "..", "..", "plugins")), .. parts]);

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex(@"\|")]
    private static partial Regex Pipe();
}
