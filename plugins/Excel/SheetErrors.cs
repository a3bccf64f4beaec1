using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Kaizen.Plugin.Excel;

/// <summary>
/// The cells of an xlsx sheet that show an error. ExcelDataReader 3.6 gives nothing for them, as if they were empty; a second look at
/// the sheet's own XML, row by row beside it, tells one from the other.
/// </summary>
internal sealed class SheetErrors : IDisposable
{
    private readonly ZipArchive zip;
    private readonly XmlReader? xml;
    private readonly Dictionary<int, string> current = [];
    private int row = -1;
    private bool atRow;

    /// <summary>Opens a sheet by its name.</summary>
    /// <param name="file">The workbook; it is disposed of with this.</param>
    /// <param name="sheet">The name.</param>
    public SheetErrors(Stream file, string sheet)
    {
        zip = new ZipArchive(file);
        // The binary kind of workbook has no such parts: its errors cannot be told from empty cells.
        if (PartOf(sheet) is { } part) xml = XmlReader.Create(part.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CloseInput = true });
    }

    /// <summary>The errors of a row by their columns, both from 0. Rows are asked for in their order.</summary>
    public IReadOnlyDictionary<int, string> In(int wanted)
    {
        while (row < wanted && xml is not null)
        {
            current.Clear();
            if (!atRow && !NextRow()) break;
            if (RowNumber() > wanted) break;
            row = RowNumber();
            TakeRow();
        }

        return row == wanted ? current : EmptyRow;
    }

    public void Dispose()
    {
        xml?.Dispose();
        zip.Dispose();
    }

    private static readonly Dictionary<int, string> EmptyRow = [];

    private bool NextRow()
    {
        while (xml!.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "row") return atRow = true;
        return false;
    }

    /// <summary>The number of the row at which the reader stands; one without a number follows the one before.</summary>
    private int RowNumber() => int.TryParse(xml!.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1 : row + 1;

    private void TakeRow()
    {
        atRow = false;
        if (xml!.IsEmptyElement) return;
        var column = -1;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "row") return;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "c") column = xml.GetAttribute("r") is { } place ? CellRange.ColumnOf(place) : column + 1;
            if (xml.LocalName == "c" && xml.GetAttribute("t") == "e") current[column] = "an error";
            else if (xml.LocalName == "v" && current.ContainsKey(column)) current[column] = xml.ReadString();
        }
    }

    private ZipArchiveEntry? PartOf(string sheet)
    {
        if (zip.GetEntry("xl/workbook.xml") is not { } workbook || zip.GetEntry("xl/_rels/workbook.xml.rels") is not { } relations) return null;
        var id = Load(workbook).Descendants().FirstOrDefault(e => e.Name.LocalName == "sheet" && e.Attribute("name")?.Value == sheet)?.Attributes().FirstOrDefault(a => a.Name is { LocalName: "id", NamespaceName.Length: > 0 })?.Value;
        var target = Load(relations).Descendants().FirstOrDefault(e => e.Attribute("Id")?.Value == id)?.Attribute("Target")?.Value;
        return target is null ? null : zip.GetEntry(target.StartsWith('/') ? target[1..] : $"xl/{target}");
    }

    private static XDocument Load(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XDocument.Load(reader);
    }
}
