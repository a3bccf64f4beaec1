namespace Kaizen.EndToEnd.Tests;

/// <summary>What a test case reads is kept as text: folders are packed, scripts make databases.</summary>
public sealed class PluginCaseInputTests : IDisposable
{
    private readonly Workspace folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_database_gives_the_same_whether_it_aggregates_or_its_rows_are_read()
    {
        var cases = Path.Combine(Kaizen.Root, "plugins", "Sqlite", "testcases");
        var expected = File.ReadAllText(Path.Combine(cases, "aggregated", "expected.json"));
        Assert.Contains("\"ada\"", expected, StringComparison.Ordinal);
        Assert.Equal(expected, File.ReadAllText(Path.Combine(cases, "row-by-row", "expected.json")));
        Assert.Equal(File.ReadAllText(Path.Combine(cases, "aggregated", "calls.db.sql")), File.ReadAllText(Path.Combine(cases, "row-by-row", "calls.db.sql")));
    }

    [Fact]
    public async Task What_cannot_be_made_is_told_with_its_place_and_the_other_cases_run()
    {
        Deploy();
        folder.With("sqlite/testcases/broken/calls.db.sql", "-- one\nCREATE TABLE call (at TEXT); -- two\n  INSERT INTO cal VALUES (1);\n").Take(folder.At("sqlite/testcases/aggregated/cycle.yaml"), "sqlite/testcases/broken/cycle.yaml");
        folder.With("sqlite/testcases/open/calls.db.sql", "CREATE TABLE call (at TEXT);\n\nBEGIN;\nINSERT INTO call VALUES (1);\n").Take(folder.At("sqlite/testcases/aggregated/cycle.yaml"), "sqlite/testcases/open/cycle.yaml");
        folder.With("sqlite/testcases/row-by-row/calls.db", "there already");
        Directory.CreateDirectory(folder.At("sqlite/testcases/query/none.ZIP"));
        foreach (var name in new[] { "broken", "open" }) folder.With($"sqlite/testcases/{name}/expected.json", "{ \"tolerance\": 0, \"metrics\": {}, \"diagnostics\": [] }");

        var ran = await folder.Run("plugin", "test", "sqlite");
        Assert.Equal(3, ran.Code);
        ran.IsClean();
        Assert.Contains("KZ3055", ran.Error, StringComparison.Ordinal);
        Assert.Contains("The database 'calls.db' of a test case cannot be made: no such table: cal.", ran.Error, StringComparison.Ordinal);
        Assert.Contains("broken/calls.db.sql:3:3", ran.Error, StringComparison.Ordinal);
        Assert.Contains("INSERT INTO cal VALUES (1);", ran.Error, StringComparison.Ordinal);
        Assert.Contains("open/calls.db.sql:4:1", ran.Error, StringComparison.Ordinal);
        Assert.Contains("a transaction was begun and never committed", ran.Error, StringComparison.Ordinal);
        Assert.Contains("A test case has 'row-by-row/calls.db' beside 'row-by-row/calls.db.sql'", ran.Error, StringComparison.Ordinal);
        Assert.Contains("The folder 'query/none.ZIP' of a test case is to be packed and holds nothing.", ran.Error, StringComparison.Ordinal);
        foreach (var name in new[] { "broken", "open", "query", "row-by-row" }) Assert.Contains($"  not run  {name}", ran.Output, StringComparison.Ordinal);
        Assert.Contains("  ok       aggregated", ran.Output, StringComparison.Ordinal);
        // What was made lies in the working copy, never beside the case.
        Assert.False(File.Exists(folder.At("sqlite/testcases/aggregated/calls.db")));
    }

    /// <summary>The plugin as it came with the command, with the test cases of its source.</summary>
    private void Deploy() => folder
        .TakeFolder(Path.Combine(Path.GetDirectoryName(Kaizen.Executable)!, "plugins", "sqlite"), "sqlite").TakeFolder(Path.Combine(Kaizen.Root, "plugins", "Sqlite", "testcases"), "sqlite/testcases");
}
