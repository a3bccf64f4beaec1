using Kaizen.Hosting.Authoring.Verbs;

namespace Kaizen.Tests.Authoring;

public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("5.2", "h", 5.2)]
    [InlineData("5,2", "h", 5.2)]
    [InlineData(" −3 ", "h", -3)]
    [InlineData("0,125", "h", 0.125)]
    [InlineData("40 %", "share", 0.4)]
    [InlineData("40%", "%", 40)]
    [InlineData("1", "share", 1)]
    [InlineData("1234,5", null, 1234.5)]
    public void What_can_mean_one_thing_is_understood(string typed, string? unit, double number) =>
        Assert.Equal((number, null), TypedNumber.Read(typed, unit));

    [Theory]
    [InlineData("1,234", "h", "1234 or 1.234")]
    [InlineData("1.234,5", "h", "one point")]
    [InlineData("40", "share", "0.4")]
    [InlineData("40 %", "h", "not in percent")]
    [InlineData("40 %", "", "no share")]
    [InlineData("5 h", "h", "digits")]
    [InlineData("", "h", "digits")]
    [InlineData("∞", "h", "digits")]
    public void What_cannot_is_refused_with_the_reason(string typed, string unit, string why)
    {
        var (number, reason) = TypedNumber.Read(typed, unit);
        Assert.Null(number);
        Assert.Contains(why, reason, StringComparison.Ordinal);
    }
}
