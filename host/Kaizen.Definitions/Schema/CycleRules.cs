using System.Text.Json.Nodes;
using Kaizen.Core.Cycles;
using Kaizen.Definitions.Binding;
using static Kaizen.Definitions.Schema.Shapes;

namespace Kaizen.Definitions.Schema;

/// <summary>How the keys of a cycle go together, as far as one file tells it: a kind that kaizen.yaml names is not known here.</summary>
internal static class CycleRules
{
    public static IEnumerable<JsonObject> All =>
    [
        .. CycleSchema.Kinds.Select(k => When(OfKind(k.Word), ByKind(k.Kind))),
        When(Required("reason"), Required("previous")),
        When(Required("cancelled"), Under("do", Without("started"))),
        When(Required("with"), OwnersOfBoth(), Under("people", Under("owner", new JsonObject { ["maxItems"] = 1 }))),
        When(AnyOf(OfKind("pdca", "sdca"), WithTarget()), NamesMetric()),
        When(SeveralMetrics(), Under("plan", Under("target", When(new JsonObject { ["type"] = "object" }, Required("metric"))))),
    ];

    private static JsonObject OfKind(params string[] words)
    {
        var kind = Required("kind");
        kind["properties"] = new JsonObject { ["kind"] = OneOf(words) };
        return kind;
    }

    /// <summary>Each kind has its own decisions; only an SDCA holds a standard, and only an EDCA explores.</summary>
    private static JsonObject ByKind(CycleKind kind)
    {
        var rule = Without(new[] { (Key: "standard", Of: CycleKind.Sdca), (Key: "explore", Of: CycleKind.Edca) }.Where(k => k.Of != kind).Select(k => k.Key));
        rule["properties"]!["act"] = Under("decision", OneOf(Words.Decisions(kind)));
        if (kind == CycleKind.Edca) rule["required"] = Items(["explore"]);
        return rule;
    }

    /// <summary>A cycle that two companies share has an owner on each side, the second written <c>COMPANY/NAME</c>.</summary>
    private static JsonObject OwnersOfBoth()
    {
        var owners = new JsonObject
        {
            ["type"] = "array",
            ["minItems"] = 2,
            ["maxItems"] = 2,
            ["prefixItems"] = new JsonArray(new JsonObject(), new JsonObject { ["type"] = "string", ["pattern"] = Patterns.Partner, ["patternErrorMessage"] = "Write COMPANY/NAME." }),
        };
        var people = Required("owner");
        people["type"] = "object";
        people["properties"] = new JsonObject { ["owner"] = owners };
        var rule = Required("people");
        rule["properties"] = new JsonObject { ["people"] = people };
        return rule;
    }

    private static JsonObject WithTarget() => Holding("plan", Holding("target", []));

    /// <summary>A metric is under <c>metrics</c>, or a shared one is named where it is used.</summary>
    private static JsonObject NamesMetric() => AnyOf(
        Required("metrics"),
        Holding("plan", Holding("target", Required("metric"))),
        Holding("standard", Required("metric")),
        Holding("plan", Holding("countermeasures", new JsonObject
        {
            ["not"] = new JsonObject { ["additionalProperties"] = new JsonObject { ["not"] = Typed(Holding("fidelity", Required("metric"))) } },
        })));

    /// <summary>Of several metrics one leads; the one of a standard does where the target names none.</summary>
    private static JsonObject SeveralMetrics()
    {
        var several = Required("metrics");
        several["properties"] = new JsonObject { ["metrics"] = new JsonObject { ["minProperties"] = 2, ["minItems"] = 2, ["uniqueItems"] = true } };
        several["not"] = Holding("standard", Required("metric"));
        return several;
    }

    private static JsonObject Typed(JsonObject schema)
    {
        schema["type"] = "object";
        return schema;
    }
}
