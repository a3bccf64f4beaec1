using System.Globalization;
using Kaizen.Hosting.Authoring;

namespace Kaizen.Tests.Authoring;

public sealed class TypedTests
{
    [Theory]
    [InlineData("4", false, 4.0)]
    [InlineData("2,5", false, 2.5)]
    [InlineData("4.5 h", false, 4.5)]
    [InlineData("−3", false, -3.0)]
    [InlineData("40 %", true, 0.4)]
    [InlineData("42.3%", true, 0.423)]
    [InlineData("40", true, 0.4)]
    [InlineData("0,4", true, 0.4)]
    [InlineData("40 percent", true, 0.4)]
    [InlineData("400 %", true, null)]
    [InlineData("40 %", false, null)]
    [InlineData("12,500", false, null)]
    [InlineData("1.2.3", false, null)]
    [InlineData("many", false, null)]
    [InlineData("", false, null)]
    public void Numbers(string text, bool share, double? value) => Assert.Equal(value, Typed.Number(text, share));

    [Theory]
    [InlineData("2026-03-02", "2026-03-02")]
    [InlineData("2.3.2026", "2026-03-02")]
    [InlineData("2 March 2026", "2026-03-02")]
    [InlineData("3/2/2026", null)]
    [InlineData("next week", null)]
    public void Dates(string text, string? date) => Assert.Equal(date, Typed.Date(text)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
