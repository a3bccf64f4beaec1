using System.Diagnostics;
using Kaizen.Core.Diagnostics;
using Kaizen.Store;
using Kaizen.Store.Evidence;
using Microsoft.Data.Sqlite;

namespace Kaizen.Tests.Store;

/// <summary>A store that the machine or another program keeps from us, and one whose last write was cut short.</summary>
public sealed class StoreFaultTests : IDisposable
{
    private static readonly byte[] Body = Samples.Body;
    private static readonly Inputs First = new(new Dictionary<string, string> { ["definition"] = "1" });
    private static readonly Inputs Second = new(new Dictionary<string, string> { ["definition"] = "2" });

    private readonly Folder folder = new();
    private readonly DiagnosticBag bag = new();

    private string Db => Path.Combine(folder.Path, ".kaizen", "kaizen.db");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(3, "access is denied")]
    [InlineData(5, "another program keeps it locked")]
    [InlineData(6, "another program keeps it locked")]
    [InlineData(7, "there is not enough memory")]
    [InlineData(8, "it is read only")]
    [InlineData(10, "the disk reports a fault")]
    [InlineData(11, "it is damaged")]
    [InlineData(13, "the disk is full")]
    [InlineData(14, "it, or a file beside it, cannot be opened")]
    [InlineData(15, "the file system does not lock files as it should")]
    [InlineData(26, "it is no SQLite file")]
    [InlineData(99, "SQLite reports its error 99")]
    public void Every_error_of_SQLite_has_a_reason_and_a_way_out(int code, string why)
    {
        var fault = MachineFault.Of(new SqliteException("as SQLite says", code));
        Assert.Equal(why, fault.Why);
        Assert.NotEmpty(fault.WayOut);
    }

    [Theory]
    [InlineData(StoreUse.Write, "KZ4005", true)]
    [InlineData(StoreUse.Look, "KZ4006", false)]
    public void A_folder_in_its_place_is_an_error_for_a_run_and_a_warning_for_a_look(StoreUse use, string code, bool error)
    {
        Directory.CreateDirectory(Db);
        using var store = EvidenceStore.Open(folder.Path, use, bag);
        var fault = Assert.Single(bag.All);
        Assert.Equal((code, error), (fault.Code, bag.HasErrors));
        Assert.Contains("a folder stands in its place", fault.Message, StringComparison.Ordinal);
        Assert.Equal("move the folder away", fault.Hint);
        Assert.Null(store.Find(First.Key));
        Assert.False(store.Save([new Recorded("c", First, Body)], []));
        Assert.True(Directory.Exists(Db));
    }

    [Fact]
    public void A_file_where_its_folder_should_be_is_told_on_saving()
    {
        File.WriteAllText(folder.At(".kaizen"), "a file");
        using var store = EvidenceStore.Open(folder.Path, StoreUse.Write, bag);
        Assert.False(store.Save([new Recorded("c", First, Body)], []));
        Assert.Equal("KZ4003", Assert.Single(bag.All).Code);
        Assert.True(store.IsRefused);
        Assert.Equal("a file", File.ReadAllText(folder.At(".kaizen")));
    }

    [Fact]
    public void A_store_that_another_program_keeps_locked_is_told_on_opening_and_on_saving()
    {
        Save(First);
        using var open = EvidenceStore.Open(folder.Path, StoreUse.Write, bag);
        using (var other = new SqliteConnection($"Data Source={Db};Pooling=False"))
        {
            other.Open();
            using var command = other.CreateCommand();
            command.CommandText = "begin exclusive";
            command.ExecuteNonQuery();

            var since = Stopwatch.GetTimestamp();
            using var late = EvidenceStore.Open(folder.Path, StoreUse.Write, bag);
            Assert.InRange(Stopwatch.GetElapsedTime(since).TotalSeconds, 3, 25);
            Assert.False(open.Save([new Recorded("c", Second, Body)], []));
        }

        Assert.Equal(["KZ4005", "KZ4003"], bag.All.Select(d => d.Code));
        Assert.All(bag.All, d => Assert.Contains("another program keeps it locked", d.Message, StringComparison.Ordinal));
        using var store = EvidenceStore.Open(folder.Path, StoreUse.Look, bag);
        Assert.Equal(Body, store.Find(First.Key));
        Assert.Null(store.Find(Second.Key));
    }

    [Fact]
    public void A_commit_of_another_is_waited_for_and_one_that_stays_open_reads_it()
    {
        Save(First);
        using var open = EvidenceStore.Open(folder.Path, StoreUse.Look, bag);
        Save(Second);
        Assert.Equal(Body, open.Find(First.Key));
        Assert.Equal(Body, open.Find(Second.Key));
        Assert.Empty(bag.All);
    }

    [Theory]
    [InlineData(StoreUse.Write)]
    [InlineData(StoreUse.Look)]
    public void A_commit_that_was_cut_short_is_undone_on_opening(StoreUse use)
    {
        CutShort();
        using (var store = EvidenceStore.Open(folder.Path, use, bag)) IsAsBefore(store);
        Assert.False(File.Exists(Db + "-journal"));
    }

    [Fact]
    public void A_commit_that_is_cut_short_between_two_look_ups_is_undone_then()
    {
        Save(First);
        using var store = EvidenceStore.Open(folder.Path, StoreUse.Look, bag);
        Assert.NotNull(store.LastInputs("c"));
        CutShort();
        IsAsBefore(store);
    }

    private void IsAsBefore(EvidenceStore store)
    {
        Assert.Empty(bag.All);
        Assert.Equal(Body, store.Find(First.Key));
        Assert.Null(store.Find(Second.Key));
        Assert.Equal(First.Parts, store.LastInputs("c")!.Parts);
    }

    /// <summary>Leaves the file and the journal as they are in the middle of a commit: some pages written, the old ones in the journal.</summary>
    private void CutShort()
    {
        Save(First);
        var (torn, journal) = (folder.At("torn"), folder.At("torn-journal"));
        using (var connection = new SqliteConnection($"Data Source={Db};Pooling=False"))
        {
            connection.Open();
            // A cache of one page, so that changed pages go to the file, and their old content to the journal, before the commit.
            foreach (var sql in new[]
            {
                "pragma cache_size = 1", "pragma cache_spill = 1", "begin immediate", "delete from conclusion",
                "with recursive r(n) as (select 1 union all select n + 1 from r where n < 300) insert into evidence select 'x' || n, randomblob(3000) from r",
            })
            {
                using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Texts of this method.
                command.CommandText = sql;
#pragma warning restore CA2100
                command.ExecuteNonQuery();
            }

            File.Copy(Db, torn);
            File.Copy(Db + "-journal", journal);
        }

        File.Move(torn, Db, overwrite: true);
        File.Move(journal, Db + "-journal");
    }

    private void Save(Inputs inputs)
    {
        using var store = EvidenceStore.Open(folder.Path, StoreUse.Write, bag);
        Assert.True(store.Save([new Recorded("c", inputs, Body)], []));
    }
}
