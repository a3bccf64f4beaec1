using Kaizen.Abstractions;
using Kaizen.Plugin.Csv;
using Kaizen.Testing;

namespace Kaizen.Plugins.Tests.Csv;

public sealed class CsvFilesTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Files_are_read_in_the_order_of_their_paths_whatever_the_order_of_their_columns()
    {
        folder.Write("data/2026-01.csv", "a,b\n1,x\n");
        folder.Write("data/2026-02.csv", "\uFEFFb,a\n\ny,2\n");
        folder.Write("data/2026-03.csv.gz", Table.Packed("a,b,\n3,z\n"));
        Assert.Equal("a, b", await Table.Columns(Source("data/2026-*.csv*")));
        var (rows, refusals) = await Table.Read(Source("data/2026-*.csv*"), ("b", ColumnType.Text), ("a", ColumnType.Number));
        Assert.Equal(["x|1", "y|2", "z|3"], rows);
        Assert.Equal(0, refusals.Count);
    }

    [Fact]
    public async Task A_refused_value_names_its_file_and_the_line_in_it()
    {
        folder.Write("1.csv", "a,b\n1,x\n");
        folder.Write("2.csv", "a,b\n\n?,y\n3\n");
        var (_, refusals) = await Table.Read(Source("*.csv"), ("a", ColumnType.Number), ("b", ColumnType.Text));
        Assert.Equal("row 2, line 3, a: '?' is not a number, in '2.csv'", Table.Told(refusals.FirstOf("a")[0]));
        Assert.Equal("row 3, line 4, b: '' is the row has 1 of 2 fields, in '2.csv'", Table.Told(refusals.Last));
    }

    [Fact]
    public async Task Files_with_other_columns_are_named()
    {
        folder.Write("1.csv", "a,b\n");
        folder.Write("2.csv", "b,a\n");
        folder.Write("3.csv", "a,c\n");
        Assert.Equal(
            "The files '1.csv' and '3.csv' do not have the same columns: 'b' is in '1.csv' and not in '3.csv'. | give them one header, or make two sources of them",
            Table.Told(await Record.ExceptionAsync(() => Table.Columns(Source("*.csv")))));
    }

    [Fact]
    public async Task An_open_quote_is_told_with_its_file()
    {
        folder.Write("1.csv", "a,b\n1,2\n");
        folder.Write("2.csv", "a,b\n1,\"2\n");
        Assert.StartsWith(
            "A quoted text that begins in the row of line 2 of '2.csv' is never closed.",
            Table.Told(await Record.ExceptionAsync(() => Table.Read(Source("*.csv"), ("a", ColumnType.Number)))),
            StringComparison.Ordinal);
    }

    private CsvSource Source(string path) => new(CsvSettings.Of(new CsvOptions { Path = folder.At(path) }));
}
