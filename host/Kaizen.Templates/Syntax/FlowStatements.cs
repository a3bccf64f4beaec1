using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

internal sealed class ScriptJumpStatement(SourceSpan span, FlowState jump) : ScriptStatement(span)
{
    public override bool CanOutput => false;

    internal override object? EvaluateIn(TemplateContext context)
    {
        if (context.IsInLoop)
            context.FlowState = jump;
        else if (context.EnableBreakAndContinueAsReturnOutsideLoop)
            context.FlowState = FlowState.Return;
        else
            throw new ScriptRuntimeException(Span, $"`{(jump == FlowState.Break ? "break" : "continue")}` stands outside a loop.");
        return null;
    }
}

internal sealed class ScriptReturnStatement(SourceSpan span, ScriptExpression? value) : ScriptStatement(span)
{
    internal override object? EvaluateIn(TemplateContext context)
    {
        var result = value is null ? null : context.Evaluate(value);
        context.FlowState = FlowState.Return;
        return result;
    }
}

internal sealed class ScriptFunctionStatement(SourceSpan span, ScriptPath name, FunctionDeclaration declaration)
    : ScriptStatement(span)
{
    public override bool CanOutput => false;

    internal override object? EvaluateIn(TemplateContext context)
    {
        name.Write(context, new ScriptFunction(declaration, context));
        return null;
    }
}

/// <summary><c>wrap f args ... end</c>: calls the function and lends it the block.</summary>
internal sealed class ScriptWrapStatement(SourceSpan span, ScriptExpression target, ScriptBlockStatement body)
    : ScriptStatement(span)
{
    internal override object? EvaluateIn(TemplateContext context)
    {
        if (target is ScriptFunctionCall call)
            return call.Call(context, [], body);
        var callee = target.EvaluateAliased(context);
        return callee is IScriptCustomFunction function
            ? FunctionCall.Invoke(context, target, function, [], [], body)
            : FunctionCall.Missing(context, target, callee);
    }
}
