namespace Kaizen.Core.Plugins;

/// <summary>What a plugin says of itself in its <c>plugin.yaml</c>.</summary>
/// <param name="Id">Its name; a source type of it is used as <c>id</c> or <c>id/type</c>.</param>
/// <param name="Version">Its own version.</param>
/// <param name="ContractMin">Lowest version of the plugin contract with which it works.</param>
/// <param name="ContractMax">Highest version of the plugin contract with which it works.</param>
/// <param name="Assembly">Name of its assembly, a file in <paramref name="Folder"/>.</param>
/// <param name="Folder">Absolute path of its folder.</param>
public sealed record PluginManifest(string Id, string Version, int ContractMin, int ContractMax, string Assembly, string Folder);
