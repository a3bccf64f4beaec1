using System.Threading.Channels;
using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Plugins;

namespace Kaizen.Measuring.Plugged;

/// <summary>
/// A plugin's metric at work on one series. It takes its rows on a thread of its own, in blocks that go round between it and the scans,
/// so that a scan is shared with everybody, memory stays flat, and a metric that throws or hangs loses its own series only.
/// </summary>
internal sealed class MetricRun : IDisposable
{
    private const int Blocks = 4;
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(50);

    private readonly Channel<RowBlock> filled = Channel.CreateUnbounded<RowBlock>();
    private readonly Channel<RowBlock> free = Channel.CreateUnbounded<RowBlock>();
    private readonly TaskCompletionSource<MetricGrid> periods = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource stop;
    private readonly CancellationToken stopped;
    private readonly RowBlock?[] current;
    private readonly DiagnosticBag faults = new();
    private readonly OpenedMetric opened;
    private readonly Task<CheckedResult?> work;
    private volatile bool over;

    /// <summary>Starts it.</summary>
    public MetricRun(OpenedMetric opened, CancellationToken cancellation)
    {
        this.opened = opened;
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stopped = stop.Token;
        current = new RowBlock?[opened.Inputs.Count];
        var columns = opened.Inputs.Max(i => i.Columns.Count);
        for (var i = 0; i < Blocks + current.Length; i++) free.Writer.TryWrite(new RowBlock(columns));
        work = RunAsync();
    }

    /// <summary>The row to fill next, or null once the metric has failed and no row is wanted any more.</summary>
    /// <param name="input">Index of the input that it belongs to.</param>
    /// <param name="pulse">Beats while the scan waits for the metric, which has a gate of its own.</param>
    public MetricRow? Next(int input, Pulse pulse)
    {
        if (current[input] is not { } block)
        {
            while (!free.Reader.TryRead(out block))
            {
                if (over) return null;
                free.Reader.WaitToReadAsync(stopped).AsTask().Wait(Slice, stopped);
                pulse.Beat();
            }

            block.Begin(input);
            current[input] = block;
        }

        return over ? null : block.Rows[block.Count];
    }

    /// <summary>The row is filled.</summary>
    public void Take(int input)
    {
        var block = current[input]!;
        if (++block.Count < block.Rows.Length) return;
        filled.Writer.TryWrite(block);
        current[input] = null;
    }

    /// <summary>The result, once all rows were shown; null after a fault.</summary>
    public async Task<CheckedResult?> CompleteAsync(MetricGrid grid, DiagnosticBag receiver)
    {
        foreach (var block in current.OfType<RowBlock>()) filled.Writer.TryWrite(block);
        filled.Writer.TryComplete();
        periods.TrySetResult(grid);
        var result = await work.ConfigureAwait(false);
        receiver.AddRange(faults.All);
        return faults.HasErrors ? null : result;
    }

    /// <summary>Gives it up where its rows could not be read.</summary>
    public void Dispose()
    {
        over = true;
        stop.Cancel();
        filled.Writer.TryComplete();
        periods.TrySetCanceled();
        // Linked to the host's own cancellation it would stay alive as long as the host; it cannot go before the work has let go of it.
        work.ContinueWith(_ => stop.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task<CheckedResult?> RunAsync()
    {
        try
        {
            return await PluginGate.RunAsync<CheckedResult>(opened.Call, faults, (pulse, token) => WorkAsync(pulse, token), stopped).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            over = true;
        }
    }

    private async ValueTask<CheckedResult> WorkAsync(Pulse pulse, CancellationToken token)
    {
        var metric = opened.Create();
        while (await ComesAsync(filled.Reader.WaitToReadAsync(token).AsTask(), pulse).ConfigureAwait(false))
        {
            while (filled.Reader.TryRead(out var block))
            {
                for (var i = 0; i < block.Count; i++)
                {
                    metric.Add(block.Input, block.Rows[i]);
                    pulse.Beat();
                }

                free.Writer.TryWrite(block);
            }
        }

        var grid = await periods.Task.WaitAsync(token).ConfigureAwait(false);
        return CheckedResult.Of(metric.Complete(grid), grid, opened.Redaction);
    }

    /// <summary>Waits for rows; how long a source takes for them is not the metric's fault.</summary>
    private static async Task<bool> ComesAsync(Task<bool> rows, Pulse pulse)
    {
        while (await Task.WhenAny(rows, Task.Delay(Slice)).ConfigureAwait(false) != rows) pulse.Beat();
        return await rows.ConfigureAwait(false);
    }
}
