namespace Kaizen.Abstractions;

/// <summary>A source cannot be used for a reason that a person can mend: a missing file, a wrong delimiter.</summary>
public sealed class SourceException : Exception
{
    /// <summary>Creates the exception with its message and way out.</summary>
    /// <param name="message">What is wrong, one sentence in plain words.</param>
    /// <param name="hint">The way out in a few words, or null.</param>
    /// <param name="inner">What caused it, or null.</param>
    public SourceException(string message, string? hint = null, Exception? inner = null)
        : base(message, inner) => Hint = hint;

    /// <summary>The way out in a few words, or null.</summary>
    public string? Hint { get; }
}
