using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Plugins;

namespace Kaizen.PluginHost;

/// <summary>
/// What people of a workspace vouch for: <c>plugins.lock</c> with every file of every plugin from outside the install
/// folder. It stands in git beside the definitions, so that a clone knows what was looked at.
/// </summary>
public sealed class PluginLock
{
    /// <summary>Its name in the workspace folder.</summary>
    public const string FileName = "plugins.lock";

    private const string Locking = "look at the plugin, then run 'kaizen plugin lock'";
    private readonly (string Reason, string WayOut)? none;

    private PluginLock(IReadOnlyDictionary<string, LockedPlugin> plugins, (string Reason, string WayOut)? none, Diagnostic? fault = null)
    {
        this.none = none;
        Plugins = plugins;
        Fault = fault;
    }

    /// <summary>Where there is no workspace, nobody can vouch for anything.</summary>
    public static PluginLock OfNobody { get; } = Without("it lies outside the install folder, and without a workspace there is no plugins.lock that vouches for it", "work in a workspace whose plugins.lock names it");

    /// <summary>What stands in it, by id; empty where it cannot be read.</summary>
    public IReadOnlyDictionary<string, LockedPlugin> Plugins { get; }

    /// <summary>What is wrong with the file, or null.</summary>
    public Diagnostic? Fault { get; }

    /// <summary>The lock of a workspace.</summary>
    public static PluginLock Read(string workspaceFolder)
    {
        var text = LockText.Read(Path.Combine(workspaceFolder, FileName));
        return text switch
        {
            LockText.Absent => Without("the workspace has no plugins.lock that vouches for it", Locking),
            LockText.Damaged damaged => Without("plugins.lock, which should vouch for it, cannot be used", "restore plugins.lock from git, or look at the plugins and run 'kaizen plugin lock'",
                Catalogue.PluginLockDamaged.At(new SourceSpan(FileName, damaged.Line, damaged.Column), damaged.Reason)),
            LockText.Newer newer => Without("plugins.lock, which should vouch for it, was written by a newer Kaizen", "update Kaizen on this machine",
                Catalogue.PluginLockNewer.At(new SourceSpan(FileName, 1, 1), newer.Number, LockText.Version)),
            LockText.Whole whole => new PluginLock(whole.Plugins, null),
            _ => throw new InvalidOperationException("A lock has a shape that nobody knows."),
        };
    }

    /// <summary>Looks at every file of a plugin's folder: whether each is as it was locked.</summary>
    internal Vouching Check(PluginManifest plugin)
    {
        if (none is var (reason, wayOut)) return new Vouching(new PluginState.Blocked(reason, wayOut));
        if (!Plugins.TryGetValue(plugin.Id, out var locked)) return new Vouching(new PluginState.Blocked("plugins.lock does not name it", Locking));
        try
        {
            var copy = PluginCopy.Of(plugin.Folder);
            if (Changed(locked, copy, plugin) is not { } changed) return new Vouching(null, copy);
            copy.Dispose();
            return new Vouching(changed);
        }
        catch (PluginFileException unfit)
        {
            return new Vouching(new PluginState.Blocked(unfit.Message, "mend its folder, then run 'kaizen plugin lock'"));
        }
    }

    private static PluginState.Blocked? Changed(LockedPlugin locked, PluginCopy copy, PluginManifest plugin)
    {
        var changes = LockChange.Between(locked, new LockedPlugin(plugin.Version, copy.Files));
        if (changes.Count > 0) return new PluginState.Blocked(LockChange.InWords(changes), "look at what changed and where it comes from, then run 'kaizen plugin lock'");
        // What it may do was read before its files were looked at.
        return copy.Files.GetValueOrDefault(PluginManifest.FileName) == plugin.Sha256 ? null
            : new PluginState.Blocked($"its {PluginManifest.FileName} was changed while it was read", "try again");
    }

    /// <summary>What a plugin's folder holds now, or null with the reason why nobody can vouch for it.</summary>
    public static LockedPlugin? Look(PluginManifest plugin, out string reason)
    {
        reason = "";
        try
        {
            var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var name in PluginFiles.Names(plugin.Folder)) files[name] = PluginFiles.Hash(plugin.Folder, name);
            return new LockedPlugin(plugin.Version, files);
        }
        catch (PluginFileException fault)
        {
            reason = fault.Message;
            return null;
        }
    }

    /// <summary>The text of a lock.</summary>
    public static byte[] ToBytes(IReadOnlyDictionary<string, LockedPlugin> plugins) => LockText.ToBytes(plugins);

    private static PluginLock Without(string reason, string wayOut, Diagnostic? fault = null) =>
        new(new Dictionary<string, LockedPlugin>(), (reason, wayOut), fault);
}

/// <summary>A plugin as it was vouched for.</summary>
/// <param name="Version">What its manifest said.</param>
/// <param name="Files">SHA-256 of each file, in small letters, by its name with forward slashes.</param>
public sealed record LockedPlugin(string Version, IReadOnlyDictionary<string, string> Files);

/// <summary>Whether somebody vouches for a plugin, and for which files.</summary>
/// <param name="Blocked">Why nobody does, or null.</param>
/// <param name="Copy">The files that were looked at, to be loaded from there; null where the plugin is loaded where it lies.</param>
internal sealed record Vouching(PluginState.Blocked? Blocked, PluginCopy? Copy = null)
{
    /// <summary>It came with Kaizen and is trusted as Kaizen is.</summary>
    public static Vouching InPlace { get; } = new(Blocked: null);
}
