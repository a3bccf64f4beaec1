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
            catch (IOException) when (time.GetElapsedTime(since) < Patience)
            {
                if (!told) waiting();
                told = true;
                await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellation).ConfigureAwait(false);
            }
            catch (IOException)
            {
                return null;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => held.Dispose();
}
