using Kaizen.Store;
using Kaizen.Store.Evidence;

namespace Kaizen.Hosting.Report;

/// <summary>A file that is to be written because what it shows, or the file itself, changed.</summary>
/// <param name="Name">Path relative to the output folder.</param>
/// <param name="Path">Absolute path.</param>
/// <param name="Key">What it was rendered from.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record Page(string Name, string Path, string Key, byte[] Bytes)
{
    /// <summary>What the store remembers of it.</summary>
    public PageRecord Record => new(Path, Key, Sha.Of(Bytes));

    /// <summary>Writes it whole or not at all; says whether the file changed.</summary>
    public bool Write(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return AtomicFile.Write(Path, Bytes);
    }

    /// <summary>Whether the file on disk is the one that was written from this key.</summary>
    public static bool IsCurrent(string path, string key, EvidenceStore store) =>
        store.Page(path) is { } known && known.Key == key && File.Exists(path) && Sha.Of(File.ReadAllBytes(path)) == known.Hash;
}
