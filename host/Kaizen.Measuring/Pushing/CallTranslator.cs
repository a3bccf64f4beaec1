using Kaizen.Core.Expressions;

namespace Kaizen.Measuring.Pushing;

/// <summary>Calls of functions. What works on letters is declined: databases differ there from us and from each other.</summary>
internal sealed class CallTranslator(Translator translator)
{
    private PushPlan Plan => translator.Plan;

    public Sql Number(ExpressionNode.Call call) => call.Function switch
    {
        "hours_between" => translator.Elapsed(call.Arguments[0], call.Arguments[1], TimeSpan.TicksPerHour),
        "days_between" => translator.Elapsed(call.Arguments[0], call.Arguments[1], TimeSpan.TicksPerDay),
        "minutes_between" => translator.Elapsed(call.Arguments[0], call.Arguments[1], TimeSpan.TicksPerMinute),
        "year" => Part(Plan.Local.CivilOf(Day(call)).Year),
        "month" => Part(Plan.Local.CivilOf(Day(call)).Month),
        "day" => Part(Plan.Local.CivilOf(Day(call)).Day),
        "weekday" => Part(Sql.Of("({0} % 7 + 1)", Day(call))),
        "hour" => Part(Sql.Of("({0} % 86400 / 3600)", Plan.Local.Clock(Argument(call)))),
        "abs" => translator.Number(call.Arguments[0]) is var n ? Sql.Of("abs({0})", n) with { Most = n.Most } : default,
        "floor" => Rounded(call, "CASE WHEN {0} < {1} THEN {1} - 1.0 ELSE {1} END"),
        "ceil" => Rounded(call, "CASE WHEN {0} > {1} THEN {1} + 1.0 ELSE {1} END"),
        "round" when call.Arguments.Count == 1 => Rounded(call, "CASE WHEN {0} - {1} >= 0.5 THEN {1} + 1.0 WHEN {0} - {1} <= -0.5 THEN {1} - 1.0 ELSE {1} END"),
        _ => Choice(call, translator.Number),
    };

    public Sql Time(ExpressionNode.Call call) =>
        call.Function == "date" ? Plan.Stages.Let(Plan.Local.StartOfDay(Argument(call))) : Choice(call, translator.Time);

    public Sql Text(ExpressionNode.Call call) => call.Function switch
    {
        "concat" => Sql.Of("({0})", Sql.Join(" || ", call.Arguments.Select(translator.Text).ToList())),
        "least" or "greatest" => translator.Declined("the order of texts"),
        _ => Choice(call, translator.Text),
    };

    public Sql Flag(ExpressionNode.Call call) => Choice(call, translator.Flag);

    private Sql Argument(ExpressionNode.Call call) => Plan.Stages.Let(translator.Time(call.Arguments[0]));

    private Sql Day(ExpressionNode.Call call) => Plan.Local.Day(Argument(call));

    private Sql Part(Sql whole) => Plan.Dialect.Real(whole) with { Most = 1e4 };

    /// <summary>From 2^52 on every double is whole; below it a whole part fits.</summary>
    private Sql Rounded(ExpressionNode.Call call, string pattern)
    {
        var number = Plan.Stages.Let(translator.Number(call.Arguments[0]));
        var part = Plan.Stages.Let(Sql.Of("CASE WHEN {0} BETWEEN -4503599627370496.0 AND 4503599627370496.0 THEN {1} ELSE {0} END", number, Plan.Dialect.Truncated(number)));
        return Sql.Of("(" + pattern + ")", number, part) with { Most = number.Most + 1 };
    }

    /// <summary><c>least greatest coalesce nullif</c>: one of the arguments.</summary>
    private Sql Choice(ExpressionNode.Call call, Func<ExpressionNode, Sql> translate)
    {
        if (call.Function is not ("least" or "greatest" or "coalesce" or "nullif")) return translator.Declined($"the function {call.Function}");
        var items = call.Arguments.Select(translate).ToList();
        if (call.Function is "least" or "greatest") return Plan.Dialect.Extreme(items, call.Function == "greatest");
        if (items.Count == 1) return items[0];
        return call.Function == "coalesce"
            ? Sql.Of("coalesce({0})", Sql.Join(", ", items)) with { Most = items.Max(i => i.Most) }
            : Sql.Of("nullif({0}, {1})", items[0], items[1]) with { Most = items[0].Most };
    }
}
