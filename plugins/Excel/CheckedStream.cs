using System.IO.Hashing;
using Kaizen.Plugin.Shared;

namespace Kaizen.Plugin.Excel;

/// <summary>A part of an archive, unpacked while it is read: at its end its bytes must have the checksum that the archive tells.</summary>
internal sealed class CheckedStream(Stream part, string name, uint checksum) : ForwardStream
{
    private readonly Crc32 sum = new();

    public override int Read(Span<byte> buffer)
    {
        var read = part.Read(buffer);
        sum.Append(buffer[..read]);
        return read > 0 || buffer.IsEmpty || sum.GetCurrentHashAsUInt32() == checksum ? read
            : throw new InvalidDataException($"its part {name} is damaged, and does not have the checksum that it had when it was written");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) part.Dispose();
        base.Dispose(disposing);
    }
}
