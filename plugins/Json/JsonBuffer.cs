using System.Buffers;
using Kaizen.Abstractions;
using Kaizen.Plugin.Shared;

namespace Kaizen.Plugin.Json;

/// <summary>The bytes of a file that were read and not yet used. It holds a whole row at most.</summary>
internal sealed class JsonBuffer(InputFile file, CancellationToken cancellation) : IDisposable
{
    private const int Size = 1 << 18;

    /// <summary>A row that is longer is most likely a document that was taken for rows.</summary>
    private const int Most = 1 << 24;

    private readonly Stream stream = file.Open();
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(Size);
    private int start;
    private int end;

    /// <summary>Whether nothing follows <see cref="Unread"/>.</summary>
    public bool IsLast { get; private set; }

    /// <summary>The line on which <see cref="Unread"/> begins, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>What was not used yet.</summary>
    public ReadOnlySpan<byte> Unread => bytes.AsSpan(start, end - start);

    /// <summary>The line of a place in <see cref="Unread"/>.</summary>
    public long LineAt(long offset) => Line + Unread[..(int)offset].Count((byte)'\n');

    /// <summary>Passes bytes that were used.</summary>
    public void Use(long count)
    {
        Line += Unread[..(int)count].Count((byte)'\n');
        start += (int)count;
    }

    /// <summary>As <see cref="Use"/> for a line with its end.</summary>
    public void UseLine(int count)
    {
        Line++;
        start += count;
    }

    /// <summary>Reads more behind what is there.</summary>
    public void Fill()
    {
        cancellation.ThrowIfCancellationRequested();
        if (start > 0)
        {
            Unread.CopyTo(bytes);
            (start, end) = (0, end - start);
        }

        if (end == bytes.Length) Grow();
        try
        {
            var read = stream.Read(bytes, end, bytes.Length - end);
            IsLast = read == 0;
            end += read;
        }
        catch (InvalidDataException e)
        {
            throw file.Unreadable(e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceException($"The file '{file.Written}' cannot be read to its end: {e.Message.TrimEnd('.')}.", "is it open in another program, or on a drive that went away?", e);
        }
    }

    public void Dispose()
    {
        stream.Dispose();
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
        (bytes, start, end) = ([], 0, 0);
    }

    private void Grow()
    {
        // What stands between two rows is read with the second.
        if (bytes.Length >= Most)
            throw new SourceException($"The row that begins in line {LineAt(Math.Max(0, Unread.IndexOfAnyExcept(" \t\r\n,"u8)))} of '{file.Written}' is longer than 16 MB.", "is it a document? name the array in it with 'rows', such as rows: data.items");
        var larger = ArrayPool<byte>.Shared.Rent(bytes.Length * 2);
        Unread.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        (bytes, end, start) = (larger, end - start, 0);
    }
}
