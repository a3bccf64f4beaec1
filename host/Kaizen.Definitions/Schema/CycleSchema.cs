using System.Text.Json.Nodes;
using Kaizen.Core.Cycles;
using Kaizen.Definitions.Binding;
using Kaizen.Statistics;
using static Kaizen.Definitions.Schema.Shapes;

namespace Kaizen.Definitions.Schema;

/// <summary>A cycle file.</summary>
internal static class CycleSchema
{
    public static IEnumerable<Key> Definitions =>
    [
        new("cycle", Told(Mapping(Keys, "title"), "Cycle", "One turn of plan, do, check, act, as a team writes it.").With(CycleRules.All)),
    ];

    /// <summary>The kinds of cycle by their words.</summary>
    public static IEnumerable<(string Word, CycleKind Kind)> Kinds => Words.Kinds.Select(k => (k.Key, (CycleKind)k.Value));

    private static IEnumerable<Key> Keys =>
    [
        Key("title", Values.Text, "Title", "What is wrong, in one line, without the answer.", "Enquiries wait a day for a first answer"),
        Key("problem", Values.Text, "Problem", "The problem in one sentence, with a number and without a cause.", "Half of our enquiries wait more than 19 hours for an answer by a person who can help."),
        Key("problem_type", OneOf(Words.ProblemTypes), "Type of problem", "Something broke, a standard is not met, a better condition is aimed at, or something new is looked for.", "gap_from_standard"),
        Key("domain", OneOf(Words.Domains.Keys), "Domain", "Whether the cycle is about selling or about change inside. Left out, it is the one of kaizen.yaml.", "sales").Otherwise("change"),
        Key("kind", OneOf(Words.Kinds.Keys), "Kind of cycle", "pdca improves, sdca holds a gain, edca explores, capdo reviews and sorts. Left out, it is the one of kaizen.yaml.", "pdca").Otherwise("pdca"),
        Key("level", OneOf(Words.Levels.Keys), "Level", "Where the loop closes.", "team"),
        Key("within", Values.Text, "Loop above", "The loop that this one is part of: a cycle, or plain words.", "repeat-business"),
        Key("contributes", Contributes(), "What it contributes to", "The metric of the loop above that this cycle should move in time.", new JsonObject { ["to"] = "repeat_share", ["lag"] = "26w" }),
        Key("previous", Values.Text, "Cycle before", "The name of the cycle that this one follows.", "i1-handover-v2"),
        Key("reason", OneOf(Words.ChainReasons), "Why it follows", "Why this cycle follows the one before. Needs 'previous'.", "adapted_from"),
        Key("people", People(), "People", "Who owns the cycle, who coaches, and who takes part.", new JsonObject { ["owner"] = "priya", ["coach"] = "sam" }),
        Key("metrics", MetricSchema.OfCycle(), "Metrics", "The numbers that are followed: each by name with its aggregate, or a list of shared ones.", new JsonObject { ["first_response"] = new JsonObject { ["median"] = "hours_between(received_at, first_response_at)" } }),
        Key("baseline", Ref("baseline"), "Baseline", "Which points count as before. Left out, all that are known before the start of Do.", new JsonObject { ["from"] = "2025-09-01", ["because"] = "The new telephone system came in September." }),
        Key("rules", OneOf(RuleSet.Names), "Rule set", "The rules by which a signal is told from noise.", "default").Otherwise(RuleSet.Default.Name),
        WorkspaceSchema.Cadence("How often this loop is looked at. Left out, it is the cadence of kaizen.yaml, or else a week."),
        Key("explore", Explore(), "Exploration", "What an edca cycle sets out to learn, and how much that may cost.", new JsonObject { ["question"] = "Who would pay for it?" }),
        Key("plan", Ref("plan"), "Plan", "Background, target, causes and countermeasures."),
        Key("do", Ref("do"), "Do", "When the work began, and what happened on the way.", new JsonObject { ["started"] = "2026-03-02" }),
        Key("check", Ref("check"), "Check", "When the cycle is checked, and what the team made of the result.", new JsonObject { ["date"] = "2026-08-31" }),
        Key("act", Ref("act"), "Act", "What people decided, and what follows from it.", new JsonObject { ["decision"] = "adopt", ["date"] = "2026-09-04" }),
        Key("standard", Ref("standard"), "Standard that is held", "The way of working that an sdca cycle holds. Other kinds write the standard that comes of them under 'act'."),
        Key("story", Values.Text, "Story", "A story to tell, in Markdown. Its figures are bound to metrics, never typed: {{ metrics.NAME.after }}.", "It took {{ metrics.first_response.before }}, now it takes {{ metrics.first_response.after }}."),
        Key("revisions", Dated("The day on which the plan went back to draft.", "Why it went back to draft.", "New facts from the second visit."), "Revisions", "Each time the plan went back to draft after people had agreed to it."),
        Key("cancelled", Dated("The day on which it was given up.", "Why it was given up.", "Nobody has the time.")["items"]!.DeepClone().AsObject(), "Cancelled", "The cycle was given up before Do started. What was started is abandoned under 'act', with what was learned."),
        Key("waivers", LintSchema.Waivers(), "Waivers", "Lint that the team accepts, each with its reason and date."),
        Key("with", Party(), "Shared with a company", "The short name of another company that shares the cycle. Then 'people.owner' has an owner on each side.", "acme"),
        Key("each", Each(), "One file for many loops", "Closes one loop for each value of a column, all from one scan. What is written in the file holds for all of them.", new JsonObject { ["source"] = "enquiries", ["split"] = "team" }),
    ];

    private static JsonObject Contributes() => Mapping(
        [
            Key("to", Values.Text, "Metric of the loop above", "The metric that this cycle should move.", "repeat_share"),
            Key("lag", Values.Length, "After", "How long it takes until it shows there.", "26w"),
            Key("because", Values.Text, "Hypothesis", "Why the one should move the other.", "An early answer by an expert starts more second projects."),
        ],
        "to").OrEmpty();

    private static JsonObject Each() => Mapping(
        [
            Key("source", Values.Text, "Source", "The source that is split, a name of kaizen.yaml. Left out, it is the one that all metrics read.", "enquiries"),
            Key("split", Values.Text, "Column", "The column whose values the loops are named by: texts, whole numbers, or true and false.", "team"),
        ],
        "split");

    private static JsonObject People()
    {
        var owner = new JsonObject { ["type"] = Items(["string", "number", "boolean", "array"]), ["pattern"] = Patterns.Written, ["items"] = Values.Text };
        return Mapping(
        [
            Key("owner", owner, "Owner", "Who answers for the cycle. Where two companies share it, the own side first: [priya, acme/jo].", "priya", new JsonArray("priya", "acme/jo")),
            Key("coach", Values.Text, "Coach", "Who asks the questions.", "sam"),
            Key("sponsor", Values.Text, "Sponsor", "Who agrees to the plan and clears the way.", "ines"),
            Key("members", Values.Texts, "Members", "Who else takes part, from any department or company.", new JsonArray("roger", "mei", "acme/jo")),
        ]).OrEmpty();
    }

    private static JsonObject Explore() => Mapping(
        [
            Key("question", Values.Text, "Question", "What is to be learned, as a question.", "Who would pay for it?"),
            Key("assumptions", Values.Texts, "Assumptions", "What is taken for true until it is tested.", new JsonArray("They have a buyer.")),
            Key("time_box", Values.Span, "Time-box", "How long it may take, from the start of Do.", "6w"),
            Key("effort_cap", Values.Text, "Most effort", "How much work it may cost, in your own words.", "10 person-days"),
            Key("confidence", Values.Confidence, "Confidence", "How sure you are that the assumptions hold, between 0 and 1.", 0.4),
        ],
        "question");

    private static JsonObject Dated(string day, string reason, string example) =>
        ListOf([Key("date", Values.Date, "Date", day, "2026-02-20"), Key("because", Values.Text, "Reason", reason, example)], "date", "because");

    /// <summary>A name as for files and links; <c>42</c> is one too.</summary>
    private static JsonObject Party() => new()
    {
        ["type"] = Items(["string", "integer", "boolean"]),
        ["pattern"] = Patterns.Id.Replace("^", @"^\s*", StringComparison.Ordinal).Replace("$", @"\s*$", StringComparison.Ordinal),
        ["patternErrorMessage"] = "Use letters, digits, - and _.",
        ["minimum"] = 0,
    };
}
