using System.Globalization;
using System.Text;

namespace Kaizen.Plugin.Shared;

/// <summary>Reads dates and times: ISO 8601 straight from the bytes, other formats only where they are stated.</summary>
internal sealed class TimeParser(IReadOnlyList<string> formats)
{
    private readonly string?[] formats = [.. formats.Select(f => f == "iso" ? null : f)];

    /// <summary>What a value should have looked like, for refusals.</summary>
    public string Expected { get; } = formats.Count == 0 ? "not an ISO 8601 date or time" : $"not a date in the format {string.Join(" or ", formats)}";

    /// <summary>UTC where the text states an offset, unspecified where it does not.</summary>
    public bool TryParse(ReadOnlySpan<byte> text, out DateTime value)
    {
        if (formats.Length == 0) return TryIso(text, out value);
        Span<char> chars = stackalloc char[64];
        foreach (var format in formats)
        {
            if (format is null)
            {
                if (TryIso(text, out value)) return true;
            }
            else if (text.Length <= chars.Length
                && Encoding.UTF8.TryGetChars(text, chars, out var length)
                && DateTime.TryParseExact(chars[..length], format, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out value))
            {
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary><c>yyyy-MM-dd</c>, then <c>T</c> or a space and <c>HH:mm[:ss[.fffffff]]</c>, then <c>Z</c> or <c>+hh[[:]mm]</c>.</summary>
    public static bool TryIso(ReadOnlySpan<byte> s, out DateTime value)
    {
        value = default;
        if (s.Length < 10 || s[4] != '-' || s[7] != '-') return false;
        int year = (Two(s, 0) * 100) + Two(s, 2), month = Two(s, 5), day = Two(s, 8);
        if (year < 1 || month is < 1 or > 12 || day < 1 || (day > 28 && day > DateTime.DaysInMonth(year, month))) return false;
        var ticks = new DateTime(year, month, day).Ticks;
        if (s.Length == 10)
        {
            value = new DateTime(ticks, DateTimeKind.Unspecified);
            return true;
        }

        if (s.Length < 16 || s[10] is not ((byte)'T' or (byte)' ' or (byte)'t') || s[13] != ':') return false;
        int hour = Two(s, 11), minute = Two(s, 14), at = 16;
        if ((uint)hour > 23 || (uint)minute > 59) return false;
        ticks += ((hour * 60) + minute) * TimeSpan.TicksPerMinute;
        if (s.Length > at && s[at] == ':')
        {
            if (s.Length < 19 || Two(s, 17) is not (>= 0 and <= 59 and var second)) return false;
            ticks += second * TimeSpan.TicksPerSecond;
            at = 19;
            if (s.Length > at && s[at] is (byte)'.' or (byte)',' && !Fraction(s, ref at, ref ticks)) return false;
        }

        return Offset(s[at..], ticks, out value);
    }

    private static bool Fraction(ReadOnlySpan<byte> s, ref int at, ref long ticks)
    {
        var unit = TimeSpan.TicksPerSecond;
        var first = ++at;
        for (; at < s.Length && (uint)(s[at] - '0') <= 9; at++)
        {
            unit /= 10;
            ticks += (s[at] - '0') * unit;
        }

        return at > first;
    }

    private static bool Offset(ReadOnlySpan<byte> s, long ticks, out DateTime value)
    {
        value = new DateTime(ticks, DateTimeKind.Unspecified);
        if (s.Length == 0) return true;
        if (s.Length == 1 && (s[0] | 0x20) == 'z')
        {
            value = new DateTime(ticks, DateTimeKind.Utc);
            return true;
        }

        if (s[0] is not ((byte)'+' or (byte)'-') || s.Length is not (3 or 5 or 6) || (s.Length == 6 && s[3] != ':')) return false;
        int hours = Two(s, 1), minutes = s.Length == 3 ? 0 : Two(s, s.Length - 2);
        if ((uint)hours > 14 || (uint)minutes > 59) return false;
        var offset = ((hours * 60) + minutes) * TimeSpan.TicksPerMinute;
        ticks -= s[0] == '+' ? offset : -offset;
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks) return false;
        value = new DateTime(ticks, DateTimeKind.Utc);
        return true;
    }

    private static int Two(ReadOnlySpan<byte> s, int at)
    {
        uint tens = (uint)(s[at] - '0'), ones = (uint)(s[at + 1] - '0');
        return tens <= 9 && ones <= 9 ? (int)((tens * 10) + ones) : -1_000_000;
    }
}
