using System.Text;
using Kaizen.Abstractions;

namespace Kaizen.Plugin.Csv;

/// <summary>The options of one CSV source as they are used.</summary>
/// <param name="Path">The file, or several by wildcards.</param>
/// <param name="Delimiter">Between fields.</param>
/// <param name="Encoding">Null for UTF-8.</param>
/// <param name="Formats">How values are written.</param>
internal sealed record CsvSettings(FilePath Path, char Delimiter, Encoding? Encoding, CsvFormats Formats)
{
    /// <summary>From options without a fault.</summary>
    public static CsvSettings Of(CsvOptions options)
    {
        var encoding = CsvOptions.EncodingOf(options.Encoding);
        return new CsvSettings(
            options.Path, CsvOptions.DelimiterOf(options.Delimiter) ?? ',', encoding is UTF8Encoding ? null : encoding,
            new CsvFormats(DatesOf(options.Dates), (byte)options.Decimal[0], options.Thousands is { } mark ? CsvOptions.ThousandsOf(mark, options.Decimal) : null));
    }

    private static List<string> DatesOf(IReadOnlyList<string> written)
    {
        var formats = written.Select(f => CsvOptions.IsIso(f) ? "iso" : f).ToList();
        return formats is ["iso"] ? [] : formats;
    }
}

/// <summary>How the values of a file are written.</summary>
/// <param name="Dates">Stated formats; empty for ISO 8601.</param>
/// <param name="Decimal">Decimal mark.</param>
/// <param name="Thousands">Mark between groups of three digits, or null where none is allowed.</param>
internal sealed record CsvFormats(IReadOnlyList<string> Dates, byte Decimal, byte? Thousands);
