using System.Reflection;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>The name a template uses for a member of a .NET type.</summary>
public delegate string MemberRenamerDelegate(MemberInfo member);

/// <summary>Whether a template may see a member of a .NET type.</summary>
public delegate bool MemberFilterDelegate(MemberInfo member);

/// <summary>An object whose members a template reads and, where allowed, writes.</summary>
public interface IScriptObject
{
    int Count { get; }

    bool IsReadOnly { get; set; }

    IEnumerable<string> GetMembers();

    bool Contains(string member);

    bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object? value);

    bool CanWrite(string member);

    bool TrySetValue(TemplateContext context, SourceSpan span, string member, object? value, bool readOnly);

    bool Remove(string member);

    void SetReadOnly(string member, bool readOnly);

    IScriptObject Clone(bool deep);
}

/// <summary>Finds the templates that <c>include</c> names.</summary>
public interface ITemplateLoader
{
    string? GetPath(TemplateContext context, SourceSpan callerSpan, string templateName);

    string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath);

    ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath);
}

/// <summary>Where rendered text goes.</summary>
public interface IScriptOutput
{
    void Write(string text, int offset, int count);

    ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken);
}

/// <summary>How a function takes arguments beyond its parameters.</summary>
public enum ScriptVarParamKind
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>It takes the arguments as they come.</summary>
    Direct,

    /// <summary>Its last parameter is the list of the rest.</summary>
    LastParameter,
}

/// <summary>The parameters of a function.</summary>
public interface IScriptFunctionInfo
{
    int RequiredParameterCount { get; }

    int ParameterCount { get; }

    ScriptVarParamKind VarParamKind { get; }

    Type ReturnType { get; }

    ScriptParameterInfo GetParameterInfo(int index);
}

/// <summary>A function that a template can call.</summary>
public interface IScriptCustomFunction : IScriptFunctionInfo
{
    object? Invoke(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement);

    ValueTask<object?> InvokeAsync(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement);
}

/// <summary>One parameter of a function.</summary>
public readonly struct ScriptParameterInfo
{
    public readonly Type ParameterType;
    public readonly string Name;
    public readonly bool HasDefaultValue;
    public readonly object? DefaultValue;

    public ScriptParameterInfo(Type parameterType, string name)
    {
        ParameterType = parameterType;
        Name = name;
    }

    public ScriptParameterInfo(Type parameterType, string name, object? defaultValue)
    {
        ParameterType = parameterType;
        Name = name;
        HasDefaultValue = true;
        DefaultValue = defaultValue;
    }
}

/// <summary>A member that an import leaves out.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Method)]
public sealed class ScriptMemberIgnoreAttribute : Attribute;

/// <summary>What the statement just run asks of those around it.</summary>
internal enum FlowState
{
    None,
    Break,
    Continue,
    Return,
}
