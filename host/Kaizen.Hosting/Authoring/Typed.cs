using System.Globalization;
using System.Text.RegularExpressions;

namespace Kaizen.Hosting.Authoring;

/// <summary>What people type: numbers with a decimal comma or a percent sign, dates as they write them.</summary>
public static partial class Typed
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-M-d", "d.M.yyyy", "d MMM yyyy", "d MMMM yyyy"];

    /// <summary>A number, or null where the text is none or could be two.</summary>
    /// <param name="text">Such as <c>4</c>, <c>2,5</c>, <c>40 %</c> or <c>4 h</c>.</param>
    /// <param name="share">Whether it is a share: 40 and 40 % are then 0.4.</param>
    /// <param name="unit">The unit of what is no share; a percentage is meant where it says so and else cannot be.</param>
    public static double? Number(string text, bool share, string unit = "")
    {
        if (Numeric().Match(text.Trim()) is not { Success: true } match) return null;
        var digits = match.Groups[1].Value.Replace('−', '-');
        // '12,500' is twelve and a half here and twelve thousand there.
        if (EitherWay().IsMatch(digits)) return null;
        if (!double.TryParse(digits.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return null;
        var percent = IsPercent(text);
        if (!share) return percent && unit != "%" ? null : value;
        // Rounded, so that 42.3 % is written as 0.423.
        if (percent || Math.Abs(value) > 1) value = Math.Round(value / 100, 12);
        return Math.Abs(value) <= 1 ? value : null;
    }

    /// <summary>Whether a text ends as a percentage does.</summary>
    public static bool IsPercent(string text) => Numeric().Match(text.Trim()) is { Success: true } match && (match.Groups[2].Value is "%" || match.Groups[2].Value.Equals("percent", StringComparison.OrdinalIgnoreCase));

    /// <summary>A date, or null where the text is none or could be two.</summary>
    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    [GeneratedRegex(@"^([-−+]?\d[\d.,]*)\s*(%|percent|[\p{L}€$£/]*)\.?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"^[-+]?[1-9]\d{0,2},\d{3}\z")]
    private static partial Regex EitherWay();
}
