using Kaizen.Abstractions;
using Kaizen.Core.Expressions;
using Kaizen.Measuring.Rows;

namespace Kaizen.Measuring.Expressions;

/// <summary>Comparisons and logic, three-valued as in SQL: what depends on a null is unknown.</summary>
internal sealed class ConditionCompiler(ExpressionCompiler compiler)
{
    /// <summary>A list so short that comparing with each is faster than hashing.</summary>
    private const int FewWords = 8;

    public Condition Compile(ExpressionNode node) => node switch
    {
        ExpressionNode.Unary n => Not(compiler.Flag(n.Operand)),
        ExpressionNode.Binary { Operator: BinaryOperator.And } n => And(compiler.Flag(n.Left), compiler.Flag(n.Right)),
        ExpressionNode.Binary { Operator: BinaryOperator.Or } n => Or(compiler.Flag(n.Left), compiler.Flag(n.Right)),
        ExpressionNode.Binary n => Compare(n),
        ExpressionNode.In n => Negate(In(n), n.Negated),
        ExpressionNode.Between n => Negate(Between(n), n.Negated),
        ExpressionNode.IsNull n => Negate(IsNull(n.Operand), n.Negated),
        ExpressionNode.Like n => Negate(Like(n), n.Negated),
        ExpressionNode.Within n => Within(n),
        _ => throw new InvalidOperationException($"{node.GetType().Name} is not a condition."),
    };

    /// <summary>Compares two nodes in the type that all <paramref name="peers"/> have in common.</summary>
    public Condition Compare(BinaryOperator operation, ExpressionNode left, ExpressionNode right, IReadOnlyCollection<ExpressionNode> peers)
    {
        switch (NaturalTypes.Common(peers, compiler.Scope))
        {
            case ColumnType.Number: return Compare(operation, compiler.Number(left), compiler.Number(right));
            case ColumnType.Time: return Compare(operation, compiler.Time(left), compiler.Time(right));
            case ColumnType.Flag:
                return Compare(operation, ExpressionCompiler.AsReading(compiler.Flag(left)), ExpressionCompiler.AsReading(compiler.Flag(right)));
            case ColumnType.Text when operation == BinaryOperator.Equal && right is ExpressionNode.Text literal:
                // By far the most frequent comparison.
                var (text, word) = (compiler.Text(left), literal.Value);
                return row => text(row) is { } t ? string.Equals(t, word, StringComparison.Ordinal) : null;
            default:
                return Compare(operation, compiler.Text(left), compiler.Text(right));
        }
    }

    private static bool IsOneOf(string text, string[] words)
    {
        foreach (var word in words)
            if (string.Equals(text, word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static Condition Compare<T>(BinaryOperator operation, Reading<T> left, Reading<T> right)
        where T : struct, IComparable<T> => operation switch
        {
            BinaryOperator.Equal => row => left(row, out var a) && right(row, out var b) ? a.CompareTo(b) == 0 : null,
            BinaryOperator.NotEqual => row => left(row, out var a) && right(row, out var b) ? a.CompareTo(b) != 0 : null,
            BinaryOperator.Less => row => left(row, out var a) && right(row, out var b) ? a.CompareTo(b) < 0 : null,
            BinaryOperator.LessOrEqual => row => left(row, out var a) && right(row, out var b) ? a.CompareTo(b) <= 0 : null,
            BinaryOperator.Greater => row => left(row, out var a) && right(row, out var b) ? a.CompareTo(b) > 0 : null,
            _ => row => left(row, out var a) && right(row, out var b) ? a.CompareTo(b) >= 0 : null,
        };

    private static Condition Compare(BinaryOperator operation, Words left, Words right) => operation switch
    {
        BinaryOperator.Equal => row => left(row) is { } a && right(row) is { } b ? string.Equals(a, b, StringComparison.Ordinal) : null,
        BinaryOperator.NotEqual => row => left(row) is { } a && right(row) is { } b ? !string.Equals(a, b, StringComparison.Ordinal) : null,
        BinaryOperator.Less => row => left(row) is { } a && right(row) is { } b ? string.CompareOrdinal(a, b) < 0 : null,
        BinaryOperator.LessOrEqual => row => left(row) is { } a && right(row) is { } b ? string.CompareOrdinal(a, b) <= 0 : null,
        BinaryOperator.Greater => row => left(row) is { } a && right(row) is { } b ? string.CompareOrdinal(a, b) > 0 : null,
        _ => row => left(row) is { } a && right(row) is { } b ? string.CompareOrdinal(a, b) >= 0 : null,
    };

    private static Condition Not(Condition operand) => row => !operand(row);

    private static Condition Negate(Condition condition, bool negated) => negated ? Not(condition) : condition;

    private static Condition And(Condition left, Condition right) => row =>
    {
        var a = left(row);
        return a == false ? false : a & right(row);
    };

    private static Condition Or(Condition left, Condition right) => row =>
    {
        var a = left(row);
        return a == true ? true : a | right(row);
    };

    private Condition Compare(ExpressionNode.Binary node)
    {
        ExpressionNode[] peers = [node.Left, node.Right];
        if (node.Operator is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
            new OrderCheck(compiler).Comparison(node.Operator, node.Left, node.Right, peers);
        return Compare(node.Operator, node.Left, node.Right, peers);
    }

    private Condition In(ExpressionNode.In node)
    {
        var peers = node.Items.Prepend(node.Operand).ToList();
        if (NaturalTypes.Common(peers, compiler.Scope) == ColumnType.Text && node.Items.All(i => i is ExpressionNode.Text))
        {
            var words = node.Items.Cast<ExpressionNode.Text>().Select(t => t.Value).Distinct(StringComparer.Ordinal).ToArray();
            var operand = compiler.Text(node.Operand);
            if (words.Length <= FewWords) return row => operand(row) is { } text ? IsOneOf(text, words) : null;
            var many = words.ToHashSet(StringComparer.Ordinal);
            return row => operand(row) is { } text ? many.Contains(text) : null;
        }

        var items = node.Items.Select(i => Compare(BinaryOperator.Equal, node.Operand, i, peers)).ToArray();
        return row =>
        {
            bool? any = false;
            foreach (var item in items)
            {
                any |= item(row);
                if (any == true) break;
            }

            return any;
        };
    }

    private Condition Between(ExpressionNode.Between node)
    {
        ExpressionNode[] peers = [node.Operand, node.Low, node.High];
        new OrderCheck(compiler).Comparison(BinaryOperator.GreaterOrEqual, node.Operand, node.Low, peers);
        return And(
            Compare(BinaryOperator.GreaterOrEqual, node.Operand, node.Low, peers),
            Compare(BinaryOperator.LessOrEqual, node.Operand, node.High, peers));
    }

    private Condition IsNull(ExpressionNode operand)
    {
        switch (NaturalTypes.Of(operand, compiler.Scope) ?? ColumnType.Text)
        {
            case ColumnType.Number:
                var number = compiler.Number(operand);
                return row => !number(row, out _);
            case ColumnType.Time:
                var time = compiler.Time(operand);
                return row => !time(row, out _);
            case ColumnType.Flag:
                var flag = compiler.Flag(operand);
                return row => flag(row) is null;
            default:
                var text = compiler.Text(operand);
                return row => text(row) is null;
        }
    }

    private Condition Like(ExpressionNode.Like node)
    {
        var operand = compiler.Text(node.Operand);
        var pattern = compiler.Text(node.Pattern);
        return row => operand(row) is { } text && pattern(row) is { } p ? LikePattern.Matches(text, p) : null;
    }

    private Condition Within(ExpressionNode.Within node)
    {
        var operand = compiler.Time(node.Operand);
        var scope = compiler.Scope;
        var time = scope.Columns.OrdinalOf(scope.Time, ColumnType.Time);
        var (clock, span) = (scope.Clock, node.Span);
        return row => operand(row, out var ticks) && !row.Nulls[time] ? ticks <= clock.Add(row.Ticks[time], span) : null;
    }
}
