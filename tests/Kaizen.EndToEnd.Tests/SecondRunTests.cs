namespace Kaizen.EndToEnd.Tests;

/// <summary>What did not change is not done again, and what is done again is explained.</summary>
public sealed class SecondRunTests : IDisposable
{
    private readonly List<Workspace> made = [];

    public void Dispose() => made.ForEach(w => w.Dispose());

    [Fact]
    public async Task Opens_no_source_and_touches_no_file()
    {
        var workspace = OfCounting();
        var first = await RunCounting(workspace);
        Assert.Equal(0, first.Code);
        Assert.Equal(1, Calls(workspace, "open"));
        Assert.Equal(1, Calls(workspace, "describe"));
        File.Delete(workspace.At("calls.log"));
        var before = workspace.Files();

        var second = await RunCounting(workspace);

        Assert.Equal(0, second.Code);
        Assert.Contains("Nothing changed: 2 cycles on record, no source opened, no file written", second.Output, StringComparison.Ordinal);
        Assert.Equal(0, Calls(workspace, "open"));
        Assert.Equal(0, Calls(workspace, "describe"));
        File.Delete(workspace.At("calls.log"));
        Assert.Equal(before, workspace.Files());
    }

    [Fact]
    public async Task Two_cycles_share_one_scan()
    {
        var ran = await Made(Small.OfCalls().WithNames()).Run("run");
        Assert.Contains("2 A3s in out", ran.Output, StringComparison.Ordinal);
        Assert.Contains("1,000 rows read from 1 source, 4 files written", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_that_is_gone_or_edited_comes_back_from_the_evidence()
    {
        var workspace = OfCounting();
        await RunCounting(workspace);
        var sheet = workspace.At("out/a3/even.html");
        var whole = await File.ReadAllTextAsync(sheet);
        File.Delete(workspace.At("calls.log"));

        File.Delete(sheet);
        var again = await RunCounting(workspace, "--explain");
        Assert.Equal(whole, await File.ReadAllTextAsync(sheet));
        Assert.Contains("no source opened, 1 file written", again.Output, StringComparison.Ordinal);
        Assert.Contains("on record; its sheet was written again: the file itself changed", again.Output, StringComparison.Ordinal);

        await File.AppendAllTextAsync(sheet, "<p>by hand</p>");
        await RunCounting(workspace);
        Assert.Equal(whole, await File.ReadAllTextAsync(sheet));
        Assert.Equal(0, Calls(workspace, "open") + Calls(workspace, "describe"));
    }

    [Fact]
    public async Task Explain_names_an_edited_cycle_and_leaves_the_other_alone()
    {
        var workspace = Made(Small.OfCalls().WithNames());
        Assert.Contains("wait   concluded for the first time", (await workspace.Run("run", "--explain")).Output, StringComparison.Ordinal);
        workspace.Edit(Small.Cycle, "to: 5,", "to: 4,");
        var ran = await workspace.Run("run", "--explain");
        Assert.Contains("wait   concluded again: definition changed", ran.Output, StringComparison.Ordinal);
        Assert.Contains("names  on record", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_names_the_rows_that_changed()
    {
        var workspace = Made(Small.OfCalls());
        await workspace.Run("run");
        await File.AppendAllTextAsync(workspace.At(Small.Data), "2026-06-22,7,late\n");
        var ran = await workspace.Run("run", "--explain");
        Assert.Contains("wait  concluded again: rows of calls changed", ran.Output, StringComparison.Ordinal);
        Assert.Contains("1,001 rows read", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_names_of_people_render_the_sheets_again_without_a_source()
    {
        var workspace = OfCounting();
        await RunCounting(workspace);
        File.Delete(workspace.At("calls.log"));
        await File.AppendAllTextAsync(workspace.At("kaizen.yaml"), "\npeople: { ann: { name: Ann Lee } }\n");
        var ran = await RunCounting(workspace, "--explain");
        Assert.Equal(0, ran.Code);
        Assert.Contains("even   on record; its sheet was written again: people changed", ran.Output, StringComparison.Ordinal);
        Assert.Contains("no source opened", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Ann Lee", workspace.Read("out/a3/even.html"), StringComparison.Ordinal);
        Assert.Equal(0, Calls(workspace, "open") + Calls(workspace, "describe"));
    }

    [Fact]
    public async Task A_run_of_some_cycles_leaves_the_index_as_it_is()
    {
        var workspace = Made(Small.OfCalls().WithNames());
        await workspace.Run("run");
        var index = workspace.Files("out")["out/index.html"];
        workspace.Edit(Small.Cycle, "to: 5,", "to: 4,");
        var ran = await workspace.Run("run", "wa*");
        Assert.Contains("1 A3 in", ran.Output, StringComparison.Ordinal);
        Assert.Equal(index, workspace.Files("out")["out/index.html"]);
    }

    private Workspace Made(Workspace workspace)
    {
        made.Add(workspace);
        return workspace;
    }

    private Workspace OfCounting() => Made(new Workspace()
        .With("kaizen.yaml", """
            workspace: counted
            zone: Europe/Amsterdam
            as_of: 2026-06-29
            sources:
              ticks: { use: counting, with: { log: calls.log, rows: 4000 }, time: at, known_until: 2026-06-15 }
            """)
        .With("cycles/even.yaml", """
            title: Even ones
            people: { owner: ann }
            metrics: { even: { rate: name = 'even', better: higher } }
            plan: { target: { to: 0.6, due: 2026-06-15 } }
            do: { started: 2026-04-06 }
            """)
        .With("cycles/level.yaml", """
            title: The level
            metrics: { level: { mean: n, better: higher } }
            plan: { target: { to: 3000, due: 2026-06-15 } }
            do: { started: 2026-04-06 }
            """));

    private static async Task<Ran> RunCounting(Workspace workspace, params string[] more)
    {
        var environment = new Dictionary<string, string> { ["KAIZEN_PLUGINS"] = Path.Combine(AppContext.BaseDirectory, "plugins") };
        if (!File.Exists(workspace.At("plugins.lock"))) Assert.Equal(0, (await Kaizen.RunIn(workspace.Folder, environment, "plugin", "lock")).Code);
        return await Kaizen.RunIn(workspace.Folder, environment, ["run", .. more]);
    }

    private static int Calls(Workspace workspace, string call) =>
        File.Exists(workspace.At("calls.log")) ? File.ReadAllLines(workspace.At("calls.log")).Count(l => l.StartsWith(call, StringComparison.Ordinal)) : 0;
}
