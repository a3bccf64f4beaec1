using System.Data.Common;
using Kaizen.Plugin.Shared;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kaizen.Plugin.Sqlite;

/// <summary>Opens connections to a database file, none of which can write.</summary>
internal sealed class SqliteFile(SqliteOptions options) : DbDataSource
{
    public override string ConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = options.Path.Full,
        Mode = SqliteOpenMode.ReadOnly,
        DefaultTimeout = options.WaitSeconds,
        // A file that a pool holds open could not be replaced.
        Pooling = false,
    }.ToString();

    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    protected override DbConnection OpenDbConnection()
    {
        if (!File.Exists(options.Path.Full)) throw new InputFile(options.Path.Full, options.Path.Written).Unreadable(new FileNotFoundException());
        var connection = (SqliteConnection)base.OpenDbConnection();
        using var command = connection.CreateCommand();
        // A view of somebody else's database calls no function that reaches beyond it.
        command.CommandText = "PRAGMA query_only = 1; PRAGMA trusted_schema = 0";
        command.ExecuteNonQuery();
        // A query is somebody's text, and what stands behind its end runs too: it could take the PRAGMA back, or copy the database elsewhere.
        raw.sqlite3_limit(connection.Handle, raw.SQLITE_LIMIT_ATTACHED, 0);
        raw.sqlite3_set_authorizer(connection.Handle, OnlyReads, null);
        return connection;
    }

    private static int OnlyReads(object data, int action, string first, string second, string database, string from) =>
        action is raw.SQLITE_SELECT or raw.SQLITE_READ or raw.SQLITE_FUNCTION or raw.SQLITE_RECURSIVE or raw.SQLITE_TRANSACTION ? raw.SQLITE_OK : raw.SQLITE_DENY;

    protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default) =>
        await Task.Run(OpenDbConnection, cancellationToken).ConfigureAwait(false);
}
