namespace Kaizen.EndToEnd.Tests;

/// <summary>Store, ledger and output that are damaged, newer, or not to be written.</summary>
public sealed class StoreTests : IDisposable
{
    private readonly Workspace workspace = Small.OfCalls().Predicting();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 8)]
    public async Task A_damaged_store_is_set_aside_and_rebuilt(int firstPage, int pages)
    {
        await Run(0);
        var before = workspace.Read("out/a3/wait.html");
        await Damage(firstPage, pages);

        var ran = await Run(0);
        var fault = ran.Diagnostic("KZ4002");
        Assert.Equal("warning", fault.Text("severity"));
        Assert.Contains("set aside as kaizen.db.corrupt-1", fault.Text("message"), StringComparison.Ordinal);
        Assert.True(File.Exists(workspace.At(".kaizen/kaizen.db.corrupt-1")));
        Assert.Equal(before, workspace.Read("out/a3/wait.html"));

        await Run(0);
        Assert.Contains("Nothing changed", (await workspace.Run("run")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damage_anywhere_in_the_store_never_stops_a_run()
    {
        await Run(0);
        var whole = await File.ReadAllBytesAsync(workspace.At(".kaizen/kaizen.db"));
        var sheet = workspace.Read("out/a3/wait.html");
        for (var page = 1; page < whole.Length / 4096; page++)
        {
            await File.WriteAllBytesAsync(workspace.At(".kaizen/kaizen.db"), whole);
            await Damage(page, 1);
            var ran = await workspace.Run("run", "--json");
            Assert.True(ran.Code is 0 or 3, $"page {page}: exit code {ran.Code}\n{ran.Error}");
            ran.IsClean();
            Assert.Equal(sheet, workspace.Read("out/a3/wait.html"));
        }
    }

    [Fact]
    public async Task The_store_of_a_newer_version_is_left_alone()
    {
        await Run(0);
        await using (var file = File.OpenWrite(workspace.At(".kaizen/kaizen.db")))
        {
            // The user version lies at byte 60 of an SQLite file, most significant byte first.
            file.Seek(60, SeekOrigin.Begin);
            file.Write([0, 0, 0, 9]);
        }

        var before = workspace.Files();
        var fault = (await Run(3)).Diagnostic("KZ4001");
        Assert.Contains("format 9, this one knows 1", fault.Text("message"), StringComparison.Ordinal);
        Assert.Contains("update Kaizen", fault.Text("hint"), StringComparison.Ordinal);
        Assert.Equal(before, workspace.Files());
        Assert.Equal("", (await workspace.Run("run")).Output);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("{\"cycle\":\"wait\"}")]
    public async Task A_ledger_line_that_cannot_be_read_stops_the_run(string line)
    {
        await Run(0);
        var lines = File.ReadAllLines(workspace.At("ledger.ndjson")).Length;
        await File.AppendAllTextAsync(workspace.At("ledger.ndjson"), line + "\n");
        workspace.Edit(Small.Cycle, "to: 5,", "to: 4,");
        var before = workspace.Files();
        var fault = (await Run(3)).Diagnostic("KZ4101");
        Assert.Equal($"ledger.ndjson:{lines + 1}:1", fault.Place());
        Assert.Equal("restore the line from git", fault.Text("hint"));
        Assert.Equal(before, workspace.Files());
    }

    [Fact]
    public async Task A_changed_ledger_line_is_named()
    {
        await Run(0);
        workspace.Edit("ledger.ndjson", "expect 5", "expect 9");
        var before = workspace.Files();
        Assert.Equal("ledger.ndjson:1:1", (await Run(3)).Diagnostic("KZ4103").Place());
        Assert.Equal(before, workspace.Files());
    }

    [Fact]
    public async Task An_output_folder_that_is_a_file_is_told_and_nothing_is_written()
    {
        workspace.With("out", "a file");
        var before = workspace.Files();
        var fault = (await Run(3)).Diagnostic("KZ4003");
        Assert.Contains("'out' is a file", fault.Text("message"), StringComparison.Ordinal);
        Assert.Contains("--out", fault.Text("hint"), StringComparison.Ordinal);
        Assert.Equal(before, workspace.Files());
    }

    [Fact]
    public async Task A_folder_without_write_access_is_told()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName == "root") return;
        File.SetUnixFileMode(workspace.Folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            Assert.Contains("rights of the folder", (await Run(3)).Diagnostic("KZ4003").Text("hint"), StringComparison.Ordinal);
        }
        finally
        {
            File.SetUnixFileMode(workspace.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task A_run_waits_for_another_that_holds_the_workspace()
    {
        Directory.CreateDirectory(workspace.At(".kaizen"));
        Task<Ran> waiting;
        await using (new FileStream(workspace.At(".kaizen/lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            waiting = workspace.Run("run", "--json");
            Assert.NotSame(waiting, await Task.WhenAny(waiting, Task.Delay(TimeSpan.FromSeconds(4))));
            Assert.False(Directory.Exists(workspace.At("out")));
        }

        Assert.Equal(0, (await waiting).Code);
        Assert.True(File.Exists(workspace.At("out/a3/wait.html")));
    }

    private async Task<Ran> Run(int code)
    {
        var ran = await workspace.Run("run", "--json");
        Assert.True(ran.Code == code, $"exit code {ran.Code}, not {code}:\n{ran.Error}");
        ran.IsClean();
        return ran;
    }

    private async Task Damage(int firstPage, int pages)
    {
        await using var file = File.OpenWrite(workspace.At(".kaizen/kaizen.db"));
        var length = Math.Min(pages * 4096L, file.Length - (firstPage * 4096L));
        file.Seek(firstPage * 4096L, SeekOrigin.Begin);
        file.Write(Enumerable.Repeat((byte)0x55, (int)length).ToArray());
    }
}
