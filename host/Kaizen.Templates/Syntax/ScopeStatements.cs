using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

internal sealed class ScriptCaptureStatement(SourceSpan span, ScriptPath target, ScriptBlockStatement body)
    : ScriptStatement(span)
{
    internal override object? EvaluateIn(TemplateContext context)
    {
        object? result;
        string text;
        context.PushOutput();
        try
        {
            result = context.Evaluate(body);
        }
        finally
        {
            text = context.PopOutput().ToString() ?? "";
        }

        target.Write(context, text);
        return result;
    }
}

internal sealed class ScriptWithStatement(SourceSpan span, ScriptExpression target, ScriptBlockStatement body)
    : ScriptStatement(span)
{
    internal override object? EvaluateIn(TemplateContext context)
    {
        var value = context.Evaluate(target);
        if (value is not IScriptObject scope)
        {
            throw new ScriptRuntimeException(
                target.Span, $"`with` needs a script object and got `{context.GetTypeName(value)}`.");
        }

        context.PushGlobal(scope);
        try
        {
            return context.Evaluate(body);
        }
        finally
        {
            context.PopGlobal();
        }
    }
}

internal sealed class ScriptImportStatement(SourceSpan span, ScriptExpression target) : ScriptStatement(span)
{
    public override bool CanOutput => false;

    internal override object? EvaluateIn(TemplateContext context)
    {
        var value = context.Evaluate(target);
        if (value is null)
            return null;
        if (value is not IScriptObject source || context.CurrentGlobal is not { } destination)
        {
            throw new ScriptRuntimeException(
                target.Span, $"`import` needs a script object and got `{context.GetTypeName(value)}`.");
        }

        foreach (var member in source.GetMembers().ToList())
        {
            if (source.TryGetValue(context, Span, member, out var found))
                destination.TrySetValue(context, Span, member, found, readOnly: false);
        }

        return null;
    }
}

internal sealed class ScriptReadOnlyStatement(SourceSpan span, ScriptPath variable, string name) : ScriptStatement(span)
{
    public override bool CanOutput => false;

    internal override object? EvaluateIn(TemplateContext context)
    {
        var owner = variable is ScriptLocalVariable ? context.Locals.Variables : context.CurrentGlobal;
        if (owner?.Contains(name) == true)
            owner.SetReadOnly(name, true);
        return null;
    }
}
