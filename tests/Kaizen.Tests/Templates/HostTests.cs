using System.Globalization;
using System.Net;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using static Kaizen.Tests.Templates.Rendering;

namespace Kaizen.Tests.Templates;

public sealed class HostTests
{
    private enum Mood
    {
        Fine,
    }

    [Theory]
    [InlineData("{{ it.first_name }} {{ it.Count }} {{ it.count }}", "Ann  3")]
    [InlineData("{{ it.place.x }} {{ it.mood }} {{ it.mood == 'Fine' }}", "1.5 Fine true")]
    [InlineData("{{ it.tags[1] }} {{ it.tags.size }} {{ for t in it.tags; t; end }}", "b 2 ab")]
    [InlineData("{{ it.map['k'] }} {{ it.map.k }} {{ for e in it.map; e.key; e.value; end }}", "1 1 k1")]
    [InlineData("{{ it.shout }}{{ it.get_type }}{{ it.to_string }}", "")]
    public void Objects_show_properties_in_snake_case_and_no_methods(string text, string expected)
    {
        var it = new Person("Ann", 3, new Place(1.5), Mood.Fine, ["a", "b"], new() { ["k"] = 1 });
        Assert.Equal(expected, Render(text, new { it }));
    }

    [Theory]
    [InlineData("FirstPassYield", "first_pass_yield")]
    [InlineData("A3", "a3")]
    [InlineData("HTMLPage", "htmlpage")]
    [InlineData("x", "x")]
    public void Names_become_snake_case(string name, string expected) =>
        Assert.Equal(expected, StandardMemberRenamer.Rename(name));

    [Fact]
    public void Delegates_are_functions()
    {
        var global = new ScriptObject();
        global.Import("join", new Func<TemplateContext, string, string, string>((_, a, b) => a + "-" + b));
        global.Import("all", (Func<object[], int>)(rest => rest.Length));
        var context = new TemplateContext();
        context.PushGlobal(global);

        Assert.Equal("a-b b-a 3", Template.Parse("{{ join 'a' 'b' }} {{ 'b' | join b: 'a' }} {{ all 1 2 3 }}").Render(context));
    }

    [Fact]
    public void Values_are_escaped_by_an_override_and_text_is_not()
    {
        const string Hostile = "<script>alert('x')</script>";
        var global = new ScriptObject { ["v"] = Hostile, ["list"] = new[] { Hostile }, ["map"] = new ScriptObject { [Hostile] = Hostile } };
        global.Import("echo", new Func<object, object>(value => value));
        var context = new EscapingContext();
        context.PushGlobal(global);
        const string Text = "<p>{{ v }}{{ list }}{{ map }}{{ v | echo }}{{ $'{v}' }}{{ func f; v; end; f }}{{ for x in list; x; end }}{{ ret v }}";

        var html = Template.Parse(Text).Render(context);

        Assert.StartsWith("<p>&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.Equal(1, html.Count(c => c == '<'));
        Assert.Equal(9, html.Split("&lt;script&gt;").Length - 1);
    }

    [Fact]
    public void The_culture_of_the_context_rules_numbers()
    {
        var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        german.NumberFormat.NumberDecimalSeparator = ",";
        var context = new TemplateContext();
        context.PushCulture(german);
        Assert.Equal("1,5 2,50", Template.Parse("{{ 1.5 }} {{ 2.5 | math.format '0.00' }}").Render(context));
    }

    [Fact]
    public void One_template_serves_many_threads()
    {
        var template = Template.Parse("{{ for i in 1..n; i * n; ' '; end }}");
        Parallel.For(1, 200, n => Assert.Equal(
            string.Concat(Enumerable.Range(1, n).Select(i => $"{i * n} ")), template.Render(new { n })));
    }

    [Fact]
    public void Includes_take_arguments_and_are_indented()
    {
        var context = new TemplateContext { TemplateLoader = new Loader(new() { ["row"] = "<{{ $1 }}{{ $.k }}>\n<{{ $2 ?? 'none' }}>" }) };
        Assert.Equal("  <ab>\n  <none>", Template.Parse("  {{ include 'row' 'a' k: 'b' }}").Render(context));
    }

    [Fact]
    public void Contexts_do_not_share_what_templates_add()
    {
        Assert.Equal("x", Template.Parse("{{ string.mine = 'x'; string.mine }}").Render());
        Assert.Equal("", Template.Parse("{{ string.mine }}").Render());
    }

    internal sealed record Place(double X);

    private sealed record Person(string FirstName, int Count, Place Place, Mood Mood, List<string> Tags, Dictionary<string, object> Map)
    {
        public string Shout() => FirstName + "!";
    }

    private sealed class EscapingContext : TemplateContext
    {
        public override TemplateContext Write(SourceSpan span, object? textAsObject)
        {
            Write(WebUtility.HtmlEncode(ObjectToString(textAsObject)));
            return this;
        }
    }
}
