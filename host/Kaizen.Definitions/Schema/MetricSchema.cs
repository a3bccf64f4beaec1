using System.Text.Json.Nodes;
using Kaizen.Definitions.Binding;
using static Kaizen.Definitions.Schema.Shapes;

namespace Kaizen.Definitions.Schema;

/// <summary>Metrics: shared ones of the workspace, and those of a cycle.</summary>
internal static class MetricSchema
{
    public static IEnumerable<Key> Definitions =>
    [
        new("metric", InCycle()),
        new("shared_metric", Shared()),
        new("one_aggregate", AtMostOne()),
        new("baseline", BaselineOf()),
        new("prediction", PredictionOf()),
    ];

    /// <summary>The metrics of a cycle: its own by name, or a list of shared ones.</summary>
    public static JsonObject OfCycle()
    {
        var schema = Names(Ref("metric")).Or("array");
        schema["items"] = Values.Text;
        schema["minProperties"] = 1;
        schema["minItems"] = 1;
        return schema;
    }

    private static JsonObject Shared() =>
        Mapping(Keys(MetricBinder.SharedKeys)).With(Ref("one_aggregate"), SomeAggregate(), ByRow());

    /// <summary>Keys that only add to a shared metric need no aggregate; with any other the metric is the cycle's own.</summary>
    private static JsonObject InCycle() => Mapping(Keys(MetricBinder.CycleKeys)).OrEmpty().With(
        Ref("one_aggregate"),
        When(AnyOf(MetricBinder.SharedKeys.Except(MetricBinder.AddedKeys).Except(Aggregates).Select(k => Required(k))), SomeAggregate()),
        ByRow());

    private static IEnumerable<Key> Keys(IEnumerable<string> names)
    {
        var all = MeasureSchema.Keys.Concat(Others()).ToDictionary(k => k.Name);
        return names.Select(n => all[n]);
    }

    private static IEnumerable<string> Aggregates => MeasureBinder.Aggregates.Keys.Append("use");

    private static JsonObject SomeAggregate() => AnyOf(Aggregates.Select(a => Required(a)));

    private static JsonObject AtMostOne() => new JsonObject().With(
    [
        .. Aggregates.Select(a => When(Required(a), Without(Aggregates.Where(other => other != a)))),
        When(AnyOf(Required("with"), Required("inputs")), Required("use")),
        When(Required("inputs"), Without("source", "time")),
    ]);

    /// <summary>Rows have no period in common, so a point a row cannot be compared.</summary>
    private static JsonObject ByRow()
    {
        var byRow = Required("per");
        byRow["properties"] = new JsonObject { ["per"] = new JsonObject { ["const"] = "row" } };
        return When(byRow, Without("compare", "use"));
    }

    private static IEnumerable<Key> Others() =>
    [
        Key("definition", Values.Text, "Definition in words", "What is counted or measured, so plainly that two people measuring it get the same number.", "hours from receiving an enquiry to the first answer by a person"),
        Key("source", Values.Text, "Source", "Where the rows come from: a name under 'sources' in kaizen.yaml. The only source need not be named.", "enquiries"),
        Key("time", Values.Text, "Time column", "The column that says when a row happened, and so to which week it belongs. Left out, it is the one of the source.", "received_at"),
        Key("unit", Values.Text, "Unit", "What the number counts, for the sheet. Left out, it is taken from the expression where that tells it.", "h", "EUR", "days"),
        Key("better", OneOf(Words.Directions.Keys), "Which direction is better", "Whether the number should fall or rise. Left out, it is taken from the target against where it stands; for a guardrail or a prediction on another metric it has to be said.", "lower"),
        Key("role", OneOf(Words.Roles.Keys), "Role", "Whether it shows the result (outcome), how the work runs (process), or what must not suffer meanwhile (balancing).", "process"),
        Key("signal", OneOf(Words.Signals.Keys), "Signal", "Whether it moves before the result does (leading) or after it (lagging).", "leading"),
        Key("horizon", OneOf(Words.Horizons.Keys), "Horizon", "Whether it belongs to the short loop or to the long one.", "short"),
        Key("per", OneOf(Words.Periods.Keys), "A point for each", "How long one point of the chart is. 'row' takes each row as a point, for the few events of a small firm. Left out, it is the one of kaizen.yaml.", "week").Otherwise("week"),
        Key("latency", Values.Length, "Latency", "How long after a week has ended its number can be known.", "3d"),
        Key("maturity", Values.Length, "Maturity", "How long after its end a week counts, because its rows need that time to come to their result. Left out, it is taken from 'within' in the expression.", "14d"),
        Key("season", Values.Span, "Season", "After how long its ordinary ups and downs repeat. A comparison across half a season is then told apart from a change.", "12m"),
        Key("axis", Axis(), "Ends of the chart", "The ends of the chart's value axis, the lower one first. Left out, they come from the data.", new JsonArray(0, 40)),
        Key("guardrail", Guardrail(), "Guardrail", "What must not get worse: a value that is not crossed, or the largest change from the baseline's mean.", 21.5, new JsonObject { ["change"] = 0.1 }),
        Key("compare", Compare(), "Compared with", "A group that did not get the change, measured in the same way. What moves both is then not taken for an effect."),
        Key("predicts", Ref("prediction"), "Prediction", "What you expect of this metric, written down before Do. Kaizen locks it when Do starts."),
        Key("baseline", Ref("baseline"), "Baseline of this metric", "Which points count as before, where it is not the baseline of the cycle."),
        Key("use", Values.Text, "Metric from a plugin", "A number that a plugin computes, in the place of an aggregate: plugin/metric.", "example/percentile-by-segment"),
        Key("with", WorkspaceSchema.Options(), "Options", "The options of the plugin's metric, as its own page lists them.", new JsonObject { ["percentile"] = 90 }),
        Key("inputs", Names(Values.Text), "Inputs", "The sources that the plugin's metric reads, by its own names for them, where it reads more than one.", new JsonObject { ["contacts"] = "contacts", ["people"] = "people" }),
    ];

    private static JsonObject Axis() => new() { ["type"] = "array", ["items"] = Values.Number, ["minItems"] = 2, ["maxItems"] = 2 };

    private static JsonObject Guardrail()
    {
        var schema = Mapping([Key("change", Values.Number, "Largest change", "How far the mean may move from the baseline's, in the direction that is worse.", 0.1)], "change").Or("number", "string");
        schema["pattern"] = Patterns.Number;
        return schema;
    }

    private static JsonObject Compare() => Mapping(
        [
            Key("label", Values.Text, "Name of the group", "How the group is called on the sheet.", "region south"),
            Key("where", Values.Expression, "Who is in the group", "A condition over the columns. It takes the place of the metric's own 'where'.", "region = 'south'"),
        ],
        "label", "where").OrEmpty();

    private static JsonObject BaselineOf() => Mapping(
        [
            Key("from", Values.Date, "First day", "The first day that counts as before. Left out, the baseline begins with the data.", "2025-09-01"),
            Key("to", Values.Date, "End", "The day before which the baseline ends; at the latest the start of Do, which it is when left out.", "2026-03-02"),
            Key("because", Values.Text, "Reason", "Why this stretch of time is a fair picture of before.", "The new telephone system came in September."),
            Key("after_of", Values.Text, "After-window of a cycle", "The name of an earlier cycle: the time from its start of Do to its check is the baseline here. Not together with 'from' or 'to'.", "i1-handover-v2"),
        ]).OrEmpty().With(When(Required("after_of"), Without("from", "to")));

    private static JsonObject PredictionOf()
    {
        var between = new JsonObject
        {
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = Items(["number", "string", "null"]), ["pattern"] = Patterns.Number },
            ["minItems"] = 2,
            ["maxItems"] = 2,
            ["contains"] = new JsonObject { ["type"] = Items(["number", "string"]) },
        };
        return Mapping(
            [
                Key("expect", Values.Number, "Expected value", "The value that you expect. Of a rate it is a fraction: 43 % is 0.43.", 4),
                Key("between", between, "Interval", "[low, high]: where the value will lie, as sure as 'confidence' says. An open end is null: [null, 5] is at most 5.", new JsonArray(2.5, 5.5)),
                Key("confidence", Values.Confidence, "Confidence", "How often such intervals should hold the truth: 0.8 is four times out of five.", 0.9).Otherwise(0.8),
                Key("because", Values.Text, "Reason", "What the expectation rests on.", "On two pilot days the median was 5 h."),
                Key("due", Values.Date, "When it will be seen", "The day by which it will be seen. Left out, it is the day of the check.", "2026-08-31"),
            ],
            "expect");
    }
}
