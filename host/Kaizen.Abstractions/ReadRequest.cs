namespace Kaizen.Abstractions;

/// <summary>What a run wants to read from a source. Columns that are not named here need not be parsed.</summary>
/// <param name="Columns">The columns, in the order of the reader's ordinals. Never empty.</param>
/// <param name="Refusals">Where values that cannot be read are reported.</param>
public sealed record ReadRequest(IReadOnlyList<ColumnRequest> Columns, Refusals Refusals);
