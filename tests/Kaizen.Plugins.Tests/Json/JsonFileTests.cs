using System.Text;
using Kaizen.Abstractions;
using Kaizen.Plugin.Json;
using Kaizen.Testing;

namespace Kaizen.Plugins.Tests.Json;

public sealed class JsonFileTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("{\"a\":1}\n{\"a\":2}")]
    [InlineData("\r\n{\"a\":1}\r\n \t\r\n{\"a\":2}\r\n\r\n")]
    [InlineData("\uFEFF{\"a\":1}\n{\"a\":2}\n")]
    [InlineData("[{\"a\":1},{\"a\":2}]")]
    [InlineData("\uFEFF \n[\n{\"a\":1}\n,\n{\"a\":2}\n]\n\n")]
    [InlineData("{\"meta\":{\"data\":[9]},\"data\":{\"more\":[[1],{}],\"items\":[{\"a\":1},{\"a\":2}],\"next\":null},\"end\":[]}", "data.items")]
    [InlineData("[{\"x\":{\"a\":1,\"deep\":[[{\"a\":7}]]},\"a\":1},{\"a\":2}]")]
    public async Task The_same_rows_come_from_every_form(string text, string? rows = null)
    {
        folder.Write("rows.json", text);
        Assert.Equal(["1", "2"], (await Table.Read(Source("rows.json", rows), ("a", ColumnType.Number))).Rows);
    }

    [Theory]
    [InlineData("{\"a\":1}\n{\"a\":}\n", null, "Line 2 of 'rows.json' cannot be read as JSON: '}' is an invalid start of a value. | each line is an object by itself; is it one document? name the array in it with 'rows'")]
    [InlineData("{\"a\":1}{\"a\":2}\n", null, "Line 1 of 'rows.json' cannot be read as JSON: '{' is invalid after a single JSON value. Expected end of data. | each line is an object by itself; is it one document? name the array in it with 'rows'")]
    [InlineData("[\n{\"a\":1},\n{\"a\":2", null, "Line 3 of 'rows.json' cannot be read as JSON: '2' is an invalid end of a number. Expected a delimiter. | was the file written to its end? a JSON editor shows the place")]
    [InlineData("{\"d\":[{\"a\":1}]", "d", "Line 1 of 'rows.json' cannot be read as JSON: Expected depth to be zero at the end of the JSON payload. There is an open JSON object or array that should be closed. | was the file written to its end? a JSON editor shows the place")]
    [InlineData("{\"d\":{}}", "d", "'d' in 'rows.json' is an object, not an array of rows. | name the array in it with 'rows', such as rows: data.items")]
    [InlineData("{\"d\":{}}", "d.e", "The document in 'rows.json' has no 'd.e'. | look at 'rows', which is the path to the array of rows")]
    [InlineData("[1]", "d", "The document in 'rows.json' has no 'd'. | look at 'rows', which is the path to the array of rows")]
    [InlineData("", "d", "The file 'rows.json' is empty. | it must hold an array of rows; one without rows is []")]
    [InlineData("[]", null, "The rows of 'rows.json' show no columns: there are none, or they are no objects. | name the columns with 'columns', or put a row there")]
    public async Task What_cannot_be_read_is_told_with_the_way_out(string text, string? rows, string expected)
    {
        folder.Write("rows.json", text);
        var source = Source("rows.json", rows);
        Assert.Equal(expected, Table.Told(await Record.ExceptionAsync(async () => { await Table.Columns(source); await Table.Read(source, ("a", ColumnType.Number)); })));
    }

    [Theory]
    [InlineData("""{"a":[{"v":1}],"a":[{"v":2}]}""", "a", "a")]
    [InlineData("""{"d":{"e":[{"v":1}],"x":{"e":1,"d":2}},"e":3,"\u0064":null}""", "d.e", "d")]
    [InlineData("""{"d":{"x":[{"e":1}],"e":[{"v":1}],"y":{},"e":7}}""", "d.e", "d.e")]
    public async Task A_way_to_the_rows_that_is_named_twice_is_told(string text, string rows, string twice)
    {
        folder.Write("rows.json", text);
        Assert.Equal($"The document in 'rows.json' names '{twice}' twice. | put all rows into one array; which of the two holds them is not guessed",
            Table.Told(await Record.ExceptionAsync(() => Table.Read(Source("rows.json", rows), ("v", ColumnType.Number)))));
    }

    [Theory]
    [InlineData("""{"a":[{"v":1}],"b":{"a":2},"c":[{"a":3}],"d":[["a"]]}""", "a")]
    [InlineData("""{"b":{"a":{"v":[]}},"a":{"a":2,"v":[{"v":1,"a":4}],"w":{"v":3}},"v":[{"a":3}]}""", "a.v")]
    public async Task The_same_name_elsewhere_is_another(string text, string rows)
    {
        folder.Write("rows.json", text);
        Assert.Equal(["1"], (await Table.Read(Source("rows.json", rows), ("v", ColumnType.Number))).Rows);
    }

    [Fact]
    public async Task Deep_nesting_is_told()
    {
        folder.Write("rows.json", "{\"a\":1}\n{\"a\":" + new string('[', 100_000) + "\n");
        Assert.StartsWith("Line 2 of 'rows.json' cannot be read as JSON: The maximum configured depth of 64 has been exceeded.", Table.Told(await Record.ExceptionAsync(() => Table.Read(Source("rows.json"), ("a", ColumnType.Number)))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_without_end_is_told()
    {
        folder.Write("rows.json", "{\"a\":1}\n{\"a\":\"" + new string('x', 20_000_000) + "\"}");
        Assert.Equal(
            "The row that begins in line 2 of 'rows.json' is longer than 16 MB. | is it a document? name the array in it with 'rows', such as rows: data.items",
            Table.Told(await Record.ExceptionAsync(() => Table.Read(Source("rows.json"), ("a", ColumnType.Number)))));
    }

    [Fact]
    public async Task Rows_of_any_length_cross_the_bounds_of_the_buffer()
    {
        // Each row is longer than the last, so that rows end everywhere in the buffer; some are longer than it.
        string[] rows = [.. Enumerable.Range(0, 400).Select(i => $$"""{"skip":"{{new string('é', i * 9)}}","n":{"m":{{i}}},"t":"{{new string('\\', 2)}}{{new string('y', i % 100 == 7 ? 400_000 : i)}}"}""")];
        folder.Write("lines.json", string.Join('\n', rows));
        folder.Write("array.json", $"[{string.Join(",\n", rows)}]");
        folder.Write("deep.json", $$$"""{"before":{{{rows[307]}}},"data":{"items":[{{{string.Join(",", rows)}}}]}}""");
        foreach (var source in new[] { Source("lines.json"), Source("array.json"), Source("deep.json", "data.items") })
        {
            var read = await Table.Read(source, ("n.m", ColumnType.Number), ("t", ColumnType.Text));
            Assert.Equal(Enumerable.Range(0, 400).Select(i => $"{i}|\\{new string('y', i % 100 == 7 ? 400_000 : i)}"), read.Rows);
        }
    }

    [Fact]
    public async Task Files_are_read_in_the_order_of_their_paths_and_packed_ones_unpacked()
    {
        folder.Write("data/10.ndjson.gz", Table.Packed("{\"a\":10}\n"));
        folder.Write("data/2.ndjson", "{\"a\":2}\n{\"a\":\"x\"}\n");
        folder.Write("data/B.ndjson", "{\"b\":3}\n");
        folder.Write("data/empty.ndjson", "");
        folder.Write("data/other.txt", "?");
        folder.Write("more/a/c.ndjson", "[{\"a\":4}]");
        var source = Source("data/*.ndjson*");
        Assert.Equal("a, b Number", await Table.Columns(source));
        var (rows, refusals) = await Table.Read(source, ("a", ColumnType.Number));
        Assert.Equal(["10", "2", "0", ""], rows);
        Assert.Equal("row 3, line 2, a: 'x' is a text, not a number, in 'data/2.ndjson'", Table.Told(refusals.Last));
        Assert.Equal(5, (await Table.Read(Source("**/*.ndjson*"), ("a", ColumnType.Number))).Rows.Count);
    }

    [Fact]
    public async Task A_fingerprint_tells_which_file_holds_what()
    {
        folder.Write("1.json", "{}\n");
        folder.Write("2.json", "{}\n{}\n");
        var before = await Source("*.json").FingerprintAsync(CancellationToken.None);
        folder.Write("1.json", "{}\n{}\n");
        folder.Write("2.json", "{}\n");
        Assert.NotEqual(before, await Source("*.json").FingerprintAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("data/*.json", "No file fits 'data/*.json'. | in its folder there are notes.txt")]
    [InlineData("date/*.json", "No file fits 'date/*.json': its folder does not exist. | look at the path, which begins at the folder of kaizen.yaml")]
    [InlineData("data/note.txt", "The file 'data/note.txt' does not exist. | did you mean 'notes.txt'?")]
    [InlineData("data", "'data' is a folder, not a file. | name a file in it")]
    public async Task Files_that_are_not_there_are_told(string path, string expected)
    {
        folder.Write("data/notes.txt", "{}");
        Assert.Equal(expected, Table.Told(await Record.ExceptionAsync(() => Table.Columns(Source(path)))));
    }

    [Fact]
    public async Task What_is_no_gzip_and_what_was_cut_off_is_told()
    {
        folder.Write("a.json.gz", "{}");
        Assert.StartsWith("'a.json.gz' cannot be unpacked: ", Table.Told(await Record.ExceptionAsync(() => Table.Columns(Source("a.json.gz")))), StringComparison.Ordinal);
        folder.Write("b.json", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}")).ToArray());
        Assert.Equal("The file 'b.json' is UTF-16, and JSON is read as UTF-8. | save it as UTF-8", Table.Told(await Record.ExceptionAsync(() => Table.Columns(Source("b.json")))));
    }

    private JsonSource Source(string path, string? rows = null) => new(new JsonOptions { Path = folder.At(path), Rows = rows });
}
