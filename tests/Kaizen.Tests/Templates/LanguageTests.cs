using static Kaizen.Tests.Templates.Rendering;

namespace Kaizen.Tests.Templates;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("a{{- 1 -}} \n b", "a1b")]
    [InlineData("a\n  {{~ 1 ~}}  \n  b", "a\n1  b")]
    [InlineData("a \n {%{{{ x }}}%} b", "a \n {{ x }} b")]
    [InlineData("   {{ 'a\\nb\\n' }}c", "   a\n   b\nc")]
    [InlineData("  {{ for i in 1..2 }}a\n b\n{{ end }}c\nd", "  a\n   b\n  a\n   b\nc\nd")]
    [InlineData("{{ 1 # note }}{{ ## long\nnote ## 2 }}", "12")]
    public void Blocks_and_blanks(string text, string expected) => Assert.Equal(expected, Render(text));

    [Theory]
    [InlineData("{{ 0xff }} {{ 0b11 }} {{ 1_000 }} {{ 1e3 }} {{ 1.50m }} {{ 1f }}", "255 3 1000 1000 1.50 1")]
    [InlineData("{{ 'a\\tb' }}{{ `a\\b` }}{{ \"\\x41\\u0042\" }}", "a\tba\\bAB")]
    [InlineData("{{ $'{1 + 1} \\{x}' }}", "2 {x}")]
    [InlineData("{{ [1, null, 'a', {b: 2}] }}", "[1, null, \"a\", {b: 2}]")]
    [InlineData("{{ 1..3 }} {{ 1..<3 }} {{ 3..1 }}", "[1, 2, 3] [1, 2] [3, 2, 1]")]
    [InlineData("{{ {} == empty }} {{ [1].empty? }}", "true false")]
    public void Literals(string text, string expected) => Assert.Equal(expected, Render(text));

    [Theory]
    [InlineData("{{ 7 / 2 }} {{ 7 // 2 }} {{ 7 % 4 }} {{ 6 / 2 }}", "3.5 3 3 3")]
    [InlineData("{{ 2147483647 + 1 }} {{ 9223372036854775807 + 1 }}", "2147483648 9223372036854775808")]
    [InlineData("{{ 'a' + 1 + null }} {{ 'ab' * 2 }} {{ '1' == 1 }}", "a1 abab true")]
    [InlineData("{{ null ?? 1 }} {{ 2 ?! 3 }} {{ a?.b.c ?? 4 }}", "1 3 4")]
    [InlineData("{{ x = 1; x += 4; x *= 2; x++; x }}", "1011")]
    [InlineData("{{ math.abs(2) }} {{ '5' | string.to_int + 1 }} {{ string.size 'a' + 'b' }}", "2 6 2")]
    [InlineData("{{ 'x' |\n string.append 'y' |\n string.upcase }}", "XY")]
    [InlineData("{{ 1 > 2 ? 'a' : 2 > 1 ? 'b' : 'c' }}", "b")]
    [InlineData("{{ x = [1]; x[2] = 3; x[-1] = 4; x.k = 'v'; x; x.k; x.size }}", "[1, null, 4]v3")]
    public void Expressions(string text, string expected) => Assert.Equal(expected, Render(text));

    [Theory]
    [InlineData("{{ if 0; 'zero'; end; if null; 1; else if false; 2; else; 3; end }}", "zero3")]
    [InlineData("{{ case 2; when 1, 2; 'low'; else; 'high'; end }}", "low")]
    [InlineData("{{ for i in [1,2,3,4] offset:1 limit:2 reversed; i; for.index; end }}", "4031")]
    [InlineData("{{ for i in [1,2,3] limit:0; i; end }}{{ for i in [1,2,3] offset:2 limit:-1; i; end }}", "1233")]
    [InlineData("{{ for i in []; i; else; 'none'; end }}", "none")]
    [InlineData("{{ for i in 1..9; if i == 2; continue; end; if i == 4; break; end; i; end }}", "13")]
    [InlineData("{{ x = 3; while x > 0; x -= 1; while.index; end }}", "012")]
    [InlineData("{{ capture c }}<{{ 1 }}>{{ end; c | string.size }}", "3")]
    [InlineData("{{ o = {}; with o; a = 1; end; import o; o.a + a }}", "2")]
    [InlineData("{{ func w; '<'; $$; $0; '>'; end; wrap w 1; 'in'; end }}", "<in1>")]
    [InlineData("a{{ ret }}b", "a")]
    [InlineData("{{ tablerow x in [1,2,3] cols:2; x; end }}", "<tr class=\"row1\"><td class=\"col1\">1</td><td class=\"col2\">2</td></tr>\n<tr class=\"row2\"><td class=\"col1\">3</td></tr>\n")]
    public void Statements(string text, string expected) => Assert.Equal(expected, Render(text));

    [Theory]
    [InlineData("{{ func f; ret $0 + $.n; end; f 1 n: 2 }}", "3")]
    [InlineData("{{ func f(x, y = 2, z...); ret x + y + z.size; end; f 1; f(1, 1, 1); 5 | f y: 0 }}", "335")]
    [InlineData("{{ f(x) = x * 2; f 3 }}", "6")]
    [InlineData("{{ [1,2] | array.each @(do; ret $0 + 1; end) }}", "[2, 3]")]
    [InlineData("{{ o = {up: @string.upcase}; 'a' | o.up }}", "A")]
    [InlineData("{{ func add; ret $0 + $1; end; add ^[1,2] }}", "3")]
    [InlineData("{{ func k; a; end; func f(a); k; a; end; f 5 }}{{ a }}", "5")]
    [InlineData("{{ g = 1; func f(a); g = a; h = a; end; f 5; g; h }}", "5")]
    [InlineData("{{ $x = 1; func f; $x; end; f; $x }}", "1")]
    public void Functions(string text, string expected) => Assert.Equal(expected, Render(text));
}
