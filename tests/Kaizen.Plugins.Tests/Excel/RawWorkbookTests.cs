using System.IO.Compression;
using System.Text;
using Kaizen.Abstractions;
using Kaizen.Plugin.Excel;
using Kaizen.Testing;

namespace Kaizen.Plugins.Tests.Excel;

/// <summary>What no spreadsheet writes, and other programs do, is read as it was meant or refused: never as something else.</summary>
public sealed class RawWorkbookTests : IDisposable
{
    private const string Damaged = " | does it open in a spreadsheet? save it there once more";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("", "2026-01-05 00:00:00")]
    [InlineData("date1904=\"0\"", "2026-01-05 00:00:00")]
    [InlineData("date1904=\"false\"", "2026-01-05 00:00:00")]
    [InlineData("date1904=\"1\"", "2030-01-06 00:00:00")]
    [InlineData("date1904=\"true\"", "2030-01-06 00:00:00")]
    public async Task Days_count_from_1904_where_the_workbook_says_so_in_any_way(string properties, string day) =>
        Assert.Equal([day], (await Read(ColumnType.Time, new() { Properties = properties, Rows = Column("""<c s="1"><v>46027</v></c>""") })).Rows);

    [Theory]
    [InlineData("1", "True")]
    [InlineData("true", "True")]
    [InlineData("0", "False")]
    [InlineData("false", "False")]
    public async Task True_and_false_are_written_in_two_ways_each(string written, string read)
    {
        var (rows, refusals) = await Read(ColumnType.Flag, new() { Rows = Column($"""<c t="b"><v>{written}</v></c>""") });
        Assert.Equal((read, 0L), (rows[0], refusals.Count));
    }

    [Theory]
    [InlineData(ColumnType.Number, "<c><v>1,5</v></c>", "'1,5' is no number, in a cell of a number")]
    [InlineData(ColumnType.Number, "<c><v>(5)</v></c>", "'(5)' is no number, in a cell of a number")]
    [InlineData(ColumnType.Number, "<c t=\"n\"><v>$5</v></c>", "'$5' is no number, in a cell of a number")]
    [InlineData(ColumnType.Text, "<c><v>5-</v></c>", "'5-' is no number, in a cell of a number")]
    [InlineData(ColumnType.Number, "<c><v>NaN</v></c>", "'NaN' is not a finite number")]
    [InlineData(ColumnType.Number, "<c><v>1e999</v></c>", "'Infinity' is not a finite number")]
    [InlineData(ColumnType.Time, "<c s=\"1\"><v>NaN</v></c>", "'NaN' is not a finite number")]
    [InlineData(ColumnType.Time, "<c s=\"2\"><v>NaN</v></c>", "'NaN' is not a finite number")]
    [InlineData(ColumnType.Time, "<c s=\"2\"><v>1e300</v></c>", "'1E+300' is a number, not a date; give the column's cells the format of a date")]
    [InlineData(ColumnType.Flag, "<c t=\"b\"><v>2</v></c>", "'2' is neither true nor false")]
    [InlineData(ColumnType.Flag, "<c t=\"b\"><v>yes</v></c>", "'yes' is neither true nor false")]
    public async Task A_cell_without_a_value_of_its_kind_is_refused(ColumnType type, string cell, string told)
    {
        var (rows, refusals) = await Read(type, new() { Rows = Column(cell) });
        Assert.Equal((1, $"row 1, line 2, a: {told}"), (rows.Count, Table.Told(refusals.Last)));
    }

    [Theory]
    [InlineData("<c><f>1+1</f></c>")]
    [InlineData("<c><f t=\"shared\" si=\"0\"/></c>")]
    [InlineData("<c><f>1+1</f><v></v></c>")]
    [InlineData("<c><f>1+1</f><v/></c>")]
    [InlineData("<c t=\"str\"><f>1+1</f></c>")]
    public async Task A_formula_that_was_never_computed_is_refused(string cell)
    {
        foreach (var type in Enum.GetValues<ColumnType>())
        {
            var (_, refusals) = await Read(type, new() { Rows = Column(cell) });
            Assert.Equal("row 1, line 2, a: '' is a formula that was never computed; open the workbook in a spreadsheet program and save it there", Table.Told(refusals.Last));
        }
    }

    [Theory]
    [InlineData("<c t=\"str\"><f>\"\"</f><v></v></c>")]
    [InlineData("<c t=\"str\"><f>\"\"</f><v/></c>")]
    [InlineData("<c><v/></c>")]
    [InlineData("<c/>")]
    public async Task A_formula_that_gives_an_empty_text_is_missing_as_an_empty_cell_is(string cell)
    {
        var (rows, refusals) = await Read(ColumnType.Number, new() { Rows = Column(cell + "<c r=\"B2\"><v>1</v></c>") });
        Assert.Equal(("", 0L), (Assert.Single(rows), refusals.Count));
    }

    [Theory]
    [InlineData("<c t=\"s\"><v>2</v></c>", "its cell A2 has the text of number '2', and there are 2")]
    [InlineData("<c t=\"s\"><v>-1</v></c>", "its cell A2 has the text of number '-1', and there are 2")]
    [InlineData("<c t=\"s\"><v>one</v></c>", "its cell A2 has the text of number 'one', and there are 2")]
    [InlineData("<c r=\"A2\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c>", "its cell A2 is written twice")]
    [InlineData("<c r=\"B2\"><v>1</v></c><c r=\"B2\"><v>1</v></c>", "its cell B2 is written twice")]
    [InlineData("<c r=\"B2\"><f>1</f></c><c r=\"A2\"/><c><v>1</v></c>", "its cell B2 is written twice")]
    public async Task Cells_that_contradict_the_workbook_make_it_a_damaged_one(string cell, string told) =>
        Assert.Equal($"The workbook 'a.xlsx' cannot be read: {told}.{Damaged}", await Told(new() { Rows = Column(cell) }));

    [Fact]
    public async Task A_row_in_several_pieces_is_one_row()
    {
        var (rows, refusals) = await Read(ColumnType.Number, new() { Rows = """<row r="1"><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row><row r="2"><c r="A2"/><c r="B2"><v>2</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"/></row>""" }, "a", "b");
        Assert.Equal(("1|2", 0L), (Assert.Single(rows), refusals.Count));
    }

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Optimal)]
    public async Task A_changed_byte_in_a_part_is_never_read_as_it_stands(CompressionLevel packed)
    {
        var whole = new RawWorkbook { Packed = packed, Rows = Column(string.Concat(Enumerable.Range(2, 40).Select(r => $"""<c r="A{r}"><v>{r}{r}</v></c></row><row r="{r + 1}">"""))) }.ToBytes();
        var expected = (await Read(whole)).Rows;
        var (start, end) = DataOf(whole, "xl/worksheets/sheet1.xml");
        var same = 0;
        for (var at = start; at < end; at++)
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 1;
            var rows = default(List<string>);
            var fault = await Record.ExceptionAsync(async () => rows = (await Read(changed)).Rows);
            // A few bits change nothing of what is packed, such as those behind its end.
            if (rows is null)
            {
                Assert.IsType<SourceException>(fault);
                continue;
            }

            Assert.Equal(expected, rows);
            same++;
        }

        Assert.Equal(40, expected.Count);
        Assert.InRange(same, 0, (end - start) / 20);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("A1:A3")]
    public async Task Another_checksum_is_told_also_behind_the_range(string? range)
    {
        var bytes = new RawWorkbook { Packed = CompressionLevel.NoCompression, Rows = Column("<c><v>1</v></c></row><row><c><v>2</v></c></row><row><c><v>1234567</v></c>") }.ToBytes();
        bytes[bytes.AsSpan().IndexOf("1234567"u8)] = (byte)'9';
        Assert.Equal(
            $"The workbook 'a.xlsx' cannot be read: its part xl/worksheets/sheet1.xml is damaged, and does not have the checksum that it had when it was written.{Damaged}",
            Table.Told(await Record.ExceptionAsync(() => Read(bytes, range))));
    }

    [Theory]
    [InlineData("worksheets/sheet1.xml")]
    [InlineData("./worksheets/sheet1.xml")]
    [InlineData("../xl/worksheets/sheet1.xml")]
    [InlineData("worksheets/../worksheets/./sheet1.xml")]
    [InlineData("/xl/worksheets/sheet1.xml")]
    [InlineData("/XL/./worksheets/Sheet1.xml")]
    [InlineData("worksheets\\sheet1.xml")]
    public async Task A_part_is_found_however_its_place_is_written(string target) =>
        Assert.Equal(["7"], (await Read(ColumnType.Number, new() { Target = target, Rows = Column("<c><v>7</v></c>") })).Rows);

    [Fact]
    public async Task What_is_not_there_is_told()
    {
        Assert.Equal($"The workbook 'a.xlsx' cannot be read: its sheet 'S' is missing.{Damaged}", await Told(new() { Target = "sheets/1.xml" }));
        Assert.Equal($"The workbook 'a.xlsx' cannot be read: it has no sheets.{Damaged}", await Told(new() { Sheets = "" }));
        Assert.Equal(
            "The workbook 'a.xlsx' is of the strict kind of Open XML, which is not read. | save it as an ordinary .xlsx: in Excel 'Excel Workbook', not 'Strict Open XML Spreadsheet'",
            await Told(new() { Of = "http://purl.oclc.org/ooxml/spreadsheetml/main", Rows = Column("<c><v>7</v></c>") }));
    }

    [Theory]
    [InlineData("", "", "worksheet", null, "a")]
    [InlineData("hidden", "", "worksheet", null, "second")]
    [InlineData("veryHidden", "visible", "worksheet", null, "second")]
    [InlineData("hidden", "hidden", "worksheet", null, "a")]
    [InlineData("hidden", "", "chartsheet", null, "a")]
    [InlineData("hidden", "", "worksheet", "S", "a")]
    [InlineData("hidden", "", "worksheet", "1", "a")]
    [InlineData("", "hidden", "worksheet", "2", "second")]
    public async Task The_first_sheet_is_the_first_that_is_not_hidden(string first, string second, string kind, string? sheet, string column)
    {
        static string State(string state) => state.Length == 0 ? "" : $"state=\"{state}\"";
        folder.Write("a.xlsx", new RawWorkbook
        {
            Sheets = $"""<sheet name="S" sheetId="1" {State(first)} r:id="r1"/><sheet name="T" sheetId="2" {State(second)} r:id="r2"/>""",
            Second = kind,
            Rows = Column("<c><v>7</v></c>"),
        }.ToBytes());
        Assert.StartsWith($"{column} Number", await Table.Columns(new ExcelSource(new ExcelOptions { Path = folder.At("a.xlsx"), Sheet = sheet })), StringComparison.Ordinal);
    }

    /// <summary>A column 'a' with cells in its second row.</summary>
    private static string Column(string cells) => $"""<row r="1"><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row><row r="2">{cells}</row>""";

    /// <summary>Where the packed bytes of a part lie, behind its name at its first place in the archive.</summary>
    private static (int Start, int End) DataOf(byte[] zip, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        var start = zip.AsSpan().IndexOf(Encoding.UTF8.GetBytes(name)) + name.Length;
        return (start, start + (int)archive.GetEntry(name)!.CompressedLength);
    }

    private Task<(List<string> Rows, Refusals Refusals)> Read(ColumnType type, RawWorkbook workbook, params string[] columns)
    {
        folder.Write("a.xlsx", workbook.ToBytes());
        return Table.Read(new ExcelSource(new ExcelOptions { Path = folder.At("a.xlsx") }), [.. (columns.Length == 0 ? ["a"] : columns).Select(c => (c, type))]);
    }

    private Task<(List<string> Rows, Refusals Refusals)> Read(byte[] workbook, string? range = null)
    {
        folder.Write("a.xlsx", workbook);
        return Table.Read(new ExcelSource(new ExcelOptions { Path = folder.At("a.xlsx"), Range = range }), ("a", ColumnType.Number));
    }

    private async Task<string> Told(RawWorkbook workbook) => Table.Told(await Record.ExceptionAsync(() => Read(ColumnType.Number, workbook)));
}
