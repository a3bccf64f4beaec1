using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>Text that goes to the page as it stands.</summary>
internal sealed class ScriptRawStatement(SourceSpan span, string text, int start, int length) : ScriptStatement(span)
{
    public override bool CanOutput => false;

    internal override object? EvaluateIn(TemplateContext context)
    {
        context.Write(text, start, length);
        return null;
    }
}

/// <summary>
/// The border of a code block. What is written from its entry on is indented like the entry, bodies that open in it
/// included, until the list of statements in which the entry stands meets the exit.
/// </summary>
internal sealed class ScriptBorderStatement(SourceSpan span, bool isEntry, string? indent) : ScriptStatement(span)
{
    public override bool CanOutput => false;

    public void Apply(TemplateContext context, string? outerIndent)
    {
        context.CurrentIndent = !isEntry ? outerIndent : context.AutoIndent ? indent : null;
    }

    internal override object? EvaluateIn(TemplateContext context) => null;
}

/// <summary>An expression whose value goes to the page.</summary>
internal sealed class ScriptExpressionStatement(ScriptExpression expression) : ScriptStatement(expression.Span)
{
    public ScriptExpression Expression => expression;

    internal override object? EvaluateIn(TemplateContext context)
    {
        var value = context.Evaluate(expression);

        // `$$` is the block given to a wrapping function: it runs where it is named.
        return value is ScriptBlockStatement block ? context.Evaluate(block) : value;
    }
}
