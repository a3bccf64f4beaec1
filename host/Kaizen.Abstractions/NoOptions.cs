namespace Kaizen.Abstractions;

/// <summary>The options of a source or metric that has none.</summary>
public sealed record NoOptions;
