using Kaizen.Core.Metrics;

namespace Kaizen.Tests.Metrics;

public class QuantityTests
{
    [Theory]
    [InlineData(4.2, "h", "4.2 h")]
    [InlineData(4, "", "4")]
    [InlineData(0, "h", "0 h")]
    [InlineData(-0.0, "h", "0 h")]
    [InlineData(-15.34, "h", "−15.3 h")]
    [InlineData(123.4, "h", "123 h")]
    [InlineData(12.34, "h", "12.3 h")]
    [InlineData(1.234, "h", "1.23 h")]
    [InlineData(0.1234, "h", "0.123 h")]
    [InlineData(0.012349, "h", "0.0123 h")]
    [InlineData(0.000001, "h", "0.000001 h")]
    [InlineData(1e-7, "h", "1e-7 h")]
    [InlineData(9999.4, "h", "9999 h")]
    [InlineData(9999.6, "h", "10,000 h")]
    [InlineData(1234567, "€", "1,234,567 €")]
    [InlineData(-1234567, "€", "−1,234,567 €")]
    [InlineData(1.5e15, "", "1.5e+15")]
    [InlineData(0.377, "share", "37.7 %")]
    [InlineData(0.4, "share", "40 %")]
    [InlineData(1, "share", "100 %")]
    [InlineData(0.0004, "share", "0 %")]
    [InlineData(1e-9, "share", "0 %")]
    [InlineData(-0.0004, "share", "0 %")]
    [InlineData(0.0005, "share", "0.1 %")]
    public void A_value_has_three_digits_and_its_unit(double value, string unit, string text) => Assert.Equal(text, Quantity.Text(value, unit));

    [Theory]
    [InlineData(8.7, "h", "+8.7 h")]
    [InlineData(-15.3, "h", "−15.3 h")]
    [InlineData(0, "h", "0 h")]
    [InlineData(-0.0, "", "0")]
    [InlineData(0.087, "share", "+8.7 points")]
    [InlineData(-0.087, "share", "−8.7 points")]
    [InlineData(0.0001, "share", "0 points")]
    [InlineData(5.551115123125783e-17, "share", "0 points")]
    public void A_difference_has_its_sign(double value, string unit, string text) => Assert.Equal(text, Quantity.Change(value, unit));

    [Theory]
    [InlineData(0.39, 0.47, "share", "39 to 47 %")]
    [InlineData(2.5, 5.5, "h", "2.5 to 5.5 h")]
    [InlineData(2.5, null, "h", "at least 2.5 h")]
    [InlineData(null, 0.1, "share", "at most 10 %")]
    [InlineData(-3.0, -1.0, "", "−3 to −1")]
    [InlineData(null, null, "h", "any value")]
    public void An_interval_has_one_unit(double? low, double? high, string unit, string text) => Assert.Equal(text, Quantity.Range(low, high, unit));

    [Fact]
    public void An_interval_of_a_difference_of_shares_is_in_points() => Assert.Equal("−2 to +8.5 points", Quantity.ChangeRange(-0.02, 0.085, "share"));
}
