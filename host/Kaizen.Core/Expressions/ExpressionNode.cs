using Kaizen.Core.Metrics;

namespace Kaizen.Core.Expressions;

/// <summary>A node of a row expression's syntax tree. <paramref name="Offset"/> counts from 0 in the expression's text.</summary>
public abstract record ExpressionNode(int Offset, int Length)
{
    public sealed record Column(string Name, int Offset, int Length) : ExpressionNode(Offset, Length);

    public sealed record Number(double Value, int Offset, int Length) : ExpressionNode(Offset, Length);

    public sealed record Text(string Value, int Offset, int Length) : ExpressionNode(Offset, Length);

    public sealed record Flag(bool Value, int Offset, int Length) : ExpressionNode(Offset, Length);

    public sealed record Null(int Offset, int Length) : ExpressionNode(Offset, Length);

    public sealed record Unary(UnaryOperator Operator, ExpressionNode Operand, int Offset, int Length) : ExpressionNode(Offset, Length);

    public sealed record Binary(BinaryOperator Operator, ExpressionNode Left, ExpressionNode Right, int Offset, int Length)
        : ExpressionNode(Offset, Length);

    public sealed record In(ExpressionNode Operand, IReadOnlyList<ExpressionNode> Items, bool Negated, int Offset, int Length)
        : ExpressionNode(Offset, Length);

    public sealed record Between(ExpressionNode Operand, ExpressionNode Low, ExpressionNode High, bool Negated, int Offset, int Length)
        : ExpressionNode(Offset, Length);

    public sealed record IsNull(ExpressionNode Operand, bool Negated, int Offset, int Length) : ExpressionNode(Offset, Length);

    public sealed record Like(ExpressionNode Operand, ExpressionNode Pattern, bool Negated, int Offset, int Length)
        : ExpressionNode(Offset, Length);

    /// <summary>True where the operand lies at most <paramref name="Span"/> after the row's time.</summary>
    public sealed record Within(ExpressionNode Operand, CalendarSpan Span, int Offset, int Length) : ExpressionNode(Offset, Length);

    /// <summary><c>case [operand] when ... then ... [else ...] end</c>.</summary>
    public sealed record Case(
        ExpressionNode? Operand, IReadOnlyList<CaseArm> Arms, ExpressionNode? Else, int Offset, int Length)
        : ExpressionNode(Offset, Length);

    public sealed record Call(string Function, IReadOnlyList<ExpressionNode> Arguments, int Offset, int Length)
        : ExpressionNode(Offset, Length);

    /// <summary>The nodes directly below.</summary>
    public IEnumerable<ExpressionNode> Children() => this switch
    {
        Unary n => [n.Operand],
        Binary n => [n.Left, n.Right],
        In n => n.Items.Prepend(n.Operand),
        Between n => [n.Operand, n.Low, n.High],
        IsNull n => [n.Operand],
        Like n => [n.Operand, n.Pattern],
        Within n => [n.Operand],
        Case n => new[] { n.Operand, n.Else }.OfType<ExpressionNode>().Concat(n.Arms.SelectMany(a => new[] { a.When, a.Then })),
        Call n => n.Arguments,
        _ => [],
    };
}

/// <summary>One <c>when ... then ...</c> of a case.</summary>
public sealed record CaseArm(ExpressionNode When, ExpressionNode Then);

public enum UnaryOperator { Minus, Not }

public enum BinaryOperator { Add, Subtract, Multiply, Divide, Modulo, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, And, Or }
