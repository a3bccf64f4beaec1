using System.Diagnostics;
using Kaizen.Abstractions;
using Kaizen.Plugin.Sqlite;
using Kaizen.Testing;
using Microsoft.Data.Sqlite;

namespace Kaizen.Plugins.Tests.Sqlite;

/// <summary>A database that another program is writing is waited for, once.</summary>
public sealed class LockedDatabaseTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly SqliteConnection writer;

    public LockedDatabaseTests()
    {
        writer = new SqliteConnection($"Data Source={folder.At("calls.db").Full};Pooling=False");
        writer.Open();
        Do("CREATE TABLE call (at TEXT, minutes REAL)");
        Do("INSERT INTO call VALUES ('2026-01-05', 13)");
        Do("BEGIN EXCLUSIVE");
    }

    public void Dispose()
    {
        writer.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData(0, "0 seconds")]
    [InlineData(1, "1 second")]
    public async Task It_is_told_how_long_was_waited_and_how_to_wait_longer(int wait, string seconds)
    {
        var watch = Stopwatch.StartNew();
        Assert.Equal($"The database 'calls.db' is locked by another program, and after {seconds} of waiting it still was. | run again when that program has written, or wait longer with 'wait_seconds'", await Told(Source(wait)));
        Assert.InRange(watch.Elapsed.TotalSeconds, wait, wait + 2);
    }

    [Fact]
    public async Task Who_waited_in_vain_does_not_wait_again()
    {
        var source = Source(2);
        var first = await Told(source);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 5; i++) Assert.Equal(first, await Told(source));
        for (var i = 0; i < 5; i++) Assert.Equal(first, Table.Told(await Record.ExceptionAsync(() => Table.Read(source, ("minutes", ColumnType.Number)))));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 1.5);
        Do("COMMIT");
        Assert.Equal(["13"], (await Table.Read(source, ("minutes", ColumnType.Number))).Rows);
    }

    [Fact]
    public async Task It_is_read_as_soon_as_it_is_free()
    {
        var reading = Task.Run(() => Table.Read(Source(30), ("minutes", ColumnType.Number)));
        await Task.Delay(300);
        Assert.False(reading.IsCompleted);
        Do("COMMIT");
        Assert.Equal(["13"], (await reading.WaitAsync(TimeSpan.FromSeconds(10))).Rows);
    }

    [Fact]
    public async Task Waiting_can_be_stopped()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Source(60).DescribeAsync(stop.Token).AsTask());
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }

    private static async Task<string> Told(SqliteSource source) => Table.Told(await Record.ExceptionAsync(() => source.DescribeAsync(CancellationToken.None).AsTask()));

    private SqliteSource Source(int wait) => new(new SqliteOptions { Path = folder.At("calls.db"), Table = "call", WaitSeconds = wait });

    private void Do(string statement)
    {
        using var command = writer.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
