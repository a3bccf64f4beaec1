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
        var folder = Path.Combine(workspaceFolder, ".kaizen");
        Directory.CreateDirectory(folder);
        var since = time.GetTimestamp();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                var held = new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                var taken = new WorkspaceLock(held, LockHolder.In(workspaceFolder));
                taken.SayWho(new LockHolder(Environment.ProcessId, time.GetUtcNow(), Environment.MachineName));
                return taken;
            }
            catch (IOException fault) when (IsHeld(fault) && time.GetElapsedTime(since) < Patience)
            {
                waiting();
                await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellation).ConfigureAwait(false);
            }
            catch (IOException fault) when (IsHeld(fault))
            {
                return null;
            }
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

    private void SayWho(LockHolder who) => Try(() => File.WriteAllText(holder, who.ToText()));

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
