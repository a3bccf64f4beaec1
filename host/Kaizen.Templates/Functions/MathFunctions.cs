using System.Globalization;
using System.Numerics;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>The built-in object <c>math</c>.</summary>
internal static class MathFunctions
{
    private const int MostDigits = 15;

    public static ScriptObject Create() => new()
    {
        ["abs"] = BuiltinFunction.Of("value", static c => c[0] is null ? null : Real(c, Math.Abs, Math.Abs, Absolute)),
        ["ceil"] = BuiltinFunction.Of("value", static c => Real(c, Math.Ceiling, Math.Ceiling, Same)),
        ["floor"] = BuiltinFunction.Of("value", static c => Real(c, Math.Floor, Math.Floor, Same)),
        ["round"] = BuiltinFunction.Of("value precision?", Round),
        ["plus"] = BuiltinFunction.Of("value with", static c => Calculate(c, BinaryOperator.Add)),
        ["minus"] = BuiltinFunction.Of("value with", static c => Calculate(c, BinaryOperator.Subtract)),
        ["times"] = BuiltinFunction.Of("value with", static c => Calculate(c, BinaryOperator.Multiply)),
        ["modulo"] = BuiltinFunction.Of("value with", static c => Calculate(c, BinaryOperator.Modulus)),
        ["divided_by"] = BuiltinFunction.Of("value divisor", DividedBy),
        ["format"] = BuiltinFunction.Of("value format culture?", Format),
        ["is_number"] = BuiltinFunction.Of("value", static c => Numbers.IsNumber(c[0])),
        ["uuid"] = BuiltinFunction.Of("", static _ => Guid.NewGuid().ToString()),
        ["random"] = BuiltinFunction.Of("minValue maxValue", Random),
    };

    private static object? Format(Call call)
    {
        if (call[0] is null)
            return null;
        if (!Numbers.IsNumber(call[0]))
            throw call.Fault($"A number is needed and `{call.Context.GetTypeName(call[0])}` was given.");
        return ObjectFunctions.FormatValue(call);
    }

    private static object? Real(
        Call call, Func<double, double> ofDouble, Func<decimal, decimal> ofDecimal, Func<object, object> ofWhole)
    {
        return Numbers.Keep(call.Context, call.Span, call[0] ?? 0) switch
        {
            double d => ofDouble(d),
            float f => (float)ofDouble(f),
            decimal m => ofDecimal(m),
            var whole => ofWhole(whole),
        };
    }

    private static object Same(object whole) => whole;

    private static object Absolute(object whole) => Numbers.Fit(BigInteger.Abs(Numbers.ToBig(whole)));

    private static object? Round(Call call)
    {
        var digits = Math.Clamp(call[1] is null ? 0 : call.Int(1), 0, MostDigits);
        return Real(call, d => Math.Round(d, digits), m => (decimal)Math.Round((double)m, digits), Same);
    }

    private static object? Calculate(Call call, BinaryOperator op) =>
        call[0] is null || call[1] is null
            ? null
            : BinaryOperation.Apply(call.Context, call.Span, op, call[0], call[1]);

    private static object? DividedBy(Call call)
    {
        var result = Calculate(call, BinaryOperator.Divide);
        if (result is null || !Numbers.IsWhole(Numbers.Keep(call.Context, call.Span, call[1])))
            return result;
        var floor = Math.Floor(Numbers.ToDouble(result));
        return double.IsFinite(floor) ? Numbers.Fit(new BigInteger(floor)) : throw call.Fault("A division by zero.");
    }

    private static object? Random(Call call)
    {
        var (from, to) = (call.Int(0), call.Int(1));
        if (from > to)
            throw call.Fault(string.Create(CultureInfo.InvariantCulture, $"The lower bound {from} lies above the upper bound {to}."));
        return System.Random.Shared.Next(from, to);
    }
}
