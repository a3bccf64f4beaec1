using Kaizen.Abstractions;
using Kaizen.Core.Expressions;

namespace Kaizen.Measuring.Expressions;

/// <summary>The types that expressions have by themselves, before it is known what is wanted of them.</summary>
internal static class NaturalTypes
{
    /// <summary>The type of a node, or null where it can be anything: null itself, a column without a type.</summary>
    public static ColumnType? Of(ExpressionNode node, ExpressionScope scope) => node switch
    {
        ExpressionNode.Column c => scope.TypeOf(c.Name),
        ExpressionNode.Number => ColumnType.Number,
        ExpressionNode.Text => ColumnType.Text,
        ExpressionNode.Null => null,
        ExpressionNode.Unary { Operator: UnaryOperator.Minus } => ColumnType.Number,
        ExpressionNode.Binary { Operator: <= BinaryOperator.Modulo } => ColumnType.Number,
        ExpressionNode.Case c => First(Results(c), scope),
        ExpressionNode.Call c => OfCall(c, scope),
        _ => ColumnType.Flag,
    };

    /// <summary>
    /// The type in which several nodes are compared. A text literal beside a time is a time; beside nothing but columns
    /// without a type it is a time where it is written as an ISO date. Columns without a type alone are texts.
    /// </summary>
    public static ColumnType Common(IEnumerable<ExpressionNode> nodes, ExpressionScope scope)
    {
        var all = nodes.ToList();
        if (First(all.Where(n => n is not ExpressionNode.Text), scope) is { } type) return type;
        var literals = all.OfType<ExpressionNode.Text>().ToList();
        var dates = literals.Count > 0 && literals.Count < all.Count && literals.TrueForAll(l => TimeLiteral.TryParse(l.Value, out _));
        return dates ? ColumnType.Time : ColumnType.Text;
    }

    /// <summary>The expressions one of which a case gives.</summary>
    public static IEnumerable<ExpressionNode> Results(ExpressionNode.Case node)
    {
        var results = node.Arms.Select(a => a.Then);
        return node.Else is null ? results : results.Append(node.Else);
    }

    private static ColumnType? OfCall(ExpressionNode.Call call, ExpressionScope scope) =>
        Signature.All.TryGetValue(call.Function, out var signature) ? signature.Result ?? First(call.Arguments, scope) : null;

    private static ColumnType? First(IEnumerable<ExpressionNode> nodes, ExpressionScope scope) =>
        nodes.Select(n => Of(n, scope)).FirstOrDefault(t => t is not null);
}
