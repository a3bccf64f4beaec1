using System.Threading.Channels;
using Kaizen.Hosting.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Kaizen.Web;

/// <summary>Tells open pages by server-sent events which version there is. A slow reader misses repeats, never the last change.</summary>
internal sealed class EventStream
{
    private const int MostReaders = 100;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private readonly CancellationToken stopping;
    private readonly Lock gate = new();
    // The one that came first stands first.
    private readonly List<Channel<bool>> readers = [];

    public EventStream(IReadOnlyList<LoopKeeper> keepers, IHostApplicationLifetime lifetime)
    {
        stopping = lifetime.ApplicationStopping;
        foreach (var keeper in keepers) keeper.Changed += Tell;
    }

    /// <summary>Writes events until the reader goes, the host stops, or too many came later.</summary>
    public async Task WriteAsync(HttpContext context, Func<string> version)
    {
        context.Response.ContentType = "text/event-stream";
        if (HttpMethods.IsHead(context.Request.Method)) return;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        Enter(changes);
        try
        {
            var more = true;
            while (more)
            {
                await SayAsync(context, $"event: version\ndata: {version()}\n\n", end.Token).ConfigureAwait(false);
                more = await ChangedAsync(context, changes.Reader, end.Token).ConfigureAwait(false);
            }

            await SayAsync(context, "event: enough\ndata: more pages were opened later\n\n", end.Token).ConfigureAwait(false);
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

    /// <summary>Waits for a change, with a sign of life now and then; false where the place is needed for another.</summary>
    private static async Task<bool> ChangedAsync(HttpContext context, ChannelReader<bool> changes, CancellationToken end)
    {
        while (true)
        {
            using var beat = CancellationTokenSource.CreateLinkedTokenSource(end);
            beat.CancelAfter(Heartbeat);
            try
            {
                if (!await changes.WaitToReadAsync(beat.Token).ConfigureAwait(false)) return false;
                changes.TryRead(out _);
                return true;
            }
            catch (OperationCanceledException) when (!end.IsCancellationRequested)
            {
                await SayAsync(context, ": still here\n\n", end).ConfigureAwait(false);
            }
        }
    }

    private static async Task SayAsync(HttpContext context, string text, CancellationToken end)
    {
        await context.Response.WriteAsync(text, end).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(end).ConfigureAwait(false);
    }

    private void Enter(Channel<bool> reader)
    {
        lock (gate)
        {
            readers.Add(reader);
            if (readers.Count <= MostReaders) return;
            readers[0].Writer.TryComplete();
            readers.RemoveAt(0);
        }
    }

    private void Tell()
    {
        lock (gate) foreach (var reader in readers) reader.Writer.TryWrite(true);
    }
}
