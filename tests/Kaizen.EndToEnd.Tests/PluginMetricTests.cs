namespace Kaizen.EndToEnd.Tests;

/// <summary>Metrics of plugins on sheets, and plugins that do harm in a real run.</summary>
public sealed class PluginMetricTests : IDisposable
{
    private const string Token = "s3cret/Word+9";
    private readonly Workspace workspace = Small.OfCalls();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task A_plugins_metric_is_checked_like_any_other_and_shows_its_exhibits()
    {
        workspace.Edit(Small.Cycle, "mean: minutes", "use: example/percentile-by-segment\n    with: { value: minutes, segment: name, percentile: 75, min_rows: 1 }");
        var ran = await workspace.Run("run");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        var sheet = File.ReadAllText(workspace.At("out/a3/wait.html"));
        Assert.Contains("75th percentile of minutes by name", sheet, StringComparison.Ordinal);
        Assert.Contains("example/percentile-by-segment", sheet, StringComparison.Ordinal);
        Assert.Contains("example 0.1.0", sheet, StringComparison.Ordinal);

        // What was concluded is taken from the store, exhibits and all.
        File.Delete(workspace.At("out/a3/wait.html"));
        var again = await workspace.Run("run");
        Assert.Contains("no source opened", again.Output, StringComparison.Ordinal);
        Assert.Equal(sheet, File.ReadAllText(workspace.At("out/a3/wait.html")));
        Assert.Contains("Computed by the plugin's metric example/percentile-by-segment", (await workspace.Run("why", "wait")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("odd", "source", "row-hangs", "KZ3025", "gave no answer on source 'odd' for 1 s")]
    [InlineData("odd", "source", "create-hangs", "KZ3025", "gave no answer on source 'odd' for 1 s")]
    [InlineData("odd", "source", "fingerprint-throws", "KZ3004", "InvalidOperationException: no print")]
    [InlineData("odd", "source", "mistyped", "KZ3026", "column 'n' comes as String")]
    [InlineData("calls", "metric", "add-hangs", "KZ3025", "gave no answer on metric 'odd' for 1 s")]
    [InlineData("calls", "metric", "infinite", "KZ3026", "which is no finite number")]
    public async Task A_plugin_that_does_harm_ends_its_own_cycle_and_no_other(string source, string what, string how, string code, string says)
    {
        WithOdd(what == "source" ? how : "nothing").With("cycles/odd.yaml", $$"""
            title: Odd rows
            metrics: { odd: { source: {{source}}, {{(what == "source" ? "mean: n" : $"use: odd/flow, with: {{ value: minutes, how: {how} }}")}}, better: higher } }
            plan: { target: { to: 3000, due: 2026-06-15 } }
            do: { started: 2026-04-06 }
            """).Edit("kaizen.yaml", "time: at\n", "time: at\n    timeout: 1\n");
        await workspace.Run("plugin", "lock");

        var ran = await workspace.Run("run", "--json");

        Assert.Equal(3, ran.Code);
        Assert.Contains(says, ran.Diagnostic(code).Text("message"), StringComparison.Ordinal);
        Assert.Contains("wait", ran.Cycles());
        Assert.True(File.Exists(workspace.At("out/a3/wait.html")));
    }

    [Fact]
    public async Task A_secret_reaches_who_may_see_it_and_nothing_that_is_written()
    {
        WithOdd("tells-secret", "{ secret: ODD_TOKEN }").With("cycles/odd.yaml", """
            title: Odd rows
            metrics: { odd: { source: odd, mean: n, better: higher } }
            plan: { target: { to: 3000, due: 2026-06-15 } }
            do: { started: 2026-04-06 }
            """);
        await workspace.Run("plugin", "lock");
        Assert.Equal("The secret 'ODD_TOKEN' is not set.", (await workspace.Run("run", "--json")).Diagnostic("KZ3027").Text("message"));

        var environment = new Dictionary<string, string> { ["ODD_TOKEN"] = Token };
        foreach (var arguments in new[] { new[] { "run" }, ["run", "--json"], ["status"], ["show", "odd"], ["why", "wait"] })
        {
            var ran = await Kaizen.RunIn(workspace.Folder, environment, arguments);
            Assert.DoesNotContain(Token, ran.Output + ran.Error, StringComparison.Ordinal);
            if (arguments is ["run"]) Assert.Contains("The server does not know [secret ODD_TOKEN].", ran.Error, StringComparison.Ordinal);
        }

        foreach (var file in Directory.EnumerateFiles(workspace.Folder, "*", SearchOption.AllDirectories))
            Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(Token)) < 0, file);

        workspace.Edit("kaizen.yaml", "{ secret: ODD_TOKEN }", "{ secret: HOME }");
        Assert.Equal("Plugin 'odd 1.0.0' may not see the secret 'HOME'.", (await workspace.Run("run", "--json")).Diagnostic("KZ2209").Text("message"));
        workspace.Edit("kaizen.yaml", "{ secret: HOME }", "abc");
        Assert.Equal("Option 'token' is a secret and may not stand in the file.", (await workspace.Run("run", "--json")).Diagnostic("KZ2208").Text("message"));
    }

    private Workspace WithOdd(string how, string? token = null)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "plugins", "odd")))
        {
            Directory.CreateDirectory(workspace.At("plugins/odd"));
            File.Copy(file, workspace.At($"plugins/odd/{Path.GetFileName(file)}"));
        }

        return workspace.Edit("kaizen.yaml", "sources:\n", $"sources:\n  odd: {{ use: odd, with: {{ how: {how}{(token is null ? "" : $", token: {token}")} }}, time: at, timeout: 1 }}\n")
            .Edit(Small.Cycle, "mean: minutes", "mean: minutes\n    source: calls");
    }
}
