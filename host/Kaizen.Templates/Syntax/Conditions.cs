using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

internal sealed class ScriptIfStatement(
    SourceSpan span, ScriptExpression condition, ScriptBlockStatement then, ScriptNode? otherwise) : ScriptStatement(span)
{
    internal override object? EvaluateIn(TemplateContext context)
    {
        if (context.ToBool(condition.Span, context.Evaluate(condition)))
            return context.Evaluate(then);
        return otherwise is null ? null : context.Evaluate(otherwise);
    }
}

internal sealed record ScriptWhen(ScriptExpression[] Values, ScriptBlockStatement Body);

internal sealed class ScriptCaseStatement(
    SourceSpan span, ScriptExpression value, ScriptWhen[] cases, ScriptBlockStatement? otherwise) : ScriptStatement(span)
{
    internal override object? EvaluateIn(TemplateContext context)
    {
        var subject = context.Evaluate(value);
        foreach (var candidate in cases)
        {
            foreach (var expression in candidate.Values)
            {
                var match = context.Evaluate(expression);
                if (BinaryOperation.AreEqual(context, expression.Span, subject, match))
                    return context.Evaluate(candidate.Body);
            }
        }

        return otherwise is null ? null : context.Evaluate(otherwise);
    }
}
