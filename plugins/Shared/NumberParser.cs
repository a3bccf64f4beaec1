using System.Globalization;

namespace Kaizen.Plugin.Shared;

/// <summary>Reads finite decimal numbers from ASCII, with the stated marks and no others.</summary>
internal sealed class NumberParser(byte point, byte? thousands)
{
    private static readonly double[] PowersOfTen =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>The number, or false where the text is not one.</summary>
    public bool TryParse(ReadOnlySpan<byte> text, out double value) => TryShort(text, out value) || TryAny(text, out value);

    /// <summary>
    /// Up to 15 digits and no exponent: digits and power of ten are then exact doubles, so that their one
    /// division gives the nearest double.
    /// </summary>
    private bool TryShort(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        var negative = text.Length > 0 && text[0] == (byte)'-';
        if (negative) text = text[1..];
        if (text.Length is 0 or > 16) return false;
        long digits = 0;
        int count = 0, decimals = -1;
        foreach (var c in text)
        {
            var digit = (uint)(c - '0');
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
                count++;
                if (decimals >= 0) decimals++;
            }
            else if (c == point && decimals < 0)
            {
                decimals = 0;
            }
            else
            {
                return false;
            }
        }

        if (count is 0 or > 15) return false;
        value = decimals > 0 ? digits / PowersOfTen[decimals] : digits;
        if (negative && digits != 0) value = -value;
        return true;
    }

    private bool TryAny(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        if (text.Length is 0 or > 400) return false;
        Span<byte> plain = stackalloc byte[text.Length];
        var length = 0;
        var (whole, grouped, digits, zero) = (true, false, 0, false);
        foreach (var c in text)
        {
            if (c == thousands)
            {
                // A group holds three digits and stands before the decimal mark: '1,23' is not a number with thousands, and neither are
                // '1234,567' and '0,125', in which the mark may as well be that of decimals.
                if (!whole || (grouped ? digits != 3 : zero || digits is 0 or > 3)) return false;
                (grouped, digits) = (true, 0);
                continue;
            }

            if (c == point || c is (byte)'e' or (byte)'E')
            {
                if (whole && grouped && digits != 3) return false;
                whole = false;
            }
            else if ((uint)(c - '0') <= 9)
            {
                if (digits++ == 0 && !grouped) zero = c == '0';
            }
            else if (c is not ((byte)'+' or (byte)'-'))
            {
                return false;
            }

            plain[length++] = c == point ? (byte)'.' : c;
        }

        if (whole && grouped && digits != 3) return false;
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(plain[..length], Styles, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }
}
