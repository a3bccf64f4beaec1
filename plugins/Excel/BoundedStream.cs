using Kaizen.Plugin.Shared;

namespace Kaizen.Plugin.Excel;

/// <summary>
/// A packed part, of which no more is unpacked than is allowed, in all and for one item of it: few bytes may become many, and what the
/// archive says of its sizes is as foreign as the rest.
/// </summary>
/// <param name="part">The part, unpacked while it is read.</param>
/// <param name="most">How many bytes may come in all, or null where they are not kept, and what is told when more come.</param>
/// <param name="item">The same of one item.</param>
/// <param name="cancellation">Stops the reading: what is packed may be read long before the end of it is unpacked.</param>
internal sealed class BoundedStream(Stream part, (long? Bytes, Func<Exception> Fault) most, (long Bytes, Func<Exception> Fault) item, CancellationToken cancellation) : ForwardStream
{
    private long inAll;
    private long inItem;

    /// <summary>Begins an item.</summary>
    public void Begin() => inItem = 0;

    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        if (inAll > most.Bytes) throw most.Fault();
        if (inItem > item.Bytes) throw item.Fault();
        var read = part.Read(buffer);
        inAll += read;
        inItem += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) part.Dispose();
        base.Dispose(disposing);
    }
}
