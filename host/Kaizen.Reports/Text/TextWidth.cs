using System.Text;

namespace Kaizen.Reports.Text;

/// <summary>
/// How wide text runs, in widths of an average Latin letter: enough to keep prose inside its place without fonts.
/// </summary>
internal static class TextWidth
{
    public static double Of(ReadOnlySpan<char> text)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes()) width += Of(rune);
        return width;
    }

    /// <summary>The longest start of <paramref name="text"/> that is at most so wide, cut at a word where one is near.</summary>
    public static string Cut(string text, double width)
    {
        var (used, length) = (0.0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            used += Of(rune);
            if (used > Math.Max(1, width) && length > 0) break;
            length += rune.Utf16SequenceLength;
        }

        if (length >= text.Length) return text;
        var space = text.LastIndexOf(' ', length - 1);
        return text[..(space > length / 2 ? space : length)].TrimEnd(' ', ',', ';', ':', '-');
    }

    private static double Of(Rune rune) => rune.Value switch
    {
        'W' or 'M' or '@' or '%' => 1.85,
        'm' or 'w' => 1.5,
        'i' or 'l' or 'j' or 't' or 'f' or 'I' or ' ' or '.' or ',' or '\'' or '|' or '!' => 0.55,
        >= 'A' and <= 'Z' => 1.35,
        >= 0x300 and <= 0x36f => 0,
        >= 0x1100 and <= 0x115f or >= 0x2e80 and <= 0xa4cf or >= 0xac00 and <= 0xd7a3 or >= 0xf900 and <= 0xfaff or >= 0xff00 and <= 0xff60 or >= 0x1f000 => 2.1,
        _ => 1.08,
    };
}
