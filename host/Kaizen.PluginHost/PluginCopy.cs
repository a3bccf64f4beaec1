namespace Kaizen.PluginHost;

/// <summary>
/// The files of a plugin in a folder of this process, each hashed as it was copied: what is loaded from here, now or in an hour, is what
/// was looked at, whatever becomes of the folder that it came from.
/// </summary>
internal sealed class PluginCopy : IDisposable
{
    private const string Prefix = "kaizen-plugin-", Alive = ".alive";

    /// <summary>What processes that were killed left behind is taken away, once in a process.</summary>
    private static readonly Lazy<bool> Swept = new(Sweep);

    private readonly string root;
    private readonly FileStream alive;
    private readonly SortedDictionary<string, string> files = new(StringComparer.Ordinal);

    private PluginCopy()
    {
        _ = Swept.Value;
        root = Directory.CreateTempSubdirectory(Prefix).FullName;
        alive = new FileStream(Path.Combine(root, Alive), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        Folder = Directory.CreateDirectory(Path.Combine(root, "files")).FullName;
    }

    /// <summary>Where the copies lie.</summary>
    public string Folder { get; }

    /// <summary>SHA-256 of each, in small letters, by its name with forward slashes.</summary>
    public IReadOnlyDictionary<string, string> Files => files;

    /// <summary>Copies all files of a plugin.</summary>
    /// <exception cref="PluginFileException">One of them cannot be vouched for, read or copied.</exception>
    public static PluginCopy Of(string folder)
    {
        var copy = Made();
        try
        {
            foreach (var name in PluginFiles.Names(folder)) copy.files[name] = copy.Take(folder, name);
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        alive.Dispose();
        Delete(root);
    }

    private static PluginCopy Made()
    {
        try
        {
            return new PluginCopy();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Uncopied();
        }
    }

    private string Take(string folder, string name)
    {
        var (from, to) = (Path.Combine(folder, name), Path.Combine(Folder, name));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            using var copy = new FileStream(to, FileMode.CreateNew, FileAccess.ReadWrite);
            // A program that the plugin brings along stays one.
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(copy.SafeFileHandle, File.GetUnixFileMode(from) | UnixFileMode.UserRead | UnixFileMode.UserWrite);
            return PluginFiles.Hash(folder, name, copy);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Uncopied();
        }
    }

    private static PluginFileException Uncopied() => new("its files cannot be copied to the folder of temporary files");

    private static bool Sweep()
    {
        foreach (var left in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
            if (IsPrivate(left) && IsLeft(left)) Delete(left);
        return true;
    }

    /// <summary>Whether only its owner can look into it: what somebody else prepared here is not even opened.</summary>
    private static bool IsPrivate(string folder) =>
        OperatingSystem.IsWindows() || File.GetUnixFileMode(folder) == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    /// <summary>Whether nobody holds it; one that is being made has no file to hold yet.</summary>
    private static bool IsLeft(string folder)
    {
        try
        {
            using var held = new FileStream(Path.Combine(folder, Alive), FileMode.Open, FileAccess.Write, FileShare.None);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Some systems keep a library that is loaded; the next process takes it away.
        }
    }
}
