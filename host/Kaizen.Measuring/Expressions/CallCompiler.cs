using Kaizen.Core.Expressions;
using Kaizen.Measuring.Rows;

namespace Kaizen.Measuring.Expressions;

/// <summary>Calls of functions; <see cref="Signature"/> has already approved the number of arguments.</summary>
internal sealed class CallCompiler(ExpressionCompiler compiler)
{
    public Numeric Number(ExpressionNode.Call call) => call.Function switch
    {
        "hours_between" => Elapsed(call, TimeSpan.TicksPerHour),
        "days_between" => Elapsed(call, TimeSpan.TicksPerDay),
        "minutes_between" => Elapsed(call, TimeSpan.TicksPerMinute),
        "year" => Part(call, d => d.Year),
        "month" => Part(call, d => d.Month),
        "day" => Part(call, d => d.Day),
        "weekday" => Part(call, d => (((int)d.DayOfWeek + 6) % 7) + 1),
        "hour" => Part(call, d => d.Hour),
        "abs" => NumericOperations.Map(compiler.Number(call.Arguments[0]), Math.Abs),
        "floor" => NumericOperations.Map(compiler.Number(call.Arguments[0]), Math.Floor),
        "ceil" => NumericOperations.Map(compiler.Number(call.Arguments[0]), Math.Ceiling),
        "round" => Round(call),
        "length" => Length(compiler.Text(call.Arguments[0])),
        _ => Choose(call, compiler.Number),
    };

    public Instant Time(ExpressionNode.Call call)
    {
        if (call.Function != "date") return Choose(call, compiler.Time);
        var time = compiler.Time(call.Arguments[0]);
        var clock = compiler.Scope.Clock;
        return (Row row, out long value) =>
        {
            if (!time(row, out value)) return false;
            var local = clock.ToLocal(value);
            value = clock.ToInstant(local - (local % TimeSpan.TicksPerDay));
            return true;
        };
    }

    public Words Text(ExpressionNode.Call call)
    {
        switch (call.Function)
        {
            case "lower": return Map(call, s => s.ToLowerInvariant());
            case "upper": return Map(call, s => s.ToUpperInvariant());
            case "trim": return Map(call, s => s.Trim());
            case "concat":
                var parts = call.Arguments.Select(compiler.Text).ToArray();
                return row =>
                {
                    var texts = Array.ConvertAll(parts, p => p(row));
                    return Array.Exists(texts, t => t is null) ? null : string.Concat(texts);
                };
            default: return ExpressionCompiler.AsWords(Choose(call, n => ExpressionCompiler.AsReading(compiler.Text(n))));
        }
    }

    public Condition Flag(ExpressionNode.Call call) =>
        ExpressionCompiler.AsCondition(Choose(call, n => ExpressionCompiler.AsReading(compiler.Flag(n))));

    private Numeric Elapsed(ExpressionNode.Call call, long unit) =>
        NumericOperations.Elapsed(compiler.Time(call.Arguments[0]), compiler.Time(call.Arguments[1]), unit);

    /// <summary>A part of the local date or clock.</summary>
    private Numeric Part(ExpressionNode.Call call, Func<DateTime, int> part)
    {
        var time = compiler.Time(call.Arguments[0]);
        var clock = compiler.Scope.Clock;
        return (Row row, out double value) =>
        {
            value = 0;
            if (!time(row, out var ticks)) return false;
            value = part(new DateTime(clock.ToLocal(ticks)));
            return true;
        };
    }

    /// <summary>Half away from zero, as SQL does.</summary>
    private Numeric Round(ExpressionNode.Call call)
    {
        var number = compiler.Number(call.Arguments[0]);
        if (call.Arguments.Count == 1) return NumericOperations.Map(number, v => Math.Round(v, MidpointRounding.AwayFromZero));
        var digits = compiler.Number(call.Arguments[1]);
        return (Row row, out double value) =>
        {
            if (!number(row, out value) || !digits(row, out var d)) return false;
            value = Math.Round(value, (int)Math.Clamp(d, 0, 15), MidpointRounding.AwayFromZero);
            return true;
        };
    }

    private static Numeric Length(Words text) => (Row row, out double value) =>
    {
        var t = text(row);
        value = t?.Length ?? 0;
        return t is not null;
    };

    private Words Map(ExpressionNode.Call call, Func<string, string> function)
    {
        var text = compiler.Text(call.Arguments[0]);
        return row => text(row) is { } t ? function(t) : null;
    }

    /// <summary><c>least greatest coalesce nullif</c>: one of the arguments, in the type they have in common.</summary>
    private Reading<T> Choose<T>(ExpressionNode.Call call, Func<ExpressionNode, Reading<T>> compile)
    {
        if (call.Function is "least" or "greatest") new OrderCheck(compiler).Choice(call);
        // Texts are compared by code unit wherever they are compared.
        var comparer = typeof(T) == typeof(string) ? (IComparer<T>)(object)StringComparer.Ordinal : Comparer<T>.Default;
        var items = call.Arguments.Select(compile).ToArray();
        return call.Function switch
        {
            "least" => Extreme(items, comparer, -1),
            "greatest" => Extreme(items, comparer, 1),
            "coalesce" => (Row row, out T value) =>
            {
                foreach (var item in items)
                    if (item(row, out value)) return true;
                value = default!;
                return false;
            }
            ,
            _ => (Row row, out T value) =>
                items[0](row, out value) && !(items[1](row, out var other) && comparer.Compare(value, other) == 0),
        };
    }

    /// <summary>The smallest or largest; null where one of them is null, as in standard SQL.</summary>
    private static Reading<T> Extreme<T>(Reading<T>[] items, IComparer<T> comparer, int sign) => (Row row, out T value) =>
    {
        if (!items[0](row, out value)) return false;
        for (var i = 1; i < items.Length; i++)
        {
            if (!items[i](row, out var v)) return false;
            if (Math.Sign(comparer.Compare(v, value)) == sign) value = v;
        }

        return true;
    };
}
