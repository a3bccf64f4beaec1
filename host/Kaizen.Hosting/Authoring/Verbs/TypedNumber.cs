using System.Globalization;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;

namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>A number as somebody typed it. What can be meant in one way only is understood; the rest is refused.</summary>
public static class TypedNumber
{
    /// <summary>The number, or why it is none.</summary>
    /// <param name="typed">Such as <c>5.2</c>, <c>5,2</c> or <c>40 %</c>.</param>
    /// <param name="unit">The metric's unit, or null where it is not known.</param>
    public static (double? Number, string? Why) Read(string typed, string? unit)
    {
        var text = typed.Trim().Replace('−', '-');
        var percent = text.EndsWith('%');
        if (percent) text = text[..^1].TrimEnd();
        if (Ambiguous(text) is { } why) return (null, why);
        if (!double.TryParse(text.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return (null, "digits are expected, with a point before decimals");
        if (percent && unit is not (null or Quantity.Share or "%")) return (null, unit.Length == 0 ? "the metric is no share, so nothing of it is a percentage; where it is one, 'unit: share' says so" : $"the metric is measured in {unit}, not in percent");
        if (percent && unit != "%") return (Math.Round(number / 100, 12), null);
        if (!percent && unit == Quantity.Share && Math.Abs(number) > 1)
            return (null, string.Create(CultureInfo.InvariantCulture, $"the metric is a share, a fraction of 1: write {number / 100:0.######} or '{number} %'"));
        return (number, null);
    }

    /// <summary>The number as it is written into a file.</summary>
    public static string Text(double number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>The same; what was understood otherwise than it was typed is said, and what was not is a fault.</summary>
    internal static double? Read(string typed, string? unit, WritingTurn turn)
    {
        var (number, why) = Read(typed, unit);
        if (number is null) turn.Faults.Add(Catalogue.NotANumberTyped.At(null, typed, why));
        else if (typed.Contains('%', StringComparison.Ordinal) || typed.Contains(',', StringComparison.Ordinal)) turn.Faults.Add(Catalogue.NumberRead.At(null, typed.Trim(), Text(number.Value)));
        return number;
    }

    private static string? Ambiguous(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0) return null;
        if (text.Contains('.', StringComparison.Ordinal) || text.LastIndexOf(',') != comma) return "points and commas stand in it; write digits with one point before decimals";
        return text.Length - comma - 1 == 3 && text[..comma].TrimStart('-', '+') != "0" ? $"it may mean {text.Replace(",", "", StringComparison.Ordinal)} or {text.Replace(',', '.')}" : null;
    }
}
