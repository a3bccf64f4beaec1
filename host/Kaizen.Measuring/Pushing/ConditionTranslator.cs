using Kaizen.Abstractions;
using Kaizen.Core.Expressions;
using Kaizen.Measuring.Expressions;

namespace Kaizen.Measuring.Pushing;

/// <summary>Comparisons and logic; SQL's own three values are ours.</summary>
internal sealed class ConditionTranslator(Translator translator)
{
    public Sql Condition(ExpressionNode node)
    {
        switch (node)
        {
            case ExpressionNode.Unary n: return Negate(translator.Flag(n.Operand), true);
            case ExpressionNode.Binary { Operator: BinaryOperator.And } n: return Sql.Of("({0} AND {1})", translator.Flag(n.Left), translator.Flag(n.Right));
            case ExpressionNode.Binary { Operator: BinaryOperator.Or } n: return Sql.Of("({0} OR {1})", translator.Flag(n.Left), translator.Flag(n.Right));
            case ExpressionNode.Binary n: return Compare(n.Operator, n.Left, n.Right, [n.Left, n.Right]);
            case ExpressionNode.In n:
                var peers = n.Items.Prepend(n.Operand).ToList();
                var type = NaturalTypes.Common(peers, translator.Scope);
                return Negate(Sql.Of("({0} IN ({1}))", translator.As(type, n.Operand), Sql.Join(", ", n.Items.Select(i => translator.As(type, i)).ToList())), n.Negated);
            case ExpressionNode.Between n:
                ExpressionNode[] ends = [n.Operand, n.Low, n.High];
                return Negate(Sql.Of("({0} AND {1})", Compare(BinaryOperator.GreaterOrEqual, n.Operand, n.Low, ends), Compare(BinaryOperator.LessOrEqual, n.Operand, n.High, ends)), n.Negated);
            case ExpressionNode.IsNull n: return Sql.Of(n.Negated ? "({0} IS NOT NULL)" : "({0} IS NULL)", translator.Natural(n.Operand));
            case ExpressionNode.Like n: return Negate(Like(n), n.Negated);
            case ExpressionNode.Within n: return Within(n);
            default: return Sql.Null;
        }
    }

    /// <summary>Compares two nodes in the type that all <paramref name="peers"/> have in common.</summary>
    public Sql Compare(BinaryOperator operation, ExpressionNode left, ExpressionNode right, IReadOnlyCollection<ExpressionNode> peers)
    {
        var type = NaturalTypes.Common(peers, translator.Scope);
        var sign = operation switch
        {
            BinaryOperator.Equal => "=",
            BinaryOperator.NotEqual => "<>",
            BinaryOperator.Less => "<",
            BinaryOperator.LessOrEqual => "<=",
            BinaryOperator.Greater => ">",
            _ => ">=",
        };
        // A scan orders by UTF-16 code unit, a database by its own rules.
        if (type == ColumnType.Text && operation is not (BinaryOperator.Equal or BinaryOperator.NotEqual)) return translator.Declined("the order of texts");
        return Sql.Of("({0} " + sign + " {1})", translator.As(type, left), translator.As(type, right));
    }

    private static Sql Negate(Sql condition, bool negated) => negated ? Sql.Of("(NOT {0})", condition) : condition;

    private Sql Like(ExpressionNode.Like node)
    {
        if (node.Pattern is not ExpressionNode.Text pattern) return translator.Declined("a pattern that is not written as a text");
        var plan = translator.Plan;
        var text = plan.Stages.Let(translator.Text(node.Operand));
        if (plan.Dialect.Like(text, pattern.Value, plan.Stages) is not { } like) return translator.Declined("a pattern with a NUL");
        plan.Guard(plan.Dialect.Unlike(text, pattern.Value), "a text with rare characters beside 'like'");
        return like;
    }

    private Sql Within(ExpressionNode.Within node)
    {
        var plan = translator.Plan;
        var time = plan.Column(translator.Scope.Time, ColumnType.Time);
        return Sql.Of("({0} <= {1})", translator.Time(node.Operand), plan.Stages.Let(plan.Local.Add(time, node.Span)));
    }
}
