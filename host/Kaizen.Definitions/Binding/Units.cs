using Kaizen.Core.Expressions;
using Kaizen.Core.Metrics;

namespace Kaizen.Definitions.Binding;

/// <summary>The unit that an expression makes plain.</summary>
internal static class Units
{
    private static readonly Dictionary<string, string> Functions = new() { ["hours_between"] = "h", ["days_between"] = "days", ["minutes_between"] = "min" };

    private static readonly (string Ending, string Unit)[] Endings =
    [
        ("_eur", "EUR"), ("_usd", "USD"), ("_gbp", "GBP"), ("_chf", "CHF"), ("_days", "days"), ("_hours", "h"), ("_minutes", "min"), ("_pct", "%"),
    ];

    /// <summary>The unit and why, or an empty one.</summary>
    public static (string Unit, string Because) Infer(Measure measure) => measure switch
    {
        { Aggregate: Aggregate.Rate } => ("share", "a rate is a share"),
        { Aggregate: Aggregate.Count or Aggregate.Distinct or Aggregate.Ratio } => ("", ""),
        { Value.Root: ExpressionNode.Call { Function: var f } } when Functions.TryGetValue(f, out var unit) => (unit, $"{f} gives it"),
        { Value.Root: ExpressionNode.Column { Name: var column } } => OfColumn(column),
        _ => ("", ""),
    };

    private static (string Unit, string Because) OfColumn(string column)
    {
        foreach (var (ending, unit) in Endings)
            if (column.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return (unit, $"the ending of column '{column}'");
        return ("", "");
    }
}
