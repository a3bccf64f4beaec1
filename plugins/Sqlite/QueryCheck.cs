using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kaizen.Plugin.Sqlite;

/// <summary>
/// Whether a query is one statement by itself, as SQLite reads it: it is compiled in an empty database. Which tables and functions there
/// are only its own database knows, so that nothing is said of them here.
/// </summary>
internal static class QueryCheck
{
    /// <summary>What is wrong with a query and the way out, or null.</summary>
    public static (string Message, string Hint)? FaultOf(string query)
    {
        using var empty = new SqliteConnection("Data Source=:memory:;Pooling=False");
        empty.Open();
        var database = empty.Handle!;
        var result = raw.sqlite3_prepare_v2(database, query, out var statement, out var rest);
        statement?.Dispose();
        var said = raw.sqlite3_errmsg(database).utf8_to_string();
        // What is left after a fault in the midst of a statement belongs to it.
        var isWhole = result == raw.SQLITE_OK || query[..^rest.Length].EndsWith(';');
        if (isWhole && HasStatement(database, rest)) return ("It is more than one statement.", "keep one SELECT; nothing behind its ';' is run");
        return result != raw.SQLITE_OK && IsOfSyntax(said) ? ($"It is no statement by itself: {said}.", "one SELECT, each bracket of which is opened and closed in it") : null;
    }

    /// <summary>Whether a text has more than blanks, comments and ends of statements.</summary>
    private static bool HasStatement(sqlite3 database, string text)
    {
        while (text.Length > 0)
        {
            var result = raw.sqlite3_prepare_v2(database, text, out var statement, out var rest);
            var isEmpty = statement is null || statement.IsInvalid;
            statement?.Dispose();
            if (result != raw.SQLITE_OK || !isEmpty) return true;
            if (rest.Length == text.Length) return false;
            text = rest;
        }

        return false;
    }

    private static bool IsOfSyntax(string said) =>
        said.EndsWith(": syntax error", StringComparison.Ordinal) || said == "incomplete input" || said.StartsWith("unrecognized token", StringComparison.Ordinal);
}
