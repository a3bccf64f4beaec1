using System.Text.Json.Nodes;
using Kaizen.Definitions.Binding;
using static Kaizen.Definitions.Schema.Shapes;

namespace Kaizen.Definitions.Schema;

/// <summary>A change aimed at a cause, and how one will know that it was done.</summary>
internal static class CountermeasureSchema
{
    public static JsonObject Countermeasure() => Mapping(
        [
            Key("text", Values.Text, "Countermeasure", "What is changed, so that somebody else could do it.", "Engineers answer enquiries in their own field, on a rota."),
            Key("addresses", Values.Text, "Cause that it is aimed at", "The name of a cause under 'plan.causes', at any depth.", "queue"),
            Key("considered", Values.Texts, "What else was thought of", "Other ways that were considered and not taken.", new JsonArray("A second sales hire.", "An answering service.")),
            Key("scale", OneOf(Words.Scales), "Scale of the test", "On whom it is tried: one person, a team, several, or all.", "team"),
            Key("fidelity", Fidelity(), "Whether it was done", "How one will know that it was done as planned: by a metric with its limits, or in the team's own words."),
            Key("predicts", Ref("prediction"), "Prediction", "What it will do to the lead metric, written down before Do. Kaizen locks it when Do starts.", new JsonObject { ["expect"] = 4, ["between"] = new JsonArray(2.5, 5.5) }),
            Key("because", Values.Text, "Reason", "Why it should work.", "On two pilot days the median was 5 h."),
        ],
        "text");

    /// <summary>Measured or declared: what belongs to the one has no meaning with the other.</summary>
    private static JsonObject Fidelity() => Mapping(
    [
        Key("metric", Values.Text, "Metric that shows it", "The metric that shows whether people work in the new way.", "rota_coverage"),
        Key("done_at", Values.Number, "Done from", "The value from which it counts as done as planned.", 0.7),
        Key("partial_at", Values.Number, "Done in part from", "The value from which it counts as done in part.", 0.5),
        Key("is", OneOf(Words.Fidelities.Keys), "Declared by the team", "How far it was done, where no metric shows it.", "as_planned"),
        Key("because", Values.Text, "Reason", "What the declaration rests on.", "Daan checked the six answers each Friday."),
    ]).OrEmpty().With(When(Required("is"), Without("metric", "done_at", "partial_at"), Measured()));

    private static JsonObject Measured()
    {
        var measured = Without("because");
        measured["required"] = Items(["metric", "done_at"]);
        return measured;
    }
}
