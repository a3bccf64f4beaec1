using System.Text.Json.Nodes;
using static Kaizen.Definitions.Schema.Shapes;

namespace Kaizen.Definitions.Schema;

/// <summary><c>do</c> and <c>check</c>.</summary>
internal static class DoSchema
{
    public static IEnumerable<Key> Definitions => [new("do", Mapping(Work).OrEmpty()), new("check", Mapping(Check).OrEmpty())];

    private static IEnumerable<Key> Work =>
    [
        Key("started", Values.Date, "Start of Do", "The first day on which people work in the new way; what comes from then on may count as after.", "2026-03-02"),
        Key("annotations", ListOf(Ref("event")), "Events", "Dated events that are drawn on the charts of this cycle."),
        Key("deviations", Deviations(), "What went otherwise than planned", "Where the work left the plan. Information, never a penalty."),
        Key("log", Log(), "Log", "Dated notes of what happened. Markdown."),
        Key("experiments", Experiments(), "Experiments", "Small steps towards the target, each with what was expected, what happened and what was learned."),
        Key("holds", Holds(), "Times of rest", "Times at which the work rested, with the day on which it goes on."),
    ];

    private static IEnumerable<Key> Check =>
    [
        Key("date", Values.Date, "Date of the check", "The day on which the cycle is checked; what is measured before that day counts. Left out, it is the target's due date.", "2026-08-31"),
        Key("extended", Extended(), "Put off", "Each time the check was put off, with the reason, in the order in which it happened."),
        Key("late", Values.Date, "Late check", "A later day on which the long loop is looked at again.", "2026-11-30"),
        Key("reflection", Values.Text, "Reflection", "What was expected, what happened, what surprised you, and what you learned. The sheet shows the recommendation once it is written. Markdown."),
    ];

    private static JsonObject Deviations() => ListOf(
        [
            Key("what", Values.Text, "What was different", "What was done otherwise than planned.", "Two of five engineers took no enquiries in April."),
            Key("date", Values.Date, "Date", "The day.", "2026-04-09"),
            Key("why", Values.Text, "Why", "Why it went otherwise.", "They were at a customer's site."),
            Key("came_of_it", Values.Text, "What came of it", "What followed from it.", "The others took their turns."),
        ],
        "what");

    private static JsonObject Log() => ListOf(
        [
            Key("text", Values.Text, "What happened", "The note. Markdown.", "First week with the rota: all answered on the same day."),
            Key("date", Values.Date, "Date", "The day.", "2026-03-13"),
            Key("by", Values.Text, "Who wrote it", "The person who wrote it.", "mei"),
        ],
        "text");

    private static JsonObject Experiments() => ListOf(
        [
            Key("step", Values.Text, "Step", "What is tried.", "One engineer answers for a day."),
            Key("date", Values.Date, "Date", "The day of the step.", "2026-03-09"),
            Key("expected", Values.Text, "Expected", "What it should do.", "Ten answers by noon."),
            Key("happened", Values.Text, "Happened", "What it did.", "Six, since four lacked a drawing."),
            Key("learned", Values.Text, "Learned", "What that taught.", "Ask for the drawing in the form."),
            Key("obstacle", Values.Text, "Obstacle", "The name of the obstacle that it is aimed at, under 'plan.obstacles'.", "skills"),
        ],
        "step");

    private static JsonObject Holds() => ListOf(
        [
            Key("from", Values.Date, "From", "The first day on which the work rests.", "2026-04-01"),
            Key("because", Values.Text, "Reason", "Why it rests.", "We are moving house."),
            Key("resume_by", Values.Date, "To be resumed by", "The day by which it goes on.", "2026-04-20"),
            Key("resumed", Values.Date, "Resumed", "The day on which it went on.", "2026-04-15"),
        ],
        "from", "because", "resume_by");

    private static JsonObject Extended() => ListOf(
        [
            Key("to", Values.Date, "To", "The new day of the check, later than the one before.", "2026-09-30"),
            Key("because", Values.Text, "Reason", "Why the check was put off.", "Too few weeks since the start."),
            Key("date", Values.Date, "Decided on", "The day on which it was put off.", "2026-08-28"),
        ],
        "to", "because");
}
