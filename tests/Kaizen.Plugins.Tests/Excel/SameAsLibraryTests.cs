using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using Kaizen.Plugin.Excel;
using Kaizen.Testing;

namespace Kaizen.Plugins.Tests.Excel;

/// <summary>An xlsx is read row by row by code of our own: it gives what ExcelDataReader gives, whatever program wrote the workbook.</summary>
public sealed class SameAsLibraryTests : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly string[] Formats =
        ["General", "0.00", "dd.mm.yyyy", "[h]:mm", "h:mm AM/PM", "\"day\" 0", "[Red]-0;[$-409]mmm yy", "yyyy-mm-dd\\ hh:mm:ss.000", "@", "0.0E+00", "[$€-407] #,##0", "mm:ss", "\\d0", "[<1]0;yyyy", "# ?/?"];

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_any_style_and_number(bool from1904)
    {
        double[] numbers = [0, 0.5, 1, 59, 59.99, 60, 61, 366.25, 46027.3541666667, 46027.999999, 2958465.5, 2958466, -1, -1.25, -657434.5, -700000, 1e300, 1e-9, 46000 + (1.0 / 3)];
        var styles = Enumerable.Range(0, 60).Select(i => (Id: i, Apply: "")).Concat(Enumerable.Range(0, Formats.Length).Select(i => (Id: 170 + i, Apply: i % 5 == 4 ? " applyNumberFormat=\"0\"" : " applyNumberFormat=\"1\""))).ToList();
        var xml = new StringBuilder($"""<styleSheet xmlns="{Main}"><numFmts count="9">{string.Concat(Formats.Select((f, i) => $"""<numFmt numFmtId="{170 + i}" formatCode="{System.Security.SecurityElement.Escape(f)}"/>"""))}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>""");
        foreach (var (id, apply) in styles) xml.Append(CultureInfo.InvariantCulture, $"""<xf numFmtId="{id}" xfId="0"{apply}><alignment/></xf>""");
        xml.Append("</cellXfs><dxfs><dxf><numFmt numFmtId=\"14\" formatCode=\"yyyy\"/></dxf></dxfs></styleSheet>");
        var rows = Enumerable.Range(0, styles.Count + 2).Select(s => string.Create(CultureInfo.InvariantCulture, $"<row>{string.Concat(numbers.Where(n => !(n > 1e8 && IsLength(s))).Select(n => string.Create(CultureInfo.InvariantCulture, $"""<c s="{s}"><v>{n:R}</v></c>""")))}</row>"));
        bool IsLength(int style) => style is 45 or 46 or 47 || style >= 60;
        var told = Compare(string.Concat(rows), styles: xml.ToString(), from1904: from1904);
        Assert.All([":Double", ":DateTime", ":TimeSpan"], kind => Assert.Contains(kind, told, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="4"><c r="B4" t="s"><v>2</v></c><c t="s"><v>3</v></c></row>""")]
    [InlineData("""<row><c t="str"><f>A1&amp;"x"</f><v>y_x000D__x00e9_</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="d"><v>2026-01-05</v></c><c t="d"><v>2026-01-05T08:00:00</v></c><c><v> 7 </v></c><c><v></v></c><c/><c t="n"><v>1e5</v></c></row>""")]
    [InlineData("""<row r="2"><c t="inlineStr"><is><t>a </t></is></c><c t="inlineStr"><is><r><rPr><b/></rPr><t>b</t></r><r><t xml:space="preserve"> c</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c><c t="inlineStr"><is><t/></is></c><c t="inlineStr"><is><t><![CDATA[<d>]]> e</t></is></c></row>""")]
    [InlineData("""<row r="3"><c r="a3"><v>1</v></c><c r="B"><v>2</v></c><c r="$D3"><v>3</v></c><c r="AB3"><v>4</v></c></row><row r="3"><c r="D3"><v>5</v></c></row><row r="x"><c><v>6</v></c></row><row r="5"/><row r="9"><c><v>7</v></c></row>""")]
    [InlineData("""<row r="5"><c><v>1</v></c></row><row r="3"><c><v>2</v></c></row><row><c><v>3</v></c></row><extLst><ext><row><c><v>9</v></c></row></ext></extLst><row r="20"><c><v>4</v></c><extLst><c><v>8</v></c></extLst></row>""")]
    [InlineData("""<!-- c --><row r="1"><c r="B1"><!-- c --><v>1<!-- c -->2</v></c><c r="A1"><v/></c></row><?pi x?>""")]
    [InlineData("")]
    public void Of_any_way_to_write_rows(string rows) => Compare(rows);

    private string Compare(string rows, string? styles = null, bool from1904 = false)
    {
        var path = folder.At("a.xlsx").Full;
        using (var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create))
        {
            Add(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="{(from1904 ? 1 : 0)}"/><sheets><sheet name="S" sheetId="1" r:id="a"/></sheets></workbook>""");
            Add(zip, "xl\\_rels\\Workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Target="/xl/worksheets/Sheet1.xml"/></Relationships>""");
            if (styles is not null) Add(zip, "xl/styles.xml", styles);
            Add(zip, "xl/sharedStrings.xml", $"""<sst xmlns="{Main}"><si><t>one</t></si><si><r><t>tw</t></r><r><rPr/><t>o_x0041_</t></r></si><si/><si><t xml:space="preserve"> </t><rPh><t>no</t></rPh></si></sst>""");
            Add(zip, "xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}"><cols><col min="1" max="2" width="9"/></cols><sheetData>{rows}</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>""");
        }

        var ours = string.Join('\n', Ours(path));
        Assert.Equal(string.Join('\n', OfLibrary(path)), ours);
        return ours;
    }

    private static IEnumerable<string> OfLibrary(string path)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(File.OpenRead(path));
        for (var row = 0; reader.Read(); row++)
            if (Told(row, Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)) is { } told) yield return told;
    }

    private static IEnumerable<string> Ours(string path)
    {
        using var workbook = new XlsxWorkbook("a.xlsx", File.OpenRead(path), CancellationToken.None);
        while (workbook.Read())
            if (Told(workbook.Row, Enumerable.Range(0, workbook.Width).Select(c => workbook[c])) is { } told) yield return told;
    }

    private static string? Told(int row, IEnumerable<object?> values)
    {
        var cells = values.Select((v, c) => v is null ? "" : string.Create(CultureInfo.InvariantCulture, $" {c}:{v.GetType().Name} '{(v is DateTime d ? d.ToString("O") : v is double n ? n.ToString("R", CultureInfo.InvariantCulture) : v)}'"));
        return string.Concat(cells) is { Length: > 0 } text ? $"{row}{text}" : null;
    }

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var part = new StreamWriter(zip.CreateEntry(name).Open());
        part.Write(xml);
    }
}
