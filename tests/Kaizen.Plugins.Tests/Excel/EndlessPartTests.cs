using System.IO.Compression;
using Kaizen.Abstractions;
using Kaizen.Plugin.Excel;
using Kaizen.Testing;

namespace Kaizen.Plugins.Tests.Excel;

/// <summary>A workbook is an archive, of which a few kilobytes may become any number of bytes: what has no end is told, in little memory.</summary>
public sealed class EndlessPartTests : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Start = $"<worksheet xmlns=\"{Main}\"><sheetData><row r=\"1\"><c t=\"str\"><v>a</v></c></row>";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("<row r=\"2\"><c t=\"str\"><v>", "x")]
    [InlineData("<row r=\"2\"><c t=\"inlineStr\"><is><t>", "</t><t>x")]
    [InlineData("<row r=\"2\"><c t=\"str\"><v>", "<![CDATA[<row>]]>")]
    [InlineData("<row r=\"2\"><c t=\"str\"><v>", "<!-- x -->")]
    [InlineData("<row r=\"2\">", "<c r=\"B2\"/>")]
    [InlineData("<row r=\"2\"><c r=\"", "A")]
    [InlineData("<row r=\"2\">", "<extLst/>")]
    public async Task Of_a_sheet(string start, string repeated) =>
        Assert.Equal("Row 2 of the sheet 'S' of 'a.xlsx' is longer than 16 MB. | no spreadsheet writes such a row: where does the workbook come from?", await Told("xl/worksheets/sheet1.xml", Start + start, repeated));

    [Theory]
    [InlineData("<row r=\"2\">", "<c/>", "a row has more columns than a sheet can have")]
    [InlineData("<row r=\"2\">", "<c r=\"B2\"><v>1</v></c>", "its cell B2 is written twice")]
    [InlineData("<row r=\"2\">", "<c>", "its XML is nested deeper than a spreadsheet writes")]
    [InlineData("", "<row>", "its XML is nested deeper than a spreadsheet writes")]
    public async Task Of_a_row(string start, string repeated, string told) =>
        Assert.Equal($"The workbook 'a.xlsx' cannot be read: {told}. | does it open in a spreadsheet? save it there once more", await Told("xl/worksheets/sheet1.xml", Start + start, repeated));

    [Fact]
    public async Task Of_names()
    {
        var rows = Enumerable.Range(0, 100_000).Select(i => $"<row><c x{i}=\"1\"/></row>");
        Assert.StartsWith("The workbook 'a.xlsx' cannot be read: its XML has more names than a spreadsheet writes.", await Told("xl/worksheets/sheet1.xml", Start + string.Concat(rows), "<row/>"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xl/sharedStrings.xml", "sst", "<si><t>", "x", "One of the texts of the workbook 'a.xlsx' is longer than 16 MB.")]
    [InlineData("xl/sharedStrings.xml", "sst", "", "<si/>", "The texts of the workbook 'a.xlsx' are more than 16 million.")]
    [InlineData("xl/styles.xml", "styleSheet", "<numFmts>", "<numFmt numFmtId=\"1\" formatCode=\"0\"/>", "The styles of the workbook 'a.xlsx' are more than a spreadsheet allows.")]
    [InlineData("xl/styles.xml", "styleSheet", "<cellXfs>", "<xf/>", "The styles of the workbook 'a.xlsx' are more than a spreadsheet allows.")]
    [InlineData("xl/styles.xml", "styleSheet", "", "<fonts></fonts>", "The styles of the workbook 'a.xlsx' are more than 64 MB when they are unpacked.")]
    [InlineData("xl/styles.xml", "styleSheet", "", " ", "One of the styles of the workbook 'a.xlsx' is longer than 16 MB.")]
    [InlineData("xl/workbook.xml", "workbook", "<sheets>", "<sheet name=\"S\"/>", "The sheets of the workbook 'a.xlsx' are more than 64 MB when they are unpacked.")]
    public async Task Of_a_part_that_is_held(string part, string root, string start, string repeated, string told) =>
        Assert.StartsWith(told, await Told(part, $"<{root} xmlns=\"{Main}\">{start}", repeated), StringComparison.Ordinal);

    [Fact]
    public async Task Of_the_older_format()
    {
        using (var file = File.Create(folder.At("a.xlsx").Full))
        {
            file.Write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
            file.SetLength((1L << 29) + 1);
        }

        Assert.Equal("The workbook 'a.xlsx' is larger than 512 MB, and no xlsx. | is it a workbook? xlsx is read in any size, and so is a text file with 'csv'", await Table.ToldWithin(500, new ExcelSource(new ExcelOptions { Path = folder.At("a.xlsx") }), "a"));
    }

    [Fact]
    public void More_than_a_part_may_have_is_not_unpacked()
    {
        Write("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">", "<si><t>text</t></si>");
        using var parts = new XlsxParts("a.xlsx", File.OpenRead(folder.At("a.xlsx").Full), CancellationToken.None);
        using var part = parts.Held("xl/sharedStrings.xml", 1, "texts")!;
        var (read, fault) = (0, (SourceException?)null);
        try
        {
            while (part.Read()) read++;
        }
        catch (SourceException e)
        {
            fault = e;
        }

        Assert.Equal("The texts of the workbook 'a.xlsx' are more than 1 MB when they are unpacked. | make several workbooks of it, or save the sheet as csv", Table.Told(fault));
        Assert.InRange(read, 1, 5 * (2 << 20) / "<si><t>text</t></si>".Length);
    }

    private Task<string> Told(string part, string start, string repeated)
    {
        Write(part, start, repeated);
        return Table.ToldWithin(500, new ExcelSource(new ExcelOptions { Path = folder.At("a.xlsx") }), "a");
    }

    /// <summary>A workbook in which one part goes on for 200 MB.</summary>
    private void Write(string endless, string start, string repeated)
    {
        using var zip = new ZipArchive(File.Create(folder.At("a.xlsx").Full), ZipArchiveMode.Create);
        void Part(string name, string xml)
        {
            using var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
            if (name != endless)
            {
                part.Write(xml);
                return;
            }

            part.Write(start);
            var block = string.Concat(Enumerable.Repeat(repeated, (1 << 20) / repeated.Length));
            for (var i = 0; i < 200; i++) part.Write(block);
        }

        Part("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="a"/></sheets></workbook>""");
        Part("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>""");
        Part("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"/>");
        Part("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\"/>");
        Part("xl/worksheets/sheet1.xml", $"{Start}</sheetData></worksheet>");
    }
}
