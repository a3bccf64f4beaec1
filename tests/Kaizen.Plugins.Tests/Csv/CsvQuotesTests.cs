using Kaizen.Abstractions;
using Kaizen.Plugin.Csv;
using Kaizen.Testing;

namespace Kaizen.Plugins.Tests.Csv;

/// <summary>A quote in the wrong place loses no row without a word.</summary>
public sealed class CsvQuotesTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_row_with_text_after_a_closing_quote_is_refused()
    {
        Write("a,t,v\n1,x,1\n2,\"5 inch\" pipe,2\n3,\"half,\"3\n4,5\" pipe,4\n5,5\" pipe,\"1\" 5\n\n6,\"y\" ,6\n");
        var (rows, refusals) = await Read();
        Assert.Equal(["1|1", "0|0", "0|0", "4|4", "0|0", "6|6"], rows);
        Assert.Equal([(2L, 3L), (3L, 4L), (5L, 6L)], refusals.FirstOf("v").Select(r => (r.Row, r.Line)));
        Assert.Equal(refusals.CountOf("v"), refusals.CountOf("a"));
        Assert.Equal("row 5, line 6, v: '' is the row has text after a closing quote; double a \" that belongs to the text", Table.Told(refusals.Last));
    }

    [Theory]
    [InlineData("1,x,1\n2,\"half,1\n3,ok,1\n4,ok,1\n5,\"half\" x,1\n6,ok,1\n", 3)]
    [InlineData("1,\"two\r\nlines\",\"half\r\n2,ok,\"1\r\n", 3)]
    [InlineData("1,5\" pipe,1\n2,5\" pipe,\"half\n3,\"5 inch\" pipe,1\n", 3)]
    [InlineData("1,\"5 inch\" pipe,\"half\r2,ok,\"1\r", 2)]
    public async Task Rows_that_a_quote_may_have_swallowed_stop_the_reading(string rows, int line)
    {
        Write("a,t,v\n" + rows);
        Assert.Equal(
            $"A quoted text that begins in line {line} goes on over the end of the line, and more text follows its closing quote: rows may be lost in it. | close it with \", or double a \" that belongs to the text",
            Table.Told(await Record.ExceptionAsync(Read)));
    }

    [Theory]
    [InlineData("1,x,1\n2,5\" pipe,\"half\n3,y,1\n", 3)]
    [InlineData("1,x,1\n2,y,\"1\n3,z,1\n", 3)]
    [InlineData("1,x,1\n\"", 3)]
    [InlineData("1,x,1\n2,x,\"", 3)]
    public async Task A_quote_that_is_never_closed_stops_the_reading(string rows, int line)
    {
        Write("a,t,v\n" + rows);
        Assert.Equal(
            $"A quoted text that begins in the row of line {line} is never closed. | close it with \", or double a \" that belongs to the text",
            Table.Told(await Record.ExceptionAsync(Read)));
    }

    [Theory]
    [InlineData("a,\"t\" x,v\n1,x,1\n")]
    [InlineData("a,\"t,v\n1,x,1\n")]
    [InlineData("a\",\"t,v\n1,x,1\n")]
    [InlineData("a\",\"t,v\n1,\"x,1\n")]
    public async Task A_header_with_a_broken_quote_is_told(string csv)
    {
        Write(csv);
        Assert.Equal(
            "A quoted name in the header of 'a.csv' does not end with its closing quote. | close it with \", or double a \" that belongs to the text",
            Table.Told(await Record.ExceptionAsync(() => Table.Columns(Source()))));
    }

    private void Write(string csv) => folder.Write("a.csv", csv);

    private Task<(List<string> Rows, Refusals Refusals)> Read() => Table.Read(Source(), ("a", ColumnType.Number), ("v", ColumnType.Number));

    private CsvSource Source() => new(CsvSettings.Of(new CsvOptions { Path = folder.At("a.csv") }));
}
