using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting.Define;
using Kaizen.Hosting.Runs;
using Kaizen.PluginHost;
using Kaizen.Store;

namespace Kaizen.Hosting.Plugins;

/// <summary>Writes <c>plugins.lock</c>: a person says that the plugins of a workspace are as they should be.</summary>
public static class PluginLocking
{
    /// <summary>Locks every plugin outside the install folder as it is now. No code of a plugin is run.</summary>
    /// <param name="workspace">Absolute path of the workspace.</param>
    public static LockingResult Lock(string workspace)
    {
        var faults = new DiagnosticBag();
        var before = PluginLock.Read(workspace);
        // What a newer program wrote may hold more than can be written here.
        if (before.Fault is { } newer && newer.Code == Catalogue.PluginLockNewer.Code) return new LockingResult(false, [], [newer]) { Failed = true };
        var found = PluginFolders.Of(workspace);
        faults.AddRange(found.Where(f => f.Origin != PluginOrigin.Install).SelectMany(f => f.Faults));
        var now = new Dictionary<string, LockedPlugin>(StringComparer.Ordinal);
        foreach (var plugin in found.OrderBy(f => f.Manifest is null).DistinctBy(f => f.Id, StringComparer.Ordinal).Where(f => f.Origin != PluginOrigin.Install))
        {
            var reason = "";
            var locked = plugin.Manifest is null ? null : PluginLock.Look(plugin.Manifest, out reason);
            if (locked is null && plugin.Manifest is not null) faults.Add(Catalogue.PluginBlocked.Hinting("mend its folder, then run 'kaizen plugin lock' again", null, plugin.Id, reason));
            // What was vouched for stays where its folder is broken: once mended, it is held against that.
            if ((locked ?? before.Plugins.GetValueOrDefault(plugin.Id)) is { } vouched) now[plugin.Id] = vouched;
        }

        var steps = before.Plugins.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
            .Select(id => new LockStep(id, before.Plugins.GetValueOrDefault(id), now.GetValueOrDefault(id))).ToList();
        var written = false;
        var path = Path.Combine(workspace, PluginLock.FileName);
        try
        {
            if (now.Count > 0 || File.Exists(path)) written = AtomicFile.Write(path, PluginLock.ToBytes(now));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(Writing.Failed(workspace, PluginLock.FileName, fault));
            return new LockingResult(false, steps, faults.All) { Failed = true };
        }

        return new LockingResult(written, steps, Excerpts.Add(faults.All, workspace)) { Replaced = written ? before.Fault : null };
    }
}

/// <summary>What became of the lock.</summary>
/// <param name="Written">Whether the file was written; false where it held the same already.</param>
/// <param name="Steps">Each plugin that is or was locked.</param>
/// <param name="Diagnostics">What could not be locked, and why.</param>
public sealed record LockingResult(bool Written, IReadOnlyList<LockStep> Steps, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether the file could not be written.</summary>
    public bool Failed { get; init; }

    /// <summary>What was wrong with the file that was written anew, or null.</summary>
    public Diagnostic? Replaced { get; init; }
}

/// <summary>A plugin in the lock, before and after.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Before">As it was locked, or null.</param>
/// <param name="Now">As it is locked, or null.</param>
public sealed record LockStep(string Id, LockedPlugin? Before, LockedPlugin? Now)
{
    /// <summary>Its files that are not what they were.</summary>
    public IReadOnlyList<LockChange> Changes => Before is null || Now is null ? [] : LockChange.Between(Before, Now);

    /// <summary>What became of it, in one word.</summary>
    public string Word => Before is null ? "added" : Now is null ? "removed" : Changes.Count > 0 || Before.Version != Now.Version ? "changed" : "unchanged";
}
