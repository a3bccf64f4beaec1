using System.Data.Common;

namespace Kaizen.Abstractions;

/// <summary>The SQL that a database speaks.</summary>
public enum SqlDialect
{
    /// <summary>
    /// SQLite. A <see cref="ColumnType.Time"/> column holds ISO 8601 texts, a <see cref="ColumnType.Number"/> column
    /// INTEGER or REAL values, a <see cref="ColumnType.Flag"/> column 0 or 1, a <see cref="ColumnType.Text"/> column TEXT, or INTEGER
    /// values where it is declared so.
    /// </summary>
    Sqlite,
}

/// <summary>A source whose rows lie in a database: the host reads them by SELECT, or has them aggregated there.</summary>
/// <param name="database">Opens connections; the host closes each that it opens and writes through none of them.</param>
/// <param name="dialect">The SQL that it speaks.</param>
/// <param name="relation">What stands behind FROM: a quoted table name, or a SELECT in parentheses.</param>
public abstract class DatabaseSource(DbDataSource database, SqlDialect dialect, string relation) : ISource
{
    private static readonly HashSet<string> EmptyNames = [];

    /// <summary>Opens connections.</summary>
    public DbDataSource Database { get; } = database ?? throw new ArgumentNullException(nameof(database));

    /// <summary>The SQL that the database speaks.</summary>
    public SqlDialect Dialect { get; } = dialect;

    /// <summary>What stands behind FROM.</summary>
    public string Relation { get; } = relation ?? throw new ArgumentNullException(nameof(relation));

    /// <inheritdoc/>
    public abstract ValueTask<string?> FingerprintAsync(CancellationToken cancellation);

    /// <summary>The columns of <see cref="Relation"/>; those that are declared as text may hold times and are left to their use.</summary>
    /// <exception cref="SourceException">The database cannot be reached.</exception>
    public virtual async ValueTask<IReadOnlyList<SourceColumn>> DescribeAsync(CancellationToken cancellation)
    {
        try
        {
            var connection = await Database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                var command = CommandFor(connection, $"SELECT * FROM {Relation} AS s LIMIT 0");
                await using (command.ConfigureAwait(false))
                {
                    var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
                    await using (rows.ConfigureAwait(false))
                        return [.. Enumerable.Range(0, rows.FieldCount).Select(i => new SourceColumn(rows.GetName(i), TypeOf(rows.GetDataTypeName(i))))];
                }
            }
        }
        catch (DbException e)
        {
            throw Unreadable(e);
        }
    }

    /// <inheritdoc/>
    public virtual async ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        DbConnection? connection = null;
        DbCommand? command = null;
        var stop = default(CancellationTokenRegistration);
        try
        {
            connection = await Database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            var columns = string.Join(", ", request.Columns.Select(c => $"s.\"{c.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
            command = CommandFor(connection, $"SELECT {columns} FROM {Relation} AS s");
            var open = connection;
            stop = cancellation.UnsafeRegister(_ => Interrupt(open), null);
            var whole = request.Columns.Any(c => c.Type == ColumnType.Text) ? await WholeNumbersAsync(connection, cancellation).ConfigureAwait(false) : EmptyNames;
            return new DatabaseRows(connection, command, await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false), request)
            {
                Stop = stop,
                Whole = [.. request.Columns.Select(c => whole.Contains(c.Name))],
            };
        }
        catch (Exception e)
        {
            // The registration goes first: it must not interrupt a connection that the pool has given to somebody else.
            await stop.DisposeAsync().ConfigureAwait(false);
            if (command is not null) await command.DisposeAsync().ConfigureAwait(false);
            if (connection is not null) await connection.DisposeAsync().ConfigureAwait(false);
            if (e is DbException database) throw Unreadable(database);
            throw;
        }
    }

    /// <summary>Ends the statement that runs on a connection, from another thread, because nobody waits for it any more. Nothing, where that is not possible.</summary>
    /// <param name="connection">One that <see cref="Database"/> opened.</param>
    public virtual void Interrupt(DbConnection connection)
    {
    }

    /// <summary>
    /// The columns that are declared as integers. Where no use shows what such a column is, its numbers are read as the texts in which they
    /// are written, each its own, as they would be from a file.
    /// </summary>
    internal async ValueTask<IReadOnlySet<string>> WholeNumbersAsync(DbConnection connection, CancellationToken cancellation)
    {
        var command = CommandFor(connection, $"SELECT * FROM {Relation} AS s LIMIT 0");
        await using (command.ConfigureAwait(false))
        {
            var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            await using (rows.ConfigureAwait(false))
                return Enumerable.Range(0, rows.FieldCount).Where(i => IsInteger(rows.GetDataTypeName(i))).Select(rows.GetName).ToHashSet(StringComparer.Ordinal);
        }
    }

    internal static SourceException Unreadable(DbException e) => new($"The database cannot be read: {e.Message.TrimEnd('.')}.", null, e);

    // The relation is the plugin's own text; the names in it are quoted.
#pragma warning disable CA2100
    private static DbCommand CommandFor(DbConnection connection, string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }
#pragma warning restore CA2100

    private static bool IsInteger(string declared) => TypeOf(declared) is null && declared.Contains("INT", StringComparison.OrdinalIgnoreCase);

    private static ColumnType? TypeOf(string declared)
    {
        var type = declared.ToUpperInvariant();
        if (type.Contains("BOOL", StringComparison.Ordinal)) return ColumnType.Flag;
        if (type.StartsWith("DATE", StringComparison.Ordinal) || type.StartsWith("TIME", StringComparison.Ordinal)) return ColumnType.Time;
        // An INTEGER may be a number or a 0 and 1 that is meant as a condition: that follows from its use.
        string[] numbers = ["REAL", "FLOA", "DOUB", "NUMERIC", "DECIMAL"];
        return Array.Exists(numbers, n => type.Contains(n, StringComparison.Ordinal)) ? ColumnType.Number : null;
    }
}
