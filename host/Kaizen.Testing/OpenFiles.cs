namespace Kaizen.Testing;

/// <summary>Tells whether this process still holds a file open.</summary>
internal static class OpenFiles
{
    public static bool Holds(string path)
    {
        try
        {
            // Where the system locks files this fails while anybody reads it.
            using var alone = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return true;
        }

        // Where it does not, it may list what is open.
        const string Listed = "/proc/self/fd";
        return Directory.Exists(Listed) && Directory.EnumerateFiles(Listed).Any(f => TargetOf(f) == path);
    }

    private static string? TargetOf(string link)
    {
        try
        {
            return File.ResolveLinkTarget(link, returnFinalTarget: false)?.FullName;
        }
        catch (IOException)
        {
            // It was closed meanwhile.
            return null;
        }
    }
}
