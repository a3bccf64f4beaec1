using System.Text;
using Kaizen.Abstractions;
using Kaizen.Tests.PluginHost;

namespace Kaizen.Tests.Measuring;

public class CsvFileTests
{
    [Theory]
    [InlineData("a,b\n1,x\n2,y\n")]
    [InlineData("a,b\n1,x\n2,y")]
    [InlineData("a,b\r\n1,x\r\n2,y\r\n")]
    [InlineData("a,b\r1,x\r2,y\r")]
    [InlineData("\uFEFFa,b\n1,x\n2,y\n")]
    [InlineData(" a ,b\n\n1,x\n   \n2,y\n\n\n")]
    [InlineData("\"a\",\"b\"\n\"1\",\"x\"\n2,y\n")]
    public async Task The_same_rows_come_from_every_way_to_end_a_line(string csv)
    {
        using var rig = new Rig(csv);
        var (rows, refusals) = await rig.Read(("b", ColumnType.Text), ("a", ColumnType.Number));
        Assert.Equal(["x|1", "y|2"], rows);
        Assert.Equal(0, refusals.Count);
    }

    [Fact]
    public async Task Quoted_fields_hold_commas_line_breaks_and_quotes()
    {
        using var rig = new Rig("a,b\n\"Meier, Holt \"\"& Co\"\"\nof York\",1\nplain,no number\n");
        var (rows, refusals) = await rig.Read(("a", ColumnType.Text), ("b", ColumnType.Number));
        Assert.Equal("Meier, Holt \"& Co\"\nof York|1", rows[0]);
        Assert.Equal((2L, 4L), (refusals.Last!.Row, refusals.Last.Line));
    }

    [Theory]
    [InlineData(";", "a;b\n1;x,y\n")]
    [InlineData("tab", "a\tb\n1\tx,y\n")]
    [InlineData("|", "a|b\n1|x,y\n")]
    public async Task The_delimiter_can_be_stated(string delimiter, string csv)
    {
        using var rig = new Rig(csv) { Definition = Plugins.Source("csv", ("path", ["data.csv"]), ("delimiter", [delimiter])) };
        Assert.Equal(["x,y"], (await rig.Read(("b", ColumnType.Text))).Rows);
    }

    [Theory]
    [InlineData("utf-16", "utf-16")]
    [InlineData("utf-8", "utf-16")]
    [InlineData("windows-1252", "utf-8")]
    public async Task A_byte_order_mark_is_honoured(string stated, string actual)
    {
        var encoding = Encoding.GetEncoding(actual);
        using var rig = new Rig([.. encoding.GetPreamble(), .. encoding.GetBytes("a,b\nMüller,1\n")])
        {
            Definition = Plugins.Source("csv", ("path", ["data.csv"]), ("encoding", [stated])),
        };
        Assert.Equal(["Müller|1"], (await rig.Read(("a", ColumnType.Text), ("b", ColumnType.Number))).Rows);
    }

    [Fact]
    public async Task A_short_row_refuses_the_fields_that_it_lacks()
    {
        using var rig = new Rig("a,b,c\n1,2,3\n4,5\n");
        var (rows, refusals) = await rig.Read(("a", ColumnType.Number), ("c", ColumnType.Number));
        Assert.Equal(["1|3", "4|0"], rows);
        Assert.Equal(["c"], refusals.Columns);
        Assert.Equal(new RefusedValue(2, 3, "c", "", "the row has 2 of 3 fields"), refusals.Last);
    }

    [Fact]
    public async Task A_row_with_more_fields_than_the_header_is_refused_unless_they_are_empty()
    {
        using var rig = new Rig("a,b\n1,2,\nMeier, Holt,2\n");
        var (_, refusals) = await rig.Read(("b", ColumnType.Text));
        Assert.Equal(new RefusedValue(2, 3, "b", "", "the row has 3 fields and the header 2; a text that holds the delimiter needs quotes"), refusals.Last);
        Assert.Equal(1, refusals.Count);
    }

    [Fact]
    public async Task Columns_that_nobody_asks_for_are_not_judged()
    {
        using var rig = new Rig("a,b\n1,NaN\n");
        var (rows, refusals) = await rig.Read(("a", ColumnType.Number));
        Assert.Equal(["1"], rows);
        Assert.Equal(0, refusals.Count);
    }

    [Fact]
    public async Task One_column_can_be_read_as_two_types()
    {
        using var rig = new Rig("a,b\n7,x\n");
        Assert.Equal(["7|7"], (await rig.Read(("a", ColumnType.Text), ("a", ColumnType.Number))).Rows);
    }

    [Fact]
    public async Task A_header_alone_gives_no_rows()
    {
        using var rig = new Rig("a,b\n");
        Assert.Empty((await rig.Read(("a", ColumnType.Text))).Rows);
    }

    [Theory]
    [InlineData("", "The file 'data.csv' is empty. | its first line must name the columns")]
    [InlineData("\n\n", "The file 'data.csv' is empty. | its first line must name the columns")]
    [InlineData("a;b\n1;2\n", "The file 'data.csv' has one column, called 'a;b'. | write 'delimiter: \";\"'")]
    [InlineData("a\tb\n1\t2\n", "The file 'data.csv' has one column, called 'a\tb'. | write 'delimiter: tab'")]
    [InlineData("a,b,a\n1,2,3\n", "The file 'data.csv' names a column twice: 'a'. | give each column its own name")]
    public async Task A_file_without_a_usable_header_is_explained(string csv, string expected)
    {
        using var rig = new Rig(csv);
        var fault = await Assert.ThrowsAsync<SourceException>(() => rig.Read(("a", ColumnType.Text)));
        Assert.Equal(expected, $"{fault.Message} | {fault.Hint}");
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_is_found_where_it_opens()
    {
        using var rig = new Rig("a,b\n1,x\n2,\"y\n3,z\n");
        var fault = await Assert.ThrowsAsync<SourceException>(() => rig.Read(("a", ColumnType.Text)));
        Assert.Equal("A quoted text that begins in the row of line 3 is never closed.", fault.Message);
    }

    [Fact]
    public async Task A_missing_file_is_named_as_written_with_the_nearest_name()
    {
        using var rig = new Rig("a\n1\n") { Definition = Plugins.Source("csv", ("path", ["./dada.csv"])) };
        var fault = await Assert.ThrowsAsync<SourceException>(() => rig.Read(("a", ColumnType.Text)));
        Assert.Equal("The file './dada.csv' does not exist. | did you mean 'data.csv'?", $"{fault.Message} | {fault.Hint}");
    }

    [Fact]
    public async Task The_fingerprint_is_the_hash_of_the_bytes()
    {
        using var rig = new Rig("abc");
        var fingerprint = await Plugins.Open(rig.Definition, rig.Folder).Source.FingerprintAsync(CancellationToken.None);
        Assert.Equal("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", fingerprint);
    }
}
