using System.Text;
using Kaizen.Statistics;

namespace Kaizen.Tests.Statistics;

public class NumberTextTests
{
    [Fact]
    public void Cells_match_the_reference()
    {
        var reference = Case.Load("edge_08_nan_infinity_text");
        var cells = reference.Input.GetProperty("cells").EnumerateArray().Select(cell => cell.GetString()!).ToList();
        var outcomes = cells.ToLookup(cell => Read(cell).Outcome);
        reference.Matches(new { refused_or_asked = outcomes[NumberOutcome.Refused], missing = outcomes[NumberOutcome.Missing] });
        Assert.Empty(outcomes[NumberOutcome.Value]);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("-0.0", 0)]
    [InlineData("42", 42)]
    [InlineData("+42", 42)]
    [InlineData("-1234.5", -1234.5)]
    [InlineData(" 7 ", 7)]
    [InlineData("\t7\r\n", 7)]
    [InlineData(".5", 0.5)]
    [InlineData("1e3", 1000)]
    [InlineData("1.2E-3", 0.0012)]
    [InlineData("1.7976931348623157e308", double.MaxValue)]
    [InlineData("5e-324", double.Epsilon)]
    public void Plain_numbers_are_read(string text, double value)
    {
        Assert.Equal((NumberOutcome.Value, value), Read(text));
        Assert.False(double.IsNegative(Read(text).Value) && value == 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("-")]
    [InlineData(" - ")]
    [InlineData("n/a")]
    [InlineData("N/A")]
    public void Nothing_is_missing(string text) => Assert.Equal((NumberOutcome.Missing, 0), Read(text));

    [Theory]
    [InlineData("NA")]
    [InlineData("null")]
    [InlineData("nan")]
    [InlineData("-NaN")]
    [InlineData("∞")]
    [InlineData("inf")]
    [InlineData("1e309")]
    [InlineData("-1e400")]
    [InlineData("1 000")]
    [InlineData("1\0")]
    [InlineData("--1")]
    [InlineData("1-")]
    [InlineData("(1)")]
    [InlineData("0x1F")]
    [InlineData("1e")]
    [InlineData("e5")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("£5")]
    [InlineData("٣")]
    public void Anything_else_is_refused(string text) => Assert.Equal((NumberOutcome.Refused, 0), Read(text));

    private static (NumberOutcome Outcome, double Value) Read(string text)
    {
        var outcome = NumberText.TryRead(text, out var value);
        Assert.Equal(outcome, NumberText.TryRead(Encoding.UTF8.GetBytes(text), out var fromBytes));
        Assert.Equal(value, fromBytes);
        return (outcome, value);
    }
}
