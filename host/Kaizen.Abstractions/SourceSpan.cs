namespace Kaizen.Abstractions;

/// <summary>A stretch of one line in a file that a person wrote.</summary>
/// <param name="File">Path relative to the workspace, with forward slashes.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in UTF-16 units, from 1.</param>
/// <param name="Length">Length in UTF-16 units on that line, at least 1.</param>
public readonly record struct SourceSpan(string File, int Line, int Column, int Length = 1)
{
    /// <summary><c>file:line:column</c>, as editors and terminals understand it.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
