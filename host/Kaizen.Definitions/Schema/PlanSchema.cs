using System.Text.Json.Nodes;
using Kaizen.Definitions.Binding;
using static Kaizen.Definitions.Schema.Shapes;

namespace Kaizen.Definitions.Schema;

/// <summary><c>plan</c>: the left half of the sheet.</summary>
internal static class PlanSchema
{
    public static IEnumerable<Key> Definitions =>
    [
        new("plan", Mapping(Keys).OrEmpty()),
        new("causes", Names(Ref("cause")).OrEmpty()),
        new("cause", Cause()),
        new("countermeasure", CountermeasureSchema.Countermeasure()),
    ];

    private static IEnumerable<Key> Keys =>
    [
        Key("background", Values.Text, "Background", "Why this, and why now. Markdown.", "Entrepreneurs ask three firms and hire the first expert who answers."),
        Key("current", Values.Text, "Where it stands", "What was found: facts and figures of how the work runs today. Markdown."),
        Key("pictures", Pictures(), "Pictures", "Photos, sketches and maps of the work, each with a caption."),
        Key("observed", Observed(), "What was seen", "Dated facts that somebody saw on the spot."),
        Key("scope", Scope(), "Scope", "What the work is about and what it leaves out."),
        Key("target", Target(), "Target", "A number, a date and a pattern of work: where the lead metric shall be, and by when.", new JsonObject { ["to"] = 4, ["due"] = "2026-08-31" }),
        Key("obstacles", Names(Obstacle()).OrEmpty(), "Obstacles", "What stands in the way of the target. One at a time is worked on.", new JsonObject { ["shifts"] = "Nobody answers between two shifts." }),
        Key("causes", Ref("causes"), "Causes", "The why-tree: causes by name, each with the causes behind it.", new JsonObject { ["queue"] = "Enquiries queue for sales although only engineers can answer." }),
        Key("countermeasures", Names(Ref("countermeasure")).OrEmpty(), "Countermeasures", "What is changed, each aimed at a cause, with what it will do to the lead metric."),
        Key("criteria", Names(Values.Positive).OrEmpty(), "Criteria", "What alternatives are weighed by, each with its weight.", new JsonObject { ["speed"] = 3, ["cost"] = 1 }),
        Key("alternatives", Names(Alternative()).OrEmpty(), "Alternatives", "Ways to go, each with its scores. Doing nothing is one of them.", new JsonObject { ["nothing"] = "Leave it as it is." }),
        Key("actions", ActSchema.Actions(Key("recovery", Values.Text, "How a slip is made up for", "What is done where this comes too late.", "Ask again on Monday.")), "Actions", "Who does what by when."),
        Key("agreed", Agreed(), "Agreement", "When the plan was agreed, and who took which stance."),
    ];

    private static JsonObject Pictures()
    {
        var path = new JsonObject
        {
            ["type"] = Items(["string", "number", "boolean"]),
            ["pattern"] = Patterns.Picture,
            ["patternErrorMessage"] = "Write a path that begins at the folder of kaizen.yaml and goes down only.",
        };
        return ListOf(
            [
                Key("file", path, "File", "The path of the picture, from the folder of kaizen.yaml downwards.", "pictures/inbox.jpg"),
                Key("caption", Values.Text, "Caption", "What the picture shows.", "Monday, 9 o'clock"),
            ],
            "file");
    }

    private static JsonObject Observed() => ListOf(
        [
            Key("what", Values.Text, "What was seen", "The fact, without a verdict. Markdown.", "Nine of 14 enquiries waited for a specialist."),
            Key("date", Values.Date, "Date", "The day on which it was seen.", "2026-02-10"),
            Key("by", Values.Text, "Who saw it", "The person who was there.", "priya"),
        ],
        "what");

    private static JsonObject Scope() => Mapping(
    [
        Key("in", Values.Text, "In", "What the work is about.", "Enquiries by mail."),
        Key("out", Values.Text, "Out", "What it leaves out.", "The telephone."),
    ]).OrEmpty();

    private static JsonObject Target() => Mapping(
        [
            Key("metric", Values.Text, "Lead metric", "The metric on which the recommendation rests. The only metric need not be named.", "first_response"),
            Key("from", Values.Number, "From", "Where the metric stands. Left out, it is read from the data.", 19),
            Key("to", Values.Number, "To", "Where it shall be. Of a rate it is a fraction: 43 % is 0.43.", 4),
            Key("due", Values.Date, "Due", "The day by which it is reached; the check is on that day unless 'check' says otherwise.", "2026-08-31"),
            Key("pattern", Values.Text, "Pattern of work", "How the work will run differently then.", "A rota of experts answers in their own working time."),
        ],
        "to").OrEmpty();

    private static JsonObject Obstacle() => Mapping(
        [
            Key("text", Values.Text, "Obstacle", "What stands in the way.", "Nobody answers between two shifts."),
            Key("active", Values.Flag, "Worked on now", "Whether this is the one that is worked on. Left out, it is the first that is not removed.", true),
            Key("removed", Values.Date, "Removed", "The day on which it was out of the way.", "2026-04-02"),
        ],
        "text").OrText();

    private static JsonObject Cause() => Mapping(
        [
            Key("text", Values.Text, "Cause", "The cause in one sentence.", "Only engineers can answer."),
            Key("evidence", OneOf(Words.Evidence.Keys), "What it rests on", "Whether it was seen on the spot, is in the data, was tried out, or is an opinion so far.", "data"),
            Key("share", Values.Share, "Share of the gap", "How much of the gap it explains, as a fraction: 60 % is 0.6.", 0.6),
            Key("because", Ref("causes"), "Causes behind it", "Why this is so: the causes behind it, by name.", new JsonObject { ["routing"] = "All mail goes to one inbox." }),
        ],
        "text").OrText();

    private static JsonObject Alternative() => Mapping(
        [
            Key("text", Values.Text, "Alternative", "What it is.", "A rota of engineers."),
            Key("scores", Names(Values.Number).OrEmpty(), "Scores", "Its score by each criterion; the higher, the better.", new JsonObject { ["speed"] = 5, ["cost"] = 1 }),
        ],
        "text").OrText();

    private static JsonObject Agreed()
    {
        var stance = Mapping(
            [
                Key("stance", OneOf(Words.Stances.Keys), "Stance", "What the person thinks of the plan.", "agree with concern"),
                Key("because", Values.Text, "Reason", "The concern or the objection in the person's own words.", "I did not take this job to sell."),
                Key("answer", Values.Text, "Answer", "What was answered, or changed in the plan.", "You answer drawings questions and nothing else."),
            ],
            "stance");
        return Mapping(
        [
            Key("date", Values.Date, "Date", "The day on which the plan was agreed.", "2026-02-27"),
            Key("stances", new JsonObject { ["type"] = "object", ["additionalProperties"] = stance }.OrEmpty(), "Stances", "Who took which stance.", new JsonObject { ["ines"] = new JsonObject { ["stance"] = "agree" } }),
        ]).OrEmpty();
    }
}
