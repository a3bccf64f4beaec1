using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>Adds to a fault of an included template where the template was included.</summary>
internal static class IncludeTrail
{
    /// <summary>A template that includes itself would make a page of these.</summary>
    private const int LengthLimit = 8;

    private const string Mark = "\n  included from ";

    public static ScriptRuntimeException Extend(ScriptRuntimeException fault, SourceSpan includer)
    {
        if (fault is ScriptParserRuntimeException)
            return fault;
        var message = fault.OriginalMessage;
        if (message.Split(Mark).Length > LengthLimit)
            return fault;
        return new ScriptRuntimeException(fault.Span, message + Mark + includer.ToStringSimple(), fault.InnerException);
    }
}
