using Kaizen.Hosting.Serving;
using Kaizen.Tests.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kaizen.Tests.Families;

/// <summary>A host keeps each loop of a family like any other.</summary>
public sealed class FamilyKeeperTests
{
    [Fact]
    public async Task Each_loop_is_closed_and_one_that_comes_up_is_closed_on_first_sight()
    {
        using var teams = new FamilyWorkspace(known: false);
        var clock = new TurnedClock(new DateTimeOffset(2026, 6, 23, 9, 0, 0, TimeSpan.Zero));
        using var keeper = new LoopKeeper(teams.Folder, null, clock, NullLogger.Instance);
        Assert.Equal(0, await keeper.TickAsync(default));

        Assert.Equal(["wait.north", "wait.o-hara", "wait.south-west"], keeper.View.Workspace!.Cycles.Select(c => c.Id));
        Assert.Equal(keeper.View.Workspace.Cycles.Select(c => c.Id), keeper.View.Cycles.Keys.Order(StringComparer.Ordinal));
        Assert.Single(keeper.ClosingsOf("wait.north", 9));
        Assert.Contains("Callers wait (North)", new LivePages(keeper).Loop("wait.north"), StringComparison.Ordinal);
        Assert.NotNull(new LivePages(keeper).Sheet("wait.o-hara", new DateOnly(2026, 6, 23)));

        teams.Add(new DateOnly(2026, 6, 22), 12, "East");
        teams.WriteRows();
        for (var i = 0; i < 3; i++) Assert.Equal(0, await keeper.TickAsync(default));

        Assert.Equal("first look", Assert.Single(keeper.ClosingsOf("wait.east", 9)).Why);
        Assert.Single(keeper.ClosingsOf("wait.north", 9));
        Assert.NotNull(new LivePages(keeper).Sheet("wait.east", null));
    }

    [Fact]
    public async Task A_day_without_the_rows_leaves_the_loops_as_they_were_and_is_made_up()
    {
        using var teams = new FamilyWorkspace(known: false);
        var clock = new TurnedClock(new DateTimeOffset(2026, 6, 23, 9, 0, 0, TimeSpan.Zero));
        using var keeper = new LoopKeeper(teams.Folder, null, clock, NullLogger.Instance);
        Assert.Equal(0, await keeper.TickAsync(default));

        File.Move(teams.At("data/calls.csv"), teams.At("calls.old"));
        clock.Now = clock.Now.AddDays(6);
        for (var i = 0; i < 3; i++) Assert.Equal(3, await keeper.TickAsync(default));
        Assert.Equal(["wait.north", "wait.o-hara", "wait.south-west"], keeper.View.Workspace!.Cycles.Select(c => c.Id));
        Assert.NotNull(keeper.View.Cycles["wait.north"].Evidence);
        Assert.False(keeper.ClosingsOf("wait.north", 1).Single().Concluded);
        Assert.Contains(new LivePages(keeper).Beside("wait.north"), f => f.Contains("KZ3005", StringComparison.Ordinal));
        Assert.NotNull(new LivePages(keeper).Loop("wait.north"));

        File.Move(teams.At("calls.old"), teams.At("data/calls.csv"));
        clock.Now = clock.Now.AddHours(1);
        for (var i = 0; i < 3; i++) await keeper.TickAsync(default);
        Assert.Equal(0, await keeper.TickAsync(default));
        Assert.True(keeper.ClosingsOf("wait.north", 1).Single().Concluded);
        Assert.Empty(new LivePages(keeper).Beside("wait.north"));
    }

    [Fact]
    public async Task A_file_that_is_faulty_now_leaves_what_was_shown_of_its_loops()
    {
        using var teams = new FamilyWorkspace(known: false);
        var clock = new TurnedClock(new DateTimeOffset(2026, 6, 23, 9, 0, 0, TimeSpan.Zero));
        using var keeper = new LoopKeeper(teams.Folder, null, clock, NullLogger.Instance);
        await keeper.TickAsync(default);
        teams.Write("cycles/wait.yaml", "title: Callers wait\neach: { splitt: team }\nmetrics:\n  wait: { mean: minutes }\n");

        Assert.Equal(1, await keeper.TickAsync(default));
        Assert.Equal(["wait.north", "wait.o-hara", "wait.south-west"], keeper.View.Cycles.Keys.Order(StringComparer.Ordinal));
        Assert.NotNull(new LivePages(keeper).Loop("wait.north"));
        Assert.Contains(new LivePages(keeper).Beside("wait.north"), f => f.Contains("KZ1021", StringComparison.Ordinal));
    }
}
