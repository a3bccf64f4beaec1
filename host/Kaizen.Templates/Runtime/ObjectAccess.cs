using System.Collections;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>How members and items of values are read and written.</summary>
internal static class ObjectAccess
{
    public static object? GetMember(TemplateContext context, SourceSpan span, object owner, string name)
    {
        if (TryGetMember(context, span, owner, name, out var value))
            return value;
        if (name == "empty?")
            return context.IsEmpty(span, owner);
        if (context.EnableRelaxedMemberAccess)
            return null;
        throw new ScriptRuntimeException(span, $"There is no member `{name}` on `{context.GetTypeName(owner)}`.");
    }

    public static bool TryGetMember(TemplateContext context, SourceSpan span, object owner, string name, out object? value)
    {
        switch (owner)
        {
            case IScriptObject script:
                return script.TryGetValue(context, span, name, out value);
            case string text:
                value = name == "size" ? text.Length : null;
                return name == "size";
            case IDictionary<string, object?> dictionary:
                return dictionary.TryGetValue(name, out value);
            case IDictionary dictionary:
                value = KeyFor(dictionary, name) is { } key ? dictionary[key] : null;
                return value is not null || dictionary.Contains(name);
            case IList list:
                value = name == "size" ? list.Count : null;
                return name == "size";
            case ScriptRange range when name == "size":
                value = context.ToList(span, range).Count;
                return true;
            case bool or int or long or double or float or decimal or IScriptCustomFunction:
                value = null;
                return false;
            default:
                return Guarded(context, span, owner, name, out value);
        }
    }

    public static bool HasMember(TemplateContext context, SourceSpan span, object owner, string name) =>
        owner is IScriptObject script ? script.Contains(name) : TryGetMember(context, span, owner, name, out _);

    public static void SetMember(TemplateContext context, SourceSpan span, object owner, string name, object? value)
    {
        switch (owner)
        {
            case IScriptObject script when script.TrySetValue(context, span, name, value, readOnly: false):
                return;
            case IDictionary<string, object?> { IsReadOnly: false } dictionary:
                dictionary[name] = value;
                return;
            default:
                throw new ScriptRuntimeException(
                    span, $"The member `{name}` of `{context.GetTypeName(owner)}` cannot be set: it is read-only.");
        }
    }

    public static object? GetItem(TemplateContext context, SourceSpan span, object owner, object? key)
    {
        if (key is null)
        {
            return context.EnableNullIndexer
                ? null
                : throw new ScriptRuntimeException(span, "The index is null.");
        }

        if (owner is IDictionary dictionary && owner is not IScriptObject && KeyFor(dictionary, key) is { } found)
            return dictionary[found];
        if (key is string name)
            return GetMember(context, span, owner, name);

        switch (owner)
        {
            case string text:
                return Character(context, span, text, key);
            case IList list:
                return At(context, span, list.Count, key) is { } index ? list[index] : null;
            case ScriptRange range:
                var items = context.ToList(span, range);
                return At(context, span, items.Count, key) is { } place ? items[place] : null;
            default:
                return GetMember(context, span, owner, context.ObjectToString(key) ?? "");
        }
    }

    public static void SetItem(TemplateContext context, SourceSpan span, object owner, object? key, object? value)
    {
        if (key is null)
            throw new ScriptRuntimeException(span, "The index is null.");
        if (key is not string && owner is ScriptArray array)
            array[context.ToInt(span, key)] = value;
        else
            SetMember(context, span, owner, context.ObjectToString(key) ?? "", value);
    }

    /// <summary>The names under which a value offers members.</summary>
    public static IEnumerable<string> MembersOf(TemplateContext context, object owner) => owner switch
    {
        IScriptObject script => script.GetMembers(),
        IDictionary dictionary => dictionary.Keys.Cast<object>().Select(k => context.ObjectToString(k) ?? ""),
        IDictionary<string, object?> dictionary => dictionary.Keys,
        string => ["size"],
        _ => TypeAccessor.For(owner.GetType(), context.MemberRenamer, context.MemberFilter).Names,
    };

    private static string Character(TemplateContext context, SourceSpan span, string text, object key)
    {
        var index = context.ToInt(span, key);
        var at = index < 0 ? index + text.Length : index;
        return at >= 0 && at < text.Length
            ? text[at].ToString()
            : throw new ScriptRuntimeException(span, $"The index {index} lies outside the {text.Length} characters.");
    }

    private static int? At(TemplateContext context, SourceSpan span, int count, object key)
    {
        var index = context.ToInt(span, key);
        if (index < 0)
            index += count;
        if (index >= 0 && index < count)
            return index;
        return context.EnableRelaxedIndexerAccess
            ? null
            : throw new ScriptRuntimeException(span, $"The index {context.ToInt(span, key)} lies outside the {count} items.");
    }

    /// <summary>The key as the dictionary's own type of key; enum keys are met by their names.</summary>
    private static object? KeyFor(IDictionary dictionary, object key)
    {
        var type = dictionary.GetType();
        var keyType = type.IsGenericType ? type.GetGenericArguments()[0] : typeof(object);
        if (keyType.IsInstanceOfType(key))
            return dictionary.Contains(key) ? key : null;
        foreach (var candidate in dictionary.Keys)
        {
            if (string.Equals(candidate.ToString(), key.ToString(), StringComparison.Ordinal))
                return candidate;
        }

        return null;
    }

    private static bool Guarded(TemplateContext context, SourceSpan span, object owner, string name, out object? value)
    {
        try
        {
            return TypeAccessor.For(owner.GetType(), context.MemberRenamer, context.MemberFilter).TryGet(owner, name, out value);
        }
        catch (Exception fault) when (fault is not ScriptRuntimeException)
        {
            throw new ScriptRuntimeException(span, $"The member `{name}` failed: {fault.Message}", fault);
        }
    }
}
