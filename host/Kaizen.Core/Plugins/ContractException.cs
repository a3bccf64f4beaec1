namespace Kaizen.Core.Plugins;

/// <summary>A plugin gave something else than the contract says: a column that nobody asked for, a value that is none.</summary>
/// <param name="message">What it gave, in words without a full stop.</param>
public sealed class ContractException(string message) : Exception(message);
