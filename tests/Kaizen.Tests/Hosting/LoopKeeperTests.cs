using System.Globalization;
using Kaizen.Hosting.Plugins;
using Kaizen.Store;

namespace Kaizen.Tests.Hosting;

public sealed class LoopKeeperTests
{
    [Fact]
    public async Task A_loop_is_closed_on_first_sight_by_its_cadence_and_on_its_dates()
    {
        using var kept = new KeptWorkspace();
        foreach (var day in new[] { "2026-04-08", "2026-04-08", "2026-04-10", "2026-04-13", "2026-04-13", "2026-04-14", "2026-04-20" }) Assert.Equal(0, await kept.Look(day));
        Assert.Equal(["04-08 04-08 first look", "04-13 04-13 cadence", "04-20 04-20 cadence"], kept.Closings("wait-1"));
        Assert.Equal(["2026-04-20", "2026-04-13", "2026-04-08"], KeptPages.DatesOf(kept.Folder, "wait-2").Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task The_check_date_closes_a_loop_between_two_turns_of_its_cadence()
    {
        using var kept = new KeptWorkspace(1);
        await File.WriteAllTextAsync(kept.At("cycles/wait-1.yaml"), KeptWorkspace.Cycle("a Wednesday", "2026-06-24"));
        await kept.Look("2026-06-23");
        await kept.Look("2026-06-24");
        Assert.Equal(["06-23 06-23 first look", "06-24 06-24 check"], kept.Closings("wait-1"));
        Assert.Equal("Checking", kept.Keeper.View.Cycles["wait-1"].Evidence!.State.ToString());
    }

    [Fact]
    public async Task What_was_missed_is_made_up_once_and_a_restart_repeats_nothing()
    {
        using var kept = new KeptWorkspace(1);
        await kept.Look("2026-04-08");
        kept.Restart();
        await kept.Look("2026-05-07");
        kept.Restart();
        await kept.Look("2026-05-07");
        await kept.Look("2026-05-11");
        Assert.Equal(["04-08 04-08 first look", "05-07 04-13 cadence", "05-11 05-11 cadence"], kept.Closings("wait-1"));
    }

    [Fact]
    public async Task Closings_dated_while_the_clock_was_ahead_do_not_count()
    {
        using var kept = new KeptWorkspace(1);
        await kept.Look("2026-05-07");
        await kept.Look("2026-04-20");
        await kept.Look("2026-04-27");
        kept.Restart();
        await kept.Look("2026-04-27");
        await kept.Look("2026-05-07");
        Assert.Equal(["05-07 05-07 first look", "04-20 04-20 first look", "04-27 04-27 cadence", "05-07 05-04 cadence"], kept.Closings("wait-1"));
    }

    [Fact]
    public async Task A_source_that_vanished_fails_its_own_loop_which_is_tried_again()
    {
        using var kept = new KeptWorkspace(1);
        await File.WriteAllTextAsync(kept.At("kaizen.yaml"), await File.ReadAllTextAsync(kept.At("kaizen.yaml")) + "\n  others: { use: csv, with: { path: data/others.csv }, time: at }\n");
        await File.WriteAllTextAsync(kept.At("cycles/other.yaml"), KeptWorkspace.Cycle("no file", "2026-06-22", "others"));
        Assert.Equal(3, await kept.Look("2026-04-08"));
        Assert.Equal(["04-08 04-08 first look"], kept.Closings("wait-1"));
        Assert.Equal(["04-08 04-08 first look failed"], kept.Closings("other"));
        Assert.Contains(kept.Keeper.View.Diagnostics, d => d.Code.StartsWith("KZ3", StringComparison.Ordinal));

        File.Copy(kept.At("data/calls.csv"), kept.At("data/others.csv"));
        await kept.Keeper.TickAsync(CancellationToken.None);
        Assert.Single(kept.Closings("other"));
        await kept.Keeper.TickAsync(CancellationToken.None);
        await kept.Keeper.TickAsync(CancellationToken.None);
        Assert.Equal(["04-08 04-08 first look failed", "04-08 04-08 first look"], kept.Closings("other"));
        Assert.Single(kept.Closings("wait-1"));
        Assert.True(File.Exists(kept.At("out/a3/other.html")));
    }

    [Fact]
    public async Task What_failed_is_tried_again_after_a_quarter_of_an_hour_and_after_a_restart_at_once()
    {
        using var kept = new KeptWorkspace(1);
        File.Move(kept.At("data/calls.csv"), kept.At("calls.old"));
        Assert.Equal(3, await kept.Look("2026-04-08"));
        kept.Clock.Now += TimeSpan.FromMinutes(14);
        await kept.Keeper.TickAsync(CancellationToken.None);
        Assert.Equal((0, 0), kept.Keeper.View.Looked);
        kept.Clock.Now += TimeSpan.FromMinutes(2);
        var version = kept.Keeper.View.Version;
        await kept.Keeper.TickAsync(CancellationToken.None);
        Assert.Equal((1, 0), kept.Keeper.View.Looked);
        Assert.Equal(version, kept.Keeper.View.Version);
        kept.Restart();
        await kept.Keeper.TickAsync(CancellationToken.None);
        Assert.Equal(["04-08 04-08 first look failed"], kept.Closings("wait-1"));
        File.Move(kept.At("calls.old"), kept.At("data/calls.csv"));
        kept.Restart();
        Assert.Equal(0, await kept.Keeper.TickAsync(CancellationToken.None));
        Assert.Equal((1, 1), kept.Keeper.View.Looked);
    }

    [Fact]
    public async Task A_faulty_file_goes_before_a_source_that_cannot_be_read()
    {
        using var kept = new KeptWorkspace();
        await File.WriteAllTextAsync(kept.At("cycles/wait-1.yaml"), "title: [");
        File.Delete(kept.At("data/calls.csv"));
        Assert.Equal(1, await kept.Look("2026-04-08"));
        Assert.Equal((1, 0), kept.Keeper.View.Looked);
    }

    [Fact]
    public async Task A_changed_file_is_looked_at_again_and_a_faulty_one_leaves_the_others_alone()
    {
        using var kept = new KeptWorkspace();
        await kept.Look("2026-04-08");
        await File.WriteAllTextAsync(kept.At("cycles/wait-1.yaml"), KeptWorkspace.Cycle("changed", "2026-06-22").Replace("Callers wait", "Callers wait long", StringComparison.Ordinal));
        await kept.Look("2026-04-08");
        Assert.Contains("Callers wait long", await File.ReadAllTextAsync(kept.At("out/a3/wait-1.html")), StringComparison.Ordinal);

        await File.WriteAllTextAsync(kept.At("cycles/wait-1.yaml"), "title: [");
        Assert.Equal(1, await kept.Look("2026-04-13"));
        Assert.Equal(["04-08 04-08 first look", "04-13 04-13 cadence"], kept.Closings("wait-2"));
        Assert.Contains("Callers wait long", await File.ReadAllTextAsync(kept.At("out/a3/wait-1.html")), StringComparison.Ordinal);
        await File.WriteAllTextAsync(kept.At("kaizen.yaml"), "zone: nowhere");
        Assert.Equal(1, await kept.Look("2026-04-14"));
        Assert.NotNull(kept.Keeper.View.Workspace);
    }

    [Fact]
    public async Task A_line_of_the_log_that_a_crash_cut_off_costs_one_look_and_nothing_else()
    {
        using var kept = new KeptWorkspace(2);
        await kept.Look("2026-04-08");
        var path = kept.At(".kaizen/closings.ndjson");
        var text = await File.ReadAllTextAsync(path);
        await File.WriteAllTextAsync(path, text[..^30]);
        kept.Restart();
        await kept.Look("2026-04-08");
        await kept.Look("2026-04-13");
        Assert.Equal(["04-08 04-08 first look", "04-13 04-13 cadence"], kept.Closings("wait-1"));
        Assert.Equal(["04-08 04-08 first look", "04-13 04-13 cadence"], kept.Closings("wait-2"));
    }

    [Fact]
    public async Task A_plugin_of_the_workspace_is_taken_up_once_it_is_locked_and_given_up_once_it_changes()
    {
        using var kept = new KeptWorkspace(1);
        var plugin = kept.At("plugins/acme");
        Directory.CreateDirectory(plugin);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "plugins", "csv"))) File.Copy(file, Path.Combine(plugin, Path.GetFileName(file)));
        var manifest = Path.Combine(plugin, "plugin.yaml");
        await File.WriteAllTextAsync(manifest, (await File.ReadAllTextAsync(manifest)).Replace("id: csv", "id: acme", StringComparison.Ordinal));
        await File.WriteAllTextAsync(kept.At("kaizen.yaml"), (await File.ReadAllTextAsync(kept.At("kaizen.yaml"))).Replace("use: csv", "use: acme/csv", StringComparison.Ordinal));
        Assert.Equal(3, await kept.Look("2026-04-08"));
        Assert.Equal(["KZ3017"], kept.Keeper.View.Faults.Select(f => f.Code));

        Assert.True(PluginLocking.Lock(kept.Folder).Written);
        Assert.Equal(0, await kept.Look("2026-04-08"));
        Assert.NotNull(kept.Keeper.View.Cycles["wait-1"].Evidence);

        await File.WriteAllTextAsync(Path.Combine(plugin, ".added"), "x");
        Assert.Equal(3, await kept.Look("2026-04-13"));
        Assert.Equal("Plugin 'acme 0.1.0' is blocked: the file '.added' was added to it since it was locked.", Assert.Single(kept.Keeper.View.Faults).Message);
    }
}
