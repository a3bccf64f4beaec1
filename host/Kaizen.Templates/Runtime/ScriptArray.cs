using System.Collections;
using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>The list of the language: grows on assignment, reads as null beyond its ends, can carry members.</summary>
public class ScriptArray : IList<object?>, IList, IScriptObject
{
    /// <summary>An index far beyond the end is a slip; filling the gap would eat the memory.</summary>
    private const int GrowthLimit = 1 << 20;

    private readonly List<object?> _values;
    private ScriptObject? _members;

    public ScriptArray() => _values = [];

    public ScriptArray(int capacity) => _values = new List<object?>(capacity);

    public ScriptArray(IEnumerable<object?> values) => _values = [.. values];

    public ScriptArray(IEnumerable values) => _values = [.. values.Cast<object?>()];

    public int Count => _values.Count;

    public virtual bool IsReadOnly { get; set; }

    /// <summary>The named members that the list carries beside its items.</summary>
    public ScriptObject ScriptObject => _members ??= new ScriptObject();

    bool IList.IsFixedSize => IsReadOnly;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => _values;

    int IScriptObject.Count => _members?.Count ?? 0;

    public virtual object? this[int index]
    {
        get
        {
            if (index < 0)
                index += _values.Count;
            return index < 0 || index >= _values.Count ? null : _values[index];
        }

        set
        {
            AssertWritable();
            if (index < 0)
                index += _values.Count;
            if (index < 0)
                return;
            if (index > _values.Count + GrowthLimit)
                throw new InvalidOperationException($"The index {index} lies too far beyond the end of the list.");
            while (_values.Count <= index)
                _values.Add(null);
            _values[index] = value;
        }
    }

    public virtual void Add(object? item)
    {
        AssertWritable();
        _values.Add(item);
    }

    public void AddRange(IEnumerable<object?> items)
    {
        AssertWritable();
        _values.AddRange(items);
    }

    public virtual void Clear()
    {
        AssertWritable();
        _values.Clear();
    }

    public virtual bool Contains(object? item) => _values.Contains(item);

    public virtual void CopyTo(object?[] array, int arrayIndex) => _values.CopyTo(array, arrayIndex);

    public virtual int IndexOf(object? item) => _values.IndexOf(item);

    public virtual void Insert(int index, object? item)
    {
        AssertWritable();
        if (index < 0)
            index = Math.Max(0, index + _values.Count);
        if (index > _values.Count)
            this[index] = item;
        else
            _values.Insert(index, item);
    }

    public virtual void RemoveAt(int index)
    {
        AssertWritable();
        if (index < 0)
            index += _values.Count;
        if (index >= 0 && index < _values.Count)
            _values.RemoveAt(index);
    }

    public virtual bool Remove(object? item)
    {
        AssertWritable();
        return _values.Remove(item);
    }

    public object?[] ToArray() => [.. _values];

    public IEnumerator<object?> GetEnumerator() => _values.GetEnumerator();

    public IEnumerable<string> GetMembers() => _members is null ? ["size"] : ["size", .. _members.GetMembers()];

    public virtual bool Contains(string member) => member == "size" || _members?.Contains(member) == true;

    public virtual bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object? value)
    {
        if (member == "size")
        {
            value = Count;
            return true;
        }

        value = null;
        return _members is not null && _members.TryGetValue(context, span, member, out value);
    }

    public virtual bool CanWrite(string member) =>
        !IsReadOnly && member != "size" && _members?.CanWrite(member) != false;

    public virtual bool TrySetValue(TemplateContext context, SourceSpan span, string member, object? value, bool readOnly) =>
        CanWrite(member) && ScriptObject.TrySetValue(context, span, member, value, readOnly);

    public virtual bool Remove(string member) => _members?.Remove(member) == true;

    public virtual void SetReadOnly(string member, bool readOnly) => ScriptObject.SetReadOnly(member, readOnly);

    public virtual IScriptObject Clone(bool deep)
    {
        var copy = new ScriptArray(_values.Count);
        foreach (var value in _values)
            copy._values.Add(deep && value is IScriptObject inner ? inner.Clone(true) : value);
        copy._members = (ScriptObject?)_members?.Clone(deep);
        copy.IsReadOnly = IsReadOnly;
        return copy;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    int IList.Add(object? value)
    {
        Add(value);
        return Count - 1;
    }

    void IList.Remove(object? value) => Remove(value);

    void ICollection.CopyTo(Array array, int index) => ((ICollection)_values).CopyTo(array, index);

    private void AssertWritable()
    {
        if (IsReadOnly)
            throw new InvalidOperationException("The list is read-only.");
    }
}
