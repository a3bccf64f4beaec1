using System.IO.Compression;
using Kaizen.Abstractions;

namespace Kaizen.Plugin.Excel;

/// <summary>The parts of an xlsx, which is an archive of XML.</summary>
internal sealed class XlsxParts(string file, Stream bytes, CancellationToken cancellation) : IDisposable
{
    /// <summary>The namespace of all elements of a workbook.</summary>
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The same in the strict kind of the format.</summary>
    public const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    private const int LargestItem = 1 << 24;

    private readonly ZipArchive zip = new(bytes);

    /// <summary>Opens the part with the rows of a sheet; each row may be 16 MB, and the sheet any number of them. Null where there is none.</summary>
    /// <param name="name">The part.</param>
    /// <param name="sheet">What its sheet is called.</param>
    /// <param name="row">The number of the row that is being read.</param>
    public XlsxPart? Rows(string name, string sheet, Func<int> row) =>
        Open(name, null, "", () => new SourceException($"Row {row()} of the sheet '{sheet}' of '{file}' is longer than 16 MB.", "no spreadsheet writes such a row: where does the workbook come from?"));

    /// <summary>Opens a part that is held in memory. Null where there is none.</summary>
    /// <param name="name">The part.</param>
    /// <param name="megabytes">How large it may be.</param>
    /// <param name="what">What it holds, for messages.</param>
    public XlsxPart? Held(string name, int megabytes, string what) =>
        Open(name, megabytes, what, () => new SourceException($"One of the {what} of the workbook '{file}' is longer than 16 MB.", "no spreadsheet writes such a one: where does the workbook come from?"));

    /// <summary>A workbook with more in it than can be held.</summary>
    public SourceException TooMany(string what, string most) =>
        new($"The {what} of the workbook '{file}' are more than {most}.", "make several workbooks of it, or save the sheet as csv");

    /// <summary>A workbook of the strict kind, which has other names for everything.</summary>
    public SourceException IsStrict() =>
        new($"The workbook '{file}' is of the strict kind of Open XML, which is not read.", "save it as an ordinary .xlsx: in Excel 'Excel Workbook', not 'Strict Open XML Spreadsheet'");

    public void Dispose() => zip.Dispose();

    private XlsxPart? Open(string name, int? megabytes, string what, Func<SourceException> tooLong)
    {
        // Some programs write other capitals, and their system's own slashes.
        var part = zip.Entries.FirstOrDefault(e => e.FullName.Replace('\\', '/').Equals(name, StringComparison.OrdinalIgnoreCase));
        return part is null ? null : new(new BoundedStream(new CheckedStream(part.Open(), part.FullName, part.Crc32), ((long?)megabytes << 20, () => TooMany(what, $"{megabytes} MB when they are unpacked")), (LargestItem, tooLong), cancellation));
    }
}
