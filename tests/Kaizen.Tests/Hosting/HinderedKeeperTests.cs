using System.Globalization;
using System.Text;
using Kaizen.Hosting;
using Kaizen.Hosting.Runs;
using Kaizen.Hosting.Serving;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kaizen.Tests.Hosting;

/// <summary>A keeper whose disk, neighbours or clock are not as they should be.</summary>
public sealed class HinderedKeeperTests
{
    [Fact]
    public async Task A_change_that_could_not_be_written_is_looked_at_until_it_is()
    {
        using var kept = new KeptWorkspace(1);
        await kept.Look("2026-04-08");
        File.Delete(kept.At("out/a3/wait-1.html"));
        Directory.CreateDirectory(kept.At("out/a3/wait-1.html"));
        await File.WriteAllTextAsync(kept.At("cycles/wait-1.yaml"), KeptWorkspace.Cycle("changed", "2026-06-22").Replace("Callers wait", "Callers wait long", StringComparison.Ordinal));
        Assert.Equal(3, await kept.Look("2026-04-08"));
        Assert.Contains(kept.Keeper.View.Faults, d => d.Code == "KZ4003");
        Directory.Delete(kept.At("out/a3/wait-1.html"));
        kept.Clock.Now += TimeSpan.FromSeconds(61);
        Assert.Equal(0, await kept.Keeper.TickAsync(CancellationToken.None));
        Assert.Contains("Callers wait long", await File.ReadAllTextAsync(kept.At("out/a3/wait-1.html")), StringComparison.Ordinal);
        Assert.Single(kept.Closings("wait-1"));
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_is_told_and_made_up_for()
    {
        using var kept = new KeptWorkspace(1);
        Directory.CreateDirectory(kept.At(".kaizen/closings.ndjson"));
        Assert.Equal(3, await kept.Look("2026-04-08"));
        Assert.Equal((1L, "KZ4003"), (Math.Min(1, kept.Keeper.View.Version), kept.Keeper.View.Unwritten!.Code));
        Assert.Contains("a folder stands in its place", kept.Keeper.View.Unwritten.Message, StringComparison.Ordinal);
        Assert.StartsWith("KZ4003: ", kept.Keeper.Ailment, StringComparison.Ordinal);
        Assert.NotNull(kept.Keeper.View.Cycles["wait-1"].Evidence);
        await kept.Look("2026-04-13");
        Directory.Delete(kept.At(".kaizen/closings.ndjson"));
        Assert.Equal(0, await kept.Look("2026-04-13"));
        kept.Restart();
        await kept.Look("2026-04-13");
        Assert.Equal(["04-08 04-08 first look", "04-13 04-13 cadence"], kept.Closings("wait-1"));
    }

    [Fact]
    public async Task A_second_host_is_refused_until_the_first_lets_go()
    {
        using var kept = new KeptWorkspace(1);
        await kept.Look("2026-04-08");
        using var second = new LoopKeeper(kept.Folder, null, kept.Clock, NullLogger.Instance);
        Assert.Equal(2, await second.TickAsync(CancellationToken.None));
        Assert.Contains($"process {Environment.ProcessId} on ", Assert.Single(second.View.Faults, d => d.Code == "KZ6013").Message, StringComparison.Ordinal);
        kept.Restart();
        Assert.Equal(0, await second.TickAsync(CancellationToken.None));
        Assert.Null(second.View.Hampered);
    }

    [Fact]
    public async Task What_a_look_threw_is_told_until_one_goes_well()
    {
        using var kept = new KeptWorkspace(1);
        await kept.Look("2026-04-08");
        var version = kept.Keeper.View.Version;
        kept.Keeper.Fail(new InvalidOperationException("no such thing."));
        kept.Keeper.Fail(new InvalidOperationException("no such thing."));
        Assert.Equal(version + 1, kept.Keeper.View.Version);
        Assert.Equal("The host could not do its work on 'kept': a fault of the program, InvalidOperationException: no such thing.", kept.Keeper.View.Hampered!.Message);
        Assert.StartsWith("KZ4007: The host could not", kept.Keeper.Ailment, StringComparison.Ordinal);
        await kept.Keeper.TickAsync(CancellationToken.None);
        Assert.Null(kept.Keeper.Ailment);
        Assert.Null(LoopKeeper.AilmentOf(kept.Keeper.View, TimeSpan.FromMinutes(9)));
        Assert.Equal("It has not looked at clock and files for 11 minutes.", LoopKeeper.AilmentOf(kept.Keeper.View, TimeSpan.FromMinutes(11)));
        Assert.Equal((version + 2, true), (kept.Keeper.View.Version, kept.Keeper.View.Hampered is null));
    }

    [Fact]
    public async Task Only_what_a_reader_sees_raises_the_version()
    {
        using var kept = new KeptWorkspace(1);
        await kept.Look("2026-04-08");
        var version = kept.Keeper.View.Version;
        await File.WriteAllTextAsync(kept.At("cycles/.wait-1.yaml.swp"), "x");
        await File.WriteAllTextAsync(kept.At("cycles/wait-1.yaml~"), "x");
        Directory.CreateSymbolicLink(kept.At("cycles/loop"), kept.Folder);
        await kept.Keeper.TickAsync(CancellationToken.None);
        File.SetLastWriteTimeUtc(kept.At("cycles/wait-1.yaml"), new DateTime(2026, 4, 8, 7, 0, 0, DateTimeKind.Utc));
        await kept.Keeper.TickAsync(CancellationToken.None);
        Assert.Equal(version, kept.Keeper.View.Version);
        await kept.Look("2026-04-09");
        Assert.Equal(version + 1, kept.Keeper.View.Version);
    }

    [Fact]
    public async Task A_file_of_data_that_grew_shows_once_it_rests()
    {
        using var kept = new KeptWorkspace(1);
        await kept.Look("2026-05-07");
        var before = await File.ReadAllTextAsync(kept.At("out/results.json"));
        await File.AppendAllTextAsync(kept.At("data/calls.csv"), "2026-04-06,60\n");
        await kept.Keeper.TickAsync(CancellationToken.None);
        Assert.Equal(before, await File.ReadAllTextAsync(kept.At("out/results.json")));
        await kept.Keeper.TickAsync(CancellationToken.None);
        Assert.NotEqual(before, await File.ReadAllTextAsync(kept.At("out/results.json")));
        Assert.Single(kept.Closings("wait-1"));
    }

    [Fact]
    public async Task A_run_by_hand_for_another_day_is_noticed_and_one_for_today_takes_it_back()
    {
        using var kept = new KeptWorkspace(1);
        await kept.Look("2026-06-24");
        var version = kept.Keeper.View.Version;
        await Run(new DateOnly(2026, 5, 4));
        await kept.Keeper.TickAsync(CancellationToken.None);
        Assert.Equal(version + 1, kept.Keeper.View.Version);
        Assert.Equal(new DateOnly(2026, 5, 4), kept.Keeper.View.Foreign["wait-1"]);
        Assert.Contains("Another run wrote the sheet of wait-1 as of 4 May 2026", new LivePages(kept.Keeper).Portfolio(), StringComparison.Ordinal);
        Assert.Contains("sheet, as of 4 May 2026", new LivePages(kept.Keeper).Loop("wait-1"), StringComparison.Ordinal);
        await Run(new DateOnly(2026, 6, 24));
        await kept.Keeper.TickAsync(CancellationToken.None);
        Assert.Empty(kept.Keeper.View.Foreign);

        async Task Run(DateOnly asOf) => Assert.Equal(0, (await KaizenHost.RunAsync(new RunRequest(kept.Folder, asOf, null, []), RunMode.Close, new Progress<RunProgress>(), CancellationToken.None)).ExitCode);
    }

    [Fact]
    public async Task A_manylog_is_cut_to_the_last_closings_and_nothing_is_closed_again()
    {
        using var kept = new KeptWorkspace(1);
        Directory.CreateDirectory(kept.At(".kaizen"));
        var lines = new StringBuilder();
        for (var day = 0; day < 12_000; day++)
            lines.Append(CultureInfo.InvariantCulture, $$"""{"cycle":"wait-1","asOf":"{{new DateOnly(1993, 6, 3).AddDays(day):yyyy-MM-dd}}","due":"2026-04-06","why":"cadence","concluded":true}""").Append('\n');
        await File.WriteAllTextAsync(kept.At(".kaizen/closings.ndjson"), lines.ToString());
        await kept.Look("2026-04-12");
        await kept.Look("2026-04-13");
        var left = await File.ReadAllLinesAsync(kept.At(".kaizen/closings.ndjson"));
        Assert.Equal(200, left.Length);
        Assert.Contains("\"asOf\":\"2026-04-13\"", left[^1], StringComparison.Ordinal);
        Assert.Equal("04-13 04-13 cadence", kept.Closings("wait-1")[^1]);
        kept.Restart();
        await kept.Look("2026-04-13");
        Assert.Equal(left, await File.ReadAllLinesAsync(kept.At(".kaizen/closings.ndjson")));
    }

    [Fact]
    public async Task Closings_under_a_storys_clock_count_for_a_story_only()
    {
        using var kept = new KeptWorkspace(1);
        using (var story = new LoopKeeper(kept.Folder, null, new StoryClock(new DateTimeOffset(2026, 4, 7, 9, 0, 0, TimeSpan.Zero)), NullLogger.Instance))
        {
            await story.TickAsync(CancellationToken.None);
            Assert.Single(story.ClosingsOf("wait-1", 9));
        }

        await kept.Look("2026-04-08");
        Assert.Equal(["04-08 04-08 first look"], kept.Closings("wait-1"));
    }

    [Fact]
    public async Task A_sheet_of_an_unknown_day_is_labelled_and_left_until_the_loop_is_due()
    {
        using var kept = new KeptWorkspace(2);
        await kept.Look("2026-04-08");
        var today = await File.ReadAllTextAsync(kept.At("out/a3/wait-1.html"));
        await File.WriteAllTextAsync(kept.At("out/a3/wait-1.html"), "<body>mine</body>");
        for (var i = 0; i < 3; i++) await kept.Keeper.TickAsync(CancellationToken.None);
        Assert.Equal("<body>mine</body>", await File.ReadAllTextAsync(kept.At("out/a3/wait-1.html")));
        Assert.Equal("wait-1", Assert.Single(kept.Keeper.View.Foreign, f => f.Value is null).Key);
        Assert.StartsWith("This is another run's sheet, date unknown", Assert.Single(new LivePages(kept.Keeper).Beside("wait-1")), StringComparison.Ordinal);
        await File.WriteAllTextAsync(kept.At("out/a3/wait-1.html"), today);
        await kept.Keeper.TickAsync(CancellationToken.None);
        Assert.Empty(kept.Keeper.View.Foreign);
        await File.WriteAllTextAsync(kept.At("out/a3/wait-1.html"), "<body>mine</body>");
        await kept.Look("2026-04-13");
        Assert.Contains("Callers wait", await File.ReadAllTextAsync(kept.At("out/a3/wait-1.html")), StringComparison.Ordinal);
        Assert.Empty(kept.Keeper.View.Foreign);
    }

    [Fact]
    public async Task Portfolio_files_of_another_host_are_not_answered_and_a_lost_sheet_is()
    {
        using var kept = new KeptWorkspace(1);
        await kept.Look("2026-04-08");
        var version = kept.Keeper.View.Version;
        await File.WriteAllTextAsync(kept.At("out/index.html"), "theirs");
        await File.WriteAllTextAsync(kept.At("out/results.json"), "{}");
        for (var i = 0; i < 3; i++) await kept.Keeper.TickAsync(CancellationToken.None);
        Assert.Equal(("theirs", version), (await File.ReadAllTextAsync(kept.At("out/index.html")), kept.Keeper.View.Version));
        File.Delete(kept.At("out/a3/wait-1.html"));
        await kept.Keeper.TickAsync(CancellationToken.None);
        Assert.True(File.Exists(kept.At("out/a3/wait-1.html")));
    }

    [Fact]
    public async Task Lines_of_the_log_that_do_not_count_here_stay()
    {
        using var kept = new KeptWorkspace(1);
        Directory.CreateDirectory(kept.At(".kaizen"));
        string[] others =
        [
            """{"cycle":"wait-1","asOf":"2026-04-07","due":"2026-04-07","why":"first look","concluded":true,"story":true}""",
            """{"cycle":null,"asOf":"2026-04-07","due":"2026-04-07","why":"first look","concluded":true}""",
            """{"act":"of a newer version"}""",
            """{"cycle":"wait-1","asOf":"2026-04-06","due":"2026-04-06","why":"cadence","concluded":true,"by":"a newer version"}""",
        ];
        var many = Enumerable.Range(0, 12_000).Select(day => $$"""{"cycle":"wait-2","asOf":"{{new DateOnly(1993, 6, 3).AddDays(day):yyyy-MM-dd}}","due":"2026-04-06","why":"cadence","concluded":true}""");
        await File.WriteAllLinesAsync(kept.At(".kaizen/closings.ndjson"), many.Concat(others));
        Assert.Equal(0, await kept.Look("2026-04-13"));
        var left = await File.ReadAllLinesAsync(kept.At(".kaizen/closings.ndjson"));
        Assert.Equal(205, left.Length);
        Assert.All(others, o => Assert.Contains(o, left));
    }

    [Fact]
    public async Task An_output_folder_that_is_a_file_is_an_ailment()
    {
        using var kept = new KeptWorkspace(1);
        await File.WriteAllTextAsync(kept.At("out"), "a file");
        await kept.Look("2026-04-08");
        Assert.StartsWith("KZ4003: ", kept.Keeper.Ailment, StringComparison.Ordinal);
        File.Delete(kept.At("out"));
        kept.Clock.Now += TimeSpan.FromSeconds(61);
        await kept.Keeper.TickAsync(CancellationToken.None);
        Assert.Null(kept.Keeper.Ailment);
    }
}
