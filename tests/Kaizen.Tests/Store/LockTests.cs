using Kaizen.Store;

namespace Kaizen.Tests.Store;

/// <summary>One writer at a time in a workspace.</summary>
public sealed class LockTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_first_to_come_holds_the_workspace_until_it_lets_go()
    {
        var waits = 0;
        var first = await WorkspaceLock.TakeAsync(folder.Path, () => waits++, TimeProvider.System, default);
        Assert.NotNull(first);
        Assert.Equal(0, waits);
        var second = WorkspaceLock.TakeAsync(folder.Path, () => waits++, TimeProvider.System, default);
        await Task.Delay(350);
        Assert.False(second.IsCompleted);
        first.Dispose();
        using var held = await second.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.NotNull(held);
        Assert.True(waits > 0);
    }

    [Fact]
    public async Task A_link_in_the_place_of_the_holder_leads_nowhere()
    {
        var victim = folder.At("victim");
        File.WriteAllText(victim, "precious");
        Directory.CreateDirectory(folder.At(".kaizen"));
        File.CreateSymbolicLink(folder.At(".kaizen/lock.holder"), victim);
        using (await WorkspaceLock.TakeAsync(folder.Path, () => { }, TimeProvider.System, default))
            Assert.Equal(Environment.ProcessId, LockHolder.Of(folder.Path)?.Process);
        Assert.Equal("precious", File.ReadAllText(victim));
    }

    [Fact]
    public async Task Who_holds_it_stands_beside_it_until_it_lets_go()
    {
        Assert.Null(LockHolder.Of(folder.Path));
        var before = DateTimeOffset.UtcNow;
        using (await WorkspaceLock.TakeAsync(folder.Path, () => { }, TimeProvider.System, default))
        {
            var holder = LockHolder.Of(folder.Path);
            Assert.Equal((Environment.ProcessId, Environment.MachineName), (holder!.Process, holder.Machine));
            Assert.InRange(holder.Since, before, DateTimeOffset.UtcNow);
            Assert.Contains($"process {Environment.ProcessId} on ", holder.ToString(), StringComparison.Ordinal);
        }

        Assert.Null(LockHolder.Of(folder.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("4711")]
    [InlineData("x 2026-06-29T10:02:11.0000000Z here")]
    [InlineData("4711 yesterday here")]
    public void A_name_that_cannot_be_read_is_no_name(string text)
    {
        Directory.CreateDirectory(folder.At(".kaizen"));
        File.WriteAllText(Path.Combine(folder.At(".kaizen"), "lock.holder"), text);
        Assert.Null(LockHolder.Of(folder.Path));
    }

    [Fact]
    public async Task The_name_of_a_holder_that_was_killed_blocks_nobody()
    {
        Directory.CreateDirectory(folder.At(".kaizen"));
        File.WriteAllText(Path.Combine(folder.At(".kaizen"), "lock.holder"), "4711 2026-06-29T10:02:11.0000000Z old");
        Assert.Equal("process 4711 on old, since 2026-06-29 10:02:11 UTC", LockHolder.Of(folder.Path)!.ToString());
        using var held = await WorkspaceLock.TakeAsync(folder.Path, () => Assert.Fail("it waits"), TimeProvider.System, default);
        Assert.Equal(Environment.ProcessId, LockHolder.Of(folder.Path)!.Process);
    }

    [Fact]
    public async Task It_gives_up_after_30_seconds_and_no_sooner()
    {
        using var first = await WorkspaceLock.TakeAsync(folder.Path, () => { }, TimeProvider.System, default);
        var clock = new LeapingClock();
        Assert.Null(await WorkspaceLock.TakeAsync(folder.Path, () => { }, clock, default));
        Assert.InRange(clock.Waited, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30.2));
    }

    [Fact]
    public async Task Waiting_can_be_stopped()
    {
        using var first = await WorkspaceLock.TakeAsync(folder.Path, () => { }, TimeProvider.System, default);
        using var stop = new CancellationTokenSource();
        var second = WorkspaceLock.TakeAsync(folder.Path, stop.Cancel, TimeProvider.System, stop.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    /// <summary>A clock on which every wait is over at once, having taken as long as it should.</summary>
    private sealed class LeapingClock : TimeProvider
    {
        private long ticks;

        public TimeSpan Waited => TimeSpan.FromTicks(Interlocked.Read(ref ticks));

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Read(ref ticks);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Interlocked.Add(ref ticks, dueTime.Ticks);
            return TimeProvider.System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
