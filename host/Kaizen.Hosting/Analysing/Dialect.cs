using System.Text;

namespace Kaizen.Hosting.Analysing;

/// <summary>
/// How a spreadsheet wrote its file: with commas, or as in countries with a decimal comma with semicolons, or with tabs. The
/// three column names of a series hold none of these marks, so the first line tells it without guessing.
/// </summary>
internal static class Dialect
{
    private const int Sample = 64 * 1024;

    /// <summary>The delimiter and the decimal mark; the usual ones where the file cannot be read, which its source then says.</summary>
    public static (string Delimiter, string Decimal) Of(string file)
    {
        var text = Begin(file);
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var (head, body) = end < 0 ? (text, "") : (text[..end], text[end..]);
        if (head.Contains(',', StringComparison.Ordinal)) return (",", ".");
        var delimiter = head.Contains(';', StringComparison.Ordinal) ? ";" : head.Contains('\t', StringComparison.Ordinal) ? "tab" : ",";
        // Where commas separate nothing, a comma in a row is a decimal mark.
        return (delimiter, delimiter != "," && body.Contains(',', StringComparison.Ordinal) ? "," : ".");
    }

    private static string Begin(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var bytes = new byte[Sample];
            return Encoding.Latin1.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return "";
        }
    }
}
