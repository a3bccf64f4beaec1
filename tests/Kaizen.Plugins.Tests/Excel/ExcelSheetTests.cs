using Kaizen.Abstractions;
using Kaizen.Plugin.Excel;
using Kaizen.Testing;

namespace Kaizen.Plugins.Tests.Excel;

public sealed class ExcelSheetTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(null, null, "a Number, b", "1|x; 2|y; 3|z")]
    [InlineData("Second", null, "a Number, b", "7|s")]
    [InlineData("second", null, "a Number, b", "7|s")]
    [InlineData("2", null, "a Number, b", "7|s")]
    [InlineData("Third", "3", "a Number, b", "8|t; 9|u; 10|v")]
    [InlineData("Third", "B3:C", "a Number, b", "8|t; 9|u; 10|v")]
    [InlineData("Third", "$B$3:$C$5", "a Number, b", "8|t; 9|u")]
    [InlineData("3", "b3:d4", "a Number, b", "8|t")]
    public async Task Sheet_and_range_say_which_rows_are_read(string? sheet, string? range, string columns, string rows)
    {
        Workbook.Write(folder.At("a.xlsx").Full, false,
            ("First", [["a", "b"], [1, "x"], [2, "y"], null, [3, "z"]]),
            ("Second", [["a", "b"], [7, "s"]]),
            ("Third", [["A title", 5], null, [null, "a", "b"], [null, 8, "t"], [null, 9, "u"], [null, 10, "v"]]));
        var source = Source(sheet, range);
        Assert.Equal(columns, await Table.Columns(source));
        Assert.Equal(rows, string.Join("; ", (await Table.Read(source, ("a", ColumnType.Number), ("b", ColumnType.Text))).Rows));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Dates_are_the_same_from_either_base(bool from1904)
    {
        Workbook.Write(folder.At("a.xlsx").Full, from1904, ("S", [["at"], [new DateTime(2026, 3, 29)], [new DateTime(2026, 12, 31, 23, 59, 59)]]));
        Assert.Equal("at Time", await Table.Columns(Source()));
        Assert.Equal(["2026-03-29 00:00:00", "2026-12-31 23:59:59"], (await Table.Read(Source(), ("at", ColumnType.Time))).Rows);
    }

    [Theory]
    [InlineData(ColumnType.Number, "17", "row 2, line 3, a: '17' is a number stored as text; make numbers of the column's cells")]
    [InlineData(ColumnType.Number, "x", "row 2, line 3, a: 'x' is a text, not a number")]
    [InlineData(ColumnType.Number, true, "row 2, line 3, a: 'True' is true or false, not a number")]
    [InlineData(ColumnType.Text, 17, "row 2, line 3, a: '17' is a number, not a text")]
    [InlineData(ColumnType.Time, 46000, "row 2, line 3, a: '46000' is a number, not a date; give the column's cells the format of a date")]
    [InlineData(ColumnType.Time, "2026-01-05", "row 2, line 3, a: '2026-01-05' is a text, not a date")]
    [InlineData(ColumnType.Flag, 1, "row 2, line 3, a: '1' is a number, not true or false")]
    public async Task A_value_of_another_type_is_refused(ColumnType type, object value, string expected) => Assert.Equal(expected, await Refused(type, value));

    [Fact]
    public async Task Errors_and_times_without_a_date_are_refused()
    {
        foreach (var type in Enum.GetValues<ColumnType>())
            Assert.Equal("row 2, line 3, a: '#DIV/0!' is an error of the sheet", await Refused(type, new Error("#DIV/0!")));
        Assert.Equal("row 2, line 3, a: '#N/A' is an error of the sheet", await Refused(ColumnType.Number, new Error("#N/A")));
        Assert.Contains("is a time of day without a date", await Refused(ColumnType.Time, new Styled(0.5, 3)), StringComparison.Ordinal);
        Assert.Contains("is a length of time, not a number", await Refused(ColumnType.Number, new Styled(1.5, 4)), StringComparison.Ordinal);
        Assert.Equal("row 2, line 3, a: '2026-01-05' is a date, not a number", await Refused(ColumnType.Number, new DateTime(2026, 1, 5)));
    }

    [Fact]
    public async Task A_row_of_errors_alone_is_a_row()
    {
        Workbook.Write(folder.At("a.xlsx").Full, false, ("S", [["a", "b"], [1], null, [null, new Error("#REF!")], [2, new Formula("1/0", null)], [3, new Error("#N/A")]]));
        Assert.Equal("a Number, b", await Table.Columns(Source()));
        var (rows, refusals) = await Table.Read(Source(), ("a", ColumnType.Number), ("b", ColumnType.Number));
        Assert.Equal(["1|", "|0", "2|0", "3|0"], rows);
        Assert.Equal(["row 2, line 4, b: '#REF!' is an error of the sheet", "row 3, line 5, b: '' is a formula that was never computed; open the workbook in a spreadsheet program and save it there", "row 4, line 6, b: '#N/A' is an error of the sheet"], refusals.FirstOf("b").Select(Table.Told));
    }

    [Fact]
    public async Task A_workbook_of_the_older_format_is_read()
    {
        folder.Write("a.xlsx", OldWorkbook.Of([["when", "hours"], ["Montag, früh", 1.5], [null, -2e10]]));
        Assert.Equal("when, hours Number", await Table.Columns(Source()));
        Assert.Equal(["Montag, früh|1.5", "|-20000000000"], (await Table.Read(Source(), ("when", ColumnType.Text), ("hours", ColumnType.Number))).Rows);
    }

    [Fact]
    public async Task Formulas_give_what_was_computed_last()
    {
        Workbook.Write(folder.At("a.xlsx").Full, false, ("S", [["n", "t"], [new Formula("1+1", 2), new Formula("\"x\"", "x")], [null, new Formula("\"\"", "")], [5, "y"], [6, new Formula("\"\"", "")]]));
        Assert.Equal(["2|x", "5|y", "6|"], (await Table.Read(Source(), ("n", ColumnType.Number), ("t", ColumnType.Text))).Rows);
    }

    [Fact]
    public async Task What_cannot_be_used_is_told_with_the_way_out()
    {
        Workbook.Write(folder.At("a.xlsx").Full, false, ("Orders", [["a", "a"]]), ("Empty", []));
        Assert.Equal("The sheet 'Orders' of 'a.xlsx' names the column 'a' twice, in A and B. | give each column its own name", await Told(null, null));
        Assert.Equal("The sheet 'Empty' of 'a.xlsx' has no names of columns. | say with 'range' where the header is, such as range: 3 or range: B3:F200", await Told("Empty", null));
        Assert.Equal("The sheet 'Orders' of 'a.xlsx' has no names of columns in row 5. | say with 'range' where the header is, such as range: 3 or range: B3:F200", await Told("Orders", "5"));
        Assert.Equal("The workbook 'a.xlsx' has no sheet 'Oders'. | did you mean 'Orders'?", await Told("Oders", null));
        Assert.Equal("The workbook 'a.xlsx' has no sheet '3'. | its sheets are 'Orders', 'Empty'", await Told("3", null));
        folder.Write("a.xlsx", "a,b\n1,2\n");
        Assert.Equal("'a.xlsx' is no workbook that can be read. | xlsx, xlsm and xls can; save it as xlsx, or use 'csv' for a text file", await Told(null, null));
        folder.Write("a.xlsx", "PK\u0003\u0004 and then nothing of the kind");
        Assert.StartsWith("The workbook 'a.xlsx' cannot be read: ", await Told(null, null), StringComparison.Ordinal);
    }

    private ExcelSource Source(string? sheet = null, string? range = null) => new(new ExcelOptions { Path = folder.At("a.xlsx"), Sheet = sheet, Range = range });

    private async Task<string> Told(string? sheet, string? range) => Table.Told(await Record.ExceptionAsync(() => Table.Columns(Source(sheet, range))));

    private async Task<string> Refused(ColumnType type, object value)
    {
        Workbook.Write(folder.At("a.xlsx").Full, false, ("S", [["a", "b"], [null, 1], [value, 1]]));
        var (rows, refusals) = await Table.Read(Source(), ("a", type));
        Assert.Equal((2, 1L), (rows.Count, refusals.Count));
        return Table.Told(refusals.Last);
    }
}
