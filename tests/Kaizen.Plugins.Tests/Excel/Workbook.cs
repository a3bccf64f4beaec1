using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Kaizen.Plugins.Tests.Excel;

/// <summary>An error that a cell shows.</summary>
internal sealed record Error(string Code);

/// <summary>A formula with the value that the spreadsheet computed last, or none.</summary>
internal sealed record Formula(string Text, object? Value);

/// <summary>A number in a cell whose format is of the style's index: 1 a date, 2 a date and time, 3 a time of day, 4 a length of time.</summary>
internal sealed record Styled(double Value, int Style);

/// <summary>Writes workbooks of the kind that a spreadsheet writes, as small as they can be.</summary>
internal static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Writes sheets; a row that is null is not there at all.</summary>
    public static void Write(string path, bool from1904, params (string Name, IEnumerable<object?[]?> Rows)[] sheets)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        var numbers = Enumerable.Range(1, sheets.Length).ToList();
        Add(zip, "[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{string.Concat(numbers.Select(n => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"""))}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""");
        Add(zip, "_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Add(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><workbookPr date1904="{(from1904 ? 1 : 0)}"/><sheets>{string.Concat(numbers.Select(n => $"""<sheet name="{SecurityElement.Escape(sheets[n - 1].Name)}" sheetId="{n}" r:id="rId{n}"/>"""))}</sheets></workbook>""");
        Add(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(numbers.Select(n => $"""<Relationship Id="rId{n}" Type="{Relations}/worksheet" Target="worksheets/sheet{n}.xml"/>"""))}<Relationship Id="rId99" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""");
        Add(zip, "xl/styles.xml", $"""<styleSheet xmlns="{Main}"><cellXfs count="5">{string.Concat(new[] { 0, 14, 22, 20, 46 }.Select(f => $"""<xf numFmtId="{f}" applyNumberFormat="1"/>"""))}</cellXfs></styleSheet>""");
        foreach (var n in numbers)
        {
            using var writer = new StreamWriter(zip.CreateEntry($"xl/worksheets/sheet{n}.xml", CompressionLevel.Fastest).Open());
            writer.Write($"""<worksheet xmlns="{Main}"><sheetData>""");
            var row = 0;
            foreach (var cells in sheets[n - 1].Rows)
            {
                row++;
                if (cells is null) continue;
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"""<row r="{row}">"""));
                for (var c = 0; c < cells.Length; c++)
                    if (cells[c] is { } cell) writer.Write(Cell($"{Plugin.Excel.CellRange.Letters(c)}{row}", cell, from1904));
                writer.Write("</row>");
            }

            writer.Write("</sheetData></worksheet>");
        }
    }

    private static string Cell(string at, object cell, bool from1904) => cell switch
    {
        string text => $"""<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{SecurityElement.Escape(text)}</t></is></c>""",
        bool flag => $"""<c r="{at}" t="b"><v>{(flag ? 1 : 0)}</v></c>""",
        Error error => $"""<c r="{at}" t="e"><v>{error.Code}</v></c>""",
        Formula { Value: null } formula => $"""<c r="{at}"><f>{formula.Text}</f></c>""",
        Formula { Value: string text } formula => $"""<c r="{at}" t="str"><f>{formula.Text}</f><v>{SecurityElement.Escape(text)}</v></c>""",
        Formula formula => string.Create(CultureInfo.InvariantCulture, $"""<c r="{at}"><f>{formula.Text}</f><v>{formula.Value}</v></c>"""),
        DateTime time => Cell(at, new Styled(time.ToOADate() - (from1904 ? 1462 : 0), time.TimeOfDay == TimeSpan.Zero ? 1 : 2), from1904),
        Styled styled => string.Create(CultureInfo.InvariantCulture, $"""<c r="{at}" s="{styled.Style}"><v>{styled.Value:R}</v></c>"""),
        _ => string.Create(CultureInfo.InvariantCulture, $"""<c r="{at}"><v>{cell}</v></c>"""),
    };

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8"?>""" + xml));
    }
}
