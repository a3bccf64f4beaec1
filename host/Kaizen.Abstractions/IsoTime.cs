namespace Kaizen.Abstractions;

/// <summary>Reads <c>yyyy-MM-dd</c>, then <c>T</c> or a space and <c>HH:mm[:ss[.fffffff]]</c>, then nothing, <c>Z</c> or <c>±hh:mm</c>.</summary>
internal static class IsoTime
{
    /// <summary>UTC where the text states an offset, unspecified where it does not.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTime time)
    {
        time = default;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-') return false;
        var (century, year, month, day) = (Two(text, 0), Two(text, 2), Two(text, 5), Two(text, 8));
        if (century < 0 || year < 0 || century + year == 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth((100 * century) + year, month)) return false;
        var ticks = new DateTime((100 * century) + year, month, day).Ticks;
        if (text.Length == 10)
        {
            time = new DateTime(ticks);
            return true;
        }

        if (text.Length < 16 || text[10] is not ('T' or ' ') || text[13] != ':') return false;
        var (hour, minute) = (Two(text, 11), Two(text, 14));
        if (hour is < 0 or > 23 || minute is < 0 or > 59) return false;
        ticks += ((60 * hour) + minute) * TimeSpan.TicksPerMinute;
        var rest = text[16..];
        if (rest.Length > 0 && rest[0] == ':')
        {
            if (rest.Length < 3 || Two(rest, 1) is not (>= 0 and <= 59 and var second)) return false;
            ticks += second * TimeSpan.TicksPerSecond;
            rest = rest[3..];
            if (rest.Length > 0 && rest[0] == '.' && !Fraction(ref rest, ref ticks)) return false;
        }

        return Offset(rest, ticks, out time);
    }

    private static bool Fraction(ref ReadOnlySpan<char> rest, ref long ticks)
    {
        var (at, unit) = (1, TimeSpan.TicksPerSecond / 10);
        for (; at < rest.Length && char.IsAsciiDigit(rest[at]); at++, unit /= 10) ticks += (rest[at] - '0') * unit;
        rest = rest[at..];
        return at > 1;
    }

    private static bool Offset(ReadOnlySpan<char> rest, long ticks, out DateTime time)
    {
        time = new DateTime(ticks);
        if (rest.Length == 0) return true;
        if (rest is not "Z")
        {
            if (rest.Length != 6 || rest[0] is not ('+' or '-') || rest[3] != ':') return false;
            var (hours, minutes) = (Two(rest, 1), Two(rest, 4));
            if (hours is < 0 or > 14 || minutes is < 0 or > 59) return false;
            ticks -= (rest[0] == '-' ? -1 : 1) * ((60 * hours) + minutes) * TimeSpan.TicksPerMinute;
            if (ticks < 0 || ticks > DateTime.MaxValue.Ticks) return false;
        }

        time = new DateTime(ticks, DateTimeKind.Utc);
        return true;
    }

    private static int Two(ReadOnlySpan<char> text, int at) =>
        char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) ? ((text[at] - '0') * 10) + text[at + 1] - '0' : -1;
}
