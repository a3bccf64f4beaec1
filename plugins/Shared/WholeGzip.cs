using System.IO.Compression;

namespace Kaizen.Plugin.Shared;

/// <summary>
/// Unpacks gzip and notices where a file was cut off, which <see cref="GZipStream"/> takes for its end: rows would be missing and nobody
/// would know. Behind the file's bytes stands one more packed part with a mark, as if it were the file's last; where the mark does not
/// come out at the end, the file before it was not whole.
/// </summary>
internal sealed class WholeGzip(Stream packed) : ForwardStream
{
    private static readonly byte[] Mark = "\0<the end of it>\0"u8.ToArray();
    private static readonly byte[] PackedMark = Pack(Mark);

    private readonly GZipStream unpacked = new(new Followed(packed, PackedMark), CompressionMode.Decompress);
    private readonly byte[] block = new byte[1 << 16];
    private int start;
    private int end;

    public override int Read(Span<byte> buffer)
    {
        // What may be the mark is held back.
        while (end - start <= Mark.Length)
        {
            block.AsSpan(start, end - start).CopyTo(block);
            (start, end) = (0, end - start);
            var read = unpacked.Read(block.AsSpan(end));
            end += read;
            if (read > 0) continue;
            return block.AsSpan(0, end).SequenceEqual(Mark) ? 0 : throw new InvalidDataException("it was cut off before its end");
        }

        var count = Math.Min(buffer.Length, end - start - Mark.Length);
        block.AsSpan(start, count).CopyTo(buffer);
        start += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) unpacked.Dispose();
        base.Dispose(disposing);
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var result = new MemoryStream();
        using (var gzip = new GZipStream(result, CompressionLevel.Fastest)) gzip.Write(bytes);
        return result.ToArray();
    }

    /// <summary>The bytes of a stream and then some more.</summary>
    private sealed class Followed(Stream first, byte[] then) : ForwardStream
    {
        private int given;

        public override int Read(Span<byte> buffer)
        {
            if (given == 0 && first.Read(buffer) is > 0 and var read) return read;
            var count = Math.Min(buffer.Length, then.Length - given);
            then.AsSpan(given, count).CopyTo(buffer);
            given += count;
            return count;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) first.Dispose();
            base.Dispose(disposing);
        }
    }
}
