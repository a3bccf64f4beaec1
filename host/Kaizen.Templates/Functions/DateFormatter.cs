using System.Globalization;
using System.Text;

namespace Scriban.Functions;

/// <summary>Writes dates by patterns in the manner of strftime.</summary>
internal static class DateFormatter
{
    public static string Format(DateTimeOffset date, string pattern, CultureInfo culture)
    {
        var builder = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
            {
                builder.Append(pattern[i]);
                continue;
            }

            var code = pattern[++i];
            if (code == 'g')
                culture = CultureInfo.InvariantCulture;
            else
                builder.Append(Part(date, code, culture) ?? $"%{code}");
        }

        return builder.ToString();
    }

    private static string? Part(DateTimeOffset date, char code, CultureInfo culture) => code switch
    {
        'a' => date.ToString("ddd", culture),
        'A' => date.ToString("dddd", culture),
        'b' or 'h' => date.ToString("MMM", culture),
        'B' => date.ToString("MMMM", culture),
        'c' => date.ToString("ddd MMM dd HH':'mm':'ss yyyy", culture),
        'C' => (date.Year / 100).ToString("D2", culture),
        'd' => date.ToString("dd", culture),
        'D' => date.ToString("MM'/'dd'/'yy", culture),
        'e' => Padded(date.Day),
        'F' => date.ToString("yyyy-MM-dd", culture),
        'H' => date.ToString("HH", culture),
        'I' => date.ToString("hh", culture),
        'j' => date.DayOfYear.ToString("D3", culture),
        'k' => Padded(date.Hour),
        'l' => Padded(date.Hour % 12 == 0 ? 12 : date.Hour % 12),
        'L' => date.ToString("fff", culture),
        'm' => date.ToString("MM", culture),
        'M' => date.ToString("mm", culture),
        'n' => "\n",
        'N' => date.ToString("fffffff", culture) + "00",
        'p' => HalfOfDay(date),
        'P' => HalfOfDay(date).ToLowerInvariant(),
        'r' => date.ToString("hh':'mm':'ss ", culture) + HalfOfDay(date),
        'R' => date.ToString("HH':'mm", culture),
        's' => date.ToUnixTimeSeconds().ToString(culture),
        'S' => date.ToString("ss", culture),
        't' => "\t",
        'T' => date.ToString("HH':'mm':'ss", culture),
        'u' => (date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek).ToString(culture),
        'U' => Week(date, DayOfWeek.Sunday, culture),
        'v' => Padded(date.Day) + date.ToString("-MMM-yyyy", CultureInfo.InvariantCulture).ToUpperInvariant(),
        'V' => ISOWeek.GetWeekOfYear(date.DateTime).ToString("D2", culture),
        'W' => Week(date, DayOfWeek.Monday, culture),
        'w' => ((int)date.DayOfWeek).ToString(culture),
        'x' => date.ToString("d", culture),
        'X' => date.ToString("T", culture),
        'y' => date.ToString("yy", culture),
        'Y' => date.ToString("yyyy", culture),
        'Z' => date.ToString("zzz", culture),
        '%' => "%",
        _ => null,
    };

    private static string Padded(int number) => number.ToString(CultureInfo.InvariantCulture).PadLeft(2);

    private static string HalfOfDay(DateTimeOffset date) => date.Hour < 12 ? "AM" : "PM";

    /// <summary>The week in which the date lies, where the first of January lies in the first.</summary>
    private static string Week(DateTimeOffset date, DayOfWeek firstDay, CultureInfo culture) =>
        culture.Calendar.GetWeekOfYear(date.DateTime, CalendarWeekRule.FirstDay, firstDay).ToString("D2", culture);
}
