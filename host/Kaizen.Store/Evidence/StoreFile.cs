using Microsoft.Data.Sqlite;

namespace Kaizen.Store.Evidence;

/// <summary>
/// The file of the store and those that SQLite keeps beside it. It is in SQLite's rollback mode: a reader that stays for long
/// holds no lock between two look-ups, one writer at a time is all that the workspace's lock lets in, and, other than with a
/// write-ahead log, looking leaves no file behind.
/// </summary>
internal sealed class StoreFile(string workspaceFolder)
{
    /// <summary>Its name as people read it.</summary>
    public const string Name = ".kaizen/kaizen.db";

    /// <summary>Seconds to wait for another connection: others hold the file for the moment of a commit only.</summary>
    private const int Patience = 5;

    private static readonly string[] Parts = ["", "-journal", "-wal", "-shm"];

    private readonly string path = Path.Combine(workspaceFolder, ".kaizen", "kaizen.db");

    /// <summary>Opens it for looking, where it is sound; else says how it is.</summary>
    public (StoreCondition Condition, SqliteConnection? Reader) Examine()
    {
        if (Directory.Exists(path)) return (new StoreCondition.Unusable(MachineFault.FolderInPlace), null);
        if (!Path.Exists(path)) return (new StoreCondition.Empty(), null);
        SqliteConnection? reader = null;
        StoreCondition condition;
        try
        {
            reader = Reader();
            condition = StoreSchema.Check(reader, thorough: true);
            if (condition is StoreCondition.Sound) return (condition, reader);
        }
        catch (SqliteException fault)
        {
            condition = MachineFault.IsDamage(fault) ? new StoreCondition.Damaged(MachineFault.Damage(fault)) : new StoreCondition.Unusable(MachineFault.Of(fault));
        }

        // An open file cannot be moved on every system.
        reader?.Dispose();
        return (condition, null);
    }

    /// <summary>
    /// A connection for looking. A journal that a killed run left has to be rolled back before anything can be read, and for
    /// that SQLite needs the right to write; no statement does.
    /// </summary>
    public SqliteConnection Reader()
    {
        return Connect(File.Exists(path + "-journal") ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadOnly, "query_only = on");
    }

    /// <summary>A connection for saving; makes the file where there is none.</summary>
    public SqliteConnection Writer()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return Connect(SqliteOpenMode.ReadWriteCreate, "query_only = off");
    }

    /// <summary>Moves the store with all that belongs to it out of the way and returns its new name. Only under the workspace's lock.</summary>
    /// <exception cref="IOException">It cannot be moved.</exception>
    public string SetAside()
    {
        var aside = Enumerable.Range(1, int.MaxValue).Select(n => $"{path}.corrupt-{n}").First(a => !Array.Exists(Parts, part => Path.Exists(a + part)));
        // The store first: where this is cut short SQLite drops a journal without one, but would take a torn store for a whole one without its journal.
        foreach (var part in Parts.Where(part => File.Exists(path + part))) File.Move(path + part, aside + part);
        return Path.GetFileName(aside);
    }

    private SqliteConnection Connect(SqliteOpenMode mode, string pragma)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = Patience }.ConnectionString);
        try
        {
            connection.Open();
            // Nothing that a file brings along is run, and its pages are checked before they are used.
            connection.Execute($"pragma trusted_schema = off; pragma cell_size_check = on; pragma busy_timeout = {Patience * 1000}; pragma {pragma}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
