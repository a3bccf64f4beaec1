namespace Kaizen.Testing;

/// <summary>Options with faults, and where they are.</summary>
/// <param name="Options">The options.</param>
/// <param name="Faulted">The names in YAML of all options that are at fault, each once.</param>
/// <typeparam name="TOptions">The options class.</typeparam>
public sealed record FaultyOptions<TOptions>(TOptions Options, params IReadOnlyList<string> Faulted);
