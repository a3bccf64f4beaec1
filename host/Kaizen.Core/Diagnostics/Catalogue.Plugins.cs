namespace Kaizen.Core.Diagnostics;

public static partial class Catalogue
{
    /// <summary>KZ3017</summary>
    public static readonly Message PluginBlocked = Error("KZ3017", "Plugin '{0}' is blocked: {1}.",
        "A plugin outside the install folder runs only as 'plugins.lock' in the workspace holds it, file by file; nothing of it was read. Look at what it does and where it comes from, then lock it with 'kaizen plugin lock'.",
        "look at what changed, then run 'kaizen plugin lock'");

    /// <summary>KZ3018</summary>
    public static readonly Message PluginLockDamaged = Error("KZ3018", "plugins.lock cannot be used: {0}.",
        "Until it can be read, every plugin outside the install folder is blocked; other sources are not affected. Restore the file from git, or look at the plugins and write it anew with 'kaizen plugin lock'.",
        "restore it from git, or write it anew with 'kaizen plugin lock'");

    /// <summary>KZ3019</summary>
    public static readonly Message PluginLockNewer = Error("KZ3019", "plugins.lock has version {0}, this Kaizen knows version {1}.",
        "A newer Kaizen wrote it. Until it can be read, every plugin outside the install folder is blocked; other sources are not affected.",
        "update Kaizen on this machine");

    /// <summary>KZ3020</summary>
    public static readonly Message PluginWithoutSample = Error("KZ3020", "Plugin '{0}' has no sample.yaml that could be printed.",
        "A plugin may carry a file sample.yaml in its folder: an entry of 'sources:' with its options explained, ready to be copied.",
        "look into the plugin's README, or ask its author for a sample.yaml");
}
