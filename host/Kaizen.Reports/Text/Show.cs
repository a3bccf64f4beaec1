using System.Globalization;
using Kaizen.Core.Checking;
using Kaizen.Core.Metrics;

namespace Kaizen.Reports.Text;

/// <summary>Numbers and dates as the pages print them: one culture, fixed formats, never NaN.</summary>
internal static class Show
{
    public const string Missing = "–";
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>A value with its unit; a share prints as per cent.</summary>
    public static string Value(double? value, string unit) =>
        value is not { } v || !double.IsFinite(v) ? Missing : $"{Bare(v, unit)}{Suffix(unit)}";

    /// <summary>A value without its unit, for the first of two numbers and for ticks.</summary>
    public static string Bare(double? value, string unit) =>
        value is not { } v || !double.IsFinite(v) ? Missing : Quantity.Number(v, unit);

    /// <summary>A difference with its sign; of shares in percentage points.</summary>
    public static string Difference(double? value, string unit) =>
        value is not { } v || !double.IsFinite(v) ? Missing : $"{Quantity.ChangeNumber(v, unit)}{DifferenceSuffix(unit)}";

    /// <summary>"2.5 to 5.5 h", "at least 39 %", "at most 4 h".</summary>
    public static string Range(double? low, double? high, string unit) => (low, high) switch
    {
        ({ } l, { } h) => $"{Bare(l, unit)} to {Value(h, unit)}",
        ({ } l, null) => $"at least {Value(l, unit)}",
        (null, { } h) => $"at most {Value(h, unit)}",
        _ => "",
    };

    /// <summary>The same without the unit, beside a value that has it.</summary>
    public static string BareRange(double? low, double? high, string unit) => (low, high) switch
    {
        ({ } l, { } h) => $"{Bare(l, unit)} to {Bare(h, unit)}",
        ({ } l, null) => $"at least {Bare(l, unit)}",
        (null, { } h) => $"at most {Bare(h, unit)}",
        _ => "",
    };

    /// <summary>An interval of a difference, with signs.</summary>
    public static string Interval(Interval? interval, string unit) =>
        BareInterval(interval, unit) is { Length: > 0 } bare ? $"{bare}{DifferenceSuffix(unit)}" : "";

    /// <summary>The same without the unit, beside a difference that has it.</summary>
    public static string BareInterval(Interval? interval, string unit) =>
        interval is not { } i || !double.IsFinite(i.Low) || !double.IsFinite(i.High) ? "" : Quantity.ChangeRangeNumbers(i.Low, i.High, unit);

    public static string Percent(double? share) => Value(share, "share");

    public static string Count(long count) => count.ToString("#,0", English);

    public static string Counted(long count, string one, string many) => $"{Count(count)} {(count == 1 ? one : many)}";

    /// <summary>4 September 2026.</summary>
    public static string Date(DateOnly? day) => day?.ToString("d MMMM yyyy", English) ?? "";

    /// <summary>4 Sep 2026.</summary>
    public static string ShortDate(DateOnly? day) => day?.ToString("d MMM yyyy", English) ?? "";

    /// <summary>4 Sep.</summary>
    public static string DayMonth(DateOnly? day) => day?.ToString("d MMM", English) ?? "";

    /// <summary>A place in a drawing, two decimals at most.</summary>
    public static string Coordinate(double place)
    {
        if (!double.IsFinite(place)) place = 0;
        var text = place.ToString("0.##", English);
        return text == "-0" ? "0" : text;
    }

    /// <summary>A name such as <c>first_response</c> as words.</summary>
    public static string Words(string name) => name.Replace('_', ' ');

    public static string Hash(string hash) => hash.Length > 6 ? hash[..6] : hash;

    private static string Suffix(string unit) => unit switch { "" => "", "share" => "\u00a0%", _ => "\u00a0" + Unit(unit) };

    /// <summary>A unit as it stands beside numbers: a word, not a story.</summary>
    public static string Unit(string unit) => unit == "share" ? "%" : TextWidth.Cut(unit, 12);

    /// <summary>The unit of a value beside its metric's name: a metric that is called like its unit says it once.</summary>
    public static string UnitBeside(string? metric, string unit) =>
        unit != Quantity.Share && metric is not null && Words(metric).Equals(unit, StringComparison.OrdinalIgnoreCase) ? "" : unit;

    private static string DifferenceSuffix(string unit) => unit == "share" ? "\u00a0points" : Suffix(unit);
}
