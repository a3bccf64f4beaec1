using System.Data.Common;
using Kaizen.Abstractions;
using Kaizen.Plugin.Shared;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kaizen.Plugin.Sqlite;

/// <summary>A table or query of a database file. The host does the rest: it selects rows, or has them aggregated.</summary>
internal sealed class SqliteSource(SqliteOptions options, SqliteFile file) : DatabaseSource(file, SqlDialect.Sqlite, RelationOf(options))
{
    private bool isChecked;

    public SqliteSource(SqliteOptions options)
        : this(options, new SqliteFile(options))
    {
    }

    public override async ValueTask<IReadOnlyList<SourceColumn>> DescribeAsync(CancellationToken cancellation)
    {
        try
        {
            await CheckNamesAsync(cancellation).ConfigureAwait(false);
            return await base.DescribeAsync(cancellation).ConfigureAwait(false);
        }
        catch (SourceException e) when (file.Faults.Told(e.InnerException) is { } told)
        {
            throw told;
        }
    }

    public override async ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation)
    {
        try
        {
            await CheckNamesAsync(cancellation).ConfigureAwait(false);
            return await base.OpenAsync(request, cancellation).ConfigureAwait(false);
        }
        catch (SourceException e) when (file.Faults.Told(e.InnerException) is { } told)
        {
            throw told;
        }
    }

    public override async ValueTask<string?> FingerprintAsync(CancellationToken cancellation)
    {
        // What was committed and not yet moved into the file lies beside it.
        var log = new InputFile(options.Path.Full + "-wal", options.Path.Written + "-wal");
        List<InputFile> files = [new(options.Path.Full, options.Path.Written)];
        if (File.Exists(log.Full) && new FileInfo(log.Full).Length > 0) files.Add(log);
        return await InputFiles.FingerprintAsync(files, cancellation).ConfigureAwait(false);
    }

    public override void Interrupt(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle }) raw.sqlite3_interrupt(handle);
    }

    /// <summary>A query may give two columns one name; read as a table, it would have the second under a name that nobody wrote.</summary>
    private async ValueTask CheckNamesAsync(CancellationToken cancellation)
    {
        if (isChecked || options.Query is null) return;
        var connection = (SqliteConnection)await file.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            // What is wrong with the statement is told when it is run.
            if (raw.sqlite3_prepare_v2(connection.Handle, QueryText.StatementOf(options.Query), out var statement) != raw.SQLITE_OK) return;
            using (statement)
            {
                var names = Enumerable.Range(0, raw.sqlite3_column_count(statement)).Select(i => raw.sqlite3_column_name(statement, i).utf8_to_string());
                if (names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
                    throw new SourceException($"The query has two columns that are called '{twice.Key}'.", "give each of them a name of its own with AS");
            }
        }

        isChecked = true;
    }

    private static string RelationOf(SqliteOptions options) =>
        options.Table is { } table ? $"\"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        // A comment within it must not take the bracket with it.
        : $"({QueryText.StatementOf(options.Query!)}\n)";
}
