using Kaizen.Abstractions;
using Kaizen.Plugin.Excel;
using Kaizen.Testing;

namespace Kaizen.Plugins.Tests.Excel;

public sealed class ExcelFilesTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Workbooks_are_read_in_the_order_of_their_paths_whatever_their_columns_order_and_base()
    {
        Write("2026-01.xlsx", ["at", "n", "t"], [new DateTime(2026, 1, 5), 1, "x"]);
        Workbook.Write(folder.At("2026-02.xlsx").Full, true, ("Sheet", [["t", "at", "n"], ["y", new DateTime(2026, 2, 5), 2]]));
        folder.Write("2026-03.xls", OldWorkbook.Of([["t", "n", "at"], ["z", 3, null]]));
        Assert.Equal("at Time, n Number, t", await Table.Columns(Source("2026-*.xls*")));
        var (rows, refusals) = await Table.Read(Source("2026-*.xls*"), ("n", ColumnType.Number), ("t", ColumnType.Text), ("at", ColumnType.Time));
        Assert.Equal(["1|x|2026-01-05 00:00:00", "2|y|2026-02-05 00:00:00", "3|z|"], rows);
        Assert.Equal(0, refusals.Count);
    }

    [Fact]
    public async Task A_column_has_a_type_where_the_workbooks_agree_on_it()
    {
        Write("1.xlsx", ["a", "b", "c"], [1, 1, null]);
        Write("2.xlsx", ["c", "b", "a"], [true, "x", 2]);
        Write("3.xlsx", ["a", "b", "c"], [3, 3, false]);
        Assert.Equal("a Number, b, c Flag", await Table.Columns(Source("*.xlsx")));
    }

    [Fact]
    public async Task A_refused_value_names_its_workbook_and_the_row_in_its_sheet()
    {
        Write("1.xlsx", ["a"], [1], [2]);
        Write("2.xlsx", ["a"], null, [3], ["?"]);
        var (rows, refusals) = await Table.Read(Source("*.xlsx"), ("a", ColumnType.Number));
        Assert.Equal(["1", "2", "3", "0"], rows);
        Assert.Equal("row 4, line 4, a: '?' is a text, not a number, in '2.xlsx'", Table.Told(refusals.Last));
    }

    [Fact]
    public async Task Workbooks_with_other_columns_or_none_that_fit_are_told()
    {
        Assert.StartsWith("No file fits 'data/*.xlsx': its folder does not exist.", await Told("data/*.xlsx"), StringComparison.Ordinal);
        Write("1.xlsx", ["a", "b"]);
        Write("2.xlsx", ["b", "a"]);
        Assert.StartsWith("No file fits '*.xlsm'. | in its folder there are 1.xlsx, 2.xlsx", await Told("*.xlsm"), StringComparison.Ordinal);
        Write("3.xlsx", ["a", "c"]);
        Assert.Equal(
            "The files '1.xlsx' and '3.xlsx' do not have the same columns: 'b' is in '1.xlsx' and not in '3.xlsx'. | give them one header, or make two sources of them",
            await Told("*.xlsx"));
        Assert.Equal("The workbook '1.xlsx' has no sheet 'Orders'. | its sheets are 'Sheet'", Table.Told(await Record.ExceptionAsync(() => Table.Columns(Source("*.xlsx", "Orders")))));
    }

    [Fact]
    public async Task A_column_that_went_away_meanwhile_is_told()
    {
        Write("1.xlsx", ["a"], [1]);
        Write("2.xlsx", ["b"], [1]);
        Assert.Equal(
            "The workbook '2.xlsx' has no column 'a' any more. | was the file changed while it was read? run again",
            Table.Told(await Record.ExceptionAsync(() => Table.Read(Source("*.xlsx"), ("a", ColumnType.Number)))));
    }

    private ExcelSource Source(string path, string? sheet = null) => new(new ExcelOptions { Path = folder.At(path), Sheet = sheet });

    private async Task<string> Told(string path) => Table.Told(await Record.ExceptionAsync(() => Table.Columns(Source(path))));

    private void Write(string name, params object?[]?[] rows) => Workbook.Write(folder.At(name).Full, false, ("Sheet", rows));
}
