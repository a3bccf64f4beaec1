using System.Diagnostics;

namespace Kaizen.EndToEnd.Tests;

/// <summary>What people lock, ask, answer and sign, as they do it.</summary>
public sealed class LedgerTests : IDisposable
{
    private readonly Workspace workspace = Small.OfCalls().Predicting().WithNames();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task A_question_its_answer_and_a_signature_stand_on_the_sheet()
    {
        Assert.Equal(0, (await workspace.Run("run")).Code);
        var asked = await workspace.Run("note", "ask", "wait", "What did you <see>?", "--by", "sam", "--json");
        Assert.Equal((0, "ask", "2026-06-29"), (asked.Code, asked.Json.GetProperty("act").GetString(), asked.Json.GetProperty("date").GetString()));
        Assert.Equal(0, (await workspace.Run("note", "answer", "wait", "Three of five gave up.", "--by", "ann")).Code);
        Assert.Equal(0, (await workspace.Run("note", "sign", "wait", "--gate", "G2", "--by", "ann")).Code);
        Assert.Equal(0, (await workspace.Run("run")).Code);
        var sheet = workspace.Read("out/a3/wait.html");
        Assert.Contains("What did you &lt;see&gt;?", sheet, StringComparison.Ordinal);
        Assert.Contains("Three of five gave up.", sheet, StringComparison.Ordinal);
        Assert.Contains("G2 signed 29 June 2026: ann", sheet, StringComparison.Ordinal);
        Assert.Equal(0, (await workspace.Run("ledger", "verify")).Code);
    }

    [Fact]
    public async Task A_question_of_a_later_day_is_not_seen_from_an_earlier_one()
    {
        Assert.Equal(0, (await workspace.Run("note", "ask", "wait", "Later?", "--by", "sam", "--as-of", "2026-06-20")).Code);
        await workspace.Run("run", "--as-of", "2026-06-19");
        Assert.DoesNotContain("Later?", workspace.Read("out/a3/wait.html"), StringComparison.Ordinal);
        await workspace.Run("run", "--as-of", "2026-06-20");
        Assert.Contains("Later?", workspace.Read("out/a3/wait.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "KZ6002", "note", "ask", "waits", "Why?", "--by", "sam")]
    [InlineData(2, "KZ6006", "note", "ask", "wait", "--by", "sam")]
    [InlineData(2, "KZ6006", "note", "ask", "wait", "Why?")]
    [InlineData(2, "KZ6007", "note", "ask", "*", "Why?", "--by", "sam")]
    [InlineData(2, "KZ6009", "note", "answer", "wait", "So.", "--by", "sam")]
    [InlineData(2, "KZ6003", "note", "answer", "wait", "So.", "--by", "sam", "--to", "abc")]
    [InlineData(2, "KZ6006", "note", "sign", "wait", "--by", "sam", "--gate", "G9")]
    [InlineData(2, "KZ6006", "replay", "wait")]
    public async Task Wrong_use_is_told_and_nothing_is_written(int code, string fault, params string[] arguments)
    {
        var ran = await workspace.Run(arguments);
        Assert.Equal((code, true, false), (ran.Code, ran.Error.Contains(fault, StringComparison.Ordinal), File.Exists(workspace.At("ledger.ndjson"))));
    }

    [Theory]
    [InlineData("expect 5", "expect 4", 2)]
    [InlineData("one?", "two?", 3)]
    [InlineData("2026-06-29", "2026-06-28", 1)]
    public async Task A_changed_character_is_found_and_its_line_named(string old, string now, int line)
    {
        Assert.Equal(0, (await workspace.Run("note", "ask", "names", "first?", "--by", "sam")).Code);
        Assert.Equal(0, (await workspace.Run("run")).Code);
        Assert.Equal(0, (await workspace.Run("note", "ask", "wait", "one?", "--by", "sam")).Code);
        workspace.Edit("ledger.ndjson", old, now);
        var verify = await workspace.Run("ledger", "verify");
        Assert.Equal(3, verify.Code);
        Assert.Contains($"ledger.ndjson:{line}:1", verify.Error, StringComparison.Ordinal);
        Assert.Contains($"line {line}", verify.Output, StringComparison.Ordinal);
        Assert.Equal(3, (await workspace.Run("run")).Code);
    }

    [Fact]
    public async Task A_prediction_changed_in_the_file_is_reported_on_the_sheet()
    {
        await workspace.Run("run");
        workspace.Edit(Small.Cycle, "expect: 5", "expect: 6");
        var ran = await workspace.Run("run", "--json");
        Assert.True(ran.Json.GetProperty("cycles").EnumerateArray().Single(c => c.GetProperty("id").GetString() == "wait").GetProperty("locked").GetProperty("changed").GetBoolean());
        Assert.Contains("changed since locked", workspace.Read("out/a3/wait.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_back_dated_by_as_of_says_when_it_was_written_down()
    {
        var story = new Dictionary<string, string> { ["KAIZEN_CLOCK"] = "2026-06-10T12:00Z" };
        var ran = await Kaizen.RunIn(workspace.Folder, story, "run", "--as-of", "2026-04-06", "--json");
        var locked = ran.Json.GetProperty("cycles").EnumerateArray().Single(c => c.GetProperty("id").GetString() == "wait").GetProperty("locked");
        Assert.Equal(("2026-04-06", 0, "2026-06-10"), (locked.GetProperty("date").GetString(), locked.GetProperty("daysLate").GetInt32(), locked.GetProperty("recorded").GetString()));
        Assert.Contains("written down 10 June 2026", workspace.Read("out/a3/wait.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run", "--as-of", "2026-06-11")]
    [InlineData("run")]
    public async Task A_run_from_a_day_that_has_not_come_locks_nothing_and_says_so(params string[] arguments)
    {
        // Without the option the story's clock goes before as_of.
        var story = new Dictionary<string, string> { ["KAIZEN_CLOCK"] = "2026-06-10T12:00Z" };
        var ran = await Kaizen.RunIn(workspace.Folder, story, [.. arguments, "--json"]);
        Assert.Equal(0, ran.Code);
        Assert.Equal(arguments.Length == 1, File.Exists(workspace.At("ledger.ndjson")));
        if (arguments.Length == 1) return;
        Assert.Equal("2026-06-11 lies after today, 2026-06-10: the predictions of wait are not locked by this run.", ran.Diagnostic("KZ4107").Text("message"));
        Assert.Equal(0, (await Kaizen.RunIn(workspace.Folder, story, "run", "--as-of", "2026-06-10")).Code);
        Assert.Contains("\"act\":\"lock\",\"date\":\"2026-06-10\",\"started\"", workspace.Read("ledger.ndjson"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_was_ahead_is_told_and_the_real_run_locks()
    {
        Assert.Equal(0, (await workspace.On("2027-05-01", "run")).Code);
        workspace.Edit(Small.Cycle, "expect: 5", "expect: 4.5");
        var ran = await workspace.On("2026-06-10", "run", "--json");
        Assert.Equal("ledger.ndjson:1:1", ran.Diagnostic("KZ4110").Place());
        Assert.Equal(2, (await File.ReadAllLinesAsync(workspace.At("ledger.ndjson"))).Length);
        Assert.Contains("no file written", (await workspace.On("2026-06-10", "run")).Output, StringComparison.Ordinal);
        workspace.Edit(Small.Cycle, "expect: 4.5", "expect: 5.5");
        await workspace.On("2026-06-10", "run");
        Assert.Contains("changed since locked", workspace.Read("out/a3/wait.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_as_of_in_the_file_that_has_not_come_locks_nothing_either()
    {
        workspace.Edit("kaizen.yaml", "as_of: 2026-06-29", "as_of: 2099-06-29");
        (await workspace.Run("run", "--json")).Diagnostic("KZ4107");
        Assert.False(File.Exists(workspace.At("ledger.ndjson")));
        var asked = await workspace.Run("note", "ask", "wait", "Why?", "--by", "ann", "--json");
        Assert.Equal(0, asked.Code);
        asked.Diagnostic("KZ4108");
        Assert.DoesNotContain("2099", asked.Json.GetProperty("date").GetString() + workspace.Read("ledger.ndjson"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_a_cycle_that_never_ran_shows_no_lock()
    {
        var why = await workspace.Run("why", "wait");
        Assert.Contains("No prediction is locked yet", why.Output, StringComparison.Ordinal);
        await workspace.Run("run");
        Assert.Contains("Predictions locked 29 Jun 2026", (await workspace.Run("why", "wait")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_of_the_plan_takes_the_draft_mark_away()
    {
        workspace.Edit(Small.Cycle, "{ owner: ann }", "{ owner: ann, sponsor: ines }");
        await workspace.Run("run");
        Assert.Contains("DRAFT", workspace.Read("out/a3/wait.html"), StringComparison.Ordinal);
        Assert.Contains("KZ4109", (await workspace.Run("note", "sign", "wait", "--gate", "G2", "--by", "ann")).Error, StringComparison.Ordinal);
        await workspace.Run("run");
        Assert.Contains("DRAFT", workspace.Read("out/a3/wait.html"), StringComparison.Ordinal);
        Assert.Equal("", (await workspace.Run("note", "sign", "wait", "--gate", "G2", "--by", "ines")).Error);
        await workspace.Run("run");
        Assert.DoesNotContain("DRAFT", workspace.Read("out/a3/wait.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_that_cannot_be_written_says_why()
    {
        workspace.With(".kaizen", "a file");
        var ran = await workspace.Run("note", "ask", "wait", "Why?", "--by", "ann", "--json");
        Assert.Equal(3, ran.Code);
        ran.IsClean();
        Assert.Contains("'.kaizen/lock'", ran.Diagnostic("KZ4003").Text("message"), StringComparison.Ordinal);
        Assert.False(File.Exists(workspace.At("ledger.ndjson")));
    }

    [Fact]
    public async Task Verify_says_what_it_can_show_and_what_only_git_can()
    {
        var absent = await workspace.Run("ledger", "verify");
        Assert.Equal((0, true), (absent.Code, absent.Output.StartsWith("There is no ledger.ndjson", StringComparison.Ordinal)));
        workspace.With("ledger.ndjson", "");
        var empty = await workspace.Run("ledger", "verify");
        Assert.Equal((0, true), (empty.Code, empty.Output.StartsWith("ledger.ndjson is empty", StringComparison.Ordinal)));
        Assert.Equal("empty", (await workspace.Run("ledger", "verify", "--json")).Json.GetProperty("ledger").GetString());
        await workspace.Run("run");
        var whole = await workspace.Run("ledger", "verify");
        Assert.StartsWith("1 line agrees with its own hash", whole.Output, StringComparison.Ordinal);
        Assert.Contains("A line that was removed, or rewritten together with its hash, shows only where a later line of its cycle follows it", whole.Output, StringComparison.Ordinal);
        Assert.Contains("that the last lines of a cycle, or all of them, were removed", whole.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("moved or removed", whole.Output, StringComparison.Ordinal);
        Assert.True((await workspace.Run("ledger", "verify", "--json")).Json.GetProperty("verifies").GetBoolean());
    }

    [Fact]
    public async Task Two_branches_merge_by_an_ordinary_git_merge()
    {
        await workspace.Run("run");
        await workspace.Run("note", "ask", "names", "first?", "--by", "sam");
        await Git(workspace, "init", "-q", "-b", "main");
        await File.WriteAllTextAsync(workspace.At(".gitignore"), ".kaizen/\nout/\n");
        await Commit(workspace, "begin");
        await Git(workspace, "checkout", "-q", "-b", "theirs");
        await workspace.Run("note", "ask", "names", "theirs?", "--by", "sam");
        await Commit(workspace, "theirs");
        await Git(workspace, "checkout", "-q", "main");
        await workspace.Run("note", "ask", "wait", "ours?", "--by", "ann");
        await Commit(workspace, "ours");
        await Git(workspace, "merge", "-q", "--no-edit", "theirs");
        Assert.Equal(4, (await File.ReadAllLinesAsync(workspace.At("ledger.ndjson"))).Length);
        Assert.Equal(0, (await workspace.Run("ledger", "verify")).Code);
        Assert.Equal(0, (await workspace.Run("note", "answer", "names", "Yes.", "--to", (await Question("theirs?"))[..6], "--by", "ann")).Code);
        Assert.Equal(0, (await workspace.Run("ledger", "verify")).Code);
    }

    [Fact]
    public async Task Two_branches_that_add_to_one_cycle_of_a_made_workspace_merge_too()
    {
        using var made = new Workspace();
        Assert.Equal(0, (await made.Run("init", ".")).Code);
        await Git(made, "init", "-q", "-b", "main");
        await Commit(made, "begin");
        await Git(made, "checkout", "-q", "-b", "theirs");
        await made.Run("note", "ask", "first-response", "theirs?", "--by", "sam");
        await Commit(made, "theirs");
        await Git(made, "checkout", "-q", "main");
        await made.Run("note", "ask", "first-response", "ours?", "--by", "sam");
        await made.Run("run");
        await Commit(made, "ours");
        await Git(made, "merge", "-q", "--no-edit", "theirs");
        Assert.Equal(3, (await File.ReadAllLinesAsync(made.At("ledger.ndjson"))).Length);
        Assert.Equal(0, (await made.Run("ledger", "verify")).Code);
        Assert.Equal(0, (await made.Run("run")).Code);
        var sheet = made.Read("out/a3/first-response.html");
        Assert.True(sheet.Contains("theirs?", StringComparison.Ordinal) && sheet.Contains("ours?", StringComparison.Ordinal));
    }

    /// <summary>The id of a question, as 'why' prints it.</summary>
    private async Task<string> Question(string text)
    {
        var why = (await workspace.Run("why", "names")).Output;
        var at = why.IndexOf($"{text} (", StringComparison.Ordinal) + text.Length + 2;
        return why[at..(at + 8)];
    }

    private static async Task Commit(Workspace at, string message)
    {
        await Git(at, "add", "-A");
        await Git(at, "commit", "-q", "-m", message);
    }

    private static async Task Git(Workspace at, params string[] arguments)
    {
        string[] known = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"];
        using var git = Process.Start(new ProcessStartInfo("git", [.. known, .. arguments]) { WorkingDirectory = at.Folder, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var said = git.StandardError.ReadToEndAsync();
        await git.StandardOutput.ReadToEndAsync();
        await git.WaitForExitAsync();
        Assert.True(git.ExitCode == 0, await said);
    }
}
