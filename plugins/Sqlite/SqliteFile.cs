using System.Data.Common;
using Kaizen.Plugin.Shared;
using Microsoft.Data.Sqlite;

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
        return connection;
    }

    protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default) =>
        await Task.Run(OpenDbConnection, cancellationToken).ConfigureAwait(false);
}
