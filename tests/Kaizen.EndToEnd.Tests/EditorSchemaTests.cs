using System.Text.Json;

namespace Kaizen.EndToEnd.Tests;

/// <summary>The first line of a file names a schema, so it is there wherever a file is.</summary>
public sealed class EditorSchemaTests : IDisposable
{
    private const string Schema = ".kaizen/schema.json";
    private readonly Workspace folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Init_makes_files_that_an_editor_understands_and_git_ignores_what_is_ours_and_what_holds_people()
    {
        Assert.Equal(0, (await folder.Run("init")).Code);
        Assert.Equal("# yaml-language-server: $schema=.kaizen/schema.json", File.ReadLines(folder.At("kaizen.yaml")).First());
        Assert.Equal("# yaml-language-server: $schema=../.kaizen/schema.json", File.ReadLines(folder.At("cycles/first-response.yaml")).First());
        Assert.Equal((await folder.Run("schema", "--out", "-")).Output, folder.Read(Schema));
        var ignored = File.ReadAllLines(folder.At(".gitignore"));
        Assert.Contains(".kaizen/", ignored);
        Assert.Contains("data/", ignored);
    }

    [Fact]
    public async Task Data_stays_in_git_where_somebody_says_so()
    {
        Assert.Equal(0, (await folder.Run("init", "--commit-data")).Code);
        Assert.Equal([".kaizen/", "out/"], File.ReadAllLines(folder.At(".gitignore")));
    }

    [Fact]
    public async Task New_leaves_it_beside_its_first_cycle_and_names_the_way_to_add_values()
    {
        var ran = await folder.Run("new", "late", "--title", "Orders leave late", "--value", "days_late", "--yes");
        Assert.Equal(0, ran.Code);
        Assert.Contains("kaizen note value days_late 5.2", ran.Output + ran.Error, StringComparison.Ordinal);
        Assert.Equal("# yaml-language-server: $schema=../.kaizen/schema.json", File.ReadLines(folder.At("cycles/late.yaml")).First());
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(folder.Read(Schema)).RootElement.ValueKind);
        Assert.Equal(0, (await folder.Run("note", "value", "days_late", "5.2")).Code);
    }

    [Fact]
    public async Task A_run_renews_one_of_another_version_and_writes_nothing_where_nothing_changed()
    {
        using var workspace = Small.OfCalls();
        Assert.Equal(0, (await workspace.Run("run")).Code);
        var whole = workspace.Read(Schema);
        workspace.With(Schema, "{}");
        Assert.Equal(0, (await workspace.Run("run")).Code);
        Assert.Equal("{}", workspace.Read(Schema));
        workspace.Edit(Small.Cycle, "Callers wait", "Callers wait long");
        Assert.Equal(0, (await workspace.Run("run")).Code);
        Assert.Equal(whole, workspace.Read(Schema));
    }

    [Fact]
    public async Task Where_it_cannot_be_written_the_run_goes_on()
    {
        using var workspace = Small.OfCalls();
        Directory.CreateDirectory(workspace.At(Schema));
        var ran = await workspace.Run("run", "--json");
        Assert.Equal(0, ran.Code);
        Assert.Empty(ran.Json.GetProperty("diagnostics").EnumerateArray());
        Assert.True(File.Exists(workspace.At("out/a3/wait.html")));
    }

    [Fact]
    public async Task A_disk_that_refuses_it_does_not_stop_init()
    {
        // A file where the folder has to be refuses on every system and for every user.
        folder.With(".kaizen", "");
        Assert.Equal(0, (await folder.Run("init")).Code);
        Assert.True(File.Exists(folder.At("kaizen.yaml")));
    }
}
