using System.Text.RegularExpressions;

namespace Kaizen.Store;

/// <summary>Writes a file whole or not at all: beside its place first, flushed to the disk, then renamed over it.</summary>
public static partial class AtomicFile
{
    /// <summary>Writes <paramref name="bytes"/> unless the file already holds them; says whether it wrote.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">What it shall hold.</param>
    /// <param name="folders">Takes the folder, for one flush after many files; without it the folder is flushed at once.</param>
    /// <param name="before">What it must still hold, where somebody else may add to it; null where it is ours alone.</param>
    /// <exception cref="OutputException">It could not be written, or something other than a file stands in its place; nothing was changed.</exception>
    public static bool Write(string path, ReadOnlySpan<byte> bytes, FolderFlush? folders = null, byte[]? before = null)
    {
        var target = new FileInfo(path);
        if (Directory.Exists(path)) throw new OutputException(path, MachineFault.FolderInPlace);
        // Renaming would put a file where the link was, and whoever made the link would look at a file that no longer changes.
        if (target.LinkTarget is not null) throw new OutputException(path, new MachineFault("a link to another file stands in its place", "remove the link, or write to another folder"));
        try
        {
            if (Same(target, bytes)) return false;
            var named = folders ?? new FolderFlush();
            named.Make(target.Directory!);
            Replace(target, Path.Combine(target.DirectoryName!, $".{target.Name}.{Environment.ProcessId}.kaizen-tmp"), bytes, before);
            named.Add(target.DirectoryName!);
            if (folders is null) named.Flush();
            return true;
        }
        catch (Exception fault) when (fault is IOException and not OutputException or UnauthorizedAccessException)
        {
            throw new OutputException(path, MachineFault.Of(fault), fault);
        }
    }

    /// <summary>
    /// Deletes what writes that were killed left in a folder. Files of a write that is still going on, from another workspace with
    /// the same output folder, are open and stay.
    /// </summary>
    public static void Sweep(string folder)
    {
        foreach (var left in Left(folder))
        {
            try
            {
                using (new FileStream(left, FileMode.Open, FileAccess.ReadWrite, FileShare.None)) { }
                File.Delete(left);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // In use, or not ours to delete: it harms nobody where it is.
            }
        }
    }

    private static void Replace(FileInfo target, string beside, ReadOnlySpan<byte> bytes, byte[]? before)
    {
        try
        {
            // Open until it has its name, so that nobody sweeps it away; with the right to rename it meanwhile.
            using var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.Delete);
            // Rows may hold people: a file that others may not read stays so.
            if (target.Exists && !OperatingSystem.IsWindows()) File.SetUnixFileMode(stream.SafeFileHandle, target.UnixFileMode);
            stream.Write(bytes);
            Disk.Sync(stream);
            if (before is not null && !Same(new FileInfo(target.FullName), before)) throw new OutputException(target.FullName, MachineFault.ChangedMeanwhile);
            File.Move(beside, target.FullName, overwrite: true);
        }
        catch
        {
            Drop(beside);
            throw;
        }
    }

    private static void Drop(string beside)
    {
        try
        {
            File.Delete(beside);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The fault that led here is the one to tell; the next run sweeps.
        }
    }

    private static IReadOnlyList<string> Left(string folder)
    {
        try
        {
            return Directory.Exists(folder)
                ? [.. Directory.EnumerateFiles(folder, ".*.kaizen-tmp").Where(f => Ours().IsMatch(Path.GetFileName(f)) && new FileInfo(f).LinkTarget is null)]
                : [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool Same(FileInfo file, ReadOnlySpan<byte> bytes) =>
        file.Exists && file.Length == bytes.Length && OpenFile.Bytes(file.FullName).AsSpan().SequenceEqual(bytes);

    [GeneratedRegex(@"^\..+\.\d+\.kaizen-tmp\z", RegexOptions.Singleline)]
    private static partial Regex Ours();
}
