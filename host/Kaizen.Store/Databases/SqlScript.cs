using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kaizen.Store.Databases;

/// <summary>What stopped a script.</summary>
/// <param name="Line">The line on which its statement begins, from 1.</param>
/// <param name="Column">The column there in UTF-16 units, from 1.</param>
/// <param name="Why">What SQLite says, without a full stop.</param>
public sealed record SqlFault(int Line, int Column, string Why);

/// <summary>Makes a SQLite database of a script, such as <c>.dump</c> writes it.</summary>
public static class SqlScript
{
    /// <summary>Runs a script, statement by statement.</summary>
    /// <param name="database">The file; it is made where it is not there.</param>
    /// <param name="script">The statements.</param>
    /// <returns>What stopped it, or null.</returns>
    public static SqlFault? Run(string database, string script)
    {
        ArgumentNullException.ThrowIfNull(script);
        var bytes = Encoding.UTF8.GetBytes(script);
        if (bytes.AsSpan().IndexOf((byte)0) is >= 0 and var zero) return Fault(bytes, zero, "it is no text in UTF-8: there is a zero in it");
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        var handle = connection.Handle!;
        // Whatever stops it, the file is made anew the next time.
        raw.sqlite3_exec(handle, "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY");
        // The script makes its own database and touches no other file.
        raw.sqlite3_limit(handle, raw.SQLITE_LIMIT_ATTACHED, 0);
        raw.sqlite3_set_authorizer(handle, NoOtherFile, null);
        var (at, last) = (Next(bytes, 0), 0);
        while (at < bytes.Length)
        {
            var (code, length) = Execute(handle, bytes.AsSpan(at));
            if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE)) return Fault(bytes, at, raw.sqlite3_errmsg(handle).utf8_to_string());
            (last, at) = (at, Next(bytes, at + length));
        }

        return raw.sqlite3_get_autocommit(handle) == 0 ? Fault(bytes, last, "a transaction was begun and never committed") : null;
    }

    private static int NoOtherFile(object data, int action, string first, string second, string database, string from) =>
        action is raw.SQLITE_ATTACH or raw.SQLITE_DETACH ? raw.SQLITE_DENY : raw.SQLITE_OK;

    /// <summary>Runs the first statement; what came of it, and how long it is.</summary>
    private static (int Code, int Length) Execute(sqlite3 handle, ReadOnlySpan<byte> script)
    {
        var code = raw.sqlite3_prepare_v2(handle, script, out var statement, out var tail);
        if (code != raw.SQLITE_OK) return (code, 0);
        while ((code = raw.sqlite3_step(statement)) == raw.SQLITE_ROW) continue;
        raw.sqlite3_finalize(statement);
        return (code, script.Length - tail.Length);
    }

    /// <summary>Where the next statement begins, after blanks, comments and lone semicolons.</summary>
    private static int Next(ReadOnlySpan<byte> script, int at)
    {
        while (at < script.Length)
        {
            var rest = script[at..];
            if (rest[0] is (byte)';' or (byte)' ' or (>= 9 and <= 13)) at++;
            else if (rest.StartsWith("--"u8)) at = rest.IndexOf((byte)'\n') is >= 0 and var line ? at + line + 1 : script.Length;
            else if (rest.StartsWith("/*"u8)) at = rest.IndexOf("*/"u8) is >= 0 and var end ? at + end + 2 : script.Length;
            else break;
        }

        return at;
    }

    private static SqlFault Fault(ReadOnlySpan<byte> script, int at, string why)
    {
        var before = script[..at];
        return new SqlFault(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1, why.TrimEnd('.'));
    }
}
