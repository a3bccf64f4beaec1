using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Expressions;
using Kaizen.Measuring.Expressions;
using Kaizen.Measuring.Rows;

namespace Kaizen.Measuring.Scanning;

/// <summary>
/// A population chosen by <c>column = 'text'</c>. A thousand metrics that differ only in that text then cost a row one
/// look-up instead of a thousand comparisons.
/// </summary>
/// <param name="Column">Ordinal of the column, read as text.</param>
/// <param name="Text">The text.</param>
internal sealed record Route(int Column, string Text)
{
    /// <summary>Takes the first such comparison out of a condition; what is left comes back compiled, or null where nothing is.</summary>
    public static (Route? Route, Condition? Remainder) Split(RowExpression where, ExpressionScope scope, DiagnosticBag faults)
    {
        var compiler = new ExpressionCompiler(where, scope, faults);
        var parts = Parts(where.Root).ToList();
        var routed = parts.FindIndex(p => Of(p, scope) is not null);
        if (routed < 0) return (null, scope.Share(where.Text, [where.Root], () => compiler.Flag(where.Root)));
        var (column, text) = Of(parts[routed], scope)!.Value;
        parts.RemoveAt(routed);
        var rest = parts.Count == 0 ? null : scope.Share(
            string.Join("\n", parts.Select(p => where.Text.Substring(p.Offset, p.Length))), parts, () => parts.Select(compiler.Flag).Aggregate(And));
        return (new Route(compiler.Ordinal(column, ColumnType.Text), text), rest);
    }

    private static Condition And(Condition left, Condition right) => row => left(row) == true && right(row) == true;

    private static IEnumerable<ExpressionNode> Parts(ExpressionNode node) =>
        node is ExpressionNode.Binary { Operator: BinaryOperator.And } and ? Parts(and.Left).Concat(Parts(and.Right)) : [node];

    private static (ExpressionNode.Column Column, string Text)? Of(ExpressionNode node, ExpressionScope scope)
    {
        if (node is not ExpressionNode.Binary { Operator: BinaryOperator.Equal } equal) return null;
        if (NaturalTypes.Common([equal.Left, equal.Right], scope) != ColumnType.Text) return null;
        return (equal.Left, equal.Right) switch
        {
            (ExpressionNode.Column c, ExpressionNode.Text t) => (c, t.Value),
            (ExpressionNode.Text t, ExpressionNode.Column c) => (c, t.Value),
            _ => null,
        };
    }
}
