using System.Runtime.Versioning;

namespace Kaizen.EndToEnd.Tests;

/// <summary>Store, ledger and output that are damaged, newer, or not to be written.</summary>
public sealed class StoreTests : IDisposable
{
    private readonly Workspace workspace = Small.OfCalls().Predicting().AtOneMoment();

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
            Assert.True(ran.Code == 0, $"page {page}: exit code {ran.Code}\n{ran.Error}");
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

    [Theory]
    [InlineData("run")]
    [InlineData("status")]
    public async Task A_view_in_place_of_a_table_is_never_looked_into(string verb)
    {
        await Run(0);
        Kept.Change(workspace, "drop table page; create view page as with recursive r(n) as (select 1 union all select n + 1 from r) select n as path, n as key, n as hash from r");
        var before = workspace.Files();
        var ran = await workspace.Run(verb, "--json");
        Assert.Equal(0, ran.Code);
        var warning = ran.Diagnostic(verb == "run" ? "KZ4002" : "KZ4006");
        Assert.Contains("its tables are not as expected", warning.Text("message"), StringComparison.Ordinal);
        if (verb == "status") Assert.Equal(before, workspace.Files());
    }

    [Fact]
    public async Task Two_runs_at_once_set_a_damaged_store_aside_once_and_leave_a_good_one()
    {
        await Run(0);
        var undisturbed = Kept.By(workspace);
        await Damage(0, 1);
        await Task.WhenAll(Run(0), Run(0));
        Assert.Equal(["kaizen.db", "kaizen.db.corrupt-1", "lock", "schema.json"], Directory.GetFiles(workspace.At(".kaizen")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
        Kept.By(workspace).IsSameAs(undisturbed);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("show")]
    public async Task A_look_at_a_damaged_store_warns_and_touches_nothing(string verb)
    {
        await Run(0);
        var whole = await workspace.Run(verb);
        await Damage(0, 1);
        var before = workspace.Files();
        var ran = await workspace.Run(verb);
        Assert.Equal((0, whole.Output), (ran.Code, ran.Output));
        Assert.Contains("warning KZ4006", ran.Error, StringComparison.Ordinal);
        Assert.Contains("'kaizen run' sets it aside", ran.Error, StringComparison.Ordinal);
        Assert.Equal(before, workspace.Files());
    }

    [Fact]
    public async Task A_page_that_became_a_link_is_told_and_stays()
    {
        if (OperatingSystem.IsWindows()) return;
        await Run(0);
        File.Move(workspace.At("out/index.html"), workspace.At("mine.html"));
        await File.WriteAllTextAsync(workspace.At("mine.html"), "mine");
        File.CreateSymbolicLink(workspace.At("out/index.html"), workspace.At("mine.html"));
        var fault = (await Run(3)).Diagnostic("KZ4003");
        Assert.Contains("'out/index.html': a link to another file stands in its place", fault.Text("message"), StringComparison.Ordinal);
        Assert.Contains("remove the link", fault.Text("hint"), StringComparison.Ordinal);
        Assert.Equal("mine", workspace.Read("mine.html"));
    }

    [Fact]
    public async Task What_a_killed_run_left_half_written_is_swept_by_the_next()
    {
        workspace.With("out/a3/.wait.html.4711.kaizen-tmp", "half").With("out/.index.html.4711.kaizen-tmp", "half").With("out/.mine.tmp", "stays");
        await Run(0);
        Assert.Equal(["out/.mine.tmp", "out/a3/wait.html", "out/index.html", "out/results.json"], workspace.Files("out").Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_where_the_store_has_its_folder_is_told_and_nothing_is_written()
    {
        workspace.With(".kaizen", "a file");
        var before = workspace.Files();
        var fault = (await Run(3)).Diagnostic("KZ4003");
        Assert.Contains("'.kaizen/lock'", fault.Text("message"), StringComparison.Ordinal);
        Assert.NotEmpty(fault.Text("hint"));
        Assert.Equal(before, workspace.Files());
    }

    [OrdinaryUserFact, UnsupportedOSPlatform("windows")]
    public async Task A_folder_without_write_access_is_told()
    {
        File.SetUnixFileMode(workspace.Folder, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        try
        {
            var before = workspace.Files();
            var ran = await OrdinaryUser.RunIn(workspace.Folder, "run", "--json");
            Assert.True(ran.Code == 3, $"exit code {ran.Code}:\n{ran.Error}");
            var fault = ran.Diagnostic("KZ4003");
            Assert.Contains("access is denied", fault.Text("message"), StringComparison.Ordinal);
            Assert.Contains("rights of the file and of its folder", fault.Text("hint"), StringComparison.Ordinal);
            Assert.Equal(before, workspace.Files());
        }
        finally
        {
            File.SetUnixFileMode(workspace.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [OrdinaryUserFact, UnsupportedOSPlatform("windows")]
    public async Task A_store_without_the_right_to_read_it_is_an_error_for_a_run_and_a_warning_for_a_look()
    {
        await Run(0);
        File.SetUnixFileMode(workspace.At(".kaizen/kaizen.db"), UnixFileMode.None);
        var before = workspace.Files("out");
        var ran = await OrdinaryUser.RunIn(workspace.Folder, "run", "--json");
        Assert.Equal(3, ran.Code);
        ran.IsClean();
        Assert.Contains("cannot be opened", ran.Diagnostic("KZ4005").Text("message"), StringComparison.Ordinal);
        var look = await OrdinaryUser.RunIn(workspace.Folder, "status", "--json");
        Assert.Equal(0, look.Code);
        Assert.Equal("warning", look.Diagnostic("KZ4006").Text("severity"));
        Assert.Equal(before, workspace.Files("out"));
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
