using Kaizen.Abstractions;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kaizen.Plugin.Sqlite;

/// <summary>What SQLite answers, in words that name the way out.</summary>
internal sealed class SqliteFaults(SqliteOptions options)
{
    /// <summary>SQLITE_READONLY_CANTINIT, which the library does not name.</summary>
    private const int CannotShareLog = 8 | (5 << 8);

    /// <summary>What to say of a database that another program held for longer than was waited.</summary>
    /// <param name="cause">What the database said of it, or null.</param>
    public SourceException Locked(Exception? cause = null) => new(
        $"The database '{options.Path.Written}' is locked by another program, and after {options.WaitSeconds} {(options.WaitSeconds == 1 ? "second" : "seconds")} of waiting it still was.",
        "run again when that program has written, or wait longer with 'wait_seconds'", cause);

    /// <summary>What to say of an answer, or null where its own words do.</summary>
    public SourceException? Told(Exception? answer) => answer is not SqliteException e ? null : (e.SqliteErrorCode, e.SqliteExtendedErrorCode) switch
    {
        (raw.SQLITE_BUSY, _) => Locked(e),
        (_, raw.SQLITE_READONLY_ROLLBACK) => new(
            $"The database '{options.Path.Written}' was left in the midst of a change, which the file beside it would take back; it is opened for reading only.",
            "open it once with the program that writes it, then run again", e),
        (raw.SQLITE_CANTOPEN, _) or (_, CannotShareLog or raw.SQLITE_READONLY_RECOVERY) when File.Exists(options.Path.Full + "-wal") => new(
            $"The database '{options.Path.Written}' keeps a log beside it ('-wal'), which can be read only where a file can be made in its folder.",
            "give the run the right to write in that folder, or copy the database and its log to another; or end the log with 'PRAGMA journal_mode = DELETE' in the program that writes it", e),
        (raw.SQLITE_CORRUPT, _) => new(
            $"The database '{options.Path.Written}' is damaged: {e.Message.TrimEnd('.')}.",
            "was it copied to its end, while nobody wrote to it? 'PRAGMA integrity_check' says what is wrong", e),
        _ => null,
    };
}
