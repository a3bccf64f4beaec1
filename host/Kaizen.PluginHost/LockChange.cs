using System.Globalization;

namespace Kaizen.PluginHost;

/// <summary>What became of a file since it was locked.</summary>
public enum LockChangeKind
{
    /// <summary>It holds other bytes.</summary>
    Changed,

    /// <summary>It is not there any more.</summary>
    Removed,

    /// <summary>It was not there.</summary>
    Added,
}

/// <summary>A file of a plugin that is not as it was locked.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="File">Its name in the plugin's folder.</param>
public sealed record LockChange(LockChangeKind Kind, string File)
{
    /// <summary>Every difference, the gravest first.</summary>
    public static IReadOnlyList<LockChange> Between(LockedPlugin locked, LockedPlugin now) =>
    [
        .. locked.Files.Where(f => now.Files.TryGetValue(f.Key, out var hash) && hash != f.Value).Select(f => new LockChange(LockChangeKind.Changed, f.Key)).OrderBy(c => c.File, StringComparer.Ordinal),
        .. locked.Files.Keys.Where(f => !now.Files.ContainsKey(f)).Order(StringComparer.Ordinal).Select(f => new LockChange(LockChangeKind.Removed, f)),
        .. now.Files.Keys.Where(f => !locked.Files.ContainsKey(f)).Order(StringComparer.Ordinal).Select(f => new LockChange(LockChangeKind.Added, f)),
    ];

    /// <summary>The first of them in words, with how many more there are.</summary>
    internal static string InWords(IReadOnlyList<LockChange> changes)
    {
        var file = changes[0].File;
        var first = changes[0].Kind switch
        {
            LockChangeKind.Changed => $"its file '{file}' was changed since it was locked",
            LockChangeKind.Removed => $"its file '{file}' is missing since it was locked",
            _ => $"the file '{file}' was added to it since it was locked",
        };
        return changes.Count == 1 ? first : string.Create(CultureInfo.InvariantCulture, $"{first}, and {changes.Count - 1} more {(changes.Count == 2 ? "differs" : "differ")}");
    }
}
