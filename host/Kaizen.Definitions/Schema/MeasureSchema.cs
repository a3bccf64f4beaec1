using System.Text.Json.Nodes;
using static Kaizen.Definitions.Schema.Shapes;

namespace Kaizen.Definitions.Schema;

/// <summary>What a metric counts or averages: one aggregate, and who is in it.</summary>
internal static class MeasureSchema
{
    public static IEnumerable<Key> Keys =>
    [
        Key("median", Values.Expression, "Median of", "The middle value of an expression over the columns of a row, in each week. One slow case does not move it.", "hours_between(received_at, first_response_at)"),
        Key("mean", Values.Expression, "Mean of", "The mean of an expression, in each week.", "lead_working_days"),
        Key("sum", Values.Expression, "Sum of", "The sum of an expression, in each week.", "amount_eur"),
        Key("min", Values.Expression, "Smallest of", "The smallest value of an expression, in each week.", "free_slots"),
        Key("max", Values.Expression, "Largest of", "The largest value of an expression, in each week.", "queue_length"),
        Key("p90", Values.Expression, "90th percentile of", "The value that nine of ten rows do not exceed, in each week.", "hours_between(received_at, first_response_at)"),
        Key("distinct", Values.Expression, "How many different", "How many different values an expression has, in each week.", "customer_id"),
        Key("rate", Values.Expression, "Share of rows where", "The share of rows where a condition is true, as a fraction. 'COLUMN within 14d' counts what came at most 14 days after the row's time.", "qualified_at within 14d"),
        Key("count", Count(), "How many rows", "How many rows there are, 'rows', or for how many a condition is true.", "rows", "lost = true"),
        Key("ratio", Ratio(), "Sum over a sum", "One sum divided by another, in each week: { of: EXPRESSION, over: EXPRESSION }.", new JsonObject { ["of"] = "hours_lost", ["over"] = "hours_worked" }),
        Key("where", Values.Expression, "Which rows", "A condition that says which rows count at all. Left out, all do.", "channel = 'web'"),
    ];

    private static JsonObject Count()
    {
        var schema = Values.Expression;
        schema["not"] = AnyOf(new JsonObject { ["const"] = false }, new JsonObject { ["type"] = "string", ["pattern"] = Patterns.NoCondition });
        return schema;
    }

    private static JsonObject Ratio() => Mapping(
        [
            Key("of", Values.Expression, "Above the line", "What is summed above the line.", "hours_lost"),
            Key("over", Values.Expression, "Below the line", "What is summed below the line.", "hours_worked"),
        ],
        "of", "over");
}
