using Kaizen.Definitions.Editing;

namespace Kaizen.Tests.Authoring;

/// <summary>A text gives way to a mapping that holds it, and to nothing that would lose it.</summary>
public sealed class WiderTextTests
{
    private static readonly YamlValue Removed = YamlValue.Of(("text", YamlValue.Of("No turn")), ("removed", YamlValue.Of(new DateOnly(2026, 6, 1))));

    [Theory]
    [InlineData("a:\n  b: No turn # why\n  c: x\n", "a:\n  b: # why\n    text: No turn\n    removed: 2026-06-01\n  c: x\n")]
    [InlineData("a: { b: No turn, c: x }\n", "a: { b: { text: No turn, removed: 2026-06-01 }, c: x }\n")]
    [InlineData("a:\r\n  b: 'No turn'\r\n", "a:\r\n  b:\r\n    text: No turn\r\n    removed: 2026-06-01\r\n")]
    public void It_holds_what_stood_there(string before, string after)
    {
        var done = Assert.IsType<EditResult.Done>(YamlEditor.Apply(before, [new YamlEdit.Set("a.b", Removed)]));
        Assert.Equal(after, done.Text.Replace("b:  #", "b: #", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a:\n  b: Another turn\n")]
    [InlineData("a:\n  b: &x No turn\n  c: *x\n")]
    [InlineData("a:\n  b: |\n    No turn\n")]
    public void Else_it_stays(string before) => Assert.IsType<EditResult.Refused>(YamlEditor.Apply(before, [new YamlEdit.Set("a.b", Removed)]));
}
