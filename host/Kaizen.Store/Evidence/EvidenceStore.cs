using System.Text.Json;
using Kaizen.Core.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Kaizen.Store.Evidence;

/// <summary>
/// The evidence of a workspace in SQLite under <c>.kaizen/</c>. Immutable and addressed by content; it can be rebuilt from
/// definitions, data and ledger, so it is never trusted: what does not fit counts as not there, a store that is not ours to the
/// letter is set aside and begun anew. Looking things up leaves no trace, not even on the file's times.
/// </summary>
public sealed class EvidenceStore : IDisposable
{
    /// <summary>The format that this version writes, in SQLite's <c>user_version</c>.</summary>
    public const int Format = StoreSchema.Format;

    private readonly StoreFile file;
    private readonly StoreUse use;
    private readonly DiagnosticBag faults;
    private SqliteConnection? reader;
    private string? damage;

    private EvidenceStore(StoreFile file, StoreUse use, DiagnosticBag faults)
    {
        this.file = file;
        this.use = use;
        this.faults = faults;
    }

    /// <summary>Whether it is damaged and waits for <see cref="Mend"/>; until then it is empty.</summary>
    public bool IsDamaged => damage is not null;

    /// <summary>Whether it cannot be used, as was told: it is empty, and nothing can be saved.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Opens the store of a workspace; a missing one is empty until something is saved.</summary>
    public static EvidenceStore Open(string workspaceFolder, StoreUse use, DiagnosticBag faults)
    {
        var store = new EvidenceStore(new StoreFile(workspaceFolder), use, faults);
        store.Attach();
        return store;
    }

    /// <summary>Loads the database engine, which a first run otherwise waits for when it saves.</summary>
    public static void Prepare()
    {
        using var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select 1";
        command.ExecuteScalar();
    }

    /// <summary>The evidence recorded for these inputs, or null. A body that is not what its address says counts as none.</summary>
    public byte[]? Find(string key) => Look(
        "select body, address from evidence join conclusion using (address) where key = $key", ("$key", key),
        row => row.GetValue(0) is byte[] body && Sha.Of(body) == row.GetString(1) ? body : null);

    /// <summary>The evidence of the last conclusion on a cycle, or null.</summary>
    public byte[]? LastOf(string cycle) => Look(
        "select body, address from evidence join conclusion using (address) where cycle = $cycle order by id desc limit 1", ("$cycle", cycle),
        row => row.GetValue(0) is byte[] body && Sha.Of(body) == row.GetString(1) ? body : null);

    /// <summary>The inputs of the last conclusion on a cycle, or null. Inputs that do not give their key, or whose evidence is missing, count as none.</summary>
    public Inputs? LastInputs(string cycle) => Look(
        "select inputs, key from conclusion join evidence using (address) where cycle = $cycle order by id desc limit 1", ("$cycle", cycle),
        row => JsonSerializer.Deserialize(row.GetString(0), StoreJson.Default.DictionaryStringString) is { } parts
            && new Inputs(parts) is var inputs && inputs.Key == row.GetString(1) ? inputs : null);

    /// <summary>What a page on disk was last written from, or null.</summary>
    public PageRecord? Page(string pagePath) => Look(
        "select key, hash from page where path = $path", ("$path", pagePath), row => new PageRecord(pagePath, row.GetString(0), row.GetString(1)));

    /// <summary>
    /// Sets a damaged store aside, with its name told, so that this run begins a new one; says whether the store can be saved to.
    /// Only under the workspace's lock: another run may have done the same while this one waited, and its good store stays.
    /// </summary>
    public bool Mend()
    {
        if (damage is null) return !IsRefused;
        damage = null;
        Attach();
        return damage is null ? !IsRefused : SetAside(damage);
    }

    /// <summary>
    /// Keeps evidence and page records in one transaction: all or nothing. Says whether it did; where not, the reason was told.
    /// Only under the workspace's lock.
    /// </summary>
    public bool Save(IReadOnlyCollection<Recorded> evidence, IReadOnlyCollection<PageRecord> pages)
    {
        if (evidence.Count == 0 && pages.Count == 0) return true;
        if (use == StoreUse.Look || !Mend()) return false;
        try
        {
            return Write(evidence, pages) switch
            {
                StoreCondition.Damaged damaged => SetAside(damaged.Why) && Write(evidence, pages) is StoreCondition.Sound,
                StoreCondition.Newer newer => Refuse(newer),
                _ => true,
            };
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            return Unwritable(MachineFault.Of(fault));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Detach();

    private void Attach()
    {
        (var condition, reader) = file.Examine();
        switch (condition)
        {
            case StoreCondition.Newer newer:
                Refuse(newer);
                break;
            case StoreCondition.Damaged damaged:
                Damaged(damaged.Why);
                break;
            case StoreCondition.Unusable unusable:
                Unusable(unusable.Fault);
                break;
        }
    }

    /// <summary>The first row of a look-up; a fault that shows only here is dealt with as on opening.</summary>
    private T? Look<T>(string sql, (string Name, object Value) by, Func<SqliteDataReader, T?> read) where T : class
    {
        for (var again = false; reader is not null; again = true)
        {
            try
            {
                if (again) reader = file.Reader();
                using var command = reader.Command(sql, by);
                using var row = command.ExecuteReader();
                return row.Read() ? read(row) : null;
            }
            catch (SqliteException fault) when (fault.SqliteErrorCode == 8 && !again)
            {
                // Another run was killed in the middle of a commit since this store was opened: once more, with the right to undo that.
                reader.Dispose();
            }
            catch (SqliteException fault)
            {
                Detach();
                if (MachineFault.IsDamage(fault)) Damaged(MachineFault.Damage(fault));
                else Unusable(MachineFault.Of(fault));
            }
            catch (Exception fault) when (fault is JsonException or InvalidCastException or InvalidOperationException)
            {
                // A value of another kind than we write: the row counts as not there, and saving writes over it.
                return null;
            }
        }

        return null;
    }

    private StoreCondition Write(IReadOnlyCollection<Recorded> evidence, IReadOnlyCollection<PageRecord> pages)
    {
        try
        {
            using var writer = file.Writer();
            using var transaction = writer.BeginTransaction();
            var condition = StoreSchema.Check(writer, thorough: false);
            if (condition is StoreCondition.Newer or StoreCondition.Damaged) return condition;
            if (condition is StoreCondition.Empty) StoreSchema.Create(writer);
            foreach (var item in evidence) Insert(writer, item);
            foreach (var page in pages)
                writer.Execute("insert or replace into page values ($path, $key, $hash)", ("$path", page.Path), ("$key", page.Key), ("$hash", page.Hash));
            transaction.Commit();
            return new StoreCondition.Sound();
        }
        catch (SqliteException fault) when (MachineFault.IsDamage(fault))
        {
            return new StoreCondition.Damaged(MachineFault.Damage(fault));
        }
    }

    private static void Insert(SqliteConnection writer, Recorded item)
    {
        writer.Execute("insert or replace into evidence values ($address, $body)", ("$address", item.Address), ("$body", item.Body));
        writer.Execute("insert or replace into conclusion (key, cycle, inputs, address) values ($key, $cycle, $inputs, $address)",
            ("$key", item.Inputs.Key), ("$cycle", item.Cycle), ("$address", item.Address),
            ("$inputs", JsonSerializer.Serialize(item.Inputs.Parts.ToDictionary(), StoreJson.Default.DictionaryStringString)));
    }

    private bool SetAside(string why)
    {
        Detach();
        damage = null;
        try
        {
            faults.Add(Catalogue.StoreCorrupt.At(null, StoreFile.Name, why, file.SetAside()));
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var machine = MachineFault.Of(fault);
            return Unwritable(machine with { Why = $"it is damaged and cannot be set aside, {machine.Why}" });
        }
    }

    private void Damaged(string why)
    {
        damage = why;
        if (use == StoreUse.Look) faults.Add(Catalogue.StorePassedOver.At(null, StoreFile.Name, why) with { Hint = "'kaizen run' sets it aside and rebuilds it" });
    }

    private void Unusable(MachineFault fault)
    {
        IsRefused = true;
        var message = use == StoreUse.Look ? Catalogue.StorePassedOver : Catalogue.StoreUnreadable;
        faults.Add(message.At(null, StoreFile.Name, fault.Why) with { Hint = fault.WayOut });
    }

    private bool Unwritable(MachineFault fault)
    {
        IsRefused = true;
        faults.Add(Catalogue.StoreUnwritable.At(null, $"'{StoreFile.Name}': {fault.Why}") with { Hint = fault.WayOut });
        return false;
    }

    private bool Refuse(StoreCondition.Newer newer)
    {
        IsRefused = true;
        faults.Add(Catalogue.StoreNewer.At(null, StoreFile.Name, newer.Format, Format) with { Hint = "update Kaizen, or move the store aside" });
        return false;
    }

    private void Detach()
    {
        reader?.Dispose();
        reader = null;
    }
}
