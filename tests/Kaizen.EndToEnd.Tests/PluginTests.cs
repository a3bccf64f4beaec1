namespace Kaizen.EndToEnd.Tests;

/// <summary>Plugins of a workspace: nobody runs one that nobody vouched for.</summary>
public sealed class PluginTests : IDisposable
{
    private readonly Workspace workspace = Small.OfCalls();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task A_plugin_runs_once_it_is_locked_and_never_after_it_was_changed()
    {
        WithTally();
        workspace.Edit("kaizen.yaml", "sources:\n", "sources:\n  counted: { use: tally/counting, with: { log: calls.log, rows: 280 }, time: at }\n").With("cycles/level.yaml", """
            title: The level
            metrics: { level: { source: counted, mean: n, better: higher } }
            plan: { target: { to: 3000, due: 2026-06-15 } }
            do: { started: 2026-04-06 }
            """).Edit(Small.Cycle, "mean: minutes", "mean: minutes\n    source: calls");
        var refused = await workspace.Run("run", "--json");
        Assert.Equal(3, refused.Code);
        Assert.Equal("kaizen.yaml:5:19", refused.Diagnostic("KZ3017").Place());
        Assert.Equal("look at the plugin, then run 'kaizen plugin lock'", refused.Diagnostic("KZ3017").Text("hint"));
        Assert.Equal(["wait"], refused.Cycles());
        Assert.False(File.Exists(workspace.At("calls.log")));

        var locked = await workspace.Run("plugin", "lock");
        Assert.Equal((0, ""), (locked.Code, locked.Error));
        Assert.Contains("added      tally 1.0.0", locked.Output, StringComparison.Ordinal);
        Assert.Contains("Wrote plugins.lock; commit it with the workspace.", locked.Output, StringComparison.Ordinal);
        var ran = await workspace.Run("run", "--json");
        Assert.Equal(["level", "wait"], ran.Cycles());
        Assert.True(File.Exists(workspace.At("calls.log")));
        File.Delete(workspace.At("calls.log"));

        workspace.With("plugins/tally/Extra.dll", "x");
        var changed = await workspace.Run("run", "--json");
        Assert.Equal(3, changed.Code);
        Assert.Equal("Plugin 'tally 1.0.0' is blocked: the file 'Extra.dll' was added to it since it was locked.", changed.Diagnostic("KZ3017").Text("message"));
        Assert.Equal(["wait"], changed.Cycles());
        Assert.False(File.Exists(workspace.At("calls.log")));
    }

    /// <summary>Else a second look after the mending would vouch for whatever came in meanwhile.</summary>
    [Theory]
    [InlineData("plugins/tally/more.txt", "")]
    [InlineData("plugins/tally/plugin.yaml", "id: [")]
    public async Task What_was_vouched_for_stays_in_the_lock_while_its_folder_is_broken(string file, string text)
    {
        WithTally();
        Assert.Equal(0, (await workspace.Run("plugin", "lock")).Code);
        var locked = workspace.Read("plugins.lock");
        var before = File.Exists(workspace.At(file)) ? workspace.Read(file) : null;
        if (before is null) File.CreateSymbolicLink(workspace.At(file), "/etc/hostname");
        else workspace.With(file, text);
        var broken = await workspace.Run("plugin", "lock");
        Assert.NotEqual(0, broken.Code);
        Assert.DoesNotContain("removed", broken.Output, StringComparison.Ordinal);
        Assert.Equal(locked, workspace.Read("plugins.lock"));

        if (before is null) File.Delete(workspace.At(file));
        else workspace.With(file, before);
        workspace.With("plugins/tally/Extra.dll", "x");
        Assert.Matches("changed +tally", (await workspace.Run("plugin", "lock")).Output);
    }

    /// <summary>A stranger's branch is validated before anybody trusts its plugins.</summary>
    [Fact]
    public async Task Nothing_is_left_among_temporary_files_not_even_of_a_process_that_was_killed()
    {
        WithTally();
        Assert.Equal(0, (await workspace.Run("plugin", "lock")).Code);
        using var temporary = new Workspace().With("kaizen-plugin-left/.alive", "").With("kaizen-plugin-left/files/Lib.dll", "x").With("kaizen-plugin-held/.alive", "");
        foreach (var folder in Directory.GetDirectories(temporary.Folder))
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        temporary.With("kaizen-plugin-others/.alive", "");
        using var held = new FileStream(temporary.At("kaizen-plugin-held/.alive"), FileMode.Open, FileAccess.Write, FileShare.None);
        var ran = await Kaizen.RunIn(workspace.Folder, new Dictionary<string, string> { ["TMPDIR"] = temporary.Folder, ["TEMP"] = temporary.Folder }, "plugin", "list");
        Assert.Contains("tally    1.0.0  loaded", ran.Output, StringComparison.Ordinal);
        Assert.Equal(["kaizen-plugin-held", "kaizen-plugin-others"], Directory.GetDirectories(temporary.Folder, "kaizen-plugin-*").Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Validate_judges_options_and_runs_no_code_but_what_came_with_kaizen()
    {
        WithTally();
        Assert.Equal(0, (await workspace.Run("plugin", "lock")).Code);
        workspace.Edit("kaizen.yaml", "sources:\n", "sources:\n  counted: { use: tally/counting, with: { log: calls.log, rows: -5 }, time: at }\n  other: { use: cvs, with: { path: a.csv } }\n  wide: { use: csv, with: { delimitr: ';', decimal: '|' } }\n");
        workspace.With("cycles/level.yaml", """
            title: The level
            metrics: { level: { source: counted, use: example/percentile-by-segment, with: { value: n, percentile: 120 }, unit: rows, better: higher } }
            plan: { target: { to: 3000, due: 2026-06-15 } }
            do: { started: 2026-04-06 }
            """).Edit(Small.Cycle, "mean: minutes", "mean: minutes\n    source: calls");
        Assert.Contains("Not judged here: the options of tally. 'kaizen run' judges them; validate runs no code that did not come with Kaizen.", (await workspace.Run("validate")).Output, StringComparison.Ordinal);
        var ran = await workspace.Run("validate", "--json");
        Assert.Equal(1, ran.Code);
        Assert.Equal(
            ["cycles/level.yaml:2:104 KZ2205", "cycles/level.yaml:2:43 KZ2202", "kaizen.yaml:6:17 KZ3001", "kaizen.yaml:7:16 KZ2202", "kaizen.yaml:7:29 KZ2201", "kaizen.yaml:7:53 KZ2204"],
            ran.Json.GetProperty("diagnostics").EnumerateArray().Select(d => $"{d.Place()} {d.Text("code")}").Order(StringComparer.Ordinal));
        Assert.False(File.Exists(workspace.At("calls.log")));
        var one = await workspace.Run("validate", "wait", "--json");
        Assert.Equal((0, 0), (one.Code, one.Json.GetProperty("diagnostics").GetArrayLength()));
    }

    [Fact]
    public async Task List_shows_every_plugin_with_its_state_and_reason()
    {
        WithTally().With("plugins/broken/plugin.yaml", "id: broken\nversion: 1\ncontract: { min: 1, max: 1 }\nassembly: x.dll\nsecret: A\n");
        var text = await workspace.Run("plugin", "list");
        Assert.Equal(1, text.Code);
        text.IsClean();
        Assert.Contains("csv      0.1.0  loaded   came with Kaizen  offers: csv", text.Output, StringComparison.Ordinal);
        Assert.Contains("tally    1.0.0  blocked  plugins/tally", text.Output, StringComparison.Ordinal);
        Assert.Contains("the workspace has no plugins.lock that vouches for it; look at the plugin, then run 'kaizen plugin lock'", text.Output, StringComparison.Ordinal);
        Assert.Contains("secrets: TALLY_KEY", text.Output, StringComparison.Ordinal);
        Assert.Contains("--> plugins/broken/plugin.yaml:5:1", text.Error, StringComparison.Ordinal);

        Directory.Delete(workspace.At("plugins/broken"), true);
        Assert.Equal(0, (await workspace.Run("plugin", "lock")).Code);
        var json = await Kaizen.RunIn(Path.GetTempPath(), null, "plugin", "list", workspace.Folder, "--json");
        Assert.Equal(0, json.Code);
        var tally = Assert.Single(json.Json.GetProperty("plugins").EnumerateArray(), p => p.Text("id") == "tally");
        Assert.Equal(("loaded", "workspace", "tally/counting", "TALLY_KEY"), (tally.Text("state"), tally.Text("from"), tally.GetProperty("offers")[0].Text("use"), tally.GetProperty("capabilities").GetProperty("secrets")[0].GetString()));
        var shown = await workspace.Run("plugin", "show", "csv");
        Assert.Equal((0, ""), (shown.Code, shown.Error));
        shown.IsClean();
        Assert.StartsWith("csv 0.1.0, loaded, came with Kaizen\n\nsource csv: ", shown.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Matches("\n  path +required  path +[A-Z]", shown.Output);
    }

    [Fact]
    public async Task Show_lists_what_each_metric_reads()
    {
        var shown = await workspace.Run("plugin", "show", "example");
        Assert.Equal((0, ""), (shown.Code, shown.Error));
        var lines = shown.Output.ReplaceLineEndings("\n");
        Assert.Contains("\n  reads rows: option 'value' as number, option 'segment' as text\n  as 'source: SOURCE'\n", lines, StringComparison.Ordinal);
        Assert.Contains("\n  reads above: option 'numerator' as number\n  reads below: option 'denominator' as number\n  as { above: SOURCE, below: SOURCE } under 'inputs:'\n", lines, StringComparison.Ordinal);
        var offer = (await workspace.Run("plugin", "show", "example", "--json")).Json.GetProperty("plugins")[0].GetProperty("offers")[1];
        Assert.Equal(["above numerator number", "below denominator number"], offer.GetProperty("inputs").EnumerateArray().Select(i => $"{i.Text("name")} {i.GetProperty("columns")[0].Text("option")} {i.GetProperty("columns")[0].Text("type")}"));
    }

    [Fact]
    public async Task A_metric_without_its_source_is_told_where_its_inputs_stand()
    {
        workspace.Edit("kaizen.yaml", "sources:\n", "sources:\n  other: { use: csv, with: { path: other.csv }, time: at }\n").Edit(Small.Cycle, "mean: minutes", "use: example/ratio-of-sums\n    with: { numerator: minutes }");
        var fault = (await workspace.Run("validate", "--json")).Diagnostic("KZ2012");
        Assert.Equal("write 'source: ' and one of other, calls, or 'inputs: { NAME: SOURCE }' where it reads several: see 'kaizen plugin show example'", fault.Text("hint"));
        workspace.Edit(Small.Cycle, "    use: example/ratio-of-sums", "    use: example/ratio-of-sums\n    inputs: { above: calls }");
        Assert.Equal("write 'inputs: { above: calls, below: SOURCE }'", (await workspace.Run("validate", "--json")).Diagnostic("KZ2211").Text("hint"));
    }

    [Fact]
    public async Task Doctor_says_step_by_step_what_keeps_a_plugin()
    {
        WithTally();
        var ran = await workspace.Run("plugin", "doctor", "tally");
        Assert.Equal(3, ran.Code);
        ran.IsClean();
        Assert.Contains("  ✓ plugin.yaml is right: tally 1.0.0", ran.Output, StringComparison.Ordinal);
        Assert.Contains("  ✗ it counts and is vouched for: the workspace has no plugins.lock that vouches for it", ran.Output, StringComparison.Ordinal);
        Assert.Contains("  - its code was not looked at", ran.Output, StringComparison.Ordinal);
        await workspace.Run("plugin", "lock");
        var json = await Kaizen.RunIn(Path.GetTempPath(), null, "plugin", "doctor", "tally", workspace.Folder, "--json");
        Assert.Equal(0, json.Code);
        Assert.All(json.Json.GetProperty("plugins")[0].GetProperty("checks").EnumerateArray(), c => Assert.Equal("passed", c.Text("outcome")));
        Assert.Equal(0, (await workspace.Run("plugin", "doctor")).Code);
        var unknown = await workspace.Run("plugin", "doctor", "taly", "--json");
        Assert.Equal((2, "did you mean 'tally'?"), (unknown.Code, unknown.Diagnostic("KZ6003").Text("hint")));
    }

    [Fact]
    public async Task Sample_prints_the_file_and_nothing_that_steers_a_terminal()
    {
        WithTally().With("plugins/tally/sample.yaml", "counted:\n  use: tally/counting # \u001b[31mred\n");
        var ran = await workspace.Run("plugin", "sample", "tally");
        Assert.Equal((0, "counted:\n  use: tally/counting # \uFFFD[31mred\n", ""), (ran.Code, ran.Output.ReplaceLineEndings("\n"), ran.Error));
        Assert.Equal(2, (await workspace.Run("plugin", "sample", "nosuch")).Code);
        File.Delete(workspace.At("plugins/tally/sample.yaml"));
        var none = await workspace.Run("plugin", "sample", "tally");
        Assert.Equal((3, true), (none.Code, none.Error.Contains("KZ3020", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_a_workspace_only_what_came_with_kaizen_is_there_and_nothing_can_be_locked()
    {
        using var empty = new Workspace();
        var list = await empty.Run("plugin", "list");
        Assert.Equal((0, true), (list.Code, list.Output.StartsWith("  csv      0.1.0  loaded  came with Kaizen", StringComparison.Ordinal)));
        Assert.Equal(2, (await empty.Run("plugin", "lock")).Code);
        Assert.Contains("KZ6001", (await workspace.Run("plugin", "list", empty.Folder)).Error, StringComparison.Ordinal);
        Assert.Contains("KZ6003", (await workspace.Run("plugin", "list", "nofolder")).Error, StringComparison.Ordinal);
        Assert.Contains("No verb was given", (await workspace.Run("plugin")).Error, StringComparison.Ordinal);
        var outside = await Kaizen.RunIn(empty.Folder, new Dictionary<string, string> { ["KAIZEN_PLUGINS"] = Path.Combine(AppContext.BaseDirectory, "plugins") }, "plugin", "list", "--json");
        var counting = Assert.Single(outside.Json.GetProperty("plugins").EnumerateArray(), p => p.Text("id") == "counting");
        Assert.Equal(("blocked", "environment"), (counting.Text("state"), counting.Text("from")));
    }

    [Fact]
    public async Task A_lock_that_cannot_be_written_says_why()
    {
        WithTally();
        Directory.CreateDirectory(workspace.At("plugins.lock"));
        var ran = await workspace.Run("plugin", "lock");
        Assert.Equal(3, ran.Code);
        ran.IsClean();
        Assert.Contains("KZ4003", ran.Error, StringComparison.Ordinal);
        Assert.Contains("plugins.lock was not written.", ran.Output, StringComparison.Ordinal);
    }

    private Workspace WithTally() =>
        workspace.TakePlugin("counting", "tally").Edit("plugins/tally/plugin.yaml", "id: tally", "capabilities: { secrets: [TALLY_KEY] }\nid: tally");
}
