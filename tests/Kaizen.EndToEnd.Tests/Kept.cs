using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Kaizen.EndToEnd.Tests;

/// <summary>What a workspace keeps: pages, ledger and the rows of the store, to compare byte by byte.</summary>
internal sealed record Kept(IReadOnlyDictionary<string, string> Texts, string Store)
{
    // A conclusion's running number says when it was drawn, not what; everything else counts.
    private static readonly string[] Rows =
    [
        "select address, hex(body) from evidence order by address",
        "select key, cycle, inputs, address from conclusion order by key",
        "select path, key, hash from page order by path",
        "pragma integrity_check",
    ];

    public static Kept By(Workspace workspace) => new(
        workspace.Files().Where(f => f.Key == "ledger.ndjson" || f.Key.StartsWith("out/", StringComparison.Ordinal) || f.Key.StartsWith(".kaizen/pages/", StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal)
            .ToDictionary(f => f.Key, f => f.Value.Hash),
        Dump(workspace));

    /// <summary>Runs statements on the store of a workspace.</summary>
    public static void Change(Workspace workspace, string sql)
    {
        using var connection = Open(workspace, "");
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void IsSameAs(Kept other)
    {
        Assert.Equal(other.Texts, Texts);
        Assert.Equal(other.Store, Store);
    }

    private static string Dump(Workspace workspace)
    {
        using var connection = Open(workspace, ";Mode=ReadOnly");
        var text = new StringBuilder();
        foreach (var sql in Rows)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var row = command.ExecuteReader();
            while (row.Read()) text.AppendLine(string.Join(' ', Enumerable.Range(0, row.FieldCount).Select(i => Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return text.ToString();
    }

    private static SqliteConnection Open(Workspace workspace, string more)
    {
        var connection = new SqliteConnection($"Data Source={workspace.At(".kaizen/kaizen.db")};Pooling=False{more}");
        connection.Open();
        return connection;
    }
}
