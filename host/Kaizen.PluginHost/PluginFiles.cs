using System.Security.Cryptography;

namespace Kaizen.PluginHost;

/// <summary>The files of a plugin's folder: all of them, since any may be code or be read by code.</summary>
internal static class PluginFiles
{
    private const int Most = 20_000;

    private static readonly EnumerationOptions One = new() { AttributesToSkip = FileAttributes.None };

    /// <summary>Their names, seen from the folder, with forward slashes and in one order on every machine.</summary>
    /// <exception cref="PluginFileException">The folder holds what cannot be vouched for, or it cannot be read.</exception>
    public static IReadOnlyList<string> Names(string folder)
    {
        var names = new List<string>();
        try
        {
            Collect(new DirectoryInfo(folder), "", names);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PluginFileException("its folder cannot be read");
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    /// <summary>The SHA-256 of a file, in small letters.</summary>
    /// <param name="folder">The plugin's folder.</param>
    /// <param name="name">Name of the file there.</param>
    /// <param name="copy">Receives the very bytes that are hashed, or null.</param>
    /// <exception cref="PluginFileException">It cannot be read or copied.</exception>
    public static string Hash(string folder, string name, Stream? copy = null)
    {
        try
        {
            var path = Path.Combine(folder, name);
            // A pipe is as long as an empty file, and whoever opens it may wait for ever.
            if (new FileInfo(path) is { Exists: true, Length: 0 }) return Convert.ToHexStringLower(SHA256.HashData([]));
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            if (copy is null) return Convert.ToHexStringLower(SHA256.HashData(stream));
            stream.CopyTo(copy);
            copy.Position = 0;
            return Convert.ToHexStringLower(SHA256.HashData(copy));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new PluginFileException($"its file '{name}' cannot be read{(copy is null ? "" : " or copied")}");
        }
    }

    private static void Collect(DirectoryInfo folder, string below, List<string> names)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos("*", One))
        {
            var name = below + entry.Name;
            if (entry.LinkTarget is not null || entry.Attributes.HasFlag(FileAttributes.ReparsePoint)) CheckLink(entry, name, Root(folder, below));
            if (entry is DirectoryInfo inner) Collect(inner, name + "/", names);
            else names.Add(name);
            if (names.Count > Most) throw new PluginFileException($"its folder holds more than {Most} files");
        }
    }

    /// <summary>A link may stand for a file of the same folder, as native libraries do, and for nothing else: what lies elsewhere changes with no word to the lock.</summary>
    private static void CheckLink(FileSystemInfo entry, string name, string root)
    {
        if (entry is DirectoryInfo) throw new PluginFileException($"'{name}' is a link to a folder");
        var target = entry.ResolveLinkTarget(returnFinalTarget: true);
        if (target is null) return;
        if (!target.FullName.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new PluginFileException($"'{name}' is a link that leads out of its folder");
        if (!target.Exists) throw new PluginFileException($"'{name}' is a link to nothing");
    }

    private static string Root(DirectoryInfo folder, string below)
    {
        for (var depth = below.Count(c => c == '/'); depth > 0; depth--) folder = folder.Parent!;
        return folder.FullName;
    }
}

/// <summary>Why a plugin's folder cannot be vouched for, in words without a full stop.</summary>
internal sealed class PluginFileException(string reason) : Exception(reason);
