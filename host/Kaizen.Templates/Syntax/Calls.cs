using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>An argument of a call; a name where one was written.</summary>
internal sealed record ScriptArgument(string? Name, ScriptExpression Value);

internal sealed class ScriptFunctionCall(
    SourceSpan span, ScriptExpression target, ScriptArgument[] arguments, bool isExplicit) : ScriptExpression(span)
{
    public ScriptExpression Target => target;

    public ScriptArgument[] Arguments => arguments;

    /// <summary>Written with parentheses: <c>f(1, 2)</c>.</summary>
    public bool IsExplicit => isExplicit;

    internal override object? EvaluateIn(TemplateContext context) => Call(context, [], null);

    public object? Call(TemplateContext context, object?[] piped, ScriptBlockStatement? block)
    {
        var callee = target.EvaluateAliased(context);
        return callee is IScriptCustomFunction function
            ? FunctionCall.Invoke(context, this, function, piped, arguments, block)
            : FunctionCall.Missing(context, target, callee);
    }
}

internal sealed class ScriptPipe(SourceSpan span, ScriptExpression from, ScriptExpression to) : ScriptExpression(span)
{
    internal override object? EvaluateIn(TemplateContext context)
    {
        var value = context.Evaluate(from);
        object?[] piped = from is ScriptUnary { Operator: UnaryOperator.Expand }
            ? context.ToList(from.Span, value).Cast<object?>().ToArray()
            : [value];

        if (to is ScriptFunctionCall call)
            return call.Call(context, piped, null);
        var callee = to.EvaluateAliased(context);
        return callee is IScriptCustomFunction function
            ? FunctionCall.Invoke(context, to, function, piped, [], null)
            : FunctionCall.Missing(context, to, callee);
    }
}
