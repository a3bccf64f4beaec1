using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Expressions;

namespace Kaizen.Measuring.Expressions;

/// <summary>
/// Refuses to order what may be numbers, times or texts: as texts, 10 comes before 9. Whether two values are equal
/// can be told as texts.
/// </summary>
internal sealed class OrderCheck(ExpressionCompiler compiler)
{
    /// <summary>Checks a comparison of two nodes.</summary>
    /// <param name="operation">One of the four that order.</param>
    /// <param name="left">The left one.</param>
    /// <param name="right">The right one.</param>
    /// <param name="peers">All that are compared together.</param>
    public void Comparison(BinaryOperator operation, ExpressionNode left, ExpressionNode right, IReadOnlyCollection<ExpressionNode> peers)
    {
        var sign = operation switch
        {
            BinaryOperator.Less => "<",
            BinaryOperator.LessOrEqual => "<=",
            BinaryOperator.Greater => ">",
            _ => ">=",
        };
        var (a, b) = (compiler.TextOf(left), compiler.TextOf(right));
        Check(peers, $"for numbers write {a} - {b} {sign} 0, for times hours_between({b}, {a}) {sign} 0, for texts concat({a}) {sign} concat({b})");
    }

    /// <summary>Checks a <c>least</c> or <c>greatest</c>.</summary>
    public void Choice(ExpressionNode.Call call)
    {
        if (call.Arguments.Count == 0) return;
        var a = compiler.TextOf(call.Arguments[0]);
        Check(call.Arguments, $"for numbers write {a} + 0 in place of {a}, for texts concat({a})");
    }

    private void Check(IReadOnlyCollection<ExpressionNode> peers, string hint)
    {
        var scope = compiler.Scope;
        var shown = NaturalTypes.Shown(peers, scope);
        if (shown == ColumnType.Text) CheckDates(peers);
        if (shown is not null || peers.Count(p => p is not ExpressionNode.Null) < 2) return;
        var columns = peers.SelectMany(Givers).ToList();
        // A column that does not exist has its own diagnostic.
        if (columns.Count == 0 || columns.Exists(c => !scope.Schema.ContainsKey(c.Name))) return;
        if (scope.Undecided.Add(scope.Types.ClassOf(columns[0].Name)))
            compiler.Faults.Add(Catalogue.UndecidedOrder.Hinting(hint, compiler.SpanOf(columns[0]), columns[0].Name));
    }

    /// <summary>A column that another use shows to hold texts is not ordered against a date.</summary>
    private void CheckDates(IReadOnlyCollection<ExpressionNode> peers)
    {
        var literals = peers.OfType<ExpressionNode.Text>().ToList();
        if (literals.Count == 0 || !literals.TrueForAll(l => TimeLiteral.TryParse(l.Value, out _))) return;
        var column = peers.OfType<ExpressionNode.Column>().FirstOrDefault(c => compiler.Scope.Schema.GetValueOrDefault(c.Name) is null);
        if (column is not null) compiler.Wrong(column, ColumnType.Time, ColumnType.Text);
    }

    /// <summary>The columns one of which a node gives.</summary>
    private static IEnumerable<ExpressionNode.Column> Givers(ExpressionNode node) => node switch
    {
        ExpressionNode.Column c => [c],
        ExpressionNode.Case c => NaturalTypes.Results(c).SelectMany(Givers),
        ExpressionNode.Call c => c.Arguments.SelectMany(Givers),
        _ => [],
    };
}
