namespace Kaizen.Abstractions;

/// <summary>
/// What an assembly in a plugin folder exports: exactly one public class with a public constructor
/// without parameters implements it. Creating it does no work and touches no file or network.
/// </summary>
public interface IPlugin
{
    /// <summary>The kinds of source it offers; empty where it offers none.</summary>
    IReadOnlyList<ISourceType> Sources { get; }
}
