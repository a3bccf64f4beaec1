using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Core.Expressions;
using Kaizen.Measuring.Expressions;

namespace Kaizen.Measuring.Pushing;

/// <summary>
/// Turns the expressions of one metric into SQL that means the same. The scan's compiler has found no fault in them. What
/// cannot be said in SQL with the same meaning is declined; what came of it is then not to be used.
/// </summary>
/// <param name="scope">What the metric is typed against.</param>
/// <param name="plan">Receives what the SQL needs.</param>
internal sealed class Translator(ExpressionScope scope, PushPlan plan)
{
    /// <summary>
    /// Numbers of the database that are larger, and divisors that are nearer to 0 than a very small number, are left to a
    /// scan: so no operation of a usual expression leaves the range of a double, which a scan would have to report.
    /// </summary>
    public const double LargestValue = 1e60;

    private const double SmallestDivisor = 1e-30, LargestResult = 1e290, LongestTime = 1e11;

    public ExpressionScope Scope => scope;

    public PushPlan Plan => plan;

    public Sql Number(ExpressionNode node) => node switch
    {
        ExpressionNode.Number n => Literal(n.Value),
        ExpressionNode.Column c => plan.Column(c.Name, ColumnType.Number),
        ExpressionNode.Unary { Operator: UnaryOperator.Minus } u => Negated(Number(u.Operand)),
        ExpressionNode.Binary { Operator: <= BinaryOperator.Modulo } b => Arithmetic(b.Operator, Number(b.Left), Number(b.Right)),
        ExpressionNode.Case c => Case(c, Number),
        ExpressionNode.Call c => new CallTranslator(this).Number(c),
        _ => Sql.Null,
    };

    /// <summary>A time, in ticks.</summary>
    public Sql Time(ExpressionNode node) => node switch
    {
        ExpressionNode.Column c => plan.Column(c.Name, ColumnType.Time),
        ExpressionNode.Text t => Literal(t),
        ExpressionNode.Case c => Case(c, Time),
        ExpressionNode.Call c => new CallTranslator(this).Time(c),
        _ => Sql.Null,
    };

    public Sql Text(ExpressionNode node) => node switch
    {
        ExpressionNode.Text t => plan.Stages.Parameter(t.Value),
        ExpressionNode.Column c => plan.Column(c.Name, ColumnType.Text),
        ExpressionNode.Case c => Case(c, Text),
        ExpressionNode.Call c => new CallTranslator(this).Text(c),
        _ => Sql.Null,
    };

    public Sql Flag(ExpressionNode node) => node switch
    {
        ExpressionNode.Flag f => new Sql(f.Value ? "TRUE" : "FALSE"),
        ExpressionNode.Column c => plan.Column(c.Name, ColumnType.Flag),
        ExpressionNode.Case c => Case(c, Flag),
        ExpressionNode.Call c => new CallTranslator(this).Flag(c),
        ExpressionNode.Null => Sql.Null,
        _ => new ConditionTranslator(this).Condition(node),
    };

    /// <summary>A node in a type.</summary>
    public Sql As(ColumnType type, ExpressionNode node) => type switch
    {
        ColumnType.Number => Number(node),
        ColumnType.Time => Time(node),
        ColumnType.Flag => Flag(node),
        _ => Text(node),
    };

    /// <summary>A node in the type that it has by itself.</summary>
    public Sql Natural(ExpressionNode node) => As(NaturalTypes.Of(node, scope) ?? ColumnType.Text, node);

    public Sql Declined(string why)
    {
        plan.Decline(why);
        return Sql.Null;
    }

    private Sql Literal(double value) => plan.Stages.Parameter(value) with { Most = Math.Abs(value) };

    private Sql Literal(ExpressionNode.Text text)
    {
        if (!TimeLiteral.TryParse(text.Value, out var time)) return Sql.Null;
        return Sql.Whole(time.Kind == DateTimeKind.Utc ? time.Ticks : scope.Clock.ToInstant(time.Ticks));
    }

    private static Sql Negated(Sql operand) => Sql.Of("(0.0 - {0})", operand) with { Most = operand.Most };

    private Sql Arithmetic(BinaryOperator operation, Sql left, Sql right)
    {
        switch (operation)
        {
            case BinaryOperator.Add: return InRange(Sql.Of("({0} + {1})", left, right), left.Most + right.Most);
            case BinaryOperator.Subtract: return InRange(Sql.Of("({0} - {1})", left, right), left.Most + right.Most);
            case BinaryOperator.Multiply: return InRange(Sql.Of("({0} * {1})", left, right), left.Most * right.Most);
            case BinaryOperator.Divide:
                var divisor = plan.Stages.Let(right);
                plan.Guard(Sql.Of("{0} <> 0 AND {0} BETWEEN -1e-30 AND 1e-30", divisor), "a division by a number next to 0");
                return InRange(Sql.Of("({0} / {1})", left, divisor), left.Most / SmallestDivisor);
            default: return Declined("the remainder of a division");
        }
    }

    /// <summary>A number that is known to stay in the range of a double.</summary>
    private Sql InRange(Sql number, double most) => most < LargestResult ? number with { Most = most } : Declined("numbers that may leave the range of a double");

    /// <summary>Elapsed time: a whole number of ticks as a double, then one division, as in a scan.</summary>
    public Sql Elapsed(ExpressionNode from, ExpressionNode to, long unit) => Sql.Of(
        "({0} / {1})", plan.Dialect.Real(Sql.Of("({0} - {1})", Time(to), Time(from))), new Sql(string.Create(CultureInfo.InvariantCulture, $"{unit}.0"))) with
    { Most = LongestTime };

    private Sql Case(ExpressionNode.Case node, Func<ExpressionNode, Sql> result)
    {
        ExpressionNode[] peers = node.Operand is null ? [] : [node.Operand, .. node.Arms.Select(a => a.When)];
        var parts = new List<Sql> { new("CASE") };
        var most = 0.0;
        foreach (var arm in node.Arms)
        {
            var when = node.Operand is null ? Flag(arm.When) : new ConditionTranslator(this).Compare(BinaryOperator.Equal, node.Operand, arm.When, peers);
            var then = result(arm.Then);
            most = Math.Max(most, then.Most);
            parts.Add(Sql.Of("WHEN {0} THEN {1}", when, then));
        }

        var otherwise = node.Else is null ? Sql.Null : result(node.Else);
        parts.Add(Sql.Of("ELSE {0} END", otherwise));
        return Sql.Of("({0})", Sql.Join(" ", parts)) with { Most = Math.Max(most, otherwise.Most) };
    }
}
