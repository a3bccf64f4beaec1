using System.Collections;
using System.Globalization;
using System.Numerics;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The built-in object <c>object</c>.</summary>
internal static class ObjectFunctions
{
    public static ScriptObject Create() => new()
    {
        ["default"] = BuiltinFunction.Of("value default", static c => c[0] is null or "" ? c[1] : c[0]),
        ["eval"] = BuiltinFunction.Of("value", static c => Evaluate(c, ScriptMode.ScriptOnly)),
        ["eval_template"] = BuiltinFunction.Of("value", static c => Evaluate(c, ScriptMode.Default)),
        ["format"] = BuiltinFunction.Of("value format culture?", FormatValue),
        ["has_key"] = BuiltinFunction.Of("value key", static c =>
            Dictionary(c) is { } owner && c.Text(1) is { } key && ObjectAccess.HasMember(c.Context, c.Span, owner, key)),
        ["has_value"] = BuiltinFunction.Of("value key", static c =>
            Dictionary(c) is { } owner && c.Text(1) is { } key
            && ObjectAccess.TryGetMember(c.Context, c.Span, owner, key, out var value) && value is not null),
        ["keys"] = BuiltinFunction.Of("value", static c => c[0] is { } owner
            ? new ScriptArray(ObjectAccess.MembersOf(c.Context, owner))
            : []),
        ["values"] = BuiltinFunction.Of("value", Values),
        ["size"] = BuiltinFunction.Of("value", Size),
        ["typeof"] = BuiltinFunction.Of("value", static c => TypeOf(c[0])),
        ["kind"] = BuiltinFunction.Of("value", static c => KindOf(c[0])),
        ["from_json"] = BuiltinFunction.Of("json", JsonConversion.Read),
        ["to_json"] = BuiltinFunction.Of("value", JsonConversion.Write),
    };

    public static string? KindOf(object? value) => value switch
    {
        null => null,
        string => "string",
        bool => "bool",
        char => "Char",
        byte => "byte",
        sbyte => "sbyte",
        ushort => "ushort",
        short => "short",
        uint => "uint",
        int => "int",
        ulong => "ulong",
        long => "long",
        float => "float",
        double => "double",
        decimal => "decimal",
        BigInteger => "bigint",
        Enum => "enum",
        ScriptRange => "range",
        IScriptCustomFunction => "function",
        IList => "array",
        _ => "object",
    };

    /// <summary>Formats in the manner of .NET; a named culture is looked up only where one is named.</summary>
    public static object? FormatValue(Call call)
    {
        if (call[0] is not IFormattable value)
            return call.Text(0);
        try
        {
            var culture = call.Text(2) is { Length: > 0 } name ? CultureInfo.GetCultureInfo(name) : call.Context.CurrentCulture;
            var text = value.ToString(call.Text(1), culture);
            call.Context.CheckTextLength(call.Span, text.Length);
            return text;
        }
        catch (Exception fault) when (fault is FormatException or CultureNotFoundException)
        {
            throw call.Fault(fault.Message);
        }
    }

    private static object? Dictionary(Call call) => call[0] is null or IDictionary<string, object?>
        ? call[0]
        : throw call.Fault($"An object is needed and `{call.Context.GetTypeName(call[0])}` was given.");

    private static string? TypeOf(object? value) => value switch
    {
        null => null,
        string => "string",
        bool => "boolean",
        _ when Numbers.IsNumber(value) => "number",
        ScriptRange => "iterator",
        IList => "array",
        ScriptObject or IScriptCustomFunction or IDictionary => "object",
        IEnumerable => "iterator",
        _ => "object",
    };

    private static object? Evaluate(Call call, ScriptMode mode)
    {
        if (call[0] is IScriptCustomFunction function)
            return call.Invoke(function);
        if (call[0] is not string text)
            return call[0];

        var template = Template.Parse(text, lexerOptions: new LexerOptions { Mode = mode });
        if (template.HasErrors)
            throw call.Fault($"The text to evaluate has faults:\n{template.Messages}");
        var context = call.Context;
        if (mode == ScriptMode.Default)
            return context.RenderTemplate(template, new ScriptArray(), call.Caller);
        context.EnterRecursive(call.Caller);
        try
        {
            return template.Evaluate(context);
        }
        finally
        {
            context.ExitRecursive(call.Caller);
        }
    }

    private static object? Values(Call call)
    {
        var result = new ScriptArray();
        if (call[0] is not { } owner)
            return result;
        foreach (var name in ObjectAccess.MembersOf(call.Context, owner))
        {
            ObjectAccess.TryGetMember(call.Context, call.Span, owner, name, out var value);
            result.Add(value);
        }

        return result;
    }

    private static object? Size(Call call) => call[0] switch
    {
        string text => text.Length,
        ICollection list => list.Count,
        IScriptObject script => script.Count,
        ScriptRange range => call.Context.ToList(call.Span, range).Count,
        _ => 0,
    };
}
