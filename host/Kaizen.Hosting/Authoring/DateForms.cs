using System.Globalization;
using System.Text.RegularExpressions;

namespace Kaizen.Hosting.Authoring;

/// <summary>In which order day and month stand where only the values tell it.</summary>
public enum DayOrder
{
    /// <summary>No value is written in a way that leaves it open.</summary>
    Plain,

    /// <summary>A first number above 12 says so.</summary>
    DayFirst,

    /// <summary>A second number above 12 says so.</summary>
    MonthFirst,

    /// <summary>All numbers are 12 or less: a person has to say.</summary>
    Open,

    /// <summary>Values of both orders stand in the file.</summary>
    Both,
}

/// <summary>Tells in which formats dates are written.</summary>
internal static partial class DateForms
{
    public const string Iso = "iso";

    private static readonly string[] IsoForms =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK"];

    private static readonly string[] Days = ["dd.MM.yyyy", "d.M.yyyy", "dd.MM.yy", "yyyy/MM/dd", "yyyyMMdd", "d MMM yyyy", "MMM d, yyyy", "d-MMM-yyyy", "d-MMM-yy", "d MMM yy", "d MMMM yyyy"];
    private static readonly string[] DayFirst = ["dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "d-M-yyyy", "dd/MM/yy", "d/M/yy"];
    private static readonly string[] MonthFirst = ["MM/dd/yyyy", "M/d/yyyy", "MM-dd-yyyy", "M-d-yyyy", "MM/dd/yy", "M/d/yy"];
    private static readonly string[] Times = ["", " HH:mm", " HH:mm:ss", " H:mm", " h:mm tt", " h:mm:ss tt"];

    /// <summary>In which order all values of a file have day and month.</summary>
    public static DayOrder OrderOf(IEnumerable<string> values)
    {
        var (any, day, month) = (false, false, false);
        foreach (var match in values.Select(v => Open().Match(v)).Where(m => m.Success))
        {
            any = true;
            day |= int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) > 12;
            month |= int.Parse((match.Groups[2].Success ? match.Groups[2] : match.Groups[3]).ValueSpan, CultureInfo.InvariantCulture) > 12;
        }

        return !any ? DayOrder.Plain : day && month ? DayOrder.Both : day ? DayOrder.DayFirst : month ? DayOrder.MonthFirst : DayOrder.Open;
    }

    /// <summary>The formats in which nearly all values can be read, at most three; null where they are no dates.</summary>
    public static IReadOnlyList<string>? Of(IReadOnlyList<string> values, DayOrder order)
    {
        if (values.Count == 0) return null;
        var left = values.Where(v => v.Length <= 40).Distinct().ToList();
        var all = left.Count;
        var found = new List<string>();
        var bad = 0;
        while (left.Count > 0 && found.Count < 3)
        {
            var first = left[0];
            var best = Candidates(order).Where(f => Read(first, f) is not null).Select(f => (Form: f, Read: left.Count(v => Read(v, f) is not null))).OrderByDescending(f => f.Read).FirstOrDefault();
            if (best.Form is null)
            {
                // A value that is no date in any format: a few may be, more may not.
                left.RemoveAt(0);
                if (++bad > all / 20 + 1) return null;
                continue;
            }

            found.Add(best.Form);
            left.RemoveAll(v => Read(v, best.Form) is not null);
        }

        return found.Count > 0 && values.Count(v => found.Exists(f => Read(v, f) is not null)) * 20 >= values.Count * 19 ? found : null;
    }

    /// <summary>The date that a text holds in one of the formats, or null.</summary>
    public static DateTime? Read(string text, IReadOnlyList<string> forms)
    {
        foreach (var form in forms)
            if (Read(text, form) is { } date) return date;
        return null;
    }

    /// <summary>Whether a format says the time of day.</summary>
    public static bool SaysTime(string text) => text.Contains(':', StringComparison.Ordinal);

    /// <summary>What people write in place of a date: <c>week</c> or <c>month</c>, or null.</summary>
    public static string? Instead(IReadOnlyList<string> values)
    {
        if (values.Count == 0) return null;
        return values.All(v => Week().IsMatch(v.Trim())) ? "weeks" : values.All(v => Month().IsMatch(v.Trim())) ? "months" : null;
    }

    private static IEnumerable<string> Candidates(DayOrder order)
    {
        var days = Days.Concat(order == DayOrder.MonthFirst ? MonthFirst : order is DayOrder.DayFirst or DayOrder.Open ? DayFirst : []);
        return days.SelectMany(d => Times.Where(t => t.Length == 0 || d != "yyyyMMdd").Select(t => d + t)).Prepend(Iso);
    }

    private static DateTime? Read(string text, string form)
    {
        var trimmed = text.Trim();
        var read = form == Iso
            ? DateTime.TryParseExact(trimmed, IsoForms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var date)
            : DateTime.TryParseExact(trimmed, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
        // Eight digits may be any number; as dates they lie in the years that tables are about. What ends in two digits may
        // begin with the year, and then end in the day.
        var sound = form == "yyyyMMdd" ? date.Year is >= 1990 and <= 2099 : !IsShort(form) || date.Year is >= 2010 and <= 2049;
        return read && sound ? DateTime.SpecifyKind(date, DateTimeKind.Unspecified) : null;
    }

    /// <summary>Whether a text is a date with two digits for the year, of which nobody can tell the parts apart.</summary>
    public static bool IsShortDate(string text) => Short().IsMatch(text);

    private static bool IsShort(string form) => form.Contains("yy", StringComparison.Ordinal) && !form.Contains("yyyy", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2}\b(?![-/.])")]
    private static partial Regex Short();

    [GeneratedRegex(@"^\s*(\d{1,2})(?:/(\d{1,2})/(?:\d{4}|\d{2})|-(\d{1,2})-\d{4})\b")]
    private static partial Regex Open();

    [GeneratedRegex(@"^(\d{4}[-/ ]?(W|KW|CW)[ -]?\d{1,2}|(KW|CW|W|week|Woche)\s*\d{1,2}([ /.-]+\d{2,4})?|\d{1,2}\.?\s*(KW|CW)([ /.-]+\d{2,4})?)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Week();

    [GeneratedRegex(@"^(\d{4}[-/.]\d{1,2}|\d{1,2}[/.]\d{4}|\p{L}{3,9}\.? \d{4}|\d{4}[-/ ]?Q[1-4]|Q[1-4][-/ ]\d{4})\z", RegexOptions.IgnoreCase)]
    private static partial Regex Month();
}
