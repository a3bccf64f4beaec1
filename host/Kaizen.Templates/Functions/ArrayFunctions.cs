using System.Collections;
using System.Text;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The built-in object <c>array</c>.</summary>
internal static class ArrayFunctions
{
    public static ScriptObject Create() => new()
    {
        ["add"] = BuiltinFunction.Of("list value", static c => new ScriptArray(c.List(0)) { c[1] }),
        ["add_range"] = BuiltinFunction.Of("list1 list2", Concat),
        ["compact"] = BuiltinFunction.Of("list", static c => Ranged(c, static items => items.Where(i => i is not null))),
        ["concat"] = BuiltinFunction.Of("list1 list2", Concat),
        ["cycle"] = BuiltinFunction.Of("list group?", Cycle),
        ["any"] = BuiltinFunction.Of("list function args.", Any),
        ["each"] = BuiltinFunction.Of("list function", Each),
        ["filter"] = BuiltinFunction.Of("list function", Filter),
        ["first"] = BuiltinFunction.Of("list", static c => c[0] is ScriptRange range ? range.FirstOrDefault() : c.List(0) is { Count: > 0 } list ? list[0] : null),
        ["insert_at"] = BuiltinFunction.Of("list index value", InsertAt),
        ["join"] = BuiltinFunction.Of("list delimiter function?", Join),
        ["last"] = BuiltinFunction.Of("list", static c => c.List(0) is { Count: > 0 } list ? list[^1] : null),
        ["limit"] = BuiltinFunction.Of("list count", static c =>
        {
            var count = Math.Max(0, c.Int(1));
            return Ranged(c, items => items.Take(count));
        }),
        ["map"] = BuiltinFunction.Of("list member", Map),
        ["offset"] = BuiltinFunction.Of("list index", static c =>
        {
            var index = Math.Max(0, c.Int(1));
            return Ranged(c, items => items.Skip(index));
        }),
        ["remove_at"] = BuiltinFunction.Of("list index", static c =>
        {
            var copy = new ScriptArray(c.List(0));
            copy.RemoveAt(c.Int(1));
            return copy;
        }),
        ["reverse"] = BuiltinFunction.Of("list", static c => new ScriptRange(c.List(0).Cast<object?>().Reverse())),
        ["size"] = BuiltinFunction.Of("list", static c => c.List(0).Count),
        ["sort"] = BuiltinFunction.Of("list member?", Sort),
        ["uniq"] = BuiltinFunction.Of("list", Uniq),
        ["contains"] = BuiltinFunction.Of("list item", Contains),
    };

    private static ScriptRange? Ranged(Call call, Func<IEnumerable<object?>, IEnumerable<object?>> transform) =>
        call[0] switch
        {
            null => null,
            ScriptRange range => new ScriptRange(transform(range)),
            _ => new ScriptRange(transform(call.List(0).Cast<object?>())),
        };

    private static object? Concat(Call call) =>
        call[0] is null && call[1] is null
            ? null
            : new ScriptRange(call.List(0).Cast<object?>().Concat(call.List(1).Cast<object?>()).ToList());

    private static object? Cycle(Call call)
    {
        var list = call.List(0);
        if (list.Count == 0)
            return null;
        var key = ("array.cycle", call.Text(1) ?? call.Context.ObjectToString(new ScriptArray(list)));
        var index = call.Context.Tags.TryGetValue(key, out var seen) ? (int)seen % list.Count : 0;
        call.Context.Tags[key] = index + 1;
        return list[index];
    }

    private static object? Any(Call call)
    {
        var function = call.Function(1);
        var extra = call.List(2).Cast<object?>().ToArray();
        foreach (var item in call.List(0))
        {
            if (call.Context.ToBool(call.Span, call.Invoke(function, [item, .. extra])))
                return true;
        }

        return false;
    }

    private static object? Each(Call call)
    {
        if (call[0] is null)
            return null;
        var function = call.Function(1);
        var result = new List<object?>();
        foreach (var item in call.List(0))
            result.Add(call.Invoke(function, item));
        return new ScriptRange(result);
    }

    private static object? Filter(Call call)
    {
        if (call[0] is null)
            return null;
        var function = call.Function(1);
        var result = new List<object?>();
        foreach (var item in call.List(0))
        {
            if (call.Context.ToBool(call.Span, call.Invoke(function, item)))
                result.Add(item);
        }

        return new ScriptRange(result);
    }

    private static object? InsertAt(Call call)
    {
        var copy = new ScriptArray(call.List(0));
        copy.Insert(call.Int(1), call[2]);
        return copy;
    }

    private static object? Join(Call call)
    {
        var delimiter = call.Text(1);
        var function = call[2] is null ? null : call.Function(2);
        var builder = new StringBuilder();
        var isFirst = true;
        foreach (var item in call.List(0))
        {
            if (!isFirst)
                builder.Append(delimiter);
            isFirst = false;
            var text = call.Context.ObjectToString(item);
            builder.Append(function is null ? text : call.Context.ObjectToString(call.Invoke(function, text)));
            call.Context.CheckTextLength(call.Span, builder.Length);
        }

        return builder.ToString();
    }

    private static object? Map(Call call)
    {
        var result = new List<object?>();
        if (call.Text(1) is { } member)
        {
            foreach (var item in call.List(0))
            {
                if (item is not null && ObjectAccess.TryGetMember(call.Context, call.Span, item, member, out var value))
                    result.Add(value);
            }
        }

        return new ScriptRange(result);
    }

    private static object? Sort(Call call)
    {
        if (call[0] is null)
            return new ScriptArray();
        var member = call.Text(1);
        var list = call[0] is string or not IEnumerable ? new ArrayList { call[0] } : call.List(0);
        var order = Comparer<object?>.Create((l, r) => Ordered(call, l, r));
        var items = list.Cast<object?>();
        return new ScriptArray(string.IsNullOrEmpty(member)
            ? items.Order(order)
            : items.OrderBy(item => item is null ? null : Member(call, item, member), order));
    }

    private static int Ordered(Call call, object? left, object? right)
    {
        var isAlike = left is null || right is null || left.GetType() == right.GetType()
            || (Numbers.IsNumber(left) && Numbers.IsNumber(right));
        return isAlike
            ? BinaryOperation.Compare(call.Context, call.Span, left, right)
            : throw call.Fault($"`{call.Context.GetTypeName(left)}` and `{call.Context.GetTypeName(right)}` cannot be sorted together.");
    }

    private static object? Uniq(Call call)
    {
        if (call[0] is null)
            return null;
        var seen = new HashSet<object>();
        var hasNull = false;
        var result = new List<object?>();
        foreach (var item in call.List(0))
        {
            if (item is null ? !hasNull : seen.Add(item))
                result.Add(item);
            hasNull |= item is null;
        }

        return new ScriptRange(result);
    }

    private static object? Contains(Call call)
    {
        foreach (var item in call.List(0))
        {
            if (BinaryOperation.AreEqual(call.Context, call.Span, item, call[1]))
                return true;
        }

        return false;
    }

    private static object? Member(Call call, object item, string member) =>
        ObjectAccess.TryGetMember(call.Context, call.Span, item, member, out var value) ? value : null;
}
