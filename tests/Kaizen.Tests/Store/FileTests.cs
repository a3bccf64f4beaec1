using Kaizen.Store;

namespace Kaizen.Tests.Store;

public sealed class FileTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_is_written_with_its_folders_and_nothing_stays_beside_it()
    {
        var path = folder.At(System.IO.Path.Combine("a3", "deep", "c.html"));
        Assert.True(AtomicFile.Write(path, "one"u8));
        Assert.True(AtomicFile.Write(path, "two"u8));
        Assert.Equal("two", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(System.IO.Path.GetDirectoryName(path)!));
    }

    [Theory]
    [InlineData("same")]
    [InlineData("")]
    public void An_unchanged_file_is_not_touched(string text)
    {
        var path = folder.At("page.html");
        File.WriteAllText(path, text);
        var old = new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, old);
        Assert.False(AtomicFile.Write(path, System.Text.Encoding.UTF8.GetBytes(text)));
        Assert.Equal(old, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public void A_file_of_the_same_length_but_other_bytes_is_written()
    {
        var path = folder.At("page.html");
        File.WriteAllText(path, "abc");
        Assert.True(AtomicFile.Write(path, "abd"u8));
        Assert.Equal("abd", File.ReadAllText(path));
    }

    [Fact]
    public void Where_it_cannot_be_put_in_place_nothing_is_left_behind()
    {
        var path = folder.At("taken");
        Directory.CreateDirectory(System.IO.Path.Combine(path, "inside"));
        Assert.ThrowsAny<Exception>(() => { AtomicFile.Write(path, "x"u8); });
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
    }

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
        Assert.Equal(1, waits);
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
