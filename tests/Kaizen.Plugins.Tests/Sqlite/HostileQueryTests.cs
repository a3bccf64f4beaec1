using Kaizen.Abstractions;
using Kaizen.Plugin.Sqlite;
using Kaizen.Testing;
using Microsoft.Data.Sqlite;

namespace Kaizen.Plugins.Tests.Sqlite;

/// <summary>A query is text of a workspace that somebody cloned: whatever stands in it, it reads the one file and writes none.</summary>
public sealed class HostileQueryTests : IDisposable
{
    private readonly TestFolder folder = new();

    public HostileQueryTests()
    {
        using var connection = new SqliteConnection($"Data Source={folder.At("calls.db").Full};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE call (at TEXT, minutes REAL); INSERT INTO call VALUES ('2026-01-05', 13)";
        command.ExecuteNonQuery();
    }

    public void Dispose() => folder.Dispose();

    private static ISource Source(SqliteOptions options)
    {
        var sources = new Sources();
        new SqlitePlugin().Register(sources);
        return sources.Make!(options);
    }

    private sealed class Sources : IPluginBuilder
    {
        public Func<object, ISource>? Make { get; private set; }

        public void Source<TOptions>(string name, string description, Func<TOptions, ISource> create)
            where TOptions : class => Make = o => create((TOptions)o);

        public void Metric<TOptions>(string name, string description, Func<TOptions, IMetric> create)
            where TOptions : class => throw new NotSupportedException();
    }

    [Theory]
    [InlineData("VACUUM INTO '{0}'")]
    [InlineData("ATTACH '{0}' AS e; CREATE TABLE e.t (x); INSERT INTO e.t VALUES (1)")]
    [InlineData("UPDATE call SET minutes = 99")]
    [InlineData("CREATE TABLE other (x)")]
    [InlineData("PRAGMA journal_mode = WAL")]
    public async Task What_stands_behind_its_end_is_not_done(string statement)
    {
        var before = await File.ReadAllBytesAsync(folder.At("calls.db").Full);
        var written = folder.At("written.db").Full;
        var options = new SqliteOptions
        {
            Path = folder.At("calls.db"),
            Query = $"select at, minutes as v from call) as s; PRAGMA query_only = 0; {string.Format(System.Globalization.CultureInfo.InvariantCulture, statement, written)}; select 1 as at from (select 1 as at",
        };
        var source = Source(options);
        Assert.True(await Record.ExceptionAsync(() => source.DescribeAsync(CancellationToken.None).AsTask()) is null or SourceException);
        Assert.True(await Record.ExceptionAsync(() => Table.Read(source, ("at", ColumnType.Text))) is null or SourceException);
        Assert.False(File.Exists(written));
        Assert.Equal(before, await File.ReadAllBytesAsync(folder.At("calls.db").Full));
    }
}
