using Microsoft.Extensions.Hosting;

namespace Kaizen.Hosting.Serving;

/// <summary>Runs the keepers side by side until the host stops; a run that is writing then finishes first. Nothing ends one of them.</summary>
public sealed class KeeperService(IReadOnlyList<LoopKeeper> keepers, TimeProvider time) : BackgroundService
{
    // Files are looked at by real time, whatever a story's clock does.
    private static readonly TimeSpan FilesEvery = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(keepers.Select(k => Task.Run(() => KeepAsync(k, stoppingToken), CancellationToken.None)));

    private async Task KeepAsync(LoopKeeper keeper, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await keeper.TickAsync(stop).ConfigureAwait(false);
                await WaitAsync(keeper.Quiet(), stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                keeper.Fail(fault);
                await Task.Delay(FilesEvery, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WaitAsync(TimeSpan quiet, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var files = Task.Delay(FilesEvery, TimeProvider.System, either.Token);
        // The longest time that a timer takes is some 49 days; files are looked at long before.
        var clock = quiet < TimeSpan.FromDays(40) ? Task.Delay(quiet, time, either.Token) : files;
        await Task.WhenAny(files, clock).ConfigureAwait(false);
        await either.CancelAsync().ConfigureAwait(false);
    }
}
