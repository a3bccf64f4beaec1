using Kaizen.Core.Diagnostics;
using Kaizen.Store.Evidence;
using Microsoft.Data.Sqlite;

namespace Kaizen.Tests.Store;

/// <summary>A store that is not as we left it: nothing in it is trusted, and nothing of it is lost.</summary>
public sealed class DamagedStoreTests : IDisposable
{
    private static readonly byte[] Body = Samples.Body;
    private static readonly Inputs First = new(new Dictionary<string, string> { ["definition"] = "1" });
    private static readonly Inputs Second = new(new Dictionary<string, string> { ["definition"] = "2" });

    private readonly Folder folder = new();
    private readonly DiagnosticBag bag = new();

    private string Db => Path.Combine(folder.Path, ".kaizen", "kaizen.db");

    private IEnumerable<string> Names => Directory.GetFileSystemEntries(Path.Combine(folder.Path, ".kaizen")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Damages => new(
        "drop table page; create view page as with recursive r(n) as (select 1 union all select n + 1 from r) select n as path, n as key, n as hash from r",
        "create trigger t after insert on evidence begin delete from conclusion; end",
        "create table mine (x)",
        "create index mine on page (hash)",
        "drop index conclusion_cycle",
        "drop table evidence; create table evidence (address text primary key, body blob not null)",
        "drop table evidence; create table evidence (address text primary key, body blob not null, more as (address || 'x')) without rowid",
        "pragma user_version = 0",
        "pragma user_version = -3",
        "pragma journal_mode = wal",
        "pragma writable_schema = on; delete from sqlite_schema; pragma user_version = 1",
        "pragma writable_schema = on; update sqlite_schema set rootpage = (select rootpage from sqlite_schema where name = 'page') where name = 'evidence'",
        "pragma writable_schema = on; update sqlite_schema set sql = 'nonsense' where name = 'page'");

    [Theory]
    [MemberData(nameof(Damages))]
    public void What_is_not_ours_to_the_letter_is_passed_over_by_a_look_and_set_aside_by_a_run(string sql)
    {
        Save(First);
        Change(sql);
        var before = File.ReadAllBytes(Db);

        using (var look = EvidenceStore.Open(folder.Path, StoreUse.Look, bag))
        {
            var warning = Assert.Single(bag.All);
            Assert.Equal(("KZ4006", false), (warning.Code, bag.HasErrors));
            Assert.Null(look.Find(First.Key));
            Assert.Null(look.LastInputs("c"));
            Assert.Null(look.Page("index.html"));
            Assert.False(look.Save([new Recorded("c", Second, Body)], []));
        }

        Assert.Equal(before, File.ReadAllBytes(Db));
        Assert.DoesNotContain(Names, n => n.Contains("corrupt", StringComparison.Ordinal));

        IsSetAside();
    }

    [Theory]
    [InlineData("this is no database, although it is longer than a header of sixteen bytes")]
    [InlineData("short")]
    public void A_file_that_is_no_store_is_set_aside_and_begun_anew(string bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Db)!);
        File.WriteAllText(Db, bytes);
        IsSetAside();
        Assert.Equal(bytes, File.ReadAllText(Db + ".corrupt-1"));
        File.WriteAllText(Db, "broken once more, and longer than sixteen bytes");
        using (var store = EvidenceStore.Open(folder.Path, StoreUse.Write, bag)) Assert.True(store.Mend());
        Assert.True(File.Exists(Db + ".corrupt-2"));
    }

    [Fact]
    public void A_torn_store_is_set_aside_too()
    {
        Save(First);
        using (var file = File.OpenWrite(Db)) file.SetLength(5000);
        IsSetAside();
    }

    [Fact]
    public void An_empty_file_is_what_a_run_leaves_that_was_killed_early_and_no_damage()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Db)!);
        File.WriteAllText(Db, "");
        Save(First);
        Assert.Empty(bag.All);
        Assert.Equal(["kaizen.db"], Names);
    }

    [Fact]
    public void The_journal_of_the_store_goes_aside_with_it_under_a_name_that_is_free()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Db)!);
        File.WriteAllText(Db, "this is no database, although it is longer than a header of sixteen bytes");
        File.WriteAllText(Db + ".corrupt-1-wal", "an earlier one");
        // A journal that begins with zeros is one that SQLite is done with and leaves where it is.
        File.WriteAllBytes(Db + "-journal", new byte[8]);
        using (var store = EvidenceStore.Open(folder.Path, StoreUse.Write, bag)) Assert.True(store.Mend());
        Assert.Equal(["kaizen.db.corrupt-1-wal", "kaizen.db.corrupt-2", "kaizen.db.corrupt-2-journal"], Names);
        Assert.Contains("kaizen.db.corrupt-2", Assert.Single(bag.All).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void So_do_the_files_of_a_write_ahead_log_that_another_program_has_open()
    {
        Save(First);
        using var other = new SqliteConnection($"Data Source={Db};Pooling=False");
        other.Open();
        foreach (var sql in new[] { "pragma journal_mode = wal", "create table mine (x)" })
        {
            using var command = other.CreateCommand();
#pragma warning disable CA2100 // Texts of this method.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }

        using var store = EvidenceStore.Open(folder.Path, StoreUse.Write, bag);
        // An open file cannot be moved on Windows; then it stays, is told and nothing is saved.
        Assert.Equal(!OperatingSystem.IsWindows(), store.Mend());
        string[] names = ["kaizen.db", "kaizen.db-shm", "kaizen.db-wal"];
        Assert.Equal(OperatingSystem.IsWindows() ? names : [.. names.Select(n => n.Replace("kaizen.db", "kaizen.db.corrupt-1", StringComparison.Ordinal))], Names);
        Assert.Equal(OperatingSystem.IsWindows() ? "KZ4003" : "KZ4002", Assert.Single(bag.All).Code);
    }

    [Fact]
    public void Of_two_runs_that_find_the_same_damage_the_second_keeps_the_good_store_of_the_first()
    {
        Save(First);
        Change("create table mine (x)");
        using var slow = EvidenceStore.Open(folder.Path, StoreUse.Write, bag);
        using (var quick = EvidenceStore.Open(folder.Path, StoreUse.Write, bag))
        {
            Assert.True(quick.Mend());
            Assert.True(quick.Save([new Recorded("c", First, Body)], []));
        }

        Assert.True(slow.IsDamaged);
        Assert.True(slow.Mend());
        Assert.True(slow.Save([new Recorded("c", Second, Body)], []));
        Assert.Equal("KZ4002", Assert.Single(bag.All).Code);
        Assert.Equal(["kaizen.db", "kaizen.db.corrupt-1"], Names);
        using var store = EvidenceStore.Open(folder.Path, StoreUse.Look, bag);
        Assert.Equal(Body, store.Find(First.Key));
        Assert.Equal(Body, store.Find(Second.Key));
    }

    [Fact]
    public void Damage_that_comes_between_opening_and_saving_is_set_aside_while_saving()
    {
        Save(First);
        using (var store = EvidenceStore.Open(folder.Path, StoreUse.Write, bag))
        {
            Change("create table mine (x)");
            Assert.True(store.Save([new Recorded("c", Second, Body)], []));
        }

        Assert.Equal("KZ4002", Assert.Single(bag.All).Code);
        using var again = EvidenceStore.Open(folder.Path, StoreUse.Look, bag);
        Assert.Equal(Body, again.Find(Second.Key));
    }

    [Fact]
    public void A_newer_version_that_came_between_opening_and_saving_is_not_written_over()
    {
        Save(First);
        using var store = EvidenceStore.Open(folder.Path, StoreUse.Write, bag);
        Change("pragma user_version = 2; create table later (x)");
        var before = File.ReadAllBytes(Db);
        Assert.False(store.Save([new Recorded("c", Second, Body)], []));
        Assert.Equal("KZ4001", Assert.Single(bag.All).Code);
        Assert.Equal(before, File.ReadAllBytes(Db));
    }

    [Theory]
    [InlineData("update evidence set body = x'7b7d'")] // A body that is not what its address says.
    [InlineData("update evidence set body = 'text'")]
    [InlineData("delete from evidence")]
    [InlineData("update conclusion set address = 'none'")]
    [InlineData("update evidence set address = 'none'")]
    public void Evidence_that_does_not_fit_counts_as_none_and_is_written_over(string sql)
    {
        Save(First);
        Change(sql);
        using (var store = EvidenceStore.Open(folder.Path, StoreUse.Write, bag))
        {
            Assert.Null(store.Find(First.Key));
            Assert.True(store.Save([new Recorded("c", First, Body)], []));
        }

        using (var store = EvidenceStore.Open(folder.Path, StoreUse.Look, bag)) Assert.Equal(Body, store.Find(First.Key));
        Assert.Empty(bag.All);
    }

    [Theory]
    [InlineData("update conclusion set inputs = 'null'")]
    [InlineData("update conclusion set inputs = '{\"definition\":\"9\"}'")]
    [InlineData("update conclusion set inputs = '{'")]
    [InlineData("update conclusion set inputs = '[1]'")]
    [InlineData("update conclusion set inputs = x'ff00'")]
    [InlineData("delete from evidence")]
    [InlineData("update conclusion set address = 'none'")]
    public void Inputs_that_do_not_give_their_key_or_whose_evidence_is_missing_count_as_none(string sql)
    {
        Save(First);
        Change(sql);
        using var store = EvidenceStore.Open(folder.Path, StoreUse.Write, bag);
        Assert.Null(store.LastInputs("c"));
        Assert.Empty(bag.All);
    }

    private void IsSetAside()
    {
        using (var run = EvidenceStore.Open(folder.Path, StoreUse.Write, bag))
        {
            Assert.True(run.IsDamaged);
            Assert.Null(run.Find(First.Key));
            Assert.DoesNotContain(Names, n => n.Contains("corrupt", StringComparison.Ordinal));
            Assert.True(run.Mend());
            Assert.False(run.IsDamaged);
            var fault = Assert.Single(bag.All, d => d.Code == "KZ4002");
            Assert.False(bag.HasErrors);
            Assert.Contains("kaizen.db.corrupt-1", fault.Message, StringComparison.Ordinal);
            Assert.True(run.Save([new Recorded("c", Second, Body)], []));
        }

        var later = new DiagnosticBag();
        using var store = EvidenceStore.Open(folder.Path, StoreUse.Write, later);
        Assert.Equal(Body, store.Find(Second.Key));
        Assert.Null(store.Find(First.Key));
        Assert.Empty(later.All);
    }

    private void Save(Inputs inputs)
    {
        using var store = EvidenceStore.Open(folder.Path, StoreUse.Write, bag);
        Assert.True(store.Save([new Recorded("c", inputs, Body)], [new PageRecord("index.html", "k", "h")]));
    }

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Db};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Texts of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
