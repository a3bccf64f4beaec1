using System.Globalization;
using System.Numerics;
using Scriban.Runtime;

namespace Scriban.Parsing;

internal sealed partial class Lexer
{
    /// <summary>Powers beyond this are a slip or an attack, not a number.</summary>
    private const int ExponentLimit = 1000;

    private void ReadNumber()
    {
        var start = _position;
        if (_text[start] == '0' && At(start + 1) is 'x' or 'X')
        {
            ReadRadix(start, 16);
            return;
        }

        if (_text[start] == '0' && At(start + 1) is 'b' or 'B')
        {
            ReadRadix(start, 2);
            return;
        }

        SkipDigits();
        var isFloat = false;
        if (At(_position) == '.' && char.IsAsciiDigit(At(_position + 1)))
        {
            isFloat = true;
            _position++;
            SkipDigits();
        }

        var mantissaEnd = _position;
        var exponent = 0;
        if (At(_position) is 'e' or 'E' && TryReadExponent(out exponent) && exponent < 0)
            isFloat = true;

        var digits = _text[start.._position].Replace("_", "", StringComparison.Ordinal);
        var mantissa = _text[start..mantissaEnd].Replace("_", "", StringComparison.Ordinal);
        Add(TokenKind.Number, start, ReadSuffixed(start, digits, mantissa, exponent, isFloat));
    }

    private object ReadSuffixed(int start, string digits, string mantissa, int exponent, bool isFloat)
    {
        var suffix = At(_position);
        if (suffix is 'f' or 'F' or 'd' or 'D' or 'm' or 'M' && !IsNamePart(At(_position + 1)))
        {
            _position++;
            switch (char.ToLowerInvariant(suffix))
            {
                case 'f':
                    return float.Parse(digits, CultureInfo.InvariantCulture);
                case 'd':
                    return double.Parse(digits, CultureInfo.InvariantCulture);
                default:
                    if (decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                        return value;
                    Error(start, _position, "The number does not fit a decimal.");
                    return 0m;
            }
        }

        if (exponent < 0 && !mantissa.Contains('.', StringComparison.Ordinal))
            Error(start, _position, $"A number with a negative power needs a decimal point: `{mantissa}.0e{exponent}`.");
        if (isFloat)
            return double.Parse(digits, CultureInfo.InvariantCulture);
        if (exponent > ExponentLimit || mantissa.Length > ExponentLimit)
        {
            Error(start, _position, "The number is too large.");
            return 0;
        }

        var whole = BigInteger.Parse(mantissa, CultureInfo.InvariantCulture);
        return Numbers.Fit(exponent == 0 ? whole : whole * BigInteger.Pow(10, exponent));
    }

    private bool TryReadExponent(out int exponent)
    {
        exponent = 0;
        var at = _position + 1;
        if (At(at) is '+' or '-')
            at++;
        if (!char.IsAsciiDigit(At(at)))
            return false;
        var end = at;
        while (char.IsAsciiDigit(At(end)))
            end++;

        var isNegative = At(_position + 1) == '-';
        var value = end - at > 6 ? int.MaxValue : int.Parse(_text.AsSpan(at, end - at), CultureInfo.InvariantCulture);
        exponent = isNegative ? -value : value;
        _position = end;
        return true;
    }

    private void ReadRadix(int start, int radix)
    {
        _position += 2;
        var value = BigInteger.Zero;
        var count = 0;
        for (; _position < _text.Length; _position++)
        {
            var c = _text[_position];
            if (c == '_')
                continue;
            var isDigit = radix == 16 ? char.IsAsciiHexDigit(c) : c is '0' or '1';
            if (!isDigit)
                break;
            count++;
            if (count <= ExponentLimit)
                value = (value * radix) + Convert.ToInt32(c.ToString(), 16);
        }

        var isUnsigned = At(_position) is 'u' or 'U' && !IsNamePart(At(_position + 1));
        if (isUnsigned)
            _position++;
        if (count is 0 or > ExponentLimit)
            Error(start, _position, count == 0 ? "The number has no digits." : "The number is too large.");

        // Without the suffix the bits are those of a signed integer of 32 or 64 bits.
        if (!isUnsigned && value > int.MaxValue && value <= uint.MaxValue)
            value = unchecked((int)(uint)value);
        else if (!isUnsigned && value > long.MaxValue && value <= ulong.MaxValue)
            value = unchecked((long)(ulong)value);
        Add(TokenKind.Number, start, Numbers.Fit(value));
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(At(_position)) || (At(_position) == '_' && (char.IsAsciiDigit(At(_position + 1)) || At(_position + 1) == '_')))
            _position++;
    }
}
