using System.Buffers;
using System.Globalization;

namespace Kaizen.Statistics;

/// <summary>
/// Reads a number from a cell of text without a stated format: a sign, digits, a decimal point and an exponent, such as
/// <c>-1234.5</c> or <c>1.2e-3</c>. <c>1,234.5</c> and <c>12%</c> mean different things in different places and are
/// refused, as are NaN, infinities and numbers beyond the range of a double. Spaces around the text are ignored.
/// </summary>
public static class NumberText
{
    private const NumberStyles Style =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    // The parser of the platform also reads names of infinities and trailing zero bytes; only these may reach it.
    private static readonly SearchValues<char> Characters = SearchValues.Create("0123456789+-.eE");
    private static readonly SearchValues<byte> Bytes = SearchValues.Create("0123456789+-.eE"u8);

    /// <summary>Reads a cell.</summary>
    /// <param name="text">The text of the cell.</param>
    /// <param name="value">The number; 0 where the outcome is not <see cref="NumberOutcome.Value"/>.</param>
    public static NumberOutcome TryRead(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        text = text.Trim(" \t\r\n");
        if (text.IsEmpty || text is "-" || text.Equals("n/a", StringComparison.OrdinalIgnoreCase))
            return NumberOutcome.Missing;
        return text.ContainsAnyExcept(Characters) || !double.TryParse(text, Style, CultureInfo.InvariantCulture, out var read)
            ? NumberOutcome.Refused
            : Accept(read, out value);
    }

    /// <summary>Reads a cell of UTF-8 text.</summary>
    /// <inheritdoc cref="TryRead(ReadOnlySpan{char}, out double)" path="/param"/>
    public static NumberOutcome TryRead(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        text = text.Trim(" \t\r\n"u8);
        if (text.IsEmpty || text.SequenceEqual("-"u8) || IsNotAvailable(text))
            return NumberOutcome.Missing;
        return text.ContainsAnyExcept(Bytes) || !double.TryParse(text, Style, CultureInfo.InvariantCulture, out var read)
            ? NumberOutcome.Refused
            : Accept(read, out value);
    }

    private static bool IsNotAvailable(ReadOnlySpan<byte> text) =>
        text.Length == 3 && (text[0] | 0x20) == 'n' && text[1] == '/' && (text[2] | 0x20) == 'a';

    private static NumberOutcome Accept(double read, out double value)
    {
        // Adding 0 turns −0 into 0, which no page should print with a sign.
        value = double.IsFinite(read) ? read + 0.0 : 0;
        return double.IsFinite(read) ? NumberOutcome.Value : NumberOutcome.Refused;
    }
}
