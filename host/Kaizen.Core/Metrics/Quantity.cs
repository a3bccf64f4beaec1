using System.Globalization;

namespace Kaizen.Core.Metrics;

/// <summary>Numbers with their unit as people read them: shares as percent, a real minus sign, no false precision.</summary>
public static class Quantity
{
    /// <summary>The unit of fractions: stored as 0.43, read as 43 %.</summary>
    public const string Share = "share";

    /// <summary>A value with its unit: <c>4.2 h</c>, <c>37.7 %</c>.</summary>
    public static string Text(double value, string unit) =>
        unit == Share ? $"{Digits(value * 100, true)} %" : unit.Length == 0 ? Digits(value, false) : $"{Digits(value, false)} {unit}";

    /// <summary>A difference with its sign: <c>+8.7 points</c> for shares, <c>−15.3 h</c>.</summary>
    public static string Change(double value, string unit)
    {
        var text = unit == Share ? Digits(value * 100, true) : Digits(value, false);
        var signed = value > 0 && text.Any(c => c is >= '1' and <= '9') ? $"+{text}" : text;
        return unit == Share ? $"{signed} points" : unit.Length == 0 ? signed : $"{signed} {unit}";
    }

    /// <summary>Both ends of an interval with one unit: <c>39 to 47 %</c>.</summary>
    public static string Range(double? low, double? high, string unit)
    {
        var factor = unit == Share ? 100 : 1;
        var suffix = unit == Share ? " %" : unit.Length == 0 ? "" : $" {unit}";
        return (low, high) switch
        {
            ({ } l, { } h) => $"{Digits(l * factor, unit == Share)} to {Digits(h * factor, unit == Share)}{suffix}",
            ({ } l, null) => $"at least {Digits(l * factor, unit == Share)}{suffix}",
            (null, { } h) => $"at most {Digits(h * factor, unit == Share)}{suffix}",
            _ => "any value",
        };
    }

    /// <summary>Both ends of an interval of a difference.</summary>
    public static string ChangeRange(double low, double high, string unit)
    {
        var factor = unit == Share ? 100 : 1;
        var suffix = unit == Share ? " points" : unit.Length == 0 ? "" : $" {unit}";
        return $"{Digits(low * factor, unit == Share)} to {Digits(high * factor, unit == Share)}{suffix}";
    }

    /// <summary>Three significant digits, percent to one decimal, trailing zeros dropped.</summary>
    private static string Digits(double value, bool percent)
    {
        var size = Math.Abs(value);
        if (size >= 1e15 || (size > 0 && size < 1e-6 && !percent))
            return Minus(value.ToString("0.##e+0", CultureInfo.InvariantCulture));
        var decimals = percent ? 1 : size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size == 0 ? 0 : Math.Min(9, 2 - (int)Math.Floor(Math.Log10(size)));
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        if (rounded == 0) rounded = 0; // no "-0"
        return Minus(rounded.ToString(Math.Abs(rounded) >= 10_000 && !percent ? "#,0" : "0.#########", CultureInfo.InvariantCulture));
    }

    private static string Minus(string text) => text.StartsWith('-') ? $"−{text.AsSpan(1)}" : text;
}
