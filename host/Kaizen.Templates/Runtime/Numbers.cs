using System.Globalization;
using System.Numerics;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>
/// Arithmetic over the number types of the language: int, long, big integer, float, double and decimal.
/// Whole results take the smallest type that holds them.
/// </summary>
internal static class Numbers
{
    /// <summary>Beyond this size a product is a runaway loop, not a result.</summary>
    private const long BitLimit = 1 << 20;

    public static bool IsNumber(object? value) => value is int or double or long or decimal or float or BigInteger
        or uint or ulong or short or ushort or byte or sbyte;

    public static bool IsWhole(object? value) => value is int or long or BigInteger
        or uint or ulong or short or ushort or byte or sbyte;

    public static object Negate(TemplateContext context, SourceSpan span, object? value) => Operand(context, span, value) switch
    {
        int i => Fit(-(long)i),
        long l => Fit(-(BigInteger)l),
        BigInteger b => Fit(-b),
        float f => -f,
        double d => -d,
        decimal m => -m,
        var other => other,
    };

    /// <summary>The value of a sign or a count, where no text will do.</summary>
    public static object Operand(TemplateContext context, SourceSpan span, object? value) =>
        Keep(context, span, value is string ? throw new ScriptRuntimeException(span, "A number is needed and `string` was given.") : value);

    /// <summary>The value as a number of the language; texts are read.</summary>
    public static object Keep(TemplateContext context, SourceSpan span, object? value)
    {
        switch (value)
        {
            case int or double or long or decimal or float or BigInteger:
                return value;
            case uint or ulong or short or ushort or byte or sbyte:
                return Fit(BigInteger.Parse(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
            case Enum:
                return Fit(Convert.ToInt64(value, CultureInfo.InvariantCulture));
            case string text when BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                return Fit(whole);
            case string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real):
                return real;
            default:
                throw new ScriptRuntimeException(span, $"A number is needed and `{context.GetTypeName(value)}` was given.");
        }
    }

    public static object Calculate(SourceSpan span, BinaryOperator op, object left, object right)
    {
        try
        {
            return (left, right) switch
            {
                (decimal, _) or (_, decimal) => (object)Real(span, op, ToDecimal(left), ToDecimal(right)),
                (double, _) or (_, double) => Real(span, op, ToDouble(left), ToDouble(right)),
                (float, _) or (_, float) => Real(span, op, (float)ToDouble(left), (float)ToDouble(right)),
                (int l, int r) => Int(span, op, l, r),
                _ => Big(span, op, ToBig(left), ToBig(right)),
            };
        }
        catch (Exception fault) when (fault is ArithmeticException)
        {
            throw new ScriptRuntimeException(span, fault is DivideByZeroException ? "A division by zero." : "The result does not fit the number.", fault);
        }
    }

    public static int Compare(object left, object right) => (left, right) switch
    {
        (int l, int r) => l.CompareTo(r),
        (double or float, _) or (_, double or float) => ToDouble(left).CompareTo(ToDouble(right)),
        (decimal, _) or (_, decimal) => ToDecimal(left).CompareTo(ToDecimal(right)),
        _ => ToBig(left).CompareTo(ToBig(right)),
    };

    public static double ToDouble(object value) =>
        value is BigInteger big ? (double)big : Convert.ToDouble(value, CultureInfo.InvariantCulture);

    public static BigInteger ToBig(object value) =>
        value is BigInteger big ? big : Convert.ToInt64(value, CultureInfo.InvariantCulture);

    public static object Fit(BigInteger value) =>
        value >= long.MinValue && value <= long.MaxValue ? Fit((long)value) : value;

    public static object Fit(long value) => value is >= int.MinValue and <= int.MaxValue ? (object)(int)value : value;

    private static decimal ToDecimal(object value) =>
        value is BigInteger big ? (decimal)big : Convert.ToDecimal(value, CultureInfo.InvariantCulture);

    private static object Int(SourceSpan span, BinaryOperator op, int left, int right) => op switch
    {
        BinaryOperator.Add => Fit((long)left + right),
        BinaryOperator.Subtract => Fit((long)left - right),
        BinaryOperator.Multiply => Fit((long)left * right),
        BinaryOperator.Divide => (double)left / right,
        BinaryOperator.DivideRound => Fit((long)left / right),
        BinaryOperator.Modulus => Fit((long)left % right),
        _ => Big(span, op, left, right),
    };

    private static object Big(SourceSpan span, BinaryOperator op, BigInteger left, BigInteger right)
    {
        if (op is BinaryOperator.Multiply && left.GetBitLength() + right.GetBitLength() > BitLimit)
            throw new ScriptRuntimeException(span, "The product is too large.");
        if (op is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight && (right > BitLimit || right < -BitLimit))
            throw new ScriptRuntimeException(span, "The shift is too far.");
        return op switch
        {
            BinaryOperator.Add => Fit(left + right),
            BinaryOperator.Subtract => Fit(left - right),
            BinaryOperator.Multiply => Fit(left * right),
            BinaryOperator.Divide => (double)left / (double)right,
            BinaryOperator.DivideRound => Fit(left / right),
            BinaryOperator.Modulus => Fit(left % right),
            BinaryOperator.ShiftLeft => Fit(left << (int)right),
            BinaryOperator.ShiftRight => Fit(left >> (int)right),
            _ => throw Unknown(span, op),
        };
    }

    private static T Real<T>(SourceSpan span, BinaryOperator op, T left, T right) where T : IFloatingPoint<T> => op switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.DivideRound => T.Round(left / right),
        BinaryOperator.Modulus => left % right,
        _ => throw Unknown(span, op),
    };

    private static ScriptRuntimeException Unknown(SourceSpan span, BinaryOperator op) =>
        new(span, $"The operator `{op}` does not work on these numbers.");
}
