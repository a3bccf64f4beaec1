using System.Data.Common;
using Kaizen.Abstractions;
using Kaizen.Plugin.Shared;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kaizen.Plugin.Sqlite;

/// <summary>A table or query of a database file. The host does the rest: it selects rows, or has them aggregated.</summary>
internal sealed class SqliteSource(SqliteOptions options, SqliteFile file) : DatabaseSource(file, SqlDialect.Sqlite, RelationOf(options))
{
    public SqliteSource(SqliteOptions options)
        : this(options, new SqliteFile(options))
    {
    }

    public override async ValueTask<IReadOnlyList<SourceColumn>> DescribeAsync(CancellationToken cancellation)
    {
        try
        {
            return await base.DescribeAsync(cancellation).ConfigureAwait(false);
        }
        catch (SourceException e) when (SqliteFile.IsLocked(e.InnerException))
        {
            throw file.Locked(e.InnerException);
        }
    }

    public override async ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation)
    {
        try
        {
            return await base.OpenAsync(request, cancellation).ConfigureAwait(false);
        }
        catch (SourceException e) when (SqliteFile.IsLocked(e.InnerException))
        {
            throw file.Locked(e.InnerException);
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

    private static string RelationOf(SqliteOptions options) =>
        options.Table is { } table ? $"\"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        // A comment at its end must not take the bracket with it.
        : $"({options.Query!.Trim().TrimEnd(';')}\n)";
}
