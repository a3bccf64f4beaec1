using System.Globalization;
using System.Threading.Channels;
using Kaizen.Hosting.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Kaizen.Web;

/// <summary>Tells open pages by server-sent events that something changed. A slow reader misses repeats, never the last change.</summary>
internal sealed class EventStream
{
    private const int MostReaders = 100;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private readonly IReadOnlyList<LoopKeeper> keepers;
    private readonly CancellationToken stopping;
    private readonly Lock gate = new();
    private readonly HashSet<Channel<bool>> readers = [];

    public EventStream(IReadOnlyList<LoopKeeper> keepers, IHostApplicationLifetime lifetime)
    {
        this.keepers = keepers;
        stopping = lifetime.ApplicationStopping;
        foreach (var keeper in keepers) keeper.Changed += Tell;
    }

    /// <summary>Writes events until the reader goes or the host stops.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (gate)
        {
            if (readers.Count >= MostReaders)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }

            readers.Add(changes);
        }

        try
        {
            context.Response.ContentType = "text/event-stream";
            await SayAsync(context, end.Token).ConfigureAwait(false);
            while (true)
            {
                var changed = changes.Reader.WaitToReadAsync(end.Token).AsTask();
                if (await Task.WhenAny(changed, Task.Delay(Heartbeat, end.Token)).ConfigureAwait(false) != changed)
                {
                    end.Token.ThrowIfCancellationRequested();
                    await context.Response.WriteAsync(": still here\n\n", end.Token).ConfigureAwait(false);
                    await context.Response.Body.FlushAsync(end.Token).ConfigureAwait(false);
                    continue;
                }

                if (!await changed.ConfigureAwait(false)) return;
                changes.Reader.TryRead(out _);
                await SayAsync(context, end.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader left, or the host stops: nothing is owed.
        }
        finally
        {
            lock (gate) readers.Remove(changes);
        }
    }

    private async Task SayAsync(HttpContext context, CancellationToken cancellation)
    {
        var version = string.Join('.', keepers.Select(k => k.View.Version.ToString(CultureInfo.InvariantCulture)));
        await context.Response.WriteAsync($"event: version\ndata: {version}\n\n", cancellation).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(cancellation).ConfigureAwait(false);
    }

    private void Tell()
    {
        lock (gate) foreach (var reader in readers) reader.Writer.TryWrite(true);
    }
}
