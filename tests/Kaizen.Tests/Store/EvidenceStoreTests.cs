using Kaizen.Core.Diagnostics;
using Kaizen.Store.Evidence;
using Microsoft.Data.Sqlite;

namespace Kaizen.Tests.Store;

public sealed class EvidenceStoreTests : IDisposable
{
    private static readonly byte[] Body = Samples.Body;

    private readonly Folder folder = new();

    private string File => System.IO.Path.Combine(folder.Path, ".kaizen", "kaizen.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_missing_store_is_empty_and_stays_missing()
    {
        using (var store = Open())
        {
            Assert.Null(store.Find("x"));
            Assert.Null(store.LastInputs("c"));
            Assert.Null(store.Page("index.html"));
            store.Save([], []);
        }

        Assert.False(Directory.Exists(System.IO.Path.GetDirectoryName(File)));
    }

    [Fact]
    public void What_was_saved_is_found_by_the_key_of_its_inputs()
    {
        var inputs = Inputs("1");
        Save(new Recorded("c", inputs, Body));
        using var store = Open();
        Assert.Equal(Body, store.Find(inputs.Key));
        Assert.Null(store.Find(Inputs("2").Key));
        Assert.Equal(inputs.Parts, store.LastInputs("c")!.Parts);
        Assert.Equal(inputs.Key, store.LastInputs("c")!.Key);
        Assert.Null(store.LastInputs("d"));
    }

    [Fact]
    public void The_last_inputs_are_those_of_the_last_conclusion_even_where_it_was_drawn_before()
    {
        Save(new Recorded("c", Inputs("1"), Body));
        Save(new Recorded("c", Inputs("2"), Body));
        using (var store = Open()) Assert.Equal("2", store.LastInputs("c")!.Parts["definition"]);
        Save(new Recorded("c", Inputs("1"), Body));
        using (var store = Open()) Assert.Equal("1", store.LastInputs("c")!.Parts["definition"]);
    }

    [Fact]
    public void Pages_are_kept_by_path_the_newest_in_place_of_the_old()
    {
        using (var store = Open()) store.Save([], [new PageRecord("a3/c.html", "k1", "h1"), new PageRecord("index.html", "k", "h")]);
        using (var store = Open()) store.Save([], [new PageRecord("a3/c.html", "k2", "h2")]);
        using var read = Open();
        Assert.Equal(new PageRecord("a3/c.html", "k2", "h2"), read.Page("a3/c.html"));
        Assert.Equal(new PageRecord("index.html", "k", "h"), read.Page("index.html"));
    }

    [Fact]
    public void The_key_is_that_of_names_and_values_whatever_their_order()
    {
        var one = new Inputs(new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" });
        var two = new Inputs(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" });
        Assert.Equal(one.Key, two.Key);
        Assert.Equal(Kaizen.Store.Sha.Of("a=1\nb=2\n"), one.Key);
    }

    [Fact]
    public void Changed_names_what_differs_came_or_went()
    {
        var now = new Inputs(new Dictionary<string, string> { ["same"] = "1", ["source rows"] = "new", ["came"] = "1" });
        var before = new Inputs(new Dictionary<string, string> { ["same"] = "1", ["source rows"] = "old", ["went"] = "1" });
        Assert.Equal(["came", "source rows", "went"], now.Changed(before));
        Assert.Empty(now.Changed(now));
    }

    [Fact]
    public void A_store_of_a_newer_format_is_refused_and_left_alone()
    {
        Save(new Recorded("c", Inputs("1"), Body));
        using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "pragma user_version = 2";
            command.ExecuteNonQuery();
        }

        var before = System.IO.File.ReadAllBytes(File);
        var bag = new DiagnosticBag();
        using var store = EvidenceStore.Open(folder.Path, StoreUse.Write, bag);
        var fault = Assert.Single(bag.All);
        Assert.Equal(("KZ4001", true), (fault.Code, bag.HasErrors));
        Assert.Contains("format 2, this one knows 1", fault.Message, StringComparison.Ordinal);
        Assert.Null(store.Find(Inputs("1").Key));
        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
        Assert.False(System.IO.File.Exists(File + ".corrupt-1"));
    }

    [Fact]
    public void A_newer_store_is_not_written_to()
    {
        A_store_of_a_newer_format_is_refused_and_left_alone();
        var before = System.IO.File.ReadAllBytes(File);
        using var store = EvidenceStore.Open(folder.Path, StoreUse.Write, new DiagnosticBag());
        Assert.True(store.IsRefused);
        Assert.False(store.Mend());
        Assert.False(store.Save([new Recorded("d", Inputs("3"), Body)], []));
        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void Looking_things_up_leaves_no_trace()
    {
        Save(new Recorded("c", Inputs("1"), Body));
        var old = new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        System.IO.File.SetLastWriteTimeUtc(File, old);
        var bytes = System.IO.File.ReadAllBytes(File);
        using (var store = Open())
        {
            store.Find(Inputs("1").Key);
            store.LastInputs("c");
            store.Page("index.html");
            store.Save([], []);
        }

        Assert.Equal(old, System.IO.File.GetLastWriteTimeUtc(File));
        Assert.Equal(bytes, System.IO.File.ReadAllBytes(File));
        Assert.Equal(["kaizen.db"], Directory.GetFiles(System.IO.Path.GetDirectoryName(File)!).Select(System.IO.Path.GetFileName));
    }

    private EvidenceStore Open()
    {
        var bag = new DiagnosticBag();
        var store = EvidenceStore.Open(folder.Path, StoreUse.Write, bag);
        Assert.Empty(bag.All);
        return store;
    }

    private void Save(Recorded recorded)
    {
        using var store = Open();
        store.Save([recorded], []);
    }

    private static Inputs Inputs(string definition) => new(new Dictionary<string, string> { ["definition"] = definition, ["source rows"] = "f", ["engine"] = "0.1.0" });
}
