using System.Data.Common;
using Kaizen.Abstractions;

namespace Kaizen.Measuring.Pushing;

/// <summary>One connection on which all queries see the same rows. What comes over is counted.</summary>
internal sealed class DatabaseSession : IAsyncDisposable
{
    private readonly DatabaseSource source;
    private readonly DbConnection connection;
    private readonly Dialect dialect;
    private readonly CancellationToken cancellation;

    private DatabaseSession(DatabaseSource source, DbConnection connection, Dialect dialect, CancellationToken cancellation)
    {
        this.source = source;
        this.connection = connection;
        this.dialect = dialect;
        this.cancellation = cancellation;
    }

    /// <summary>Rows that came over.</summary>
    public long Rows { get; private set; }

    /// <summary>Queries that ran.</summary>
    public int Statements { get; private set; }

    public static async ValueTask<DatabaseSession> OpenAsync(DatabaseSource source, Dialect dialect, CancellationToken cancellation)
    {
        var session = new DatabaseSession(source, await source.Database.OpenConnectionAsync(cancellation).ConfigureAwait(false), dialect, cancellation);
        try
        {
            await session.ExecuteAsync(dialect.Begin).ConfigureAwait(false);
            return session;
        }
        catch
        {
            await session.connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The columns that are declared as integers.</summary>
    public ValueTask<IReadOnlySet<string>> WholeNumbersAsync() => source.WholeNumbersAsync(connection, cancellation);

    /// <summary>Reads the rows of a query.</summary>
    public async ValueTask<List<T>> ReadAsync<T>(string sql, Stages? stages, Func<DbDataReader, T> read)
    {
        cancellation.ThrowIfCancellationRequested();
        Statements++;
        var command = CommandOf(sql, stages);
        await using (command.ConfigureAwait(false))
        {
            // A database in the same process answers on this thread; the others hear of it here.
            using var stop = cancellation.Register(() => source.Interrupt(connection));
            var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var rows = new List<T>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) rows.Add(read(reader));
                Rows += rows.Count;
                cancellation.ThrowIfCancellationRequested();
                return rows;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await ExecuteAsync(dialect.End).ConfigureAwait(false);
        }
        catch (DbException)
        {
            // Nothing was written; closing the connection ends the read as well.
        }

        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask ExecuteAsync(string sql)
    {
        var command = CommandOf(sql, null);
        await using (command.ConfigureAwait(false)) await command.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
    }

    // Made of quoted names and parameters; the relation is the plugin's own text.
#pragma warning disable CA2100
    private DbCommand CommandOf(string sql, Stages? stages)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in stages?.ParametersOf(sql) ?? [])
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
#pragma warning restore CA2100
}
