using System.Collections;
using System.Numerics;
using System.Text;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>The binary operators over all values of the language.</summary>
internal static class BinaryOperation
{
    public static object? Apply(TemplateContext context, SourceSpan span, BinaryOperator op, object? left, object? right)
    {
        left = Plain(left, right);
        right = Plain(right, left);
        switch (op)
        {
            case BinaryOperator.Equal:
                return AreEqual(context, span, left, right);
            case BinaryOperator.NotEqual:
                return !AreEqual(context, span, left, right);
            case BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual:
                return IsOrdered(context, span, op, left, right);
            case BinaryOperator.Range or BinaryOperator.RangeExclude:
                return Range(context, span, left, right, op == BinaryOperator.Range);
        }

        if (left is string || right is string)
            return Text(context, span, op, left, right);
        if (left is null || right is null)
            return null;
        if (Numbers.IsNumber(left) && Numbers.IsNumber(right))
            return Numbers.Calculate(span, op, Numbers.Keep(context, span, left), Numbers.Keep(context, span, right));
        return Time(op, left, right) ?? List(context, span, op, left, right) ?? throw new ScriptRuntimeException(
            span, $"The operator `{op}` does not work on `{context.GetTypeName(left)}` and `{context.GetTypeName(right)}`.");
    }

    public static bool AreEqual(TemplateContext context, SourceSpan span, object? left, object? right)
    {
        left = Plain(left, right);
        right = Plain(right, left);
        if (left is EmptyScriptObject || right is EmptyScriptObject)
        {
            var other = left is EmptyScriptObject ? right : left;
            return other is EmptyScriptObject || (other is not string && context.IsEmpty(span, other) is true);
        }

        if (left is null || right is null)
            return left is null && right is null;
        if (Numbers.IsNumber(left) && Numbers.IsNumber(right))
        {
            return !IsNotANumber(left) && !IsNotANumber(right)
                && Numbers.Compare(Numbers.Keep(context, span, left), Numbers.Keep(context, span, right)) == 0;
        }

        if (ReferenceEquals(left, right))
            return true;
        if (left is string || right is string)
            return string.Equals(context.ObjectToString(left), context.ObjectToString(right), StringComparison.Ordinal);
        if (left is ScriptArray && right is IList && right is not string)
            return AreItemsEqual(context, span, (IList)left, (IList)right);
        return left.Equals(right);
    }

    /// <summary>The order of two values for sorting; null comes first.</summary>
    public static int Compare(TemplateContext context, SourceSpan span, object? left, object? right)
    {
        left = Plain(left, right);
        right = Plain(right, left);
        if (left is null || right is null)
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        if (Numbers.IsNumber(left) && Numbers.IsNumber(right))
            return Numbers.Compare(Numbers.Keep(context, span, left), Numbers.Keep(context, span, right));
        if (left is not string && right is not string && left.GetType() == right.GetType() && left is IComparable comparable)
            return comparable.CompareTo(right);
        return string.Compare(context.ObjectToString(left), context.ObjectToString(right), false, context.CurrentCulture);
    }

    /// <summary>Characters, enums and truth values become texts, or numbers where the other side is one.</summary>
    private static object? Plain(object? value, object? other) => value switch
    {
        char c => c.ToString(),
        Enum when Numbers.IsNumber(other) => (object)Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
        Enum when other is string => value.ToString(),
        bool flag when Numbers.IsNumber(other) => flag ? 1 : 0,
        _ => value,
    };

    private static bool IsOrdered(TemplateContext context, SourceSpan span, BinaryOperator op, object? left, object? right)
    {
        if (left is null || right is null)
            return false;
        if (IsNotANumber(left) || IsNotANumber(right))
            return false;
        var isComparable = (Numbers.IsNumber(left) && Numbers.IsNumber(right)) || left is string || right is string
            || (left.GetType() == right.GetType() && left is IComparable and not (bool or TimeSpan));
        if (!isComparable)
        {
            throw new ScriptRuntimeException(
                span, $"`{context.GetTypeName(left)}` and `{context.GetTypeName(right)}` cannot be compared.");
        }

        var order = Compare(context, span, left, right);
        return op switch
        {
            BinaryOperator.Less => order < 0,
            BinaryOperator.LessOrEqual => order <= 0,
            BinaryOperator.Greater => order > 0,
            _ => order >= 0,
        };
    }

    private static bool IsNotANumber(object value) => value is double.NaN or float.NaN;

    private static string Text(TemplateContext context, SourceSpan span, BinaryOperator op, object? left, object? right)
    {
        if (op == BinaryOperator.Add)
        {
            var joined = string.Concat(context.ObjectToString(left), context.ObjectToString(right));
            context.CheckTextLength(span, joined.Length);
            return joined;
        }

        var (text, times) = left is string ? (left, right) : (right, left);
        if (op == BinaryOperator.Multiply && Numbers.IsWhole(times))
            return Repeat(context, span, (string)text!, Math.Max(0, context.ToInt(span, times)));

        throw new ScriptRuntimeException(
            span, $"The operator `{op}` does not work on `{context.GetTypeName(left)}` and `{context.GetTypeName(right)}`.");
    }

    private static string Repeat(TemplateContext context, SourceSpan span, string text, int times)
    {
        context.CheckTextLength(span, (long)text.Length * times);
        return new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
    }

    private static object? Time(BinaryOperator op, object left, object right) => (op, left, right) switch
    {
        (BinaryOperator.Subtract, DateTime l, DateTime r) => l - r,
        (BinaryOperator.Subtract, DateTime l, TimeSpan r) => l - r,
        (BinaryOperator.Add, DateTime l, TimeSpan r) => l + r,
        (BinaryOperator.Subtract, DateTimeOffset l, DateTimeOffset r) => l - r,
        (BinaryOperator.Subtract, DateTimeOffset l, TimeSpan r) => l - r,
        (BinaryOperator.Add, DateTimeOffset l, TimeSpan r) => l + r,
        _ => null,
    };

    private static ScriptArray? List(TemplateContext context, SourceSpan span, BinaryOperator op, object left, object right)
    {
        if (left is not (ScriptArray or ScriptRange) && right is not (ScriptArray or ScriptRange))
            return null;
        if (op == BinaryOperator.Add && left is IEnumerable && right is IEnumerable)
            return new ScriptArray(context.ToList(span, left).Cast<object?>().Concat(context.ToList(span, right).Cast<object?>()));
        var (list, times) = Numbers.IsWhole(left) ? (right, left) : (left, right);
        if (op != BinaryOperator.Multiply || !Numbers.IsWhole(times))
            return null;

        var items = context.ToList(span, list);
        var count = Math.Max(0, context.ToInt(span, times));
        context.CheckItemCount(span, (long)items.Count * count);
        return new ScriptArray(Enumerable.Range(0, count).SelectMany(_ => items.Cast<object?>()));
    }

    private static ScriptRange Range(TemplateContext context, SourceSpan span, object? left, object? right, bool includesLast)
    {
        if (!Numbers.IsNumber(left) || !Numbers.IsNumber(right))
        {
            throw new ScriptRuntimeException(
                span, $"A range needs two integers and got `{context.GetTypeName(left)}` and `{context.GetTypeName(right)}`.");
        }

        return ScriptRange.Between(Bound(context, span, left), Bound(context, span, right), includesLast);
    }

    private static long Bound(TemplateContext context, SourceSpan span, object? value)
    {
        var number = Numbers.Keep(context, span, value);
        var whole = Numbers.IsWhole(number) ? Numbers.ToBig(number) : WholeOf(span, Numbers.ToDouble(number));
        return whole > long.MaxValue / 2 || whole < long.MinValue / 2
            ? throw new ScriptRuntimeException(span, "The range is too wide.")
            : (long)whole;
    }

    private static BigInteger WholeOf(SourceSpan span, double value) =>
        double.IsFinite(value)
            ? new BigInteger(Math.Round(value))
            : throw new ScriptRuntimeException(span, "A range needs two integers.");

    private static bool AreItemsEqual(TemplateContext context, SourceSpan span, IList left, IList right)
    {
        if (left.Count != right.Count)
            return false;
        context.EnterObject(span);
        try
        {
            for (var i = 0; i < left.Count; i++)
            {
                if (!AreEqual(context, span, left[i], right[i]))
                    return false;
            }

            return true;
        }
        finally
        {
            context.LeaveObject();
        }
    }
}
