using System.IO.Compression;

namespace Kaizen.Plugin.Shared;

/// <summary>
/// Unpacks gzip and notices where a file was cut off, which <see cref="GZipStream"/> takes for its end: rows would be missing and nobody
/// would know. Behind the file's bytes stands one more packed part with a mark, as if it were the file's last; where the mark does not
/// come out at the end, the file before it was not whole. Zeros behind the last part, with which some programs fill a block, are passed over.
/// </summary>
internal sealed class WholeGzip : ForwardStream
{
    private static readonly byte[] Mark = "\0<the end of it>\0"u8.ToArray();
    private static readonly byte[] PackedMark = Pack(Mark);

    private readonly MarkedStream marked;
    private readonly GZipStream unpacked;
    private readonly byte[] block = new byte[1 << 16];
    private int start;
    private int end;
    private int kept = Mark.Length;

    public WholeGzip(Stream packed)
    {
        marked = new MarkedStream(packed, PackedMark);
        unpacked = new GZipStream(marked, CompressionMode.Decompress);
    }

    public override int Read(Span<byte> buffer)
    {
        // What may be the mark is held back.
        while (end - start <= kept)
        {
            block.AsSpan(start, end - start).CopyTo(block);
            (start, end) = (0, end - start);
            var read = Unpack(block.AsSpan(end));
            end += read;
            if (read > 0) continue;
            if (kept == 0 || block.AsSpan(0, end).SequenceEqual(Mark)) return 0;
            if (marked.Place != MarkedPlace.Zeros) throw new InvalidDataException(marked.Place == MarkedPlace.Mark ? "it was cut off before its end" : "something else stands behind its end");
            // It ended before the zeros, and nothing else follows.
            kept = 0;
            if (end == 0) return 0;
        }

        var count = Math.Min(buffer.Length, end - start - kept);
        block.AsSpan(start, count).CopyTo(buffer);
        start += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) unpacked.Dispose();
        base.Dispose(disposing);
    }

    private int Unpack(Span<byte> into)
    {
        try
        {
            return unpacked.Read(into);
        }
        catch (InvalidDataException e)
        {
            // Whatever is wrong, the library speaks of a method of compression.
            throw new InvalidDataException(!marked.IsGzip ? "it does not begin as gzip does" : marked.Place == MarkedPlace.Mark ? "it was cut off before its end" : "it is damaged", e);
        }
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var result = new MemoryStream();
        using (var gzip = new GZipStream(result, CompressionLevel.Fastest)) gzip.Write(bytes);
        return result.ToArray();
    }
}
