using Kaizen.Abstractions;

namespace Kaizen.Measuring.Expressions;

/// <summary>Things that must be of one type, gathered in classes. The first type that is shown of a class is its type.</summary>
internal sealed class TypeClasses
{
    private readonly List<int> parents = [];
    private readonly List<ColumnType?> types = [];

    /// <summary>A class of its own.</summary>
    public int Add(ColumnType? type)
    {
        parents.Add(parents.Count);
        types.Add(type);
        return parents.Count - 1;
    }

    /// <summary>What stands for the class of an item.</summary>
    public int Find(int item)
    {
        while (parents[item] != item) item = parents[item] = parents[parents[item]];
        return item;
    }

    public ColumnType? TypeOf(int item) => types[Find(item)];

    /// <summary>Shows the type of a class; where it has another already, the place of this use is at fault and the compiler says so.</summary>
    public void Show(int item, ColumnType type) => types[Find(item)] ??= type;

    /// <summary>Makes one class of two, unless their types are known to differ.</summary>
    public void Join(int first, int second)
    {
        var (a, b) = (Find(first), Find(second));
        if (a == b || (types[a] is { } x && types[b] is { } y && x != y)) return;
        types[a] ??= types[b];
        parents[b] = a;
    }
}
