namespace Kaizen.Abstractions;

/// <summary>
/// What an assembly in a plugin folder exports: exactly one public class with a public constructor
/// without parameters implements it. Creating it does no work and touches no file or network.
/// </summary>
public interface IPlugin
{
    /// <summary>Names the sources and metrics that it offers. It does no I/O.</summary>
    /// <param name="plugin">Receives them.</param>
    void Register(IPluginBuilder plugin);
}
