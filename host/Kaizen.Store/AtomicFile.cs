namespace Kaizen.Store;

/// <summary>Writes a file whole or not at all: beside its place first, then renamed over it.</summary>
public static class AtomicFile
{
    /// <summary>Writes <paramref name="bytes"/> unless the file already holds them; says whether it wrote.</summary>
    public static bool Write(string path, ReadOnlySpan<byte> bytes)
    {
        if (Same(path, bytes)) return false;
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var beside = Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId}.tmp");
        try
        {
            using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
            return true;
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    private static bool Same(string path, ReadOnlySpan<byte> bytes)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length == bytes.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);
    }
}
