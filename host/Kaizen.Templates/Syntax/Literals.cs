using System.Text;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

internal sealed class ScriptLiteral(SourceSpan span, object? value) : ScriptExpression(span)
{
    internal override object? EvaluateIn(TemplateContext context) => value;
}

internal sealed class ScriptInterpolation(SourceSpan span, ScriptExpression[] parts) : ScriptExpression(span)
{
    internal override object? EvaluateIn(TemplateContext context)
    {
        var builder = new StringBuilder();
        foreach (var part in parts)
        {
            builder.Append(context.ObjectToString(context.Evaluate(part)));
            context.CheckTextLength(Span, builder.Length);
        }

        return builder.ToString();
    }
}

internal sealed class ScriptArrayInitializer(SourceSpan span, ScriptExpression[] items) : ScriptExpression(span)
{
    internal override object? EvaluateIn(TemplateContext context)
    {
        var array = new ScriptArray(items.Length);
        foreach (var item in items)
        {
            var value = context.Evaluate(item);
            if (item is ScriptUnary { Operator: UnaryOperator.Expand })
                array.AddRange(context.ToList(item.Span, value).Cast<object?>());
            else
                array.Add(value);
        }

        return array;
    }
}

internal sealed class ScriptObjectInitializer(SourceSpan span, (string Key, ScriptExpression Value)[] members)
    : ScriptExpression(span)
{
    internal override object? EvaluateIn(TemplateContext context)
    {
        var result = new ScriptObject(members.Length);
        foreach (var (key, value) in members)
            result[key] = context.Evaluate(value);
        return result;
    }
}

/// <summary><c>do ... end</c>: a function that has no name.</summary>
internal sealed class ScriptAnonymousFunction(SourceSpan span, FunctionDeclaration declaration) : ScriptExpression(span)
{
    internal override object? EvaluateIn(TemplateContext context) => new ScriptFunction(declaration, context);
}

internal sealed class ScriptParenthesis(SourceSpan span, ScriptExpression inner) : ScriptExpression(span)
{
    internal override object? EvaluateIn(TemplateContext context) => context.Evaluate(inner);

    public override object? EvaluateAliased(TemplateContext context) =>
        inner is ScriptPath or ScriptParenthesis ? inner.EvaluateAliased(context) : context.Evaluate(inner);
}
