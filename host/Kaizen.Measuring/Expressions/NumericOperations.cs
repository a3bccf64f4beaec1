using System.Globalization;
using Kaizen.Core.Expressions;
using Kaizen.Measuring.Rows;

namespace Kaizen.Measuring.Expressions;

/// <summary>
/// Arithmetic. A division by zero has no result and is null; a result beyond the range of a double is noted at the row, which
/// is then refused. No infinity reaches a series.
/// </summary>
internal static class NumericOperations
{
    public static Numeric Constant(double constant) => (Row row, out double value) =>
    {
        value = constant;
        return true;
    };

    public static Numeric Negate(Numeric operand) => (Row row, out double value) =>
    {
        var has = operand(row, out var v);
        value = 0 - v;
        return has;
    };

    public static Numeric Arithmetic(BinaryOperator operation, Numeric left, Numeric right) => operation switch
    {
        BinaryOperator.Add => (Row row, out double value) =>
            Both(left, right, row, out value, out var a, out var b) && (double.IsFinite(value = a + b) || Beyond(row, a, '+', b)),
        BinaryOperator.Subtract => (Row row, out double value) =>
            Both(left, right, row, out value, out var a, out var b) && (double.IsFinite(value = a - b) || Beyond(row, a, '-', b)),
        BinaryOperator.Multiply => (Row row, out double value) =>
            Both(left, right, row, out value, out var a, out var b) && (double.IsFinite(value = a * b) || Beyond(row, a, '*', b)),
        BinaryOperator.Divide => (Row row, out double value) =>
            Both(left, right, row, out value, out var a, out var b) && b != 0 && (double.IsFinite(value = a / b) || Beyond(row, a, '/', b)),
        _ => (Row row, out double value) => Both(left, right, row, out value, out var a, out var b) && double.IsFinite(value = a % b),
    };

    /// <summary>Elapsed time in a unit: the later minus the earlier. Equal durations give equal doubles.</summary>
    public static Numeric Elapsed(Instant from, Instant to, double ticksPerUnit) => (Row row, out double value) =>
    {
        if (from(row, out var a) && to(row, out var b))
        {
            value = (b - a) / ticksPerUnit;
            return true;
        }

        value = 0;
        return false;
    };

    public static Numeric Map(Numeric operand, Func<double, double> function) => (Row row, out double value) =>
    {
        if (!operand(row, out value)) return false;
        value = function(value);
        return double.IsFinite(value);
    };

    private static bool Both(Numeric left, Numeric right, Row row, out double value, out double a, out double b)
    {
        b = 0;
        value = 0;
        return left(row, out a) && right(row, out b);
    }

    /// <summary>Notes the first operation of a row that left the range; its result is no value.</summary>
    private static bool Beyond(Row row, double a, char sign, double b)
    {
        row.Overflow ??= string.Create(CultureInfo.InvariantCulture, $"{a} {sign} {b}");
        return false;
    }
}
