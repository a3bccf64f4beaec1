namespace Kaizen.Abstractions;

/// <summary>One fault or remark about what a person wrote or a source delivered: what, where, and the way out.</summary>
/// <param name="Code">Stable code such as <c>KZ2003</c>; <c>kaizen why CODE</c> explains it.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">One sentence in plain words, ending with a full stop.</param>
public sealed record Diagnostic(string Code, Severity Severity, string Message)
{
    /// <summary>Where it is, or null where no place in a file can be named.</summary>
    public SourceSpan? Span { get; init; }

    /// <summary>The whole line at <see cref="Span"/> as the person wrote it, or null.</summary>
    public string? Excerpt { get; init; }

    /// <summary>The way out in a few words, shown under the excerpt, or null.</summary>
    public string? Hint { get; init; }

    /// <summary>Id of the cycle it belongs to, or null where it concerns the workspace.</summary>
    public string? Cycle { get; init; }

    /// <summary>Further lines, such as the first refused rows of a file.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
}
