namespace Kaizen.EndToEnd.Tests;

/// <summary>A plugin that takes the streams, the threads or the life of the process: the run keeps its words and its end.</summary>
public sealed class RudePluginTests : IDisposable
{
    private const string Token = "hunter2-hunter2";
    private readonly Workspace workspace = Small.OfCalls();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task One_that_ends_the_process_is_not_taken_for_a_run_that_went_well()
    {
        var ran = await Run("exits", "run");
        ran.IsClean();
        Assert.Equal(3, ran.Code);
        Assert.Contains("error KZ3031: A plugin ended the process while there ran: 'odd 1.0.0'.", ran.Error, StringComparison.Ordinal);

        var json = await Kaizen.RunIn(workspace.Folder, Variables, "run", "--json");
        Assert.Equal((3, "A plugin ended the process while there ran: 'odd 1.0.0'."), (json.Code, json.Diagnostic("KZ3031").Text("message")));
    }

    [Fact]
    public async Task What_it_prints_is_no_output_of_kaizen_and_holds_no_secret()
    {
        var printed = await Run("prints", "run", "--json");
        Assert.Equal(0, printed.Code);
        var lines = printed.Error.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Order(StringComparer.Ordinal);
        Assert.Equal(["elsewhere with [secret ODD_TOKEN]", "half way \uFFFD[31m with [secret ODD_TOKEN]", "judged with [secret ODD_TOKEN]"], lines);
        Assert.Equal(["odd", "wait"], printed.Cycles());
    }

    [Fact]
    public async Task One_that_takes_the_streams_away_takes_its_own()
    {
        var ran = await Run("silences", "run");
        Assert.Equal(0, ran.Code);
        Assert.Contains("2 A3s in ", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_that_it_leaves_behind_keeps_no_run_alive()
    {
        using var process = Kaizen.Start((await Prepared("lingers")).Folder, Variables, "run");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }

        Assert.Equal((0, ""), (process.ExitCode, await error));
        Assert.Contains("2 A3s in ", await output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_that_has_no_words_ends_its_own_cycle_alone()
    {
        var ran = await Run("wordless", "run", "--json");
        Assert.Equal(3, ran.Code);
        Assert.Equal("Plugin 'odd 1.0.0' failed on source 'odd': WordlessException: it does not say why.", ran.Diagnostic("KZ3004").Text("message"));
        Assert.Contains("wait", ran.Cycles());
    }

    [Fact]
    public async Task A_source_is_let_go_of_when_its_rows_are_read()
    {
        Assert.Equal((0, "let go\n"), (await Run("closes", "run") is var ran ? ran.Code : 0, ran.Error.ReplaceLineEndings("\n")));

        workspace.Edit("kaizen.yaml", "how: closes", "how: close-throws");
        var held = await Kaizen.RunIn(workspace.Folder, Variables, "run", "--json");
        Assert.Equal((0, true), (held.Code, held.Cycles().Contains("odd")));
        var warning = held.Diagnostic("KZ3034");
        Assert.Equal("warning", warning.Text("severity"));
        Assert.Equal("Plugin 'odd 1.0.0' did not let go of source 'odd': Plugin 'odd 1.0.0' failed on source 'odd': InvalidOperationException: still [secret ODD_TOKEN].", warning.Text("message"));
    }

    private static Dictionary<string, string> Variables => new() { ["ODD_TOKEN"] = Token };

    private async Task<Ran> Run(string how, params string[] arguments) => await Kaizen.RunIn((await Prepared(how)).Folder, Variables, arguments);

    private async Task<Workspace> Prepared(string how)
    {
        workspace.TakePlugin("odd").Edit("kaizen.yaml", "sources:\n", $"sources:\n  odd: {{ use: odd, with: {{ how: {how}, token: {{ secret: ODD_TOKEN }} }}, time: at, timeout: 30 }}\n")
            .Edit(Small.Cycle, "mean: minutes", "mean: minutes\n    source: calls")
            .With("cycles/odd.yaml", """
                title: Odd rows
                metrics: { odd: { source: odd, mean: n, better: higher } }
                plan: { target: { to: 3000, due: 2026-06-15 } }
                do: { started: 2026-04-06 }
                """);
        Assert.Equal(0, (await workspace.Run("plugin", "lock")).Code);
        return workspace;
    }
}
