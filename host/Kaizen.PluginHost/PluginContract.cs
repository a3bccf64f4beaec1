namespace Kaizen.PluginHost;

/// <summary>The version of the contract that this host offers; it rises when <c>Kaizen.Abstractions</c> breaks a plugin.</summary>
public static class PluginContract
{
    /// <summary>The one version.</summary>
    public const int Version = 1;
}
