using System.Globalization;

namespace Kaizen.Core.Metrics;

/// <summary>Numbers with their unit as people read them: shares as percent, a real minus sign, no false precision.</summary>
public static class Quantity
{
    /// <summary>The unit of fractions: stored as 0.43, read as 43 %.</summary>
    public const string Share = "share";

    /// <summary>A value with its unit: <c>4.2 h</c>, <c>37.7 %</c>.</summary>
    public static string Text(double value, string unit) => $"{Number(value, unit)}{Suffix(unit, " %")}";

    /// <summary>A value without its unit, for the first of two numbers and for axes: <c>4.2</c>, <c>37.7</c>.</summary>
    public static string Number(double value, string unit)
    {
        var scaled = Scaled(value, unit);
        return Digits(scaled, Decimals(scaled, unit));
    }

    /// <summary>A difference with its sign: <c>+8.7 points</c> for shares, <c>−15.3 h</c>.</summary>
    public static string Change(double value, string unit) => $"{ChangeNumber(value, unit)}{Suffix(unit, " points")}";

    /// <summary>A difference with its sign and without its unit.</summary>
    public static string ChangeNumber(double value, string unit)
    {
        var scaled = Scaled(value, unit);
        return Signed(scaled, Decimals(scaled, unit));
    }

    /// <summary>Both ends of an interval with one unit: <c>39 to 47 %</c>.</summary>
    public static string Range(double? low, double? high, string unit) => (low, high) switch
    {
        ({ } l, { } h) => $"{Number(l, unit)} to {Number(h, unit)}{Suffix(unit, " %")}",
        ({ } l, null) => $"at least {Text(l, unit)}",
        (null, { } h) => $"at most {Text(h, unit)}",
        _ => "any value",
    };

    /// <summary>Both ends of an interval of a difference, each with its sign: <c>−0.5 to +5.25 days</c>.</summary>
    public static string ChangeRange(double low, double high, string unit) =>
        $"{ChangeRangeNumbers(low, high, unit)}{Suffix(unit, " points")}";

    /// <summary>Both ends of an interval of a difference without the unit; the wider end says how many digits mean something.</summary>
    public static string ChangeRangeNumbers(double low, double high, string unit)
    {
        var (l, h) = (Scaled(low, unit), Scaled(high, unit));
        var decimals = Decimals(Math.Max(Math.Abs(l), Math.Abs(h)), unit);
        return $"{Signed(l, decimals)} to {Signed(h, decimals)}";
    }

    private static double Scaled(double value, string unit) => unit == Share ? value * 100 : value;

    private static string Suffix(string unit, string share) => unit == Share ? share : unit.Length == 0 ? "" : $" {unit}";

    /// <summary>Three significant digits, percent to one decimal.</summary>
    private static int Decimals(double value, string unit)
    {
        var size = Math.Abs(value);
        return unit == Share ? 1 : size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2
            : size == 0 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(size)), 0, 9);
    }

    private static string Signed(double value, int decimals)
    {
        var text = Digits(value, decimals);
        return value > 0 && text.Any(c => c is >= '1' and <= '9') ? $"+{text}" : text;
    }

    /// <summary>Trailing zeros dropped; the very large and the very small by their power of ten.</summary>
    private static string Digits(double value, int decimals)
    {
        var size = Math.Abs(value);
        if (size >= 1e15 || (size > 0 && size < 1e-6 && decimals > 1))
            return Minus(value.ToString("0.##e+0", CultureInfo.InvariantCulture));
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        if (rounded == 0) rounded = 0; // no "-0"
        return Minus(rounded.ToString(Math.Abs(rounded) >= 10_000 ? "#,0.#########" : "0.#########", CultureInfo.InvariantCulture));
    }

    private static string Minus(string text) => text.StartsWith('-') ? $"−{text.AsSpan(1)}" : text;
}
