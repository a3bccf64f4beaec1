using System.Globalization;
using Kaizen.Hosting.Serving;

namespace Kaizen.Tests.Hosting;

/// <summary>Runs while no other test does, since memory is that of the whole process.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class LongKeepingTests
{
    /// <summary>With KAIZEN_LONG 10,000 loops become due; else enough to see that nothing is skipped, doubled or kept in memory.</summary>
    [Fact]
    public async Task Every_due_day_is_closed_exactly_once_and_memory_stays_flat()
    {
        const int Loops = 10;
        var days = Environment.GetEnvironmentVariable("KAIZEN_LONG") is null ? 40 : 1000;
        using var kept = new KeptWorkspace(Loops, "1d");
        foreach (var i in Enumerable.Range(1, Loops))
            await File.WriteAllTextAsync(kept.At($"cycles/wait-{i}.yaml"), KeptWorkspace.Cycle("long", "2030-01-01"));
        var first = new DateOnly(2026, 4, 8);
        var closed = Enumerable.Range(1, Loops).ToDictionary(i => i, _ => new List<Closing>());
        long warm = 0;
        for (var day = 0; day < days; day++)
        {
            Assert.Equal(0, await kept.Look(first.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            foreach (var (i, log) in closed) log.Add(Assert.Single(kept.Keeper.ClosingsOf($"wait-{i}", 1)));
            if (day == days / 4) warm = GC.GetTotalMemory(forceFullCollection: true);
        }

        var grown = GC.GetTotalMemory(forceFullCollection: true) - warm;
        foreach (var log in closed.Values)
        {
            Assert.Equal(Enumerable.Range(0, days).Select(d => first.AddDays(d)), log.Select(c => c.Due));
            Assert.All(log, c => Assert.Equal((c.Due, true), (c.AsOf, c.Concluded)));
        }

        Assert.Equal(days * Loops, (await File.ReadAllLinesAsync(kept.At(".kaizen/closings.ndjson"))).Length);

        Assert.True(grown < 4 * 1024 * 1024, $"{grown / 1024} KiB more after {days} days than after {days / 4}");
    }
}
