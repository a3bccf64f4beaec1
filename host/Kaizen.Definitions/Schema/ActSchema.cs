using System.Text.Json.Nodes;
using Kaizen.Definitions.Binding;
using static Kaizen.Definitions.Schema.Shapes;

namespace Kaizen.Definitions.Schema;

/// <summary><c>act</c>: what people decided, and what follows from it.</summary>
internal static class ActSchema
{
    public static IEnumerable<Key> Definitions => [new("act", Mapping(Keys).OrEmpty()), new("standard", Standard())];

    /// <summary>A list of what somebody is to do by a day.</summary>
    public static JsonObject Actions(params IEnumerable<Key> more) => ListOf(
        [
            Key("what", Values.Text, "What", "What is to be done.", "Agree the rota."),
            Key("who", Values.Text, "Who", "The person who does it.", "priya"),
            Key("start", Values.Date, "Start", "From when.", "2026-02-16"),
            Key("due", Values.Date, "Due", "By when.", "2026-02-25"),
            Key("done", Values.Date, "Done", "The day on which it was done.", "2026-02-24"),
            .. more,
        ],
        "what");

    private static IEnumerable<Key> Keys =>
    [
        Key("decision", OneOf(CycleSchema.Kinds.SelectMany(k => Words.Decisions(k.Kind))), "Decision", "What people decided. pdca: adopt, adapt, abandon; sdca: hold, correct, retire; edca: pursue, pivot, drop; capdo: standardise, improve, explore, stop.", "adopt"),
        Key("date", Values.Date, "Date", "The day of the decision.", "2026-09-04"),
        Key("because", Values.Text, "Reason", "Why, above all where it differs from the recommendation.", "The gain held through the holidays."),
        Key("learned", Values.Text, "Learned", "What was learned, and what stops. Markdown."),
        Key("standard", Ref("standard"), "Standard", "The way of working that is kept, where the cycle was adopted."),
        Key("next", Values.Text, "Next", "What comes next: the name of a cycle, or plain words.", "cover-the-other-quarter"),
        Key("yokoten", Yokoten(), "Shared sideways", "Who else could use it, and what they made of it."),
        Key("follow_ups", Actions(), "Follow-ups", "What is left to be done after the decision."),
        Key("help", Help(), "Help needed", "What the team cannot do alone: what it needs, from whom, by when."),
    ];

    private static JsonObject Standard() => Mapping(
        [
            Key("text", Values.Text, "Standard", "The best way of working known today. Markdown.", "Engineers answer in their own field before 11 o'clock."),
            Key("owner", Values.Text, "Owner", "Who keeps it.", "priya"),
            Key("metric", Values.Text, "Metric that controls it", "The metric that shows whether it still holds.", "first_response"),
            Key("audit", Values.Text, "Audit", "How and how often somebody looks at it on the spot.", "Sam sits beside the inbox on the first Monday of a month."),
        ],
        "text").OrEmpty();

    private static JsonObject Yokoten() => ListOf(
        [
            Key("to", Values.Text, "To", "Who else could use it.", "region south"),
            Key("response", OneOf(Words.Responses), "Response", "What they made of it.", "adapts"),
            Key("because", Values.Text, "Reason", "Why they do so.", "They have no engineers on Fridays."),
        ],
        "to");

    private static JsonObject Help() => ListOf(
        [
            Key("what", Values.Text, "What", "What is needed.", "A second line for the rota."),
            Key("from", Values.Text, "From", "Who can give it.", "ines"),
            Key("by", Values.Date, "By", "The day by which it is needed.", "2026-10-01"),
        ],
        "what");
}
