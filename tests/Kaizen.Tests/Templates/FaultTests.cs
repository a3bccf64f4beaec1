using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;
using static Kaizen.Tests.Templates.Rendering;

namespace Kaizen.Tests.Templates;

public sealed class FaultTests
{
    [Fact]
    public void All_faults_are_reported_with_their_places()
    {
        var faults = Faults("{{ x = }}\n{{ if }}a{{ end }}\n{{ 1 + }}\n  {{ foo( }}");

        Assert.All(faults, f => Assert.Equal(ParserMessageType.Error, f.Type));
        Assert.Equal([0, 1, 2, 3], faults.Select(f => f.Span.Start.Line));
        Assert.Equal("page.html", faults[0].Span.FileName);
        Assert.StartsWith("page.html(1,8) : error : ", faults[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ for x in y }}a", "`for` is not closed: an `end` is missing.")]
    [InlineData("{{ end }}", "`end` has nothing to belong to here.")]
    [InlineData("{{ x", "The code block is not closed: `}}` is missing.")]
    [InlineData("{{ 'x }}", "The string is not closed.")]
    [InlineData("{{ 1 = 2 }}", "Only a variable, a member or an indexed item can be assigned.")]
    [InlineData("{{ {a: 1 }} text", "`}` is expected here, not the end of the code block.")]
    [InlineData("{%{ open", "The escape block is not closed: `}%}` is missing.")]
    [InlineData("{{ a.this }}", "`this` cannot be the name of a member.")]
    [InlineData("{{ f a: 1 2 }}", "After a named argument every argument needs a name.")]
    public void Messages_say_what_is_wrong(string text, string message) =>
        Assert.Contains(message, Faults(text).Select(f => f.Message));

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("{a:")]
    [InlineData("!")]
    [InlineData("- ")]
    [InlineData("if true;")]
    [InlineData("do;")]
    [InlineData("x ? ")]
    [InlineData("$'{")]
    public void Nesting_ends_in_a_message(string piece)
    {
        var text = "{{ " + string.Concat(Enumerable.Repeat(piece, 20000)) + " }}";
        Assert.True(Template.Parse(text).HasErrors);
    }

    [Fact]
    public void Long_chains_end_in_an_exception_at_worst()
    {
        var template = Template.Parse("{{ x = 1" + string.Concat(Enumerable.Repeat(" + 1", 200_000)) + "; x }}");
        var thread = new Thread(() => Assert.Equal(typeof(ScriptRuntimeException), Record.Exception(() => template.Render())?.GetType()), 256 * 1024);
        thread.Start();
        thread.Join();
    }

    [Theory]
    [InlineData("{{ nofunc 1 }}", "The function `nofunc` was not found.")]
    [InlineData("{{ a.b.c }}", "The member `b` cannot be read: what stands before it is null.")]
    [InlineData("{{ 1 // 0 }}", "A division by zero.")]
    [InlineData("{{ x = 1; readonly x; x = 2 }}", "The variable `x` is read-only.")]
    [InlineData("{{ break }}", "`break` stands outside a loop.")]
    [InlineData("{{ func f(a); a; end; f }}", "The argument `a` is missing; the function needs 1.")]
    [InlineData("{{ regex.match 'a' '(' }}", "The pattern is faulty")]
    [InlineData("{{ [1, 'a'] | array.sort }}", "`int` and `string` cannot be sorted together.")]
    [InlineData("{{ include 'x' }}", "there is no template loader.")]
    public void Runtime_faults_say_what_and_where(string text, string message)
    {
        var fault = Fails(text);
        Assert.Contains(message, fault.OriginalMessage, StringComparison.Ordinal);
        Assert.StartsWith("page.html(1,", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ while true; end }}", "The loop takes more than 1000 steps.")]
    [InlineData("{{ for i in 1..99; for j in 1..99; end; end }}", "The loop takes more than 1000 steps.")]
    [InlineData("{{ 1..999999999 | array.size }}", "The list has more than 1000 items.")]
    [InlineData("{{ func f; f; end; f }}", "more than 100 levels deep")]
    [InlineData("{{ 'a' * 99999999 }}", "The text is longer than 1048576 characters.")]
    [InlineData("{{ x = []; x[0] = x; x }}", "contains itself")]
    [InlineData("{{ x = 3; for i in 1..100; x *= x; end }}", "The product is too large.")]
    public void Limits_end_the_rendering(string text, string message) =>
        Assert.Contains(message, Fails(text).OriginalMessage, StringComparison.Ordinal);

    [Fact]
    public void A_slow_pattern_is_named()
    {
        var context = new TemplateContext { RegexTimeOut = TimeSpan.FromMilliseconds(50) };
        Assert.Contains("The pattern takes longer", Fails("{{ ('a' * 60) + 'b' | regex.match `^(a+)+$` }}", context).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Strict_contexts_know_no_missing_names()
    {
        Assert.Contains("`nope` was not found", Fails("{{ nope }}", new TemplateContext { StrictVariables = true }).Message, StringComparison.Ordinal);
        Assert.Contains("no member `b`", Fails("{{ a = {}; a.b }}", new TemplateContext { EnableRelaxedMemberAccess = false }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelling_ends_the_rendering()
    {
        var context = new TemplateContext { CancellationToken = new CancellationToken(canceled: true) };
        Assert.IsType<ScriptAbortException>(Fails("{{ 1 }}", context));
    }

    [Fact]
    public void Faults_of_includes_name_the_way_to_them()
    {
        var context = new TemplateContext
        {
            TemplateLoader = new Loader(new() { ["a"] = "{{ include 'b' }}", ["b"] = "\n{{ nofunc 1 }}", ["self"] = "{{ include 'self' }}", ["bad"] = "{{ if }}" }),
        };
        var fault = Fails("{{ include 'a' }}", context);

        Assert.Equal("b", fault.Span.FileName);
        Assert.Contains("included from a(1,4)\n  included from page.html(1,4)", fault.Message, StringComparison.Ordinal);
        Assert.Contains("levels deep", Fails("{{ include 'self' }}", context).Message, StringComparison.Ordinal);
        Assert.NotEmpty(Assert.IsType<ScriptParserRuntimeException>(Fails("{{ include 'bad' }}", context)).ParserMessages);
        Assert.Contains("`none` was not found", Fails("{{ include 'none' }}", context).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mutated_templates_neither_break_the_parser_nor_run_for_ever()
    {
        var random = new Random(20260102);
        var inputs = GoldenTests.Inputs().Select(File.ReadAllText).ToArray();
        const string Pieces = "{}%~-()[]|.,:;?!@^$\"'`#\\ \n019axif end for in do";
        var rendered = 0;
        for (var round = 0; round < 1500; round++)
        {
            var text = new System.Text.StringBuilder(inputs[random.Next(inputs.Length)]);
            for (var change = random.Next(1, 8); change > 0 && text.Length > 0; change--)
            {
                var at = random.Next(text.Length);
                if (random.Next(3) == 0)
                    text.Remove(at, Math.Min(random.Next(1, 6), text.Length - at));
                else
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
            }

            var template = Template.Parse(text.ToString());
            if (template.HasErrors)
                continue;
            var fault = Record.Exception(() => template.Render(GoldenTests.Context()));
            Assert.True(fault is null or ScriptRuntimeException, $"{fault}\n{text}");
            rendered++;
        }

        Assert.True(rendered > 100);
    }
}
