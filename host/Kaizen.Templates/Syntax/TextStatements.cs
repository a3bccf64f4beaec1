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

/// <summary>The border of a code block: what the block writes is indented like the block itself.</summary>
internal sealed class ScriptIndentStatement(SourceSpan span, string? indent) : ScriptStatement(span)
{
    public override bool CanOutput => false;

    internal override object? EvaluateIn(TemplateContext context)
    {
        context.CurrentIndent = context.AutoIndent ? indent : null;
        return null;
    }
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
