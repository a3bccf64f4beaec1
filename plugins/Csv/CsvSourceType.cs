using System.Globalization;
using System.Text;
using Kaizen.Abstractions;

namespace Kaizen.Plugin.Csv;

internal sealed class CsvSourceType : ISourceType
{
    public string Name => "csv";

    public IReadOnlyList<Option> Options { get; } =
    [
        new("path", OptionKind.Path, "The file.") { Required = true },
        new("delimiter", OptionKind.Text, "One character between fields, or 'tab'; default ','."),
        new("encoding", OptionKind.Text, "Such as utf-8 (default), utf-16, windows-1252, latin1; a byte order mark is honoured."),
        new("dates", OptionKind.TextList, "The .NET format of dates, or several that are tried in order; default ISO 8601."),
        new("decimal", OptionKind.Text, "The decimal mark; default '.'.") { Allowed = [".", ","] },
        new("thousands", OptionKind.Text, "The mark between groups of three digits, one character; default none."),
    ];

    public ISource Create(OptionValues options)
    {
        var point = options.Text("decimal", ".");
        return new CsvSource(new CsvSettings(
            options.Text("path"), options.Written("path"), Delimiter(options), EncodingOf(options),
            new CsvFormats(Dates(options), (byte)point[0], Thousands(options, point))));
    }

    private static char Delimiter(OptionValues options)
    {
        var written = options.Text("delimiter", ",");
        if (written is "tab" or "\\t") return '\t';
        if (written.Length == 1 && char.IsAscii(written[0]) && !char.IsAsciiLetterOrDigit(written[0]) && written[0] is not ('"' or '\r' or '\n'))
            return written[0];
        options.Fault("delimiter", $"'{written}' cannot separate fields.", "one ASCII mark such as ',' or ';', or 'tab'");
        return ',';
    }

    private static Encoding? EncodingOf(OptionValues options)
    {
        var written = options.Text("encoding", "utf-8").ToLowerInvariant();
        if (written is "utf-8" or "utf8") return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(written) ?? Encoding.GetEncoding(written);
        }
        catch (ArgumentException)
        {
            options.Fault("encoding", $"No encoding is called '{written}'.", "utf-8, utf-16, windows-1252 or latin1, for example");
            return null;
        }
    }

    private static List<string> Dates(OptionValues options)
    {
        var kept = new List<string>();
        foreach (var format in options.List("dates"))
        {
            if (format.Equals("iso", StringComparison.OrdinalIgnoreCase)) kept.Add("iso");
            else if (Tells(format)) kept.Add(format);
            else options.Fault("dates", $"'{format}' is not a date format that tells year, month and day.", "dd.MM.yyyy or M/d/yyyy HH:mm, for example");
        }

        return kept is ["iso"] ? [] : kept;
    }

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

    private static byte? Thousands(OptionValues options, string point)
    {
        if (!options.Has("thousands")) return null;
        var written = options.Text("thousands");
        if (written == "space") written = " ";
        if (written.Length == 1 && char.IsAscii(written[0]) && !char.IsAsciiLetterOrDigit(written[0]) && written[0] is not ('-' or '+') && written != point)
            return (byte)written[0];
        options.Fault("thousands", $"'{written}' cannot separate thousands.", "one mark other than the decimal mark, or 'space'");
        return null;
    }
}
