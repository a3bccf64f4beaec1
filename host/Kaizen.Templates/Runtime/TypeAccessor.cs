using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Scriban.Runtime;

/// <summary>
/// The public properties and fields of one .NET type under the names that templates use. Getters are bound
/// once per type and member; methods are out of reach.
/// </summary>
internal sealed class TypeAccessor
{
    /// <summary>Keyed by renamer, so that the accessors of a renamer that is gone are dropped with it.</summary>
    private static readonly ConditionalWeakTable<MemberRenamerDelegate, ConcurrentDictionary<Type, TypeAccessor>> Plain = new();

    private readonly Dictionary<string, Lazy<Func<object, object?>>> _getters = new(StringComparer.Ordinal);

    private TypeAccessor(Type type, MemberRenamerDelegate renamer, MemberFilterDelegate? filter)
    {
        const BindingFlags Visible = BindingFlags.Public | BindingFlags.Instance;
        foreach (var property in type.GetProperties(Visible))
        {
            if (property.GetIndexParameters().Length == 0 && property.GetMethod is { IsPublic: true } getter
                && !property.PropertyType.IsByRef && !property.PropertyType.IsByRefLike && IsOffered(property, filter))
            {
                _getters.TryAdd(renamer(property), new Lazy<Func<object, object?>>(() => Bind(type, getter)));
            }
        }

        foreach (var field in type.GetFields(Visible))
        {
            if (IsOffered(field, filter))
                _getters.TryAdd(renamer(field), new Lazy<Func<object, object?>>(() => field.GetValue));
        }
    }

    private delegate TValue StructGetter<TOwner, out TValue>(ref TOwner owner);

    public IEnumerable<(string Name, Func<object, object?> Getter)> Getters =>
        _getters.Select(pair => (pair.Key, pair.Value.Value));

    public IEnumerable<string> Names => _getters.Keys;

    public static TypeAccessor For(Type type, MemberRenamerDelegate? renamer, MemberFilterDelegate? filter)
    {
        renamer ??= StandardMemberRenamer.Default;
        return filter is not null
            ? new TypeAccessor(type, renamer, filter)
            : Plain.GetOrCreateValue(renamer).GetOrAdd(type, static (t, r) => new TypeAccessor(t, r, null), renamer);
    }

    public bool Has(string name) => _getters.ContainsKey(name);

    public bool TryGet(object owner, string name, out object? value)
    {
        var found = _getters.TryGetValue(name, out var getter);
        value = found ? getter!.Value(owner) : null;
        return found;
    }

    private static bool IsOffered(MemberInfo member, MemberFilterDelegate? filter) =>
        member.GetCustomAttribute<ScriptMemberIgnoreAttribute>() is null && filter?.Invoke(member) != false;

    private static Func<object, object?> Bind(Type owner, MethodInfo getter)
    {
        var binder = owner.IsValueType ? nameof(BindStruct) : nameof(BindClass);
        return (Func<object, object?>)typeof(TypeAccessor)
            .GetMethod(binder, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(owner, getter.ReturnType)
            .Invoke(null, [getter])!;
    }

    [SuppressMessage("Performance", "CA1859", Justification = "Bound through reflection.")]
    private static Func<object, object?> BindClass<TOwner, TValue>(MethodInfo getter)
        where TOwner : class
    {
        var typed = getter.CreateDelegate<Func<TOwner, TValue>>();
        return owner => typed((TOwner)owner);
    }

    private static Func<object, object?> BindStruct<TOwner, TValue>(MethodInfo getter)
        where TOwner : struct
    {
        var typed = getter.CreateDelegate<StructGetter<TOwner, TValue>>();
        return owner =>
        {
            var value = (TOwner)owner;
            return typed(ref value);
        };
    }
}
