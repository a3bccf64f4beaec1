namespace Kaizen.Core.Plugins;

/// <summary>What a plugin's <c>plugin.yaml</c> says.</summary>
/// <param name="Id">Lower-case name, such as <c>csv</c>.</param>
/// <param name="Version">Its own version.</param>
/// <param name="ContractMin">Lowest version of the contract it can be used with.</param>
/// <param name="ContractMax">Highest version of the contract it can be used with.</param>
/// <param name="Assembly">File name of its assembly.</param>
/// <param name="Folder">Absolute path of the folder that holds it.</param>
public sealed record PluginManifest(string Id, string Version, int ContractMin, int ContractMax, string Assembly, string Folder)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "plugin.yaml";

    /// <summary>SHA-256 of the bytes that it was read from, in small letters; empty where it was read from none.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>What it says that it reaches for.</summary>
    public PluginCapabilities Capabilities { get; init; } = PluginCapabilities.None;
}
