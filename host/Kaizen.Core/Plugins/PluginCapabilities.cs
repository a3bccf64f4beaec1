namespace Kaizen.Core.Plugins;

/// <summary>
/// What a plugin reaches for, as its manifest says. Secrets are kept from it unless they are named here; the rest is for
/// people to read before they lock it, since code in a process cannot be kept from files and network.
/// </summary>
/// <param name="Hosts">Machines that it talks to.</param>
/// <param name="Folders">Folders that it reads or writes beside the files that its options name.</param>
/// <param name="Processes">Programs that it starts.</param>
/// <param name="Secrets">Names of secrets that may be handed to it.</param>
public sealed record PluginCapabilities(
    IReadOnlyList<string> Hosts, IReadOnlyList<string> Folders, IReadOnlyList<string> Processes, IReadOnlyList<string> Secrets)
{
    /// <summary>None at all.</summary>
    public static PluginCapabilities None { get; } = new([], [], [], []);

    /// <summary>The kinds that something is said of, each with its word in the manifest.</summary>
    public IEnumerable<(string Kind, IReadOnlyList<string> Names)> Said =>
        new (string Kind, IReadOnlyList<string> Names)[] { ("hosts", Hosts), ("folders", Folders), ("processes", Processes), ("secrets", Secrets) }.Where(s => s.Names.Count > 0);
}
