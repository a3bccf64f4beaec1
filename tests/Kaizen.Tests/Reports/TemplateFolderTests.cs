using Kaizen.Reports;

namespace Kaizen.Tests.Reports;

public sealed class TemplateFolderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("kaizen-templates").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void All_faults_of_all_templates_are_named_with_places_from_one()
    {
        Write("a3/problem-solving.sbn-html", "<p>\n{{ if true }}\n");
        Write("a3/parts/x.sbn-html", "one\n  {{ 1 + }}\n");
        var fault = Fails();
        Assert.All(fault.Diagnostics, d => Assert.Equal("KZ5001", d.Code));
        var broken = fault.Diagnostics.First(d => d.Span!.Value.File == "a3/parts/x.sbn-html");
        Assert.Equal(2, broken.Span!.Value.Line);
        Assert.Equal("  {{ 1 + }}", broken.Excerpt);
        Assert.Contains(fault.Diagnostics, d => d.Span!.Value.File == "a3/problem-solving.sbn-html");
    }

    [Fact]
    public void A_failing_template_says_where()
    {
        Write("a3/problem-solving.sbn-html", "<p>\n{{ nothing.like.that }}\n");
        var fault = Assert.Single(Fails().Diagnostics);
        Assert.Equal("KZ5002", fault.Code);
        Assert.Equal(("a3/problem-solving.sbn-html", 2, 4), (fault.Span!.Value.File, fault.Span.Value.Line, fault.Span.Value.Column));
    }

    [Theory]
    [InlineData("../secret"), InlineData("/etc/passwd"), InlineData("a3/../../secret"), InlineData("C:\\secret"), InlineData("linked/secret")]
    public void Nothing_outside_the_folder_can_be_included(string name)
    {
        var outside = Directory.CreateTempSubdirectory("kaizen-outside").FullName;
        File.WriteAllText(Path.Combine(outside, "secret.sbn-html"), "secret");
        if (!OperatingSystem.IsWindows()) Directory.CreateSymbolicLink(Path.Combine(root, "linked"), outside);
        Write("a3/problem-solving.sbn-html", $"{{{{ include '{name.Replace("\\", "\\\\")}' }}}}");
        var fault = Assert.Single(Fails().Diagnostics);
        Assert.Equal("KZ5003", fault.Code);
        Directory.Delete(outside, recursive: true);
    }

    [Fact]
    public void A_misspelt_part_gets_a_hint()
    {
        Write("a3/parts/header.sbn-html", "x");
        Write("a3/problem-solving.sbn-html", "{{ include 'a3/parts/haeder' }}");
        Assert.Equal("did you mean 'a3/parts/header'?", Assert.Single(Fails().Diagnostics).Hint);
    }

    [Fact]
    public void Every_value_is_escaped_unless_it_is_raw()
    {
        Write("a3/problem-solving.sbn-html", "<p title=\"{{ header.title }}\">{{ header.title }}{{ '<b>' | kz.raw }}{{ '<i>' }}</p>");
        var input = Samples.Empty();
        var html = new A3Renderer(new TemplateFolder(root)).Render(input with { Cycle = input.Cycle with { Title = "a\" onclick='x' <y>&`" } });
        Assert.Equal("<p title=\"a&quot; onclick=&#39;x&#39; &lt;y&gt;&amp;&#96;\">a&quot; onclick=&#39;x&#39; &lt;y&gt;&amp;&#96;<b>&lt;i&gt;</p>", html);
    }

    [Fact]
    public void Helpers_format_in_one_way()
    {
        Write("a3/problem-solving.sbn-html", "{{ kz.number 0.4312 'share' }}|{{ kz.number 1234.5 'h' }}|{{ kz.date '2026-09-04' }}|{{ kz.short_date '2026-09-04' }}|{{ kz.scale 5.0 0.0 10.0 100.0 200.0 }}");
        Assert.Equal("43.1\u00a0%|1235\u00a0h|4 September 2026|4 Sep 2026|150", new A3Renderer(new TemplateFolder(root)).Render(Samples.Empty()));
    }

    [Fact]
    public void The_hash_follows_names_and_contents()
    {
        Write("a.sbn-html", "x");
        var first = new TemplateFolder(root).Hash;
        Assert.Equal(first, new TemplateFolder(root).Hash);
        Write("a.sbn-html", "y");
        Assert.NotEqual(first, new TemplateFolder(root).Hash);
    }

    [Fact]
    public void A_missing_folder_is_said() =>
        Assert.Equal("KZ5004", Assert.Single(Assert.Throws<TemplateException>(() => new TemplateFolder(Path.Combine(root, "none"))).Diagnostics).Code);

    private TemplateException Fails() => Assert.Throws<TemplateException>(() => new A3Renderer(new TemplateFolder(root)).Render(Samples.Empty()));

    private void Write(string name, string text)
    {
        var path = Path.Combine(root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
