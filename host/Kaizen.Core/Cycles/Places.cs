using Kaizen.Abstractions;

namespace Kaizen.Core.Cycles;

/// <summary>
/// Where the keys of a file stand, small enough to be held for ten thousand files: sixteen bytes a key. A key is named by its
/// path, <c>plan.countermeasures.rota.predicts</c>; an item of a list by its number from 0, <c>plan.actions.2.due</c>.
/// </summary>
public sealed class Places
{
    /// <summary>No places.</summary>
    public static Places None { get; } = new("", [], []);

    private readonly string file;
    private readonly ulong[] paths;
    private readonly ulong[] spans;

    private Places(string file, ulong[] paths, ulong[] spans)
    {
        this.file = file;
        this.paths = paths;
        this.spans = spans;
    }

    /// <summary>Keeps places of a file.</summary>
    /// <param name="file">Path relative to the workspace, with forward slashes.</param>
    /// <param name="paths">The hash of each path, by <see cref="Hash"/>.</param>
    /// <param name="spans">The place of each, by <see cref="Pack"/>.</param>
    public static Places Of(string file, IEnumerable<ulong> paths, IEnumerable<ulong> spans)
    {
        var (keys, values) = (paths.ToArray(), spans.ToArray());
        Array.Sort(keys, values);
        return new Places(file, keys, values);
    }

    /// <summary>The hash of the path of a key below another; that of the file itself is 0.</summary>
    public static ulong Hash(ulong parent, ReadOnlySpan<char> key)
    {
        // FNV-1a, with a dot between the parts.
        var hash = parent == 0 ? 14695981039346656037UL : (parent ^ '.') * 1099511628211UL;
        foreach (var c in key) hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }

    /// <summary>The place of a key; of one that is not written, that of the nearest above it; else the first character.</summary>
    public SourceSpan Of(string path)
    {
        for (var rest = path.AsSpan(); rest.Length > 0; rest = rest[..Math.Max(0, rest.LastIndexOf('.'))])
        {
            var hash = 0UL;
            foreach (var part in rest.Split('.')) hash = Hash(hash, rest[part]);
            var at = Array.BinarySearch(paths, hash);
            if (at >= 0) return Unpack(spans[at]);
        }

        return new SourceSpan(file, 1, 1);
    }

    /// <summary>A place as one number; each part is cut where it does not fit: nobody points at a place behind line four million.</summary>
    public static ulong Pack(int line, int column, int length) =>
        ((ulong)Math.Min(line, (1 << 22) - 1) << 42) | ((ulong)Math.Min(column, (1 << 21) - 1) << 21) | (uint)Math.Min(length, (1 << 21) - 1);

    private SourceSpan Unpack(ulong packed) => new(file, (int)(packed >> 42), (int)(packed >> 21) & ((1 << 21) - 1), (int)packed & ((1 << 21) - 1));
}
