using System.Text.Json;
using Kaizen.Core.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Kaizen.Store.Evidence;

/// <summary>
/// The evidence of a workspace in SQLite under <c>.kaizen/</c>. Immutable and addressed by content; it can be rebuilt from
/// definitions, data and ledger, so a store that cannot be read is set aside and begun anew. Looking things up opens it
/// read-only: a run that finds nothing to do leaves no trace, not even on the file's times.
/// </summary>
public sealed class EvidenceStore : IDisposable
{
    /// <summary>The format that this version writes, in SQLite's <c>user_version</c>.</summary>
    public const int Format = 1;

    private const string Schema = """
        create table if not exists evidence (address text primary key, body blob not null) without rowid;
        create table if not exists conclusion (id integer primary key, key text not null unique, cycle text not null, inputs text not null, address text not null references evidence);
        create index if not exists conclusion_cycle on conclusion (cycle, id);
        create table if not exists page (path text primary key, key text not null, hash text not null) without rowid;
        """;

    private readonly string path;
    private readonly DiagnosticBag faults;
    private SqliteConnection? reader;
    private bool newer;

    private EvidenceStore(string path, DiagnosticBag faults)
    {
        this.path = path;
        this.faults = faults;
    }

    /// <summary>Opens the store of a workspace; a missing one is empty until something is saved.</summary>
    public static EvidenceStore Open(string workspaceFolder, DiagnosticBag faults)
    {
        var store = new EvidenceStore(Path.Combine(workspaceFolder, ".kaizen", "kaizen.db"), faults);
        if (!File.Exists(store.path)) return store;
        SqliteConnection? reader = null;
        try
        {
            reader = store.Connect(SqliteOpenMode.ReadOnly);
            var format = Convert.ToInt32(Scalar(reader, "pragma user_version"), System.Globalization.CultureInfo.InvariantCulture);
            if (format > Format)
            {
                reader.Dispose();
                store.newer = true;
                faults.Add(Catalogue.StoreNewer.At(null, ".kaizen/kaizen.db", format, Format) with { Hint = "update Kaizen, or move the store aside" });
                return store;
            }

            Scalar(reader, "select count(*) from conclusion");
            store.reader = reader;
        }
        catch (SqliteException fault) when (IsDamage(fault))
        {
            // An open file cannot be moved on every system.
            reader?.Dispose();
            store.SetAside(fault);
        }

        return store;
    }

    /// <summary>The evidence recorded for these inputs, or null. A body that is no longer what its address says counts as none.</summary>
    public byte[]? Find(string key) => Look(
        "select body, address from evidence join conclusion using (address) where key = $key", ("$key", key),
        row => row.GetValue(0) is byte[] body && Sha.Of(body) == row.GetString(1) ? body : null);

    /// <summary>The evidence of the last conclusion on a cycle, or null.</summary>
    public byte[]? LastOf(string cycle) => Look(
        "select body, address from evidence join conclusion using (address) where cycle = $cycle order by id desc limit 1", ("$cycle", cycle),
        row => row.GetValue(0) is byte[] body && Sha.Of(body) == row.GetString(1) ? body : null);

    /// <summary>The inputs of the last conclusion on a cycle, or null.</summary>
    public Inputs? LastInputs(string cycle) => Look(
        "select inputs from conclusion where cycle = $cycle order by id desc limit 1", ("$cycle", cycle),
        row => new Inputs(JsonSerializer.Deserialize(row.GetString(0), StoreJson.Default.DictionaryStringString)!));

    /// <summary>What a page on disk was last written from, or null.</summary>
    public PageRecord? Page(string pagePath) => Look(
        "select key, hash from page where path = $path", ("$path", pagePath), row => new PageRecord(pagePath, row.GetString(0), row.GetString(1)));

    /// <summary>Keeps evidence and page records in one transaction.</summary>
    /// <exception cref="InvalidOperationException">The store was written by a newer version.</exception>
    public void Save(IReadOnlyCollection<Recorded> evidence, IReadOnlyCollection<PageRecord> pages)
    {
        if (evidence.Count == 0 && pages.Count == 0) return;
        if (newer) throw new InvalidOperationException("A store of a newer format is not written to.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var writer = Connect(SqliteOpenMode.ReadWriteCreate);
        using var transaction = writer.BeginTransaction();
        Execute(writer, Schema);
        Execute(writer, $"pragma user_version = {Format}");
        foreach (var item in evidence)
        {
            Execute(writer, "insert or replace into evidence values ($address, $body)", ("$address", item.Address), ("$body", item.Body));
            Execute(writer, "insert or replace into conclusion (key, cycle, inputs, address) values ($key, $cycle, $inputs, $address)",
                ("$key", item.Inputs.Key), ("$cycle", item.Cycle), ("$address", item.Address),
                ("$inputs", JsonSerializer.Serialize(item.Inputs.Parts.ToDictionary(), StoreJson.Default.DictionaryStringString)));
        }

        foreach (var page in pages)
            Execute(writer, "insert or replace into page values ($path, $key, $hash)", ("$path", page.Path), ("$key", page.Key), ("$hash", page.Hash));
        transaction.Commit();
    }

    /// <inheritdoc/>
    public void Dispose() => reader?.Dispose();

    /// <summary>The first row of a look-up; damage that shows only here is dealt with as on opening.</summary>
    private T? Look<T>(string sql, (string Name, object Value) by, Func<SqliteDataReader, T?> read) where T : class
    {
        if (reader is null) return null;
        try
        {
            using var command = Command(reader, sql, by);
            using var row = command.ExecuteReader();
            return row.Read() ? read(row) : null;
        }
        catch (Exception fault) when (fault is SqliteException damage && IsDamage(damage) || fault is JsonException or InvalidCastException)
        {
            reader.Dispose();
            reader = null;
            SetAside(fault);
            return null;
        }
    }

    private static bool IsDamage(SqliteException fault) => fault.SqliteErrorCode is 1 or 11 or 26;

    private void SetAside(Exception fault)
    {
        SqliteConnection.ClearAllPools();
        var aside = Enumerable.Range(1, 10_000).Select(n => $"{path}.corrupt-{n}").First(p => !File.Exists(p));
        try
        {
            File.Move(path, aside);
            faults.Add(Catalogue.StoreCorrupt.At(null, ".kaizen/kaizen.db", Words(fault), Path.GetFileName(aside)));
        }
        catch (Exception stuck) when (stuck is IOException or UnauthorizedAccessException)
        {
            faults.Add(Catalogue.StoreUnwritable.At(null, $"the damaged .kaizen/kaizen.db cannot be moved aside, {stuck.Message.TrimEnd('.')}") with { Hint = "look at the rights of the folder" });
        }
    }

    private static string Words(Exception fault) =>
        fault is SqliteException { SqliteErrorCode: 26 } ? "it is no SQLite file" : fault is SqliteException { SqliteErrorCode: 11 } ? "it is damaged" : "its tables are not as expected";

    private SqliteConnection Connect(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        return command.ExecuteScalar();
    }

    private static void Execute(SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        using var command = Command(connection, sql, values);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text comes from this file; values go in as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        return command;
    }
}
