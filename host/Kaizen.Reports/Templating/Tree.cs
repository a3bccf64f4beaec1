using Scriban.Runtime;

namespace Kaizen.Reports.Templating;

/// <summary>Builds what a template sees, name by name; what is empty becomes null, so that <c>if</c> can ask for it.</summary>
internal static class Tree
{
    public static ScriptObject Of(params (string Name, object? Value)[] members)
    {
        var tree = new ScriptObject();
        foreach (var (name, value) in members) tree[name] = value is "" ? null : value;
        return tree;
    }

    public static ScriptArray? List(IEnumerable<object?> items)
    {
        var list = new ScriptArray();
        foreach (var item in items) list.Add(item);
        return list.Count == 0 ? null : list;
    }
}
