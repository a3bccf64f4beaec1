using System.Data.Common;
using Kaizen.Plugin.Shared;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kaizen.Plugin.Sqlite;

/// <summary>Opens connections to a database file, none of which can write.</summary>
internal sealed class SqliteFile(SqliteOptions options) : DbDataSource
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private volatile bool waitedInVain;

    public override string ConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = options.Path.Full,
        Mode = SqliteOpenMode.ReadOnly,
        // No seconds would be no end.
        DefaultTimeout = Math.Max(1, options.WaitSeconds),
        // A file that a pool holds open could not be replaced.
        Pooling = false,
    }.ToString();

    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    /// <summary>What its answers mean.</summary>
    public SqliteFaults Faults { get; } = new(options);

    protected override DbConnection OpenDbConnection() => Open(CancellationToken.None);

    protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default) =>
        await Task.Run(() => Open(cancellationToken), cancellationToken).ConfigureAwait(false);

    private SqliteConnection Open(CancellationToken cancellation)
    {
        if (!File.Exists(options.Path.Full)) throw new InputFile(options.Path.Full, options.Path.Written).Unreadable(new FileNotFoundException());
        var connection = (SqliteConnection)base.OpenDbConnection();
        try
        {
            Wait(connection, cancellation);
            Restrict(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Waits for a database that is being written. Who waited in vain once does not wait again, and gives up at once.</summary>
    private void Wait(SqliteConnection connection, CancellationToken cancellation)
    {
        var start = TimeProvider.System.GetTimestamp();
        // The first look into the file takes the lock that all reading needs.
        while ((raw.sqlite3_exec(connection.Handle, "PRAGMA schema_version") & 0xFF) == raw.SQLITE_BUSY)
        {
            waitedInVain |= TimeProvider.System.GetElapsedTime(start) >= TimeSpan.FromSeconds(options.WaitSeconds);
            if (waitedInVain) throw Faults.Locked();
            cancellation.WaitHandle.WaitOne(Pause);
            cancellation.ThrowIfCancellationRequested();
        }

        waitedInVain = false;
    }

    private static void Restrict(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        // A view of somebody else's database calls no function that reaches beyond it.
        command.CommandText = "PRAGMA query_only = 1; PRAGMA trusted_schema = 0";
        command.ExecuteNonQuery();
        // A query is somebody's text, and what stands behind its end runs too: it could take the PRAGMA back, or copy the database elsewhere.
        raw.sqlite3_limit(connection.Handle, raw.SQLITE_LIMIT_ATTACHED, 0);
        raw.sqlite3_set_authorizer(connection.Handle, OnlyReads, null);
    }

    private static int OnlyReads(object data, int action, string first, string second, string database, string from) =>
        action is raw.SQLITE_SELECT or raw.SQLITE_READ or raw.SQLITE_FUNCTION or raw.SQLITE_RECURSIVE or raw.SQLITE_TRANSACTION ? raw.SQLITE_OK : raw.SQLITE_DENY;
}
