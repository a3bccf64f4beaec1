using System.Text;

namespace Kaizen.Store;

/// <summary>
/// Reads files that others replace meanwhile. A reader that does not share the right to delete keeps a writer on Windows from
/// renaming the new file over the old one.
/// </summary>
public static class OpenFile
{
    /// <summary>Opens a file to read it as it is now; a file that takes its place later does not show in the stream.</summary>
    public static FileStream Read(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>All bytes of a file.</summary>
    public static byte[] Bytes(string path)
    {
        using var stream = Read(path);
        using var bytes = new MemoryStream((int)Math.Min(stream.Length, Array.MaxLength));
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>All bytes of a file, or null where there is none, or none any more.</summary>
    public static byte[]? BytesIfAny(string path)
    {
        try
        {
            return File.Exists(path) ? Bytes(path) : null;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>All of a file as text, UTF-8 unless its first bytes say otherwise.</summary>
    public static string Text(string path)
    {
        using var reader = new StreamReader(Read(path), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The lines of a text, whichever way they end.</summary>
    public static string[] Lines(string path)
    {
        using var reader = new StreamReader(Read(path), Encoding.UTF8);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line) lines.Add(line);
        return [.. lines];
    }
}
