using Kaizen.Core.Expressions;
using Kaizen.Measuring.Rows;

namespace Kaizen.Measuring.Expressions;

/// <summary><c>case</c>: the first arm whose condition is true; null where none is and there is no <c>else</c>.</summary>
internal sealed class CaseCompiler(ExpressionCompiler compiler)
{
    public Reading<T> Compile<T>(ExpressionNode.Case node, Func<ExpressionNode, Reading<T>> result)
    {
        var conditions = new ConditionCompiler(compiler);
        ExpressionNode[] peers = node.Operand is null ? [] : [node.Operand, .. node.Arms.Select(a => a.When)];
        var whens = node.Arms.Select(a => node.Operand is null
            ? compiler.Flag(a.When)
            : conditions.Compare(BinaryOperator.Equal, node.Operand, a.When, peers)).ToArray();
        var thens = node.Arms.Select(a => result(a.Then)).ToArray();
        var otherwise = node.Else is null ? null : result(node.Else);
        return (Row row, out T value) =>
        {
            for (var i = 0; i < whens.Length; i++)
                if (whens[i](row) == true) return thens[i](row, out value);
            if (otherwise is not null) return otherwise(row, out value);
            value = default!;
            return false;
        };
    }
}
