using System.Runtime.CompilerServices;
using Scriban;
using Scriban.Runtime;

namespace Kaizen.Tests.Templates;

/// <summary>Pairs of template and output that fix what the language means; see the licence beside them.</summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Cases()
    {
        var data = new TheoryData<string>();
        foreach (var path in Inputs())
            data.Add(Path.GetRelativePath(Root(), path));
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Renders_as_expected(string name)
    {
        var input = Path.Combine(Root(), name);
        var template = Template.Parse(File.ReadAllText(input), name);

        Assert.False(template.HasErrors, template.Messages.ToString());
        Assert.Equal(File.ReadAllText(Path.ChangeExtension(input, ".out.txt")), template.Render(Context()));
    }

    [Fact]
    public void There_are_cases() => Assert.Equal(53, Inputs().Count());

    internal static IEnumerable<string> Inputs() =>
        Directory.EnumerateFiles(Root(), "*.txt", SearchOption.AllDirectories)
            .Where(p => !p.EndsWith(".out.txt", StringComparison.Ordinal) && Path.GetFileName(p) != "LICENSE.txt")
            .Order(StringComparer.Ordinal);

    internal static TemplateContext Context()
    {
        var products = new[]
        {
            new Product("Orange", "fruit"), new Product("Banana", "fruit"), new Product("Apple", "fruit"),
            new Product("Computer", "electronics"), new Product("Mobile Phone", "electronics"),
            new Product("Table", "furniture"), new Product("Sofa", "furniture"),
        };
        var global = new ScriptObject { ["products"] = products, ["product"] = ScriptObject.From(products[0]) };
        global.Import(typeof(Functions));
        var context = new TemplateContext();
        context.PushGlobal(global);
        return context;
    }

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "fixtures", "scriban"));

    internal static class Functions
    {
        public static string SpecialConcatParams(params object[] args) =>
            string.Join(", ", args.Select((a, i) => $"v{i}: {a}"));

        public static string SpecialConcatStringAndParams(string a, params object[] args) =>
            $"a: {a}, {SpecialConcatParams(args)}";
    }

    private sealed record Product(string Title, string Type);
}
