using System.IO.Enumeration;
using System.Security.Cryptography;
using Kaizen.Abstractions;

namespace Kaizen.Plugin.Shared;

/// <summary>
/// The files that a path names: itself, or all that its wildcards fit, <c>*</c> and <c>?</c> within a name and <c>**</c> for any folders,
/// in the ordinal order of their paths. Hidden files are passed over, and what a spreadsheet notes beside a file that is open.
/// </summary>
internal static class InputFiles
{
    private const int HashBuffer = 1 << 18;

    private static readonly EnumerationOptions Visible = new() { IgnoreInaccessible = false };

    /// <summary>Whether a path has wildcards.</summary>
    public static bool IsPattern(FilePath path) => HasWildcard(path.Written) && HasWildcard(path.Full) && !File.Exists(path.Full);

    /// <summary>The files: one at least.</summary>
    /// <exception cref="SourceException">No file fits, or a folder cannot be read.</exception>
    public static IReadOnlyList<InputFile> Of(FilePath path)
    {
        if (!IsPattern(path)) return [new InputFile(path.Full, path.Written)];
        var parts = path.Full.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        var fixedParts = Array.FindIndex(parts, HasWildcard);
        var root = string.Join(Path.DirectorySeparatorChar, parts[..fixedParts]) + Path.DirectorySeparatorChar;
        // What the person wrote before the first wildcard stands before the names in messages.
        var written = path.Written.Replace('\\', '/').Split('/');
        var prefix = string.Concat(written.TakeWhile(p => !HasWildcard(p)).Select(p => p + "/"));
        try
        {
            if (!Directory.Exists(root)) throw new SourceException($"No file fits '{path.Written}': its folder does not exist.", "look at the path, which begins at the folder of kaizen.yaml");
            var found = Find(root, parts.AsMemory(fixedParts)).Select(f => f[root.Length..].Replace('\\', '/')).Distinct().Order(StringComparer.Ordinal)
                .Select(f => new InputFile(Path.Combine(root, f), prefix + f)).ToList();
            return found.Count > 0 ? found : throw new SourceException($"No file fits '{path.Written}'.", Hint(root));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceException($"The files of '{path.Written}' cannot be listed: {e.Message.TrimEnd('.')}.", "may its folders be read?", e);
        }
    }

    /// <summary>The hash of the bytes of all files: of one file it is that file's own.</summary>
    public static async ValueTask<string> FingerprintAsync(IReadOnlyList<InputFile> files, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (files.Count == 1)
        {
            await AppendAsync(hash, files[0], cancellation).ConfigureAwait(false);
            return Text(hash.GetHashAndReset());
        }

        // Hashes of hashes, so that bytes moved from one file to the next are seen.
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            await AppendAsync(hash, file, cancellation).ConfigureAwait(false);
            all.AppendData(hash.GetHashAndReset());
        }

        return Text(all.GetHashAndReset());
    }

    private static async ValueTask AppendAsync(IncrementalHash hash, InputFile file, CancellationToken cancellation)
    {
        try
        {
            await using var bytes = file.OpenRaw();
            var buffer = new byte[HashBuffer];
            int read;
            while ((read = await bytes.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0) hash.AppendData(buffer, 0, read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw file.Unreadable(e);
        }
    }

    private static bool HasWildcard(string part) => part.AsSpan().ContainsAny('*', '?');

    private static string Text(byte[] hash) => $"sha256:{Convert.ToHexStringLower(hash)}";

    private static IEnumerable<string> Find(string folder, ReadOnlyMemory<string> parts)
    {
        var (part, rest) = (parts.Span[0], parts[1..]);
        if (part == "**")
        {
            // No folder at all, or one more below.
            var below = Directory.EnumerateDirectories(folder, "*", Visible).Where(IsNoLink).SelectMany(d => Find(d, parts));
            return rest.IsEmpty ? Directory.EnumerateFiles(folder, "*", Visible).Concat(below) : Find(folder, rest).Concat(below);
        }

        return rest.IsEmpty
            ? Directory.EnumerateFiles(folder, "*", Visible).Where(f => Fits(part, f))
            : Directory.EnumerateDirectories(folder, "*", Visible).Where(d => Fits(part, d)).SelectMany(d => Find(d, rest));
    }

    /// <summary>Names fit as the system sees them: capitals count on Linux alone.</summary>
    private static bool Fits(string pattern, string path) =>
        FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileName(path.AsSpan()), OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()) && !IsNote(path);

    /// <summary>Whether a spreadsheet wrote it beside a file that is open: it notes by whom, and is hidden where the system can hide it.</summary>
    private static bool IsNote(string path) => Path.GetFileName(path.AsSpan()).StartsWith("~$", StringComparison.Ordinal);

    /// <summary>A link to a folder may lead round in a circle.</summary>
    private static bool IsNoLink(string folder) => (File.GetAttributes(folder) & FileAttributes.ReparsePoint) == 0;

    private static string Hint(string root)
    {
        var there = Directory.EnumerateFileSystemEntries(root, "*", Visible).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).Take(5).ToList();
        return there.Count == 0 ? "its folder is empty" : $"in its folder there are {string.Join(", ", there)}";
    }
}
