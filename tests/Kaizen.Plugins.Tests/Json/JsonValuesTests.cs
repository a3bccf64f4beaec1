using Kaizen.Abstractions;
using Kaizen.Plugin.Json;
using Kaizen.Testing;

namespace Kaizen.Plugins.Tests.Json;

public sealed class JsonValuesTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(ColumnType.Number, "\"17\"", "row 1, line 1, a: '17' is a text, not a number")]
    [InlineData(ColumnType.Number, "true", "row 1, line 1, a: 'true' is true or false, not a number")]
    [InlineData(ColumnType.Number, "1e999", "row 1, line 1, a: '1e999' is not a finite number")]
    [InlineData(ColumnType.Number, "[1]", "row 1, line 1, a: '' is the row has an array, not a number")]
    [InlineData(ColumnType.Number, "{\"b\":1}", "row 1, line 1, a: '' is the row has an object, not a number")]
    [InlineData(ColumnType.Text, "17", "row 1, line 1, a: '17' is a number, not a text")]
    [InlineData(ColumnType.Text, "\"\\ud800\"", "row 1, line 1, a: '\\ud800' is not valid UTF-8")]
    [InlineData(ColumnType.Flag, "1", "row 1, line 1, a: '1' is a number, not true or false")]
    [InlineData(ColumnType.Flag, "\"true\"", "row 1, line 1, a: 'true' is a text, not true or false")]
    [InlineData(ColumnType.Time, "1767600000", "row 1, line 1, a: '1767600000' is a number, not a time as text")]
    [InlineData(ColumnType.Time, "\"05.01.2026\"", "row 1, line 1, a: '05.01.2026' is not an ISO 8601 date or time")]
    [InlineData(ColumnType.Number, "1, \"a\": 2", "row 1, line 1, a: '' is the row names it twice")]
    public async Task A_value_of_another_type_is_refused(ColumnType type, string value, string expected)
    {
        var (rows, refusals) = await Table.Read(Source($$"""{"a": {{value}}}""", o => o with { Columns = ["a"] }), ("a", type));
        Assert.Single(rows);
        Assert.Equal(expected, Table.Told(refusals.Last));
        Assert.Equal(1, refusals.Count);
    }

    [Fact]
    public async Task A_refused_value_names_its_row_and_line_in_an_array()
    {
        var (rows, refusals) = await Table.Read(Source("[\n  { \"a\": 1 },\n  {\n    \"b\": 2,\n    \"a\": \"x\"\n  }\n]"), ("a", ColumnType.Number));
        Assert.Equal(["1", "0"], rows);
        Assert.Equal("row 2, line 5, a: 'x' is a text, not a number", Table.Told(refusals.Last));
    }

    [Fact]
    public async Task A_row_that_is_no_object_refuses_its_values()
    {
        var (rows, refusals) = await Table.Read(Source("[{\"a\":1}, 7, [2], null]"), ("a", ColumnType.Number));
        Assert.Equal(["1", "0", "0", "0"], rows);
        Assert.Equal(["the row is a number, not an object", "the row is an array, not an object", "the row is null, not an object"], refusals.FirstOf("a").Select(r => r.Why));
    }

    [Fact]
    public async Task Nested_names_are_columns_and_what_stands_between_is_missing()
    {
        var source = Source("""{"a":{"b":{"c":1},"d":"x"},"e":[{"f":1}]}""" + "\n" + """{"a":null}""" + "\n{}\n" + """{"a":5}""");
        Assert.Equal("a.b.c Number, a.d, a Number", await Table.Columns(source));
        var (rows, refusals) = await Table.Read(source, ("a.b.c", ColumnType.Number), ("a.d", ColumnType.Text));
        Assert.Equal(["1|x", "|", "|", "0|"], rows);
        Assert.Equal("row 4, line 4, a.d: '' is it would stand in an object, where the row has a number", Table.Told(refusals.Last));
    }

    [Theory]
    [InlineData("""{"v":null,"v":5}""", "v", "the row names it twice")]
    [InlineData("""{"v":5,"v":null}""", "v", "the row names it twice")]
    [InlineData("""{"v":null,"v":null}""", "v", "the row names it twice")]
    [InlineData("""{"c.v":null,"c":{"v":5}}""", "c.v", "the row names it twice")]
    [InlineData("""{"c":{"v":1},"c":{"w":5}}""", "c.v", "the row names the object twice in which it would stand")]
    [InlineData("""{"c":{"w":1},"c":{"v":5}}""", "c.v", "the row names the object twice in which it would stand")]
    [InlineData("""{"c":null,"c":{"v":5}}""", "c.v", "the row names the object twice in which it would stand")]
    [InlineData("""{"c":{"v":5},"c":null}""", "c.v", "the row names the object twice in which it would stand")]
    public async Task A_name_that_stands_twice_is_refused(string row, string column, string why)
    {
        var (rows, refusals) = await Table.Read(Source("""{"v":7,"c":{"v":7}}""" + "\n" + row + "\n" + """{"v":8,"c":{"v":8}}"""), (column, ColumnType.Number));
        Assert.Equal(["7", "0", "8"], rows);
        Assert.Equal($"row 2, line 2, {column}: '' is {why}", Table.Told(refusals.Last));
        Assert.Equal(1, refusals.Count);
    }

    [Fact]
    public async Task A_dot_within_a_name_is_no_way_down()
    {
        var source = Source("""{"a.b":1,"c":{"d.e":2}}""");
        Assert.Equal(["1|2"], (await Table.Read(source, ("a.b", ColumnType.Number), ("c.d.e", ColumnType.Number))).Rows);
    }

    [Theory]
    [InlineData(JsonTimes.UnixSeconds, "1767600000.5", "2026-01-05 08:00:00.5Z")]
    [InlineData(JsonTimes.UnixSeconds, "-1", "1969-12-31 23:59:59Z")]
    [InlineData(JsonTimes.UnixMilliseconds, "1767600000123", "2026-01-05 08:00:00.123Z")]
    public async Task Times_may_be_numbers(JsonTimes times, string value, string expected) =>
        Assert.Equal([expected], (await Table.Read(Source($$"""{"a":{{value}}}""", o => o with { Times = times }), ("a", ColumnType.Time))).Rows);

    [Theory]
    [InlineData("7", JsonTimes.UnixSeconds, "1|7")]
    [InlineData("9007199254740993", JsonTimes.UnixMilliseconds, "1|9007199254740993")]
    [InlineData("7", JsonTimes.Iso, "|")]
    [InlineData("\"x\"", JsonTimes.UnixSeconds, "|x")]
    public async Task Numbers_that_may_be_times_are_texts_where_nothing_shows_more(string value, JsonTimes times, string expected)
    {
        var rows = (await Table.Read(Source("""{"id":1}""" + "\n" + $$"""{"id":{{value}}}""", o => o with { Times = times }), ("id", ColumnType.Text))).Rows;
        Assert.Equal(expected, string.Join('|', rows));
    }

    [Fact]
    public async Task A_number_beyond_all_times_is_refused()
    {
        var (_, refusals) = await Table.Read(Source("""{"a":1e18}""", o => o with { Times = JsonTimes.UnixSeconds }), ("a", ColumnType.Time));
        Assert.Equal("not a number of seconds between the years 1 and 9999", refusals.Last!.Why);
    }

    [Fact]
    public async Task Columns_have_types_where_all_values_agree()
    {
        var source = Source("""{"n":1,"f":false,"t":"x","m":1,"o":null}""" + "\n" + """{"n":null,"f":true,"m":"1"}""");
        Assert.Equal("n Number, f Flag, t, m, o", await Table.Columns(source));
    }

    [Fact]
    public async Task A_column_that_only_later_rows_have_is_named()
    {
        var text = string.Concat(Enumerable.Repeat("{\"a\":1}\n", 1000)) + "{\"late\":2}\n";
        Assert.Equal("No row of 'rows.json' that was looked at has 'late'. | name it with 'columns' where only later rows have it",
            Table.Told(await Record.ExceptionAsync(() => Table.Read(Source(text), ("late", ColumnType.Number)))));
        Assert.Equal("2", (await Table.Read(Source(text, o => o with { Columns = ["late"] }), ("late", ColumnType.Number))).Rows[^1]);
    }

    private JsonSource Source(string text, Func<JsonOptions, JsonOptions>? with = null)
    {
        var options = new JsonOptions { Path = folder.Write("rows.json", text) };
        return new JsonSource(with?.Invoke(options) ?? options);
    }
}
