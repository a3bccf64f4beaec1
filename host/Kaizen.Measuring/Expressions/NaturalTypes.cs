using Kaizen.Abstractions;
using Kaizen.Core.Expressions;

namespace Kaizen.Measuring.Expressions;

/// <summary>The types that expressions have by themselves, before it is known what is wanted of them.</summary>
internal static class NaturalTypes
{
    /// <summary>The type of a node, or null where it can be anything: null itself, a column whose type no use shows.</summary>
    public static ColumnType? Of(ExpressionNode node, ExpressionScope scope) => node switch
    {
        ExpressionNode.Column c => scope.Types.Of(c.Name),
        ExpressionNode.Case => scope.Types.Of(node),
        ExpressionNode.Call c when Signature.All.GetValueOrDefault(c.Function) is { Result: null } => scope.Types.Of(node),
        _ => OfItself(node),
    };

    /// <summary>The type that a node has whatever the columns hold, or null where it depends on them.</summary>
    public static ColumnType? OfItself(ExpressionNode node) => node switch
    {
        ExpressionNode.Column or ExpressionNode.Null or ExpressionNode.Case => null,
        ExpressionNode.Number => ColumnType.Number,
        ExpressionNode.Text => ColumnType.Text,
        ExpressionNode.Unary { Operator: UnaryOperator.Minus } => ColumnType.Number,
        ExpressionNode.Binary { Operator: <= BinaryOperator.Modulo } => ColumnType.Number,
        ExpressionNode.Call c => Signature.All.GetValueOrDefault(c.Function)?.Result,
        _ => ColumnType.Flag,
    };

    /// <summary>The type in which several nodes are compared. A text literal takes the type of what stands beside it.</summary>
    public static ColumnType? Shown(IReadOnlyCollection<ExpressionNode> nodes, ExpressionScope scope) =>
        nodes.Where(n => n is not ExpressionNode.Text).Select(n => Of(n, scope)).FirstOrDefault(t => t is not null)
        ?? (nodes.Any(n => n is ExpressionNode.Text) ? ColumnType.Text : null);

    /// <summary>As <see cref="Shown"/>; what nothing shows is compared as texts.</summary>
    public static ColumnType Common(IReadOnlyCollection<ExpressionNode> nodes, ExpressionScope scope) => Shown(nodes, scope) ?? ColumnType.Text;

    /// <summary>The expressions one of which a case gives.</summary>
    public static IEnumerable<ExpressionNode> Results(ExpressionNode.Case node)
    {
        var results = node.Arms.Select(a => a.Then);
        return node.Else is null ? results : results.Append(node.Else);
    }
}
