using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>The object of the language: named values in the order in which they were set.</summary>
public class ScriptObject : IDictionary<string, object?>, IScriptObject, IFormattable
{
    private readonly Dictionary<string, object?> _values;
    private HashSet<string>? _readOnlyMembers;

    public ScriptObject()
        : this(0)
    {
    }

    public ScriptObject(IEqualityComparer<string>? keyComparer)
        : this(0, keyComparer)
    {
    }

    public ScriptObject(int capacity)
        : this(capacity, null)
    {
    }

    public ScriptObject(int capacity, IEqualityComparer<string>? keyComparer) =>
        _values = new Dictionary<string, object?>(capacity, keyComparer);

    public int Count => _values.Count;

    public virtual bool IsReadOnly { get; set; }

    public ICollection<string> Keys => _values.Keys;

    public ICollection<object?> Values => _values.Values;

    public virtual object? this[string key]
    {
        get => _values.GetValueOrDefault(key);
        set => Store(key, value);
    }

    /// <summary>The members of a .NET object, copied.</summary>
    public static ScriptObject From(object? obj)
    {
        var result = new ScriptObject();
        if (obj is not null)
            result.Import(obj);
        return result;
    }

    public void Add(string key, object? value)
    {
        AssertWritable(key);
        _values.Add(key, value);
    }

    public bool ContainsKey(string key) => _values.ContainsKey(key);

    public void SetValue(string member, object? value, bool readOnly)
    {
        Store(member, value);
        SetReadOnly(member, readOnly);
    }

    public virtual void SetReadOnly(string member, bool readOnly)
    {
        if (readOnly)
            (_readOnlyMembers ??= []).Add(member);
        else
            _readOnlyMembers?.Remove(member);
    }

    public virtual bool Contains(string member) => _values.ContainsKey(member);

    public IEnumerable<string> GetMembers() => _values.Keys;

    public virtual bool CanWrite(string member) =>
        !IsReadOnly && _readOnlyMembers?.Contains(member) != true;

    public virtual bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object? value) =>
        _values.TryGetValue(member, out value);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value) => _values.TryGetValue(key, out value);

    public virtual bool TrySetValue(TemplateContext context, SourceSpan span, string member, object? value, bool readOnly)
    {
        if (!CanWrite(member))
            return false;
        SetValue(member, value, readOnly);
        return true;
    }

    public virtual bool Remove(string member)
    {
        AssertWritable(member);
        return _values.Remove(member);
    }

    public void Clear()
    {
        AssertWritable("");
        _values.Clear();
    }

    public virtual IScriptObject Clone(bool deep)
    {
        var copy = new ScriptObject(_values.Count, _values.Comparer) { IsReadOnly = IsReadOnly };
        foreach (var (key, value) in _values)
            copy._values[key] = deep && value is IScriptObject inner ? inner.Clone(true) : value;
        if (_readOnlyMembers is not null)
            copy._readOnlyMembers = [.. _readOnlyMembers];
        return copy;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.GetEnumerator();

    public virtual string ToString(string? format, IFormatProvider? formatProvider)
    {
        var context = formatProvider as TemplateContext ?? new TemplateContext();
        var builder = new StringBuilder("{");
        foreach (var (key, value) in _values)
        {
            if (builder.Length > 1)
                builder.Append(", ");
            builder.Append(CultureInfo.InvariantCulture, $"{NameOf(key)}: {context.ObjectToString(value, nested: true)}");
            if (context.IsTooLong(builder.Length))
                break;
        }

        return builder.Append('}').ToString();
    }

    public sealed override string ToString() => ToString(null, CultureInfo.InvariantCulture);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void ICollection<KeyValuePair<string, object?>>.Add(KeyValuePair<string, object?> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object?>>.Contains(KeyValuePair<string, object?> item) =>
        ((ICollection<KeyValuePair<string, object?>>)_values).Contains(item);

    void ICollection<KeyValuePair<string, object?>>.CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object?>>)_values).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object?>>.Remove(KeyValuePair<string, object?> item) => Remove(item.Key);

    private static string NameOf(string key) =>
        key.Length > 0 && !char.IsAsciiDigit(key[0]) && key.All(c => c == '_' || char.IsLetterOrDigit(c))
            ? key
            : Functions.StringFunctions.Quote(key);

    private void Store(string key, object? value)
    {
        AssertWritable(key);
        _values[key] = value;
    }

    private void AssertWritable(string member)
    {
        if (!CanWrite(member))
            throw new InvalidOperationException($"The member `{member}` is read-only.");
    }
}
