using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A fault while a template runs, with the place in the template.</summary>
public class ScriptRuntimeException : Exception
{
    public ScriptRuntimeException(SourceSpan span, string message)
        : base(message) => Span = span;

    public ScriptRuntimeException(SourceSpan span, string message, Exception? innerException)
        : base(message, innerException) => Span = span;

    public SourceSpan Span { get; }

    /// <summary>The message led by the place.</summary>
    public override string Message => $"{Span.ToStringSimple()} : error : {OriginalMessage}";

    /// <summary>The message alone.</summary>
    public string OriginalMessage => base.Message;

    public override string ToString() => Message;
}

/// <summary>The rendering was cancelled.</summary>
public class ScriptAbortException : ScriptRuntimeException
{
    public ScriptAbortException(SourceSpan span, CancellationToken cancellationToken)
        : base(span, "The rendering was cancelled.") => CancellationToken = cancellationToken;

    public CancellationToken CancellationToken { get; }
}

/// <summary>An included template has faults of syntax.</summary>
public class ScriptParserRuntimeException : ScriptRuntimeException
{
    public ScriptParserRuntimeException(SourceSpan span, string message, LogMessageBag parserMessages)
        : base(span, message) => ParserMessages = parserMessages;

    public LogMessageBag ParserMessages { get; }

    public override string Message => base.Message + Environment.NewLine + ParserMessages;
}
