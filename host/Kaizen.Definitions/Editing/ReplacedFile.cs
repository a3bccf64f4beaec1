namespace Kaizen.Definitions.Editing;

/// <summary>Puts new bytes in the place of a file: beside it first, flushed to the disk, then renamed over it.</summary>
internal static class ReplacedFile
{
    private static int number;

    /// <summary>Opens a file as it is now, and keeps nobody from replacing it meanwhile.</summary>
    public static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    public static byte[] Bytes(FileStream stream)
    {
        using var bytes = new MemoryStream((int)Math.Min(stream.Length, Array.MaxLength));
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Replaces the file unless it holds other bytes than before; says whether it did.</summary>
    public static bool Write(string path, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, Action? beforeReplacing)
    {
        var folder = Path.GetDirectoryName(path)!;
        // Under the name by which the next run knows what a write that was killed left behind.
        var beside = Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId}{Interlocked.Increment(ref number):D4}.kaizen-tmp");
        var done = false;
        try
        {
            using var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.Delete);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(path));
            stream.Write(after);
            // A power cut leaves the old file or the new one whole; which of them, a person sees.
            stream.Flush(flushToDisk: true);
            beforeReplacing?.Invoke();
            if (!Same(path, before)) return false;
            File.Move(beside, path, overwrite: true);
            return done = true;
        }
        finally
        {
            if (!done) Drop(beside);
        }
    }

    private static bool Same(string path, ReadOnlySpan<byte> bytes)
    {
        if (!File.Exists(path)) return false;
        using var stream = Open(path);
        return stream.Length == bytes.Length && Bytes(stream).AsSpan().SequenceEqual(bytes);
    }

    private static void Drop(string beside)
    {
        try
        {
            File.Delete(beside);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The fault that led here is the one to tell.
        }
    }
}
