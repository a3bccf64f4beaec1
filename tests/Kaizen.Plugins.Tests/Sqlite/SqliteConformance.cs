using Kaizen.Abstractions;
using Kaizen.Plugin.Sqlite;
using Kaizen.Testing;
using Microsoft.Data.Sqlite;

namespace Kaizen.Plugins.Tests.Sqlite;

public class SqliteConformance : SourceConformance<SqlitePlugin, SqliteOptions>
{
    private const string Table = "CREATE TABLE visit (at TEXT, hours REAL, name TEXT, big INTEGER)";
    private readonly FilePath file;

    public SqliteConformance() => file = Write("rows.sqlite", Table, """
        INSERT INTO visit VALUES ('2026-01-05T08:00:00+02:00', 1.5, 'Meier', 1), ('2026-01-06', NULL, '', 0), ('2026-01-07 09:30', -3, NULL, 1)
        """);

    protected override SqliteOptions Options => new() { Path = file, Table = "visit" };

    protected override IReadOnlyList<ColumnRequest> Columns =>
        [new("at", ColumnType.Time), new("hours", ColumnType.Number), new("name", ColumnType.Text), new("big", ColumnType.Flag)];

    protected override IReadOnlyList<object?[]> Expected =>
    [
        [new DateTime(2026, 1, 5, 6, 0, 0, DateTimeKind.Utc), 1.5, "Meier", true],
        [new DateTime(2026, 1, 6), null, "", false],
        [new DateTime(2026, 1, 7, 9, 30, 0), -3, null, true],
    ];

    protected override Given<IReadOnlyList<FaultyOptions<SqliteOptions>>> Faulty => Given.These(
        new FaultyOptions<SqliteOptions>(new() { Path = Folder.At("no/such.sqlite"), WaitSeconds = -1 }, "table", "wait_seconds"),
        new FaultyOptions<SqliteOptions>(new() { Path = Folder.At("no/such.sqlite"), Table = "visit", Query = "drop table visit" }, "query"));

    protected override Given<SqliteOptions> Empty => Given.This(new SqliteOptions { Path = Write("empty.sqlite", Table), Table = "visit" });

    protected override Given<SqliteOptions> Unreachable => Given.This(new SqliteOptions { Path = Folder.At("no/such.sqlite"), Table = "visit" });

    protected override Given<Action> Change => Given.This<Action>(() => Write("rows.sqlite", "UPDATE visit SET hours = 1.6 WHERE hours = 1.5"));

    protected override Given<IReadOnlyList<string>> Files => Given.These(file.Full);

    protected override long ManyRows => Big.Rows;

    protected override Given<SqliteOptions> Many(long rows) => Given.This(new SqliteOptions
    {
        Path = Write("many.sqlite", Table, $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT {rows}) INSERT INTO visit SELECT '2026-01-05T08:00:00Z', i, 'row ' || i, i % 2 FROM n"),
        Query = "select * from visit -- all of them;",
    });

    [Theory]
    [InlineData("rows.sqlite", "visitor", "no such table")]
    [InlineData("odd.sqlite", "visit", "not a database")]
    public async Task What_is_no_table_is_told_in_words(string name, string table, string says)
    {
        Folder.Write("odd.sqlite", "this is a text, and one that is longer than the head of a database would be: " + new string('x', 100));
        var source = Source(new SqliteOptions { Path = Folder.At(name), Table = table });
        var fault = await Assert.ThrowsAsync<SourceException>(() => source.DescribeAsync(CancellationToken.None).AsTask());
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_and_nothing_beyond_the_query_runs()
    {
        var before = File.ReadAllBytes(file.Full);
        foreach (var query in new[] { "select * from visit; delete from visit", "with x as (select 1) delete from visit", "select load_extension('x')", "select writefile('x', 'y')" })
        {
            var source = Source(new SqliteOptions { Path = file, Query = query });
            await Assert.ThrowsAsync<SourceException>(async () =>
            {
                await source.DescribeAsync(CancellationToken.None);
                await using var reader = await source.OpenAsync(new ReadRequest([new("hours", ColumnType.Number)], new Refusals()), CancellationToken.None);
                await reader.ReadAsync();
            });
        }

        Assert.Equal(before, File.ReadAllBytes(file.Full));
    }

    private static ISource Source(SqliteOptions options)
    {
        var builder = new Taking();
        new SqlitePlugin().Register(builder);
        return builder.Create!(options);
    }

    private FilePath Write(string name, params string[] statements)
    {
        var path = Folder.At(name);
        using var connection = new SqliteConnection($"Data Source={path.Full};Pooling=False");
        connection.Open();
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }

        return path;
    }

    private sealed class Taking : IPluginBuilder
    {
        public Func<SqliteOptions, ISource>? Create { get; private set; }

        public void Source<TOptions>(string name, string description, Func<TOptions, ISource> create)
            where TOptions : class => Create = o => create((TOptions)(object)o);

        public void Metric<TOptions>(string name, string description, Func<TOptions, IMetric> create)
            where TOptions : class => throw new InvalidOperationException("It offers no metric.");
    }
}
