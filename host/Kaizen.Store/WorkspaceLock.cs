namespace Kaizen.Store;

/// <summary>
/// One writer at a time in a workspace. It is a lock of the operating system on <c>.kaizen/lock</c>, so it goes with the process
/// that holds it, however that ends. Who holds it stands in a file beside it, for the words that others show while they wait.
/// </summary>
public sealed class WorkspaceLock : IDisposable
{
    /// <summary>How long a run waits for another before it gives up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FileStream held;
    private readonly string holder;

    private WorkspaceLock(FileStream held, string holder)
    {
        this.held = held;
        this.holder = holder;
    }

    /// <summary>Takes the lock, waiting up to <see cref="Patience"/>; null where another run kept it.</summary>
    /// <param name="workspaceFolder">The workspace.</param>
    /// <param name="waiting">Called whenever it finds the lock held, so that a screen which shows late shows it too.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<WorkspaceLock?> TakeAsync(
        string workspaceFolder, Action waiting, TimeProvider time, CancellationToken cancellation)
    {
        var since = time.GetTimestamp();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (TryTake(workspaceFolder, LockHolder.OfRun, time) is { } taken) return taken;
            if (time.GetElapsedTime(since) >= Patience) return null;
            waiting();
            await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Takes a lock of a workspace without waiting; null where another process has it.</summary>
    /// <param name="workspaceFolder">The workspace.</param>
    /// <param name="name">Which lock: <see cref="LockHolder.OfRun"/> or <see cref="LockHolder.OfHost"/>.</param>
    /// <param name="time">The clock.</param>
    public static WorkspaceLock? TryTake(string workspaceFolder, string name, TimeProvider time)
    {
        var folder = Path.Combine(workspaceFolder, ".kaizen");
        Directory.CreateDirectory(folder);
        try
        {
            var held = new FileStream(Path.Combine(folder, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var taken = new WorkspaceLock(held, LockHolder.In(workspaceFolder, name));
            taken.SayWho(new LockHolder(Environment.ProcessId, time.GetUtcNow(), Environment.MachineName));
            return taken;
        }
        catch (IOException fault) when (IsHeld(fault))
        {
            return null;
        }
    }

    // EWOULDBLOCK on Linux and on macOS, a sharing or lock violation on Windows. A full or read-only disk is no reason to wait.
    private static bool IsHeld(IOException fault) => fault.HResult is 11 or 35 or unchecked((int)0x80070020) or unchecked((int)0x80070021);

    /// <inheritdoc/>
    public void Dispose()
    {
        // While it is still held: afterwards the file may be the next holder's.
        Try(() => File.Delete(holder));
        held.Dispose();
    }

    private void SayWho(LockHolder who) => Try(() =>
    {
        // Made anew: a link that somebody left in its place would lead the writing to another file.
        File.Delete(holder);
        using var text = new StreamWriter(new FileStream(holder, FileMode.CreateNew, FileAccess.Write, FileShare.Read));
        text.Write(who.ToText());
    });

    /// <summary>The name is a courtesy; the lock stands without it.</summary>
    private static void Try(Action courtesy)
    {
        try
        {
            courtesy();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A disk that is full or a name that is being read: those who wait then hear of 'another run'.
        }
    }
}
