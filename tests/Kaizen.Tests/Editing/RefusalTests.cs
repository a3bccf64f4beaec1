using Kaizen.Definitions.Editing;

namespace Kaizen.Tests.Editing;

/// <summary>What is left to people, and what they are told.</summary>
public class RefusalTests
{
    [Theory]
    [InlineData("a: &a { x: 1 }\nb: *a\n", "a.x", 1, 7, "'a' is marked '&a' and used in other places too, which would change with it.")]
    [InlineData("a: &a { x: 1 }\nb: *a\n", "b.x", 2, 4, "'b' is an alias of '&a'; a change would have to be made there and would show in all places that use it.")]
    [InlineData("a: &a { x: 1 }\nb:\n  <<: *a\n", "b.x", 3, 3, "'b.x' comes in by '<<'; writing it here would hide what comes from there.")]
    [InlineData("a: &a 1\n", "a", 1, 7, "The value of 'a' is marked '&a', so that other places may use it.")]
    [InlineData("a: text\n", "a.b", 1, 4, "'a' holds a text, so nothing can stand below it.")]
    [InlineData("a:\n  b: 1\n", "a", 2, 3, "'a' holds a mapping, which would be lost.")]
    [InlineData("a: [x: 1]\n", "a.0.y", 1, 5, "'a.0' is a pair in a list without braces of its own, so that nothing can be added to it.")]
    [InlineData("a: [1]\n", "a.x", 1, 4, "'a' is a list; 'x' is not the number of an item.")]
    [InlineData("b: 1\n", "a.0.x", 1, 1, "'a' is not there, so it has no item with the number 0.")]
    [InlineData("a: 1\na: 2\n", "b", 2, 1, "The file has a fault that must be mended first: 'a' is written twice; the first is in line 1.")]
    [InlineData("a: !odd 1\n", "b", 1, 4, "The file has a fault that must be mended first: The tag '!odd' has no meaning here.")]
    [InlineData("b: 1\r\na: \u0001\r\n", "b", 2, 4, "The file contains the control character U+0001; delete it first.")]
    [InlineData("? a\n? b\n", "a", 1, 4, "'a' is written in a way that leaves no sure place for a value.")]
    public void A_place_that_is_not_safe_is_refused(string text, string path, int line, int column, string reason)
    {
        var refusal = Assert.IsType<EditResult.Refused>(YamlEditor.Apply(text, [new YamlEdit.Set(path, YamlValue.Of("new"))])).Refusal;
        Assert.Equal((reason, line, column), (refusal.Reason, refusal.Line, refusal.Column));
    }

    [Fact]
    public void A_key_beside_what_is_shared_may_change()
    {
        Assert.IsType<EditResult.Done>(YamlEditor.Apply("a: &a { x: 1 }\nb: *a\nc:\n  <<: *a\n  y: 1\n", [new YamlEdit.Set("c.y", YamlValue.Of("new")), new YamlEdit.Set("c.z", YamlValue.Of("new"))]));
        Assert.IsType<EditResult.Done>(YamlEditor.Apply("a: &unused\n  x: 1\n", [new YamlEdit.Set("a.x", YamlValue.Of("new"))]));
    }

    [Fact]
    public void The_lines_to_paste_are_those_that_would_have_been_written()
    {
        var edit = new YamlEdit.Append("do.log", YamlValue.Of(("date", YamlValue.Of(new DateOnly(2026, 5, 4))), ("text", YamlValue.Of("a: b\nc\n"))));
        var paste = Assert.IsType<EditResult.Refused>(YamlEditor.Apply("title: x\ndo: &d\n    log: [a]\nc: *d\n", [edit])).Refusal.Paste;
        Assert.Equal("do:\n    log:\n        - date: 2026-05-04\n          text: |\n              a: b\n              c\n", paste[0].Lines);
        Assert.Equal("at the beginning of a line; 'do.log' is in line 3 already, so only what stands below it is added there", paste[0].Where);
    }

    [Fact]
    public void What_cannot_be_written_is_refused()
    {
        string Reason(YamlValue value) => Assert.IsType<EditResult.Refused>(YamlEditor.Apply("a: 1\n", [new YamlEdit.Set("b", value)])).Refusal.Reason;
        Assert.Equal("The text holds half of a character, which no file can store.", Reason(YamlValue.Of("x\ud83d")));
        Assert.Equal("The number is not finite.", Reason(YamlValue.Of(double.NaN)));
        Assert.Equal("The key 'k' is given twice.", Reason(YamlValue.Of(("k", YamlValue.Of(1)), ("k", YamlValue.Of(2)))));
    }

    [Theory]
    [InlineData("do.log", new[] { "do", "log" })]
    [InlineData("a.\"b.c\".\"d\"\"e\"", new[] { "a", "b.c", "d\"e" })]
    public void A_path_reads_back(string path, string[] segments)
    {
        Assert.Equal(segments, EditPath.Parse(path).Segments);
        Assert.Equal(segments, EditPath.Parse(EditPath.Of(segments).ToString()).Segments);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a..b")]
    [InlineData("a.")]
    [InlineData("\"a")]
    [InlineData("\"a\"b")]
    public void A_path_with_a_hole_is_none(string path) => Assert.Throws<FormatException>(() => EditPath.Parse(path));
}
