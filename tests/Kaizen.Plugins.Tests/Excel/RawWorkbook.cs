using System.IO.Compression;

namespace Kaizen.Plugins.Tests.Excel;

/// <summary>A workbook of which each part can be written as no spreadsheet writes it.</summary>
internal sealed record RawWorkbook
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The namespace of its elements.</summary>
    public string Of { get; init; } = Main;

    /// <summary>The rows of its first sheet.</summary>
    public string Rows { get; init; } = "";

    /// <summary>The attributes of its properties.</summary>
    public string Properties { get; init; } = "";

    /// <summary>Its sheets, whose parts are 1 and 2.</summary>
    public string Sheets { get; init; } = """<sheet name="S" sheetId="1" r:id="r1"/>""";

    /// <summary>Where the part of its first sheet is said to be.</summary>
    public string Target { get; init; } = "worksheets/sheet1.xml";

    /// <summary>What its second sheet is.</summary>
    public string Second { get; init; } = "worksheet";

    public CompressionLevel Packed { get; init; } = CompressionLevel.Optimal;

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "xl/workbook.xml", $"""<workbook xmlns="{Of}" xmlns:r="{Relations}"><workbookPr {Properties}/><sheets>{Sheets}</sheets></workbook>""");
            Add(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/worksheet" Target="{Target}"/><Relationship Id="r2" Type="{Relations}/{Second}" Target="worksheets/sheet2.xml"/></Relationships>""");
            Add(zip, "xl/styles.xml", $"""<styleSheet xmlns="{Of}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="true"/><xf numFmtId="46"/></cellXfs></styleSheet>""");
            Add(zip, "xl/sharedStrings.xml", $"""<sst xmlns="{Of}"><si><t>one</t></si><si><t>two</t></si></sst>""");
            Add(zip, "xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Of}"><sheetData>{Rows}</sheetData></worksheet>""");
            Add(zip, "xl/worksheets/sheet2.xml", $"""<worksheet xmlns="{Of}"><sheetData><row><c t="str"><v>second</v></c></row><row><c><v>2</v></c></row></sheetData></worksheet>""");
        }

        return bytes.ToArray();
    }

    private void Add(ZipArchive zip, string name, string xml)
    {
        using var part = new StreamWriter(zip.CreateEntry(name, Packed).Open());
        part.Write(xml);
    }
}
