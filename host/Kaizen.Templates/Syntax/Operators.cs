using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

internal enum BinaryOperator
{
    Coalesce,
    NotNullThen,
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    DivideRound,
    Modulus,
    ShiftLeft,
    ShiftRight,
    Range,
    RangeExclude,
}

internal enum UnaryOperator
{
    Not,
    Plus,
    Negate,
    Expand,
    Alias,
}

internal sealed class ScriptBinary(SourceSpan span, BinaryOperator op, ScriptExpression left, ScriptExpression right)
    : ScriptExpression(span)
{
    internal override object? EvaluateIn(TemplateContext context)
    {
        var leftValue = context.Evaluate(left);
        return op switch
        {
            BinaryOperator.And => context.ToBool(left.Span, leftValue) && context.ToBool(right.Span, context.Evaluate(right)),
            BinaryOperator.Or => context.ToBool(left.Span, leftValue) || context.ToBool(right.Span, context.Evaluate(right)),
            BinaryOperator.Coalesce => leftValue ?? context.Evaluate(right),
            BinaryOperator.NotNullThen => leftValue is null ? null : context.Evaluate(right),
            _ => BinaryOperation.Apply(context, Span, op, leftValue, context.Evaluate(right)),
        };
    }
}

internal sealed class ScriptUnary(SourceSpan span, UnaryOperator op, ScriptExpression operand) : ScriptExpression(span)
{
    public UnaryOperator Operator => op;

    internal override object? EvaluateIn(TemplateContext context)
    {
        if (op == UnaryOperator.Alias)
            return operand.EvaluateAliased(context);
        var value = context.Evaluate(operand);
        return op switch
        {
            UnaryOperator.Not => !context.ToBool(operand.Span, value),
            UnaryOperator.Negate => Numbers.Negate(context, Span, value),
            UnaryOperator.Plus => Numbers.Operand(context, Span, value),
            _ => value,
        };
    }

    public override object? EvaluateAliased(TemplateContext context) => context.Evaluate(this);
}

internal sealed class ScriptConditional(
    SourceSpan span, ScriptExpression condition, ScriptExpression whenTrue, ScriptExpression whenFalse) : ScriptExpression(span)
{
    internal override object? EvaluateIn(TemplateContext context) =>
        context.Evaluate(context.ToBool(condition.Span, context.Evaluate(condition)) ? whenTrue : whenFalse);
}

/// <summary><c>x++</c>, <c>--x</c> and their like.</summary>
internal sealed class ScriptIncrement(SourceSpan span, ScriptPath target, int step, bool isPrefix) : ScriptExpression(span)
{
    internal override object? EvaluateIn(TemplateContext context)
    {
        var before = Numbers.Operand(context, Span, context.Evaluate(target));
        var after = BinaryOperation.Apply(context, Span, BinaryOperator.Add, before, step);
        target.Write(context, after);
        return isPrefix ? after : before;
    }
}

internal sealed class ScriptAssignStatement(SourceSpan span, ScriptPath target, BinaryOperator? op, ScriptExpression value)
    : ScriptStatement(span)
{
    public override bool CanOutput => false;

    internal override object? EvaluateIn(TemplateContext context)
    {
        if (op is null)
        {
            target.Write(context, context.Evaluate(value));
            return null;
        }

        var before = context.Evaluate(target);
        target.Write(context, BinaryOperation.Apply(context, Span, op.Value, before, context.Evaluate(value)));
        return null;
    }
}
