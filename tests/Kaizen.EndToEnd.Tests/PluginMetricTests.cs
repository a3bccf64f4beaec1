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

    /// <summary>All that a plugin may do wrong, in one run: each has its name, and the one good cycle is closed.</summary>
    [Fact]
    public async Task One_run_among_many_bad_plugins_names_each_and_closes_what_it_can()
    {
        workspace.TakePlugin("odd").TakePlugin("throws").TakePlugin("references-core").TakePlugin("counting").TakePlugin("counting", "future").Edit("plugins/future/plugin.yaml", "max: 1", "max: 3").Edit("plugins/future/plugin.yaml", "min: 1", "min: 2");
        Assert.Equal(0, (await workspace.Run("plugin", "lock")).Code);
        File.AppendAllText(workspace.At("plugins/counting/Kaizen.Plugin.Counting.dll"), "tampered");
        (string Name, string Use, string Code, string Says)[] bad =
        [
            .. new[]
            {
                ("option", "not this value"), ("validate", "no judgement"), ("create", "no source today"), ("fingerprint", "no print"), ("open", "seven times six"),
                ("read", "no row"), ("missing", "no answer"), ("value", "no time"), ("dispose", "not let go"),
            }.Select(t => (t.Item1, $"throws, with: {{ where: {t.Item1} }}", "KZ3004", t.Item2)),
            ("describe", "throws, with: { where: describe }", "KZ3005", "The moon is down."),
            ("rubbish", "odd, with: { how: fewer-columns }", "KZ3026", "its reader has 1 columns where 2 were asked for"),
            ("mistyped", "odd, with: { how: mistyped }", "KZ3026", "column 'n' comes as String"),
            ("hanging", "odd, with: { how: open-hangs }", "KZ3025", "gave no answer on source 'hanging' for 1 s"),
            ("stranger", "odd, with: { token: { secret: HOME } }", "KZ3029", "may not see the secret 'HOME'"),
            ("core", "references-core", "KZ3003", "refers to Kaizen.Core"),
            ("ahead", "future/counting", "KZ3002", "works with contract 2 to 3"),
            ("tampered", "counting", "KZ3017", "'Kaizen.Plugin.Counting.dll' was changed"),
        ];
        workspace.Edit("kaizen.yaml", "sources:\n", "sources:\n" + string.Concat(bad.Select(b => $"  {b.Name}: {{ use: {b.Use}, time: at, timeout: 1 }}\n"))).Edit(Small.Cycle, "mean: minutes", "mean: minutes\n    source: calls");
        foreach (var (name, _, _, _) in bad)
            workspace.With($"cycles/{name}.yaml", $$"""
                title: Rows of {{name}}
                metrics: { n: { source: {{name}}, {{(name is "rubbish" or "mistyped" ? "mean: n" : "count: true")}}, better: higher } }
                plan: { target: { to: 3000, due: 2026-06-15 } }
                do: { started: 2026-04-06 }
                """);

        var ran = await workspace.Run("run", "--json");

        Assert.True(ran.Code == 3, ran.Output + ran.Error);
        ran.IsClean();
        var told = ran.Json.GetProperty("diagnostics").EnumerateArray().Where(d => d.Text("severity") == "error").Select(d => $"{d.Text("code")} {d.Text("message")}").ToList();
        foreach (var (name, _, code, says) in bad) Assert.True(told.Any(t => t.StartsWith(code, StringComparison.Ordinal) && t.Contains(says, StringComparison.Ordinal)), $"{name}: {string.Join('\n', told)}");
        Assert.Equal(bad.Length, told.Count);
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

        Assert.Equal("The secret 'ODD_TOKEN' has fewer than 4 characters.", (await Kaizen.RunIn(workspace.Folder, new Dictionary<string, string> { ["ODD_TOKEN"] = "odd" }, "run", "--json")).Diagnostic("KZ3033").Text("message"));

        var environment = new Dictionary<string, string> { ["ODD_TOKEN"] = Token };
        foreach (var arguments in new[] { new[] { "run" }, ["run", "--json"], ["status"], ["show", "odd"], ["why", "wait"] })
        {
            var ran = await Kaizen.RunIn(workspace.Folder, environment, arguments);
            Assert.DoesNotContain(Token, ran.Output + ran.Error, StringComparison.Ordinal);
            if (arguments is ["run"]) Assert.Contains("The server does not know [secret ODD_TOKEN].", ran.Error, StringComparison.Ordinal);
        }

        // Nor do tables and graphs tell it, what is thrown while options are judged, and what is thrown where nobody catches it.
        workspace.Edit("cycles/odd.yaml", "mean: n", "use: odd/flow, with: { value: n, how: tells-secret, token: { secret: ODD_TOKEN } }").Edit("kaizen.yaml", "how: tells-secret", "how: strays");
        var strays = await Kaizen.RunIn(workspace.Folder, environment, "run");
        Assert.Equal((3, true), (strays.Code, strays.Error.Contains("error KZ3030: The plugin assembly 'Kaizen.Plugin.Odd' threw InvalidOperationException on a thread of its own.", StringComparison.Ordinal)));
        Assert.Contains("[secret ODD_TOKEN]", File.ReadAllText(workspace.At("out/a3/odd.html")), StringComparison.Ordinal);
        workspace.Edit("kaizen.yaml", "how: strays", "how: validate-throws");
        var judged = await Kaizen.RunIn(workspace.Folder, environment, "run");
        Assert.Contains("no judgement of [secret ODD_TOKEN]", judged.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, strays.Output + strays.Error + judged.Output + judged.Error, StringComparison.Ordinal);
        workspace.Edit("kaizen.yaml", "how: validate-throws", "how: nothing");

        foreach (var file in Directory.EnumerateFiles(workspace.Folder, "*", SearchOption.AllDirectories))
            Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(Token)) < 0, file);

        workspace.Edit("kaizen.yaml", "{ secret: ODD_TOKEN }", "{ secret: HOME }");
        Assert.Equal("Plugin 'odd 1.0.0' may not see the secret 'HOME'.", (await workspace.Run("run", "--json")).Diagnostic("KZ3029").Text("message"));
        workspace.Edit("kaizen.yaml", "{ secret: HOME }", "abc");
        Assert.Equal("Option 'token' is a secret and may not stand in the file.", (await workspace.Run("run", "--json")).Diagnostic("KZ2208").Text("message"));
    }

    private Workspace WithOdd(string how, string? token = null)
    {
        return workspace.TakePlugin("odd").Edit("kaizen.yaml", "sources:\n", $"sources:\n  odd: {{ use: odd, with: {{ how: {how}{(token is null ? "" : $", token: {token}")} }}, time: at, timeout: 1 }}\n")
            .Edit(Small.Cycle, "mean: minutes", "mean: minutes\n    source: calls");
    }
}
