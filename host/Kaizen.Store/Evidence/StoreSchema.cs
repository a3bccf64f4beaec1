using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Kaizen.Store.Evidence;

/// <summary>The tables of the store, and whether a file holds them and nothing else.</summary>
internal static class StoreSchema
{
    /// <summary>The format that this version writes, in SQLite's <c>user_version</c>.</summary>
    public const int Format = 1;

    // SQLite keeps the text behind the name as it was written, so these are compared with what stands in a file.
    private static readonly (string Type, string Name, string Table, string Text)[] Ours =
    [
        ("table", "conclusion", "conclusion", " (id integer primary key, key text not null unique, cycle text not null, inputs text not null, address text not null references evidence)"),
        ("index", "conclusion_cycle", "conclusion", " on conclusion (cycle, id)"),
        ("table", "evidence", "evidence", " (address text primary key, body blob not null) without rowid"),
        ("table", "page", "page", " (path text primary key, key text not null, hash text not null) without rowid"),
    ];

    private static readonly string[] Expected =
    [
        .. Ours.Select(o => $"{o.Type} {o.Name} {o.Table} CREATE {o.Type.ToUpperInvariant()} {o.Name}{o.Text}")
            .Append("index sqlite_autoindex_conclusion_1 conclusion ").Order(StringComparer.Ordinal),
    ];

    /// <summary>Creates the tables in an empty store.</summary>
    public static void Create(SqliteConnection connection)
    {
        foreach (var (type, name, _, text) in Ours) connection.Execute($"create {type} {name}{text}");
        connection.Execute($"pragma user_version = {Format}");
    }

    /// <summary>
    /// How a store is, without trusting it: its tables have to be ours to the letter, since a view or trigger under the name of
    /// one could do anything, also run forever. Only then are they looked into.
    /// </summary>
    /// <param name="connection">The open store.</param>
    /// <param name="thorough">Whether to read every page: some 40 ms for 100 MB.</param>
    public static StoreCondition Check(SqliteConnection connection, bool thorough)
    {
        var format = Convert.ToInt32(connection.Scalar("pragma user_version"), CultureInfo.InvariantCulture);
        if (format > Format) return new StoreCondition.Newer(format);
        var found = Found(connection);
        if (found.Count == 0 && format == 0) return new StoreCondition.Empty();
        if (format != Format || !found.SequenceEqual(Expected)) return new StoreCondition.Damaged("its tables are not as expected");
        // Another mode leaves files behind on looking, and is not one that we set.
        if (connection.Scalar("pragma journal_mode") is not "delete") return new StoreCondition.Damaged("it is not in the mode in which Kaizen keeps it");
        return !thorough || connection.Scalar("pragma quick_check(1)") is "ok" ? new StoreCondition.Sound() : new StoreCondition.Damaged("it is damaged");
    }

    private static List<string> Found(SqliteConnection connection)
    {
        using var command = connection.Command(
            "select coalesce(type, '') || ' ' || coalesce(name, '') || ' ' || coalesce(tbl_name, '') || ' ' || coalesce(sql, '') from sqlite_schema limit 20");
        using var row = command.ExecuteReader();
        var found = new List<string>();
        while (row.Read()) found.Add(row.GetString(0));
        found.Sort(StringComparer.Ordinal);
        return found;
    }
}
