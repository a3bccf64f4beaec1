using Kaizen.Abstractions;

namespace Kaizen.Core.Cycles;

/// <summary>A name or text that a person wrote, and where, for faults that show only later.</summary>
/// <param name="Text">What was written.</param>
/// <param name="At">Where.</param>
public sealed record Written(string Text, SourceSpan At);
