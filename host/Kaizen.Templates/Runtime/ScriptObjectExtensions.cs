using System.Collections;
using System.Reflection;
using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>Ways to fill a script object.</summary>
public static class ScriptObjectExtensions
{
    /// <summary>
    /// Copies the members of <paramref name="obj"/>: the entries of a dictionary, the properties and fields of
    /// an object, or, for a <see cref="Type"/>, its static methods as functions.
    /// </summary>
    public static void Import(
        this IScriptObject script, object? obj, MemberFilterDelegate? filter = null, MemberRenamerDelegate? renamer = null)
    {
        ArgumentNullException.ThrowIfNull(script);
        switch (obj)
        {
            case null:
                return;
            case IScriptObject other:
                script.Import(other);
                return;
            case IDictionary dictionary:
                foreach (DictionaryEntry entry in dictionary)
                    script.SetValue(entry.Key.ToString() ?? "", entry.Value, readOnly: false);
                return;
            case IDictionary<string, object?> dictionary:
                foreach (var (key, value) in dictionary)
                    script.SetValue(key, value, readOnly: false);
                return;
            case Type type:
                ImportFunctions(script, type, filter, renamer ?? StandardMemberRenamer.Default);
                return;
            default:
                foreach (var (name, getter) in TypeAccessor.For(obj.GetType(), renamer, filter).Getters)
                    script.SetValue(name, getter(obj), readOnly: false);
                return;
        }
    }

    public static void Import(this IScriptObject @this, IScriptObject other)
    {
        ArgumentNullException.ThrowIfNull(@this);
        ArgumentNullException.ThrowIfNull(other);
        var context = new TemplateContext(new ScriptObject());
        foreach (var member in other.GetMembers())
        {
            if (other.TryGetValue(context, default, member, out var value))
                @this.SetValue(member, value, readOnly: false);
        }
    }

    public static void Import(this IScriptObject script, string member, Delegate function)
    {
        ArgumentNullException.ThrowIfNull(script);
        script.SetValue(member, new DelegateCustomFunction(function), readOnly: false);
    }

    public static void SetValue(this IScriptObject @this, string member, object? value, bool readOnly)
    {
        ArgumentNullException.ThrowIfNull(@this);
        if (@this is ScriptObject script)
            script.SetValue(member, value, readOnly);
        else if (!@this.TrySetValue(new TemplateContext(new ScriptObject()), default(SourceSpan), member, value, readOnly))
            throw new InvalidOperationException($"The member `{member}` is read-only.");
    }

    private static void ImportFunctions(
        IScriptObject script, Type type, MemberFilterDelegate? filter, MemberRenamerDelegate renamer)
    {
        foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            if (method.IsSpecialName || method.IsGenericMethodDefinition
                || method.GetCustomAttribute<ScriptMemberIgnoreAttribute>() is not null || filter?.Invoke(method) == false)
            {
                continue;
            }

            script.SetValue(renamer(method), new DelegateCustomFunction(null, method), readOnly: false);
        }
    }
}
