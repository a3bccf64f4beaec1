using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>What <c>for</c> and <c>while</c> say of themselves inside the loop.</summary>
internal sealed class LoopState(int? length) : IScriptObject
{
    private static readonly string[] Members = ["index", "rindex", "first", "last", "even", "odd", "changed", "length"];

    private int _index;
    private object? _item;
    private bool _changed;

    public int Count => Members.Length;

    public bool IsReadOnly
    {
        get => true;
        set { }
    }

    public void MoveTo(int index, object? item, TemplateContext context)
    {
        _changed = index == 0 || !BinaryOperation.AreEqual(context, context.CurrentSpan, _item, item);
        _index = index;
        _item = item;
    }

    public IEnumerable<string> GetMembers() => Members;

    public bool Contains(string member) => Array.IndexOf(Members, member) >= 0;

    public bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object? value)
    {
        value = member switch
        {
            "index" => _index,
            "rindex" => length - _index - 1,
            "first" => _index == 0,
            "last" => length is null ? null : _index == length - 1,
            "even" => (_index & 1) == 0,
            "odd" => (_index & 1) == 1,
            "changed" => _changed,
            "length" => length,
            _ => null,
        };
        return Contains(member);
    }

    public bool CanWrite(string member) => false;

    public bool TrySetValue(TemplateContext context, SourceSpan span, string member, object? value, bool readOnly) => false;

    public bool Remove(string member) => false;

    public void SetReadOnly(string member, bool readOnly)
    {
    }

    public IScriptObject Clone(bool deep) => this;
}
