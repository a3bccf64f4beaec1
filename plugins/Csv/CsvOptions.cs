using System.Globalization;
using System.Text;
using Kaizen.Abstractions;

namespace Kaizen.Plugin.Csv;

/// <summary>What may stand under <c>with:</c>.</summary>
public sealed record CsvOptions : IValidated
{
    [Option("The file, or several by wildcards such as data/*.csv; one that ends in .gz is unpacked.")]
    public required FilePath Path { get; init; }

    [Option("One character between fields, or 'tab'; default ','.")]
    public string Delimiter { get; init; } = ",";

    [Option("Such as utf-8 (default), utf-16, windows-1252, latin1; a byte order mark is honoured.")]
    public string Encoding { get; init; } = "utf-8";

    [Option("The .NET format of dates, or several that are tried in order; default ISO 8601.")]
    public IReadOnlyList<string> Dates { get; init; } = [];

    [Option("The decimal mark; default '.'.", Allowed = [".", ","])]
    public string Decimal { get; init; } = ".";

    [Option("The mark between groups of three digits, one character; default none.")]
    public string? Thousands { get; init; }

    /// <inheritdoc/>
    public void Validate(OptionFaults faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (DelimiterOf(Delimiter) is null) faults.Add(nameof(Delimiter), $"'{Delimiter}' cannot separate fields.", "one ASCII mark such as ',' or ';', or 'tab'");
        if (EncodingOf(Encoding) is null) faults.Add(nameof(Encoding), $"No encoding is called '{Encoding}'.", "utf-8, utf-16, windows-1252 or latin1, for example");
        foreach (var format in Dates.Where(f => !IsIso(f) && !Tells(f)))
            faults.Add(nameof(Dates), $"'{format}' is not a date format that tells year, month and day.", "dd.MM.yyyy or M/d/yyyy HH:mm, for example");
        if (Thousands is not null && ThousandsOf(Thousands, Decimal) is null)
            faults.Add(nameof(Thousands), $"'{Thousands}' cannot separate thousands.", "one mark other than the decimal mark, or 'space'");
    }

    internal static bool IsIso(string format) => format.Equals("iso", StringComparison.OrdinalIgnoreCase);

    internal static char? DelimiterOf(string written) =>
        written is "tab" or "\\t" ? '\t'
        : written.Length == 1 && IsMark(written[0]) && written[0] is not ('"' or '\r' or '\n') ? written[0]
        : null;

    internal static byte? ThousandsOf(string written, string point)
    {
        if (written == "space") written = " ";
        return written.Length == 1 && IsMark(written[0]) && written[0] is not ('-' or '+') && written != point ? (byte)written[0] : null;
    }

    internal static Encoding? EncodingOf(string written)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(written) ?? System.Text.Encoding.GetEncoding(written is "utf8" or "UTF8" ? "utf-8" : written);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool IsMark(char mark) => char.IsAscii(mark) && !char.IsAsciiLetterOrDigit(mark);

    /// <summary>Whether a format gives back the very day that it was written from.</summary>
    private static bool Tells(string format)
    {
        var day = new DateTime(2023, 11, 29, 0, 0, 0, DateTimeKind.Utc);
        try
        {
            var text = day.ToString(format, CultureInfo.InvariantCulture);
            return DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var back) && back == day;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
