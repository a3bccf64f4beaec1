using static Kaizen.Tests.Templates.Rendering;

namespace Kaizen.Tests.Templates;

public sealed class BuiltinTests
{
    [Theory]
    [InlineData("{{ [3,1,2] | array.sort }} {{ [{a:2},{a:1}] | array.sort 'a' | array.map 'a' }}", "[1, 2, 3] [1, 2]")]
    [InlineData("{{ [1,2,3] | array.any @(do; ret $0 > 2; end) }} {{ ['a','b'] | array.any @string.contains 'b' }}", "true true")]
    [InlineData("{{ [1,2] | array.contains 2 }} {{ [[1,2],3] | array.join '-' }}", "true [1, 2]-3")]
    [InlineData("{{ for i in 1..3; array.cycle ['a','b']; end }}", "aba")]
    [InlineData("{{ [1,2] | array.insert_at 3 9 }}", "[1, 2, null, 9]")]
    public void Arrays(string text, string expected) => Assert.Equal(expected, Render(text));

    [Theory]
    [InlineData("{{ '100% M & Ms!!!' | string.handleize }} {{ 'hello' | string.slice 1 3 }} {{ 'hello' | string.slice1 1 }}", "100-m-ms ell e")]
    [InlineData("{{ 'The cat came back' | string.truncate 10 }} {{ 'a b c' | string.truncatewords 2 }}", "The cat... a b...")]
    [InlineData("{{ 'aXbX' | string.replace_first 'X' '-' }} {{ 'aXbX' | string.remove_last 'X' }} {{ 'aXb' | string.index_of 'X' }}", "a-bX aXb 1")]
    [InlineData("{{ 'Hel\\tlo\\n\"' | string.literal }} {{ 'aGVsbG8=' | string.base64_decode }}", "\"Hel\\tlo\\n\\\"\" hello")]
    [InlineData("{{ '1.5' | string.to_double }} {{ 'x' | string.to_int }}", "1.5 ")]
    public void Strings(string text, string expected) => Assert.Equal(expected, Render(text));

    [Theory]
    [InlineData("{{ 8.4 | math.divided_by 2 }} {{ 8.4 | math.divided_by 2.0 }} {{ 2.5 | math.round }} {{ -5 | math.abs }}", "4 4.2 2 5")]
    [InlineData("{{ 255 | math.format 'X4' }} {{ 1523 | object.format 'N2' }} {{ 4 | math.is_number }}", "00FF 1,523.00 true")]
    [InlineData("{{ 11 | math.modulo 10 }} {{ 2 | math.times 3 }} {{ 4.3 | math.ceil }} {{ (math.uuid | string.size) == 36 }}", "1 6 5 true")]
    public void Numbers(string text, string expected) => Assert.Equal(expected, Render(text));

    [Theory]
    [InlineData("{{ '1 + 2' | object.eval }} {{ 'a{{ 1 }}' | object.eval_template }} {{ '' | object.default 'd' }}", "3 a1 d")]
    [InlineData("{{ 1 | object.kind }} {{ 1.5 | object.kind }} {{ 1..2 | object.kind }} {{ [1] | object.typeof }}", "int double range array")]
    [InlineData("{{ { foo: 'bar', baz: [1, 2.5, null, true] } | object.to_json }}", "{\"foo\":\"bar\",\"baz\":[1,2.5,null,true]}")]
    [InlineData("{{ o = `{\"a\": [1, {\"b\": \"c\"}]}` | object.from_json; o.a[1].b }}", "c")]
    [InlineData("{{ {a: 1} | object.keys }} {{ {a: 1} | object.has_key 'a' }} {{ {a: null} | object.has_value 'a' }}", "[\"a\"] true false")]
    public void Objects(string text, string expected) => Assert.Equal(expected, Render(text));

    [Theory]
    [InlineData("{{ date.parse '2016/01/05' }} {{ date.parse '2018--06--17' '%Y--%m--%d' | date.add_days 1 }}", "05 Jan 2016 18 Jun 2018")]
    [InlineData("{{ date.parse '2016/01/05 21:22:23' | date.to_string '%F %T %I %p %j %e' }}", "2016-01-05 21:22:23 09 PM 005  5")]
    [InlineData("{{ date.format = '%Y'; date.parse '2016/01/05' }}", "2016")]
    [InlineData("{{ a = date.parse '2016/01/05'; b = a + (timespan.from_hours 36); (b - a).total_days; b > a }}", "1.5true")]
    [InlineData("{{ (timespan.parse '01:02:03').minutes }} {{ timespan.zero }}", "2 00:00:00")]
    public void Dates(string text, string expected) => Assert.Equal(expected, Render(text));

    [Theory]
    [InlineData("{{ '<b>x</b><script>y</script>' | html.strip }} {{ '<a>&' | html.escape }}", "x &lt;a&gt;&amp;")]
    [InlineData("{{ 'a@b c' | html.url_encode }} {{ '<h> & x' | html.url_escape }}", "a%40b%20c %3Ch%3E%20&%20x")]
    [InlineData("{{ 'a\\r\\nb\\nc' | html.newline_to_br }}", "a<br />\r\nb<br />\nc")]
    [InlineData("{{ 'aBc' | regex.match 'b' 'i' }} {{ 'a1b2' | regex.matches `\\d` }} {{ 'a, b' | regex.split `\\s*,\\s*` }}", "[\"B\"] [[\"1\"], [\"2\"]] [\"a\", \"b\"]")]
    public void Html_and_patterns(string text, string expected) => Assert.Equal(expected, Render(text));

    [Fact]
    public void A_pattern_that_takes_for_ever_is_ended()
    {
        var context = new Scriban.TemplateContext { RegexTimeOut = TimeSpan.FromMilliseconds(50) };
        var fault = Fails("{{ ('a' * 60) + 'b' | regex.match `^(a+)+$` }}", context);
        Assert.StartsWith("page.html(1,", fault.Message, StringComparison.Ordinal);
    }
}
