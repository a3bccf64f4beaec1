namespace Kaizen.Store;

/// <summary>One writer at a time in a workspace. The lock goes with the process that holds it.</summary>
public sealed class WorkspaceLock : IDisposable
{
    /// <summary>How long a run waits for another before it gives up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FileStream held;

    private WorkspaceLock(FileStream held) => this.held = held;

    /// <summary>Takes the lock, waiting up to <see cref="Patience"/>; null where another run kept it.</summary>
    /// <param name="workspaceFolder">The workspace.</param>
    /// <param name="waiting">Called once when it has to wait.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<WorkspaceLock?> TakeAsync(
        string workspaceFolder, Action waiting, TimeProvider time, CancellationToken cancellation)
    {
        var folder = Path.Combine(workspaceFolder, ".kaizen");
        Directory.CreateDirectory(folder);
        var since = time.GetTimestamp();
        var told = false;
        while (true)
        {
            try
            {
                return new WorkspaceLock(new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException fault) when (IsHeld(fault) && time.GetElapsedTime(since) < Patience)
            {
                if (!told) waiting();
                told = true;
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
    public void Dispose() => held.Dispose();
}
