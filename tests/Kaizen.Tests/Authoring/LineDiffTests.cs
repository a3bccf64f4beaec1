using Kaizen.Hosting.Authoring.Verbs;

namespace Kaizen.Tests.Authoring;

public sealed class LineDiffTests
{
    [Theory]
    [InlineData("", "a\nb\n", "1+a 2+b")]
    [InlineData("a\nb\n", "a\nb\n", "")]
    [InlineData("a\nc\n", "a\nb\nc\n", "2+b")]
    [InlineData("a\nb\nc\n", "a\nx\nc\n", "2-b 2+x")]
    [InlineData("a\r\nb\r\n", "a\r\nb\r\nc\r\n", "3+c")]
    [InlineData("a\nb", "a\nb\nc", "3+c")]
    [InlineData("a\nb\nc\n", "b\nd\n", "1-a 2-c 2+d")]
    public void Lines_that_came_and_went_are_told_with_their_numbers(string before, string after, string changed) =>
        Assert.Equal(changed, string.Join(' ', LineDiff.Of(before, after).Select(l => $"{l.Number}{l.Sign}{l.Text}")));
}
