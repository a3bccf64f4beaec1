namespace Kaizen.Hosting.Serving;

/// <summary>Reads a file that another process may replace or remove at any moment, without being in its way.</summary>
internal static class SharedFile
{
    /// <summary>All of it, or null where there is none.</summary>
    public static byte[]? Read(string path)
    {
        if (!File.Exists(path)) return null;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
