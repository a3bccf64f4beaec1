using Kaizen.Abstractions;
using Kaizen.Plugin.Sqlite;
using Kaizen.Testing;
using Microsoft.Data.Sqlite;

namespace Kaizen.Plugins.Tests.Sqlite;

/// <summary>What is wrong with a database or a query is told as a fault of the source, with the way out.</summary>
public sealed class SqliteFaultTests : IDisposable
{
    private const string Fill = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 12000) INSERT INTO t SELECT '2026-01-05', i FROM n";
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Damage_that_is_found_in_the_midst_of_the_rows_is_a_fault_of_the_data()
    {
        Write("torn.db", Fill);
        var bytes = await File.ReadAllBytesAsync(folder.At("torn.db").Full);
        bytes.AsSpan(20 * 4096, 4096).Fill(0xFF);
        folder.Write("torn.db", bytes);
        var source = Source("torn.db", "select d, v from t");
        Assert.Equal("d, v", await Table.Columns(source));
        Assert.StartsWith("The database cannot be read: SQLite Error 11: ", Table.Told(await Record.ExceptionAsync(() => Table.Read(source, ("v", ColumnType.Number)))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_was_left_off_is_told()
    {
        Write("live.db", Fill);
        using (var writer = new SqliteConnection($"Data Source={folder.At("live.db").Full};Pooling=False"))
        {
            writer.Open();
            foreach (var statement in new[] { "PRAGMA cache_size = 2", "BEGIN IMMEDIATE", "UPDATE t SET v = 1000" }) Do(writer, statement);
            foreach (var end in new[] { "", "-journal" }) File.Copy(folder.At("live.db" + end).Full, folder.At("left.db" + end).Full);
        }

        Assert.Equal(
            "The database 'left.db' was left in the midst of a change, which the file beside it would take back; it is opened for reading only. | open it once with the program that writes it, then run again",
            await Told(Source("left.db", "select d, v from t")));
    }

    [Fact]
    public void A_log_that_cannot_be_read_is_told()
    {
        var faults = new SqliteFaults(new SqliteOptions { Path = folder.At("log.db") });
        var answer = new SqliteException("SQLite Error 14: 'unable to open database file'.", 14);
        Assert.Null(faults.Told(answer));
        folder.Write("log.db-wal", "");
        Assert.Equal(
            "The database 'log.db' keeps a log beside it ('-wal'), which can be read only where a file can be made in its folder. | give the run the right to write in that folder, or copy the database and its log to another; or end the log with 'PRAGMA journal_mode = DELETE' in the program that writes it",
            Table.Told(faults.Told(answer)));
    }

    [Theory]
    [InlineData("select d, v, v * 2 as v from t", "v")]
    [InlineData("select d, v, v * 2 as V from t; -- twice", "v")]
    [InlineData("select a.*, b.v from t a join t b on a.d = b.d", "v")]
    public async Task Two_columns_of_one_name_are_told(string query, string name)
    {
        Write("rows.db", "INSERT INTO t VALUES ('2026-01-05', 1)");
        var expected = $"The query has two columns that are called '{name}'. | give each of them a name of its own with AS";
        Assert.Equal(expected, await Told(Source("rows.db", query)));
        Assert.Equal(expected, Table.Told(await Record.ExceptionAsync(() => Table.Read(Source("rows.db", query), ("d", ColumnType.Text)))));
    }

    [Theory]
    [InlineData("select d, v from t;")]
    [InlineData("select d, v from t; -- x")]
    [InlineData("select d, v from t -- x;")]
    [InlineData("select d, v from t; /* x; */ ; \n;-- y;\n")]
    [InlineData("select d, v from t where d <> ';' and d <> 'it''s;' /* ; */ -- ;\n and \"v\" - 1 / 1 > [v] - `v` - 2 -- ;")]
    public async Task What_follows_the_end_of_a_query_is_passed_over(string query)
    {
        Write("rows.db", "INSERT INTO t VALUES ('2026-01-05', 1)");
        var faults = new OptionFaults();
        new SqliteOptions { Path = folder.At("rows.db"), Query = query }.Validate(faults);
        Assert.Empty(faults.All);
        Assert.Equal(["2026-01-05|1"], (await Table.Read(Source("rows.db", query), ("d", ColumnType.Text), ("v", ColumnType.Number))).Rows);
    }

    private static async Task<string> Told(SqliteSource source) => Table.Told(await Record.ExceptionAsync(() => source.DescribeAsync(CancellationToken.None).AsTask()));

    private SqliteSource Source(string name, string query) => new(new SqliteOptions { Path = folder.At(name), Query = query });

    private void Write(string name, string statement)
    {
        using var connection = new SqliteConnection($"Data Source={folder.At(name).Full};Pooling=False");
        connection.Open();
        Do(connection, "CREATE TABLE t (d TEXT, v INTEGER)");
        Do(connection, statement);
    }

    private static void Do(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
