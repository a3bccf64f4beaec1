using Kaizen.Abstractions;
using Kaizen.Core.Expressions;

namespace Kaizen.Measuring.Expressions;

/// <summary>
/// The one type that each column has in all expressions of a metric. A declared type stands; the others follow from
/// every use together: what is compared or chosen from has one type, so that one use that shows it settles all.
/// </summary>
internal sealed class Typing
{
    private readonly IReadOnlyDictionary<string, ColumnType?> schema;
    private readonly TypeClasses classes = new();
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
    private readonly Dictionary<ExpressionNode, int> choices = new(ReferenceEqualityComparer.Instance);
    private readonly List<int> dated = [];

    /// <param name="schema">The source's columns; a type is null where it follows from use.</param>
    /// <param name="time">Name of the metric's time column.</param>
    /// <param name="expressions">All expressions of the metric in the order in which they are read, with the type wanted of each.</param>
    public Typing(
        IReadOnlyDictionary<string, ColumnType?> schema, string time, IEnumerable<(RowExpression? Expression, ColumnType? Wanted)> expressions)
    {
        this.schema = schema;
        classes.Show(Column(time), ColumnType.Time);
        foreach (var (expression, wanted) in expressions)
        {
            if (expression is null) continue;
            if (wanted is { } type) Want(expression.Root, type);
            else Visit(expression.Root);
        }

        // An equality with '2026-03-16' shows a time only where nothing else shows a text.
        foreach (var item in dated) classes.Show(item, ColumnType.Time);
    }

    /// <summary>The type of a column, or null where no use shows it.</summary>
    public ColumnType? Of(string column) => columns.TryGetValue(column, out var item) ? classes.TypeOf(item) : schema.GetValueOrDefault(column);

    /// <summary>The type of a <c>case</c> or of a call that gives one of its arguments, or null where no use shows it.</summary>
    public ColumnType? Of(ExpressionNode choice) => choices.TryGetValue(choice, out var item) ? classes.TypeOf(item) : null;

    /// <summary>What all columns have in common that must be of one column's type.</summary>
    public int ClassOf(string column) => classes.Find(Column(column));

    /// <summary>The types of all columns that some nodes name: with equal keys, equal texts mean the same.</summary>
    public string KeyOf(IEnumerable<ExpressionNode> nodes)
    {
        var names = nodes.SelectMany(RowExpression.Walk).OfType<ExpressionNode.Column>().Select(c => c.Name).Distinct(StringComparer.Ordinal);
        return string.Join(',', names.Order(StringComparer.Ordinal).Select(n => $"{n}:{Of(n)}"));
    }

    private int Column(string name)
    {
        if (!columns.TryGetValue(name, out var item)) columns[name] = item = classes.Add(schema.GetValueOrDefault(name));
        return item;
    }

    private void Want(ExpressionNode node, ColumnType type) => classes.Show(Visit(node), type);

    private void WantAll(IEnumerable<ExpressionNode> nodes, ColumnType type)
    {
        foreach (var node in nodes) Want(node, type);
    }

    private int Visit(ExpressionNode node)
    {
        switch (node)
        {
            case ExpressionNode.Column n: return Column(n.Name);
            case ExpressionNode.Null: return classes.Add(null);
            case ExpressionNode.Text: return classes.Add(ColumnType.Text);
            case ExpressionNode.Case n: return choices[node] = Choice(n);
            case ExpressionNode.Call n: return Call(n);
            case ExpressionNode.Unary { Operator: UnaryOperator.Minus } or ExpressionNode.Binary { Operator: <= BinaryOperator.Modulo }:
                WantAll(node.Children(), ColumnType.Number);
                break;
            case ExpressionNode.Unary or ExpressionNode.Binary { Operator: BinaryOperator.And or BinaryOperator.Or }:
                WantAll(node.Children(), ColumnType.Flag);
                break;
            case ExpressionNode.Binary n:
                Agree(node.Children(), n.Operator is not (BinaryOperator.Equal or BinaryOperator.NotEqual));
                break;
            case ExpressionNode.Between: Agree(node.Children(), true); break;
            case ExpressionNode.In: Agree(node.Children(), false); break;
            case ExpressionNode.Like: WantAll(node.Children(), ColumnType.Text); break;
            case ExpressionNode.Within n: Want(n.Operand, ColumnType.Time); break;
            case ExpressionNode.IsNull n: Visit(n.Operand); break;
        }

        return classes.Add(NaturalTypes.OfItself(node));
    }

    private int Choice(ExpressionNode.Case node)
    {
        var whens = node.Arms.Select(a => a.When);
        if (node.Operand is null) WantAll(whens, ColumnType.Flag);
        else Agree(whens.Prepend(node.Operand), false);
        return Agree(NaturalTypes.Results(node), false);
    }

    private int Call(ExpressionNode.Call node)
    {
        var signature = Signature.All.GetValueOrDefault(node.Function);
        if (signature is { Parameter: null })
            return choices[node] = Agree(node.Arguments, node.Function is "least" or "greatest");
        // Of an unknown function nothing follows.
        if (signature is null) foreach (var argument in node.Arguments) Visit(argument);
        else WantAll(node.Arguments, signature.Parameter!.Value);
        return classes.Add(signature?.Result);
    }

    /// <summary>Makes all nodes one class. Texts that are written as ISO dates, all of them, may be times or texts.</summary>
    private int Agree(IEnumerable<ExpressionNode> nodes, bool ordered)
    {
        var all = nodes.ToList();
        var item = classes.Add(null);
        foreach (var node in all)
            if (node is not ExpressionNode.Text) classes.Join(item, Visit(node));
        var literals = all.OfType<ExpressionNode.Text>().ToList();
        if (literals.Count == 0) return item;
        if (!literals.TrueForAll(l => TimeLiteral.TryParse(l.Value, out _))) classes.Show(item, ColumnType.Text);
        else if (ordered) classes.Show(item, ColumnType.Time);
        else dated.Add(item);
        return item;
    }
}
