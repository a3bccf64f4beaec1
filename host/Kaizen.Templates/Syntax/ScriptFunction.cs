using Scriban.Runtime;

namespace Scriban.Syntax;

internal sealed record FunctionParameter(string Name, ScriptExpression? Default, bool TakesRest);

/// <summary>A function as it was written; <see cref="Parameters"/> is null for one that reads <c>$</c> alone.</summary>
internal sealed record FunctionDeclaration(string Name, FunctionParameter[]? Parameters, ScriptNode Body)
{
    public bool IsAnonymous { get; init; }
}

/// <summary>A function of a template, ready to be called.</summary>
internal sealed class ScriptFunction : IScriptCustomFunction
{
    private readonly FunctionDeclaration _declaration;
    private readonly ScriptParameterInfo[] _parameters;

    public ScriptFunction(FunctionDeclaration declaration, TemplateContext context)
    {
        _declaration = declaration;
        var parameters = declaration.Parameters ?? [];
        _parameters = Array.ConvertAll(parameters, p => p.Default is null
            ? new ScriptParameterInfo(typeof(object), p.Name)
            : new ScriptParameterInfo(typeof(object), p.Name, context.Evaluate(p.Default)));
        RequiredParameterCount = parameters.Count(p => p.Default is null && !p.TakesRest);
        VarParamKind = declaration.Parameters is null ? ScriptVarParamKind.Direct
            : parameters.Length > 0 && parameters[^1].TakesRest ? ScriptVarParamKind.LastParameter
            : ScriptVarParamKind.None;
    }

    public int RequiredParameterCount { get; }

    public int ParameterCount => _parameters.Length;

    public ScriptVarParamKind VarParamKind { get; }

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => _parameters[index];

    public object? Invoke(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(arguments);
        var takesParameters = _declaration.Parameters is not null;
        context.EnterRecursive(callerContext);
        context.PushLocals(arguments, blockStatement);

        // A function without a name is part of the function in which it stands and sees its variables.
        var visible = _declaration.IsAnonymous ? -1 : context.HideFunctionScopes();
        if (takesParameters)
            context.PushGlobal(BindParameters(arguments));
        try
        {
            return context.Evaluate(_declaration.Body);
        }
        finally
        {
            context.FlowState = FlowState.None;
            if (takesParameters)
                context.PopGlobal();
            if (visible >= 0)
                context.ShowFunctionScopes(visible);
            context.PopLocals();
            context.ExitRecursive(callerContext);
        }
    }

    public ValueTask<object?> InvokeAsync(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));

    public override string ToString() => $"func {_declaration.Name}";

    private TemplateContext.FunctionScope BindParameters(ScriptArray arguments)
    {
        var scope = new TemplateContext.FunctionScope(_parameters.Length);
        for (var i = 0; i < _parameters.Length; i++)
            scope[_parameters[i].Name] = arguments[i];
        return scope;
    }
}
