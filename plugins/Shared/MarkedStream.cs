namespace Kaizen.Plugin.Shared;

/// <summary>
/// The bytes of a packed file and then some more. The zeros at the file's end are given one by one: whether they belong to its last part is
/// seen by whether more is asked for.
/// </summary>
internal sealed class MarkedStream(Stream file, byte[] mark) : ForwardStream
{
    private readonly byte[] block = new byte[1 << 16];
    private readonly byte[] first = new byte[2];
    private int begun;
    private int start;
    private int end;
    private long before;
    private long behind;
    private int given;

    /// <summary>Where that was which was given last.</summary>
    public MarkedPlace Place { get; private set; }

    /// <summary>Whether the file begins as gzip does, as far as it goes.</summary>
    public bool IsGzip => first.AsSpan(0, begun).SequenceEqual([.. new byte[] { 0x1F, 0x8B }.AsSpan(0, begun)]);

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        while (start == end && Place == MarkedPlace.File) Fill();
        if (Place == MarkedPlace.File)
        {
            // Zeros held back turned out to stand within the file.
            if (before > 0) return Zeros(buffer[..(int)Math.Min(before, buffer.Length)]);
            var count = Math.Min(buffer.Length, end - start);
            block.AsSpan(start, count).CopyTo(buffer);
            start += count;
            return count;
        }

        if (before > 0) return Zeros(buffer[..1]);
        Place = MarkedPlace.Mark;
        var rest = Math.Min(buffer.Length, mark.Length - given);
        mark.AsSpan(given, rest).CopyTo(buffer);
        given += rest;
        return rest;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }

    private int Zeros(Span<byte> buffer)
    {
        buffer.Clear();
        before -= buffer.Length;
        return buffer.Length;
    }

    /// <summary>Reads on in the file and holds back the zeros at the end of what was read.</summary>
    private void Fill()
    {
        var read = file.Read(block);
        for (var i = 0; i < read && begun < first.Length; i++) first[begun++] = block[i];
        (start, end) = (0, block.AsSpan(0, read).LastIndexOfAnyExcept((byte)0) + 1);
        if (read > 0 && end == 0)
        {
            behind += read;
            return;
        }

        (before, behind) = (behind, read - end);
        if (read == 0) Place = MarkedPlace.Zeros;
    }
}

/// <summary>A place in a file with a mark behind it.</summary>
internal enum MarkedPlace
{
    /// <summary>In the file.</summary>
    File,

    /// <summary>In the zeros at its end.</summary>
    Zeros,

    /// <summary>Behind it.</summary>
    Mark,
}
