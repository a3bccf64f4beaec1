using Kaizen.Hosting.Serving;

namespace Kaizen.Tests.Hosting;

/// <summary>Loops whose rows or files cannot be read any more.</summary>
public sealed class FailingLoopTests
{
    [Fact]
    public async Task A_source_that_goes_leaves_the_last_conclusion_where_it_was_after_a_restart_too()
    {
        using var kept = new KeptWorkspace(1);
        await kept.Look("2026-04-08");
        File.Move(kept.At("data/calls.csv"), kept.At("calls.old"));
        for (var i = 0; i < 2; i++) await kept.Keeper.TickAsync(CancellationToken.None);
        await AssertShown();
        kept.Restart();
        Assert.Equal(3, await kept.Look("2026-04-13"));
        await AssertShown();
        Assert.Equal(["04-08 04-08 first look", "04-13 04-13 cadence failed"], kept.Closings("wait-1"));
        File.Move(kept.At("calls.old"), kept.At("data/calls.csv"));
        Assert.Equal(3, await kept.Look("2026-04-13"));
        Assert.Equal(0, await kept.Look("2026-04-14"));
        Assert.Equal("04-14 04-13 cadence", kept.Closings("wait-1")[^1]);
        Assert.Empty(kept.Keeper.View.Failing);

        async Task AssertShown()
        {
            Assert.NotNull(kept.Keeper.View.Cycles["wait-1"].Evidence);
            Assert.Contains("a3/wait-1.html", await File.ReadAllTextAsync(kept.At("out/index.html")), StringComparison.Ordinal);
            Assert.Contains("\"wait-1\"", await File.ReadAllTextAsync(kept.At("out/results.json")), StringComparison.Ordinal);
            Assert.Contains("a3/wait-1.html", new LivePages(kept.Keeper).Portfolio(), StringComparison.Ordinal);
            var page = new LivePages(kept.Keeper).Loop("wait-1")!;
            Assert.Contains("Open the A3", page, StringComparison.Ordinal);
            Assert.DoesNotContain("not concluded yet", page, StringComparison.Ordinal);
            Assert.Contains("KZ3", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_fault_stays_told_while_other_loops_are_looked_at()
    {
        using var kept = new KeptWorkspace(1);
        await File.WriteAllTextAsync(kept.At("kaizen.yaml"), await File.ReadAllTextAsync(kept.At("kaizen.yaml")) + "\n  others: { use: csv, with: { path: data/others.csv }, time: at }\n");
        await File.WriteAllTextAsync(kept.At("cycles/other.yaml"), KeptWorkspace.Cycle("no file", "2026-06-22", "others"));
        kept.Clock.Now = new DateTimeOffset(2026, 4, 12, 21, 55, 0, TimeSpan.Zero);
        Assert.Equal(3, await kept.Keeper.TickAsync(CancellationToken.None));
        var faults = kept.Keeper.View.Faults;
        // Midnight in Amsterdam: one loop is due, the other one waits for its next try.
        kept.Clock.Now = new DateTimeOffset(2026, 4, 12, 22, 1, 0, TimeSpan.Zero);
        Assert.Equal(3, await kept.Keeper.TickAsync(CancellationToken.None));
        Assert.Equal((1, 1), kept.Keeper.View.Looked);
        Assert.Equal(faults.Select(f => f.Message), kept.Keeper.View.Faults.Select(f => f.Message));
        Assert.Equal(["other"], kept.Keeper.View.Failing.Keys);
    }

    [Fact]
    public async Task A_loop_whose_file_is_faulty_keeps_its_pages_after_a_restart_too()
    {
        using var kept = new KeptWorkspace();
        await kept.Look("2026-04-08");
        await File.WriteAllTextAsync(kept.At("cycles/wait-1.yaml"), "title: [");
        Assert.Equal(1, await kept.Look("2026-04-08"));
        var pages = new LivePages(kept.Keeper);
        Assert.Contains("Callers wait", pages.Loop("wait-1"), StringComparison.Ordinal);
        AssertKept(pages);
        kept.Restart();
        Assert.Equal(1, await kept.Look("2026-04-08"));
        AssertKept(new LivePages(kept.Keeper));
        Assert.Null(new LivePages(kept.Keeper).Loop("wait-9"));

        void AssertKept(LivePages pages)
        {
            Assert.Contains("cycles/wait-1.yaml:", pages.Loop("wait-1"), StringComparison.Ordinal);
            Assert.Contains("as-of=2026-04-08", pages.Loop("wait-1"), StringComparison.Ordinal);
            Assert.Contains("cycles/wait-1.yaml:", Assert.Single(pages.Beside("wait-1")), StringComparison.Ordinal);
            Assert.NotNull(pages.Sheet("wait-1", null));
            Assert.NotNull(pages.Sheet("wait-1", new DateOnly(2026, 4, 8)));
        }
    }
}
