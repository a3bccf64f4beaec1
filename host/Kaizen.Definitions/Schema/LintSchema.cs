using System.Text.Json.Nodes;
using Kaizen.Core.Lint;
using static Kaizen.Definitions.Schema.Shapes;

namespace Kaizen.Definitions.Schema;

/// <summary>How lint is set up, and what a team accepts of it.</summary>
internal static class LintSchema
{
    public static JsonObject Lint() => Mapping(
    [
        Key("off", Mapping(Rules()), "Rules switched off", "Rules that are not asked in this workspace, each with the reason.", new JsonObject { ["K20"] = "Our causes come from the process map." }),
        Key("thresholds", Mapping(Numbers()), "Numbers", "Numbers that rules go by, in place of the usual ones.", new JsonObject { ["baseline_points"] = 12 }),
        Key("words", Mapping(Lists()), "Words", "Words that rules look for, besides the usual ones.", new JsonObject { ["vague"] = new JsonArray("agile") }),
    ]).OrEmpty();

    public static JsonObject Waivers() => ListOf(
        [
            Key("rule", OneOf(LintRules.ById.Keys), "Rule", "The rule that is accepted, as lint prints it.", "K25"),
            Key("because", Values.Text, "Reason", "Why the team accepts it. The sheet prints the reason.", "Doing nothing was the only other way, and it costs us a customer a week."),
            Key("date", Values.Date, "Since", "The day since which it is accepted.", "2026-02-21"),
            Key("by", Values.Text, "Who accepted it", "The person who accepted it.", "sam"),
            Key("at", Values.Text, "Only here", "The path of the one key that it is accepted for. Left out, it is the whole cycle.", "plan.causes"),
        ],
        "rule", "because", "date");

    private static IEnumerable<Key> Rules() =>
        LintRules.All.Select(r => Key(r.Id, Values.Text, $"{r.Id}: {r.Fault}", $"{r.Question} Write the reason why it is not asked here."));

    private static IEnumerable<Key> Numbers() =>
        Thresholds.All.Select(t => Key(t.Name, Values.Number, t.Name, $"{t.Meaning} Used by {t.Rule}.", t.Usual).Otherwise(t.Usual));

    private static IEnumerable<Key> Lists() => WordLists.Names.Select(name =>
        Key(name, ListedWords(), name, $"Words for the list '{name}', besides the usual ones: {string.Join(", ", WordLists.UsualOf(name).Take(6))} ...", new JsonArray(WordLists.UsualOf(name)[0])));

    /// <summary>Here nothing written is no empty list: the name of the list would stand for nothing.</summary>
    private static JsonObject ListedWords() =>
        new() { ["type"] = Items(["array", "string", "number", "boolean"]), ["pattern"] = Patterns.Written, ["items"] = Values.Text };
}
