using System.Reflection;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>
/// A .NET method as a function of the language. Leading parameters of type <see cref="TemplateContext"/> and
/// <see cref="SourceSpan"/> are filled in; a last parameter of type <c>object[]</c> takes the rest.
/// </summary>
public class DelegateCustomFunction : IScriptCustomFunction
{
    private readonly MethodInvoker _invoker;
    private readonly ParameterInfo[] _parameters;
    private readonly bool _takesContext;
    private readonly bool _takesSpan;

    public DelegateCustomFunction(Delegate del)
        : this(del?.Target, (del ?? throw new ArgumentNullException(nameof(del))).Method)
    {
    }

    public DelegateCustomFunction(object? target, MethodInfo method)
    {
        ArgumentNullException.ThrowIfNull(method);
        Target = target;
        Method = method;
        _invoker = MethodInvoker.Create(method);

        // A static method that a delegate closes over has its target as first parameter.
        var parameters = method.GetParameters().AsSpan();
        IsClosedStatic = method.IsStatic && target is not null;
        if (IsClosedStatic)
            parameters = parameters[1..];
        _takesContext = parameters.Length > 0 && parameters[0].ParameterType == typeof(TemplateContext);
        if (_takesContext)
            parameters = parameters[1..];
        _takesSpan = parameters.Length > 0 && parameters[0].ParameterType == typeof(SourceSpan);
        if (_takesSpan)
            parameters = parameters[1..];

        _parameters = parameters.ToArray();
        var takesRest = _parameters.Length > 0 && _parameters[^1].ParameterType == typeof(object[]);
        VarParamKind = takesRest ? ScriptVarParamKind.LastParameter : ScriptVarParamKind.None;
        RequiredParameterCount = _parameters.Count(p => !p.HasDefaultValue) - (takesRest ? 1 : 0);
    }

    public object? Target { get; }

    public MethodInfo Method { get; }

    public int RequiredParameterCount { get; }

    public int ParameterCount => _parameters.Length;

    public ScriptVarParamKind VarParamKind { get; }

    public Type ReturnType => Method.ReturnType;

    private bool IsClosedStatic { get; }

    public ScriptParameterInfo GetParameterInfo(int index)
    {
        var parameter = _parameters[index];
        return parameter.HasDefaultValue
            ? new ScriptParameterInfo(parameter.ParameterType, parameter.Name ?? "", parameter.DefaultValue)
            : new ScriptParameterInfo(parameter.ParameterType, parameter.Name ?? "");
    }

    public virtual object? Invoke(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(arguments);
        var span = callerContext?.Span ?? context.CurrentSpan;
        var values = new List<object?>(_parameters.Length + 3);
        if (IsClosedStatic)
            values.Add(Target);
        if (_takesContext)
            values.Add(context);
        if (_takesSpan)
            values.Add(span);
        for (var i = 0; i < _parameters.Length; i++)
        {
            var isRest = i == _parameters.Length - 1 && VarParamKind == ScriptVarParamKind.LastParameter;
            values.Add(isRest
                ? ((ScriptArray)arguments[i]!).ToArray()
                : context.ToObject(span, arguments[i], _parameters[i].ParameterType));
        }

        return _invoker.Invoke(Method.IsStatic ? null : Target, values.ToArray().AsSpan());
    }

    public ValueTask<object?> InvokeAsync(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));
}
