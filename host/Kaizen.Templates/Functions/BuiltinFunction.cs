using System.Collections;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>The arguments of one call of a built-in function, read as what the function needs.</summary>
internal readonly struct Call(TemplateContext context, ScriptNode? caller, ScriptArray arguments)
{
    public TemplateContext Context => context;

    public ScriptNode? Caller => caller;

    public SourceSpan Span => caller?.Span ?? context.CurrentSpan;

    public object? this[int index] => arguments[index];

    /// <summary>The text of an argument; null stays null.</summary>
    public string? Text(int index) => arguments[index] is { } value ? value as string ?? context.ObjectToString(value) : null;

    public int Int(int index) => context.ToInt(Span, arguments[index]);

    public double Double(int index) => Numbers.ToDouble(Numbers.Keep(context, Span, arguments[index]));

    public bool Flag(int index) => context.ToBool(Span, arguments[index]);

    public IList List(int index) => context.ToList(Span, arguments[index]);

    public object? Invoke(IScriptCustomFunction function, params object?[] values) =>
        FunctionCall.Invoke(context, caller, function, values);

    public IScriptCustomFunction Function(int index) => arguments[index] as IScriptCustomFunction
        ?? throw Fault($"A function is needed and `{context.GetTypeName(arguments[index])}` was given; hand one over with `@`.");

    public ScriptRuntimeException Fault(string message) => new(Span, message);
}

/// <summary>A built-in function: its parameters, and what it does.</summary>
internal sealed class BuiltinFunction : IScriptCustomFunction
{
    private readonly ScriptParameterInfo[] _parameters;
    private readonly Func<Call, object?> _body;

    private BuiltinFunction(string[] parameters, Func<Call, object?> body)
    {
        _body = body;
        _parameters = Array.ConvertAll(parameters, name => name[^1] == '?'
            ? new ScriptParameterInfo(typeof(object), name[..^1], null)
            : new ScriptParameterInfo(typeof(object), name.TrimEnd('.')));
        RequiredParameterCount = parameters.Count(name => name[^1] is not ('?' or '.'));
        VarParamKind = parameters.Length > 0 && parameters[^1][^1] == '.' ? ScriptVarParamKind.LastParameter : ScriptVarParamKind.None;
    }

    public int RequiredParameterCount { get; }

    public int ParameterCount => _parameters.Length;

    public ScriptVarParamKind VarParamKind { get; }

    public Type ReturnType => typeof(object);

    /// <summary>
    /// Parameters are named in one text: <c>"text length? rest."</c>, with a question mark what may be left out
    /// and with a dot what takes the rest.
    /// </summary>
    public static BuiltinFunction Of(string parameters, Func<Call, object?> body) =>
        new(parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries), body);

    public ScriptParameterInfo GetParameterInfo(int index) => _parameters[index];

    public object? Invoke(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        _body(new Call(context, callerContext, arguments));

    public ValueTask<object?> InvokeAsync(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));
}
