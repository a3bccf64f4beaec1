using Kaizen.Store;
using Kaizen.Store.Evidence;

namespace Kaizen.Hosting.Report;

/// <summary>A file that is to be written because what it shows, or the file itself, changed.</summary>
/// <param name="Name">Path relative to the output folder.</param>
/// <param name="Path">Absolute path.</param>
/// <param name="Inputs">What it was rendered from.</param>
/// <param name="Because">What changed since it was last written; empty the first time.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record Page(string Name, string Path, PageInputs Inputs, IReadOnlyList<string> Because, byte[] Bytes)
{
    /// <summary>Why a page is rendered of which no day is kept.</summary>
    public static readonly IReadOnlyList<string> ItsHistory = ["what was kept of it"];

    private static readonly string[] ItsFile = ["the file itself"];

    /// <summary>Keeps the page for its as-of date and says whether that wrote; null for pages that have no history.</summary>
    public Func<byte[], FolderFlush, bool>? Keep { get; init; }

    /// <summary>What the store remembers of it.</summary>
    public PageRecord Record => new(Path, Inputs.Text, Sha.Of(Bytes));

    /// <summary>Writes it whole or not at all; says whether the file changed, or the one that is kept of it.</summary>
    public bool Write(FolderFlush folders)
    {
        var kept = Keep?.Invoke(Bytes, folders) == true;
        return AtomicFile.Write(Path, Bytes, folders) || kept;
    }

    /// <summary>What changed since the page was written, or null where the file on disk is the one written from these inputs.</summary>
    public static IReadOnlyList<string>? Stale(string path, PageInputs inputs, EvidenceStore store)
    {
        if (store.Page(path) is not { } known) return [];
        if (known.Key != inputs.Text) return inputs.ChangedSince(known.Key);
        return File.Exists(path) && Sha.Of(OpenFile.Bytes(path)) == known.Hash ? null : ItsFile;
    }
}
