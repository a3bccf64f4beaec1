using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>Statements in a row: a page, a body, the block handed to a wrapping function.</summary>
public sealed class ScriptBlockStatement : ScriptNode
{
    private readonly ScriptStatement[] _statements;

    internal ScriptBlockStatement(SourceSpan span, ScriptStatement[] statements)
        : base(span) => _statements = statements;

    internal override object? EvaluateIn(TemplateContext context)
    {
        var outerIndent = context.CurrentIndent;
        foreach (var statement in _statements)
        {
            if (statement is ScriptBorderStatement border)
            {
                border.Apply(context, outerIndent);
                continue;
            }

            var result = context.Evaluate(statement);
            if (context.FlowState != FlowState.None)
            {
                context.CurrentIndent = outerIndent;
                return result;
            }

            if (result is not null && statement.CanOutput && context.EnableOutput)
                context.Write(statement.Span, result);
        }

        context.CurrentIndent = outerIndent;
        return null;
    }
}

/// <summary>A whole template.</summary>
public sealed class ScriptPage : ScriptNode
{
    private readonly ScriptBlockStatement _body;
    private readonly ScriptExpression? _singleExpression;

    internal ScriptPage(ScriptBlockStatement body, ScriptExpression? singleExpression)
        : base(body.Span)
    {
        _body = body;
        _singleExpression = singleExpression;
    }

    internal override object? EvaluateIn(TemplateContext context)
    {
        try
        {
            return context.Evaluate(_body);
        }
        finally
        {
            context.FlowState = FlowState.None;
        }
    }

    /// <summary>The value of a script: that of its last statement where it is an expression.</summary>
    internal object? EvaluateScript(TemplateContext context) =>
        _singleExpression is null ? context.Evaluate(this) : context.Evaluate(_singleExpression);
}
