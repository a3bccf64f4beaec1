using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Definitions.Binding;
using Kaizen.Definitions.Schema;

namespace Kaizen.Tests.Schema;

/// <summary>Who can see a fault.</summary>
internal enum FaultClass
{
    /// <summary>It shows before there is a document: an editor's own YAML parser tells it, or JSON cannot hold what was written.</summary>
    Text,

    /// <summary>It shows in the shape of one file: the schema must refuse it.</summary>
    Structural,

    /// <summary>It shows only beside other files, other values or the data: the schema must not refuse it.</summary>
    Relational,
}

/// <summary>Every code of a fault in a file of YAML, and who can see it.</summary>
internal static partial class FaultClasses
{
    private static readonly Dictionary<string, (FaultClass Class, string Why)> ByCode = new()
    {
        ["KZ1001"] = (FaultClass.Text, "the file cannot be read"),
        ["KZ1002"] = (FaultClass.Text, "the file is too large to be read"),
        ["KZ1003"] = (FaultClass.Text, "bytes that are no UTF-8"),
        ["KZ1004"] = (FaultClass.Structural, "nothing is no mapping"),
        ["KZ1005"] = (FaultClass.Text, "control characters are no YAML"),
        ["KZ1006"] = (FaultClass.Text, "syntax of YAML"),
        ["KZ1007"] = (FaultClass.Text, "syntax of YAML"),
        ["KZ1008"] = (FaultClass.Text, "syntax of YAML"),
        ["KZ1009"] = (FaultClass.Text, "an editor asks for each document by itself"),
        ["KZ1010"] = (FaultClass.Text, "JSON holds a key once; the YAML parser tells the second one"),
        ["KZ1011"] = (FaultClass.Text, "depth is a limit of reading"),
        ["KZ1012"] = (FaultClass.Text, "size is a limit of reading"),
        ["KZ1013"] = (FaultClass.Text, "an alias without an anchor is no YAML"),
        ["KZ1014"] = (FaultClass.Text, "JSON has no tags"),
        ["KZ1015"] = (FaultClass.Text, "JSON has no keys that are lists"),
        ["KZ1016"] = (FaultClass.Structural, "the root is a mapping"),
        ["KZ1020"] = (FaultClass.Structural, "type"),
        ["KZ1021"] = (FaultClass.Structural, "additionalProperties"),
        ["KZ1022"] = (FaultClass.Structural, "type, and a pattern that wants more than blanks"),
        ["KZ1023"] = (FaultClass.Text, "JSON does not tell { log } from { log: }, so it cannot tell prose from a key without a value"),
        ["KZ1024"] = (FaultClass.Structural, "type, and a pattern for numbers in quotes"),
        ["KZ1025"] = (FaultClass.Structural, "JSON has no such number, and no pattern takes its name"),
        ["KZ1026"] = (FaultClass.Structural, "pattern"),
        ["KZ1027"] = (FaultClass.Structural, "pattern, leap years included"),
        ["KZ1028"] = (FaultClass.Structural, "pattern"),
        ["KZ1029"] = (FaultClass.Structural, "enum"),
        ["KZ1030"] = (FaultClass.Structural, "type, and patterns for words that look like a flag"),
        ["KZ1031"] = (FaultClass.Relational, "it only counts other faults"),
        ["KZ2001"] = (FaultClass.Relational, "there is no file"),
        ["KZ2002"] = (FaultClass.Structural, "required"),
        ["KZ2003"] = (FaultClass.Relational, "sources are named in kaizen.yaml"),
        ["KZ2004"] = (FaultClass.Relational, "metrics are named elsewhere in the file or in kaizen.yaml"),
        ["KZ2005"] = (FaultClass.Relational, "causes are named elsewhere in the file"),
        ["KZ2006"] = (FaultClass.Relational, "cycles are other files"),
        ["KZ2007"] = (FaultClass.Relational, "the machine's list of time zones"),
        ["KZ2008"] = (FaultClass.Structural, "patternProperties"),
        ["KZ2009"] = (FaultClass.Relational, "names of other files"),
        ["KZ2010"] = (FaultClass.Structural, "required, minProperties"),
        ["KZ2011"] = (FaultClass.Relational, "sources are named in kaizen.yaml"),
        ["KZ2012"] = (FaultClass.Relational, "sources are named in kaizen.yaml"),
        ["KZ2013"] = (FaultClass.Relational, "the source in kaizen.yaml may name the column"),
        ["KZ2014"] = (FaultClass.Structural, "anyOf required"),
        ["KZ2015"] = (FaultClass.Structural, "each aggregate forbids the others"),
        ["KZ2016"] = (FaultClass.Relational, "whether a metric is shared stands in kaizen.yaml"),
        ["KZ2017"] = (FaultClass.Structural, "if, then"),
        ["KZ2019"] = (FaultClass.Relational, "names anywhere in a tree are compared"),
        ["KZ2020"] = (FaultClass.Relational, "order of two dates"),
        ["KZ2021"] = (FaultClass.Relational, "order of two dates"),
        ["KZ2022"] = (FaultClass.Relational, "order of two dates"),
        ["KZ2023"] = (FaultClass.Relational, "order of two dates"),
        ["KZ2024"] = (FaultClass.Relational, "order of two dates"),
        ["KZ2030"] = (FaultClass.Relational, "order of two numbers"),
        ["KZ2031"] = (FaultClass.Structural, "minItems, maxItems, contains"),
        ["KZ2032"] = (FaultClass.Structural, "exclusiveMinimum, exclusiveMaximum"),
        ["KZ2033"] = (FaultClass.Relational, "order of three numbers"),
        ["KZ2034"] = (FaultClass.Structural, "minimum, maximum"),
        ["KZ2035"] = (FaultClass.Relational, "the target against where it stands may tell it"),
        ["KZ2036"] = (FaultClass.Relational, "two numbers are compared"),
        ["KZ2040"] = (FaultClass.Relational, "dates of another cycle"),
        ["KZ2041"] = (FaultClass.Relational, "other cycles"),
        ["KZ2042"] = (FaultClass.Relational, "faults of another cycle"),
        ["KZ2043"] = (FaultClass.Relational, "other cycles"),
        ["KZ2044"] = (FaultClass.Structural, "if, then"),
        ["KZ2045"] = (FaultClass.Relational, "an expression is read"),
        ["KZ2046"] = (FaultClass.Structural, "pattern"),
        ["KZ2050"] = (FaultClass.Relational, "manifests of plugins have no schema here"),
        ["KZ2051"] = (FaultClass.Relational, "manifests of plugins have no schema here"),
        ["KZ2052"] = (FaultClass.Relational, "manifests of plugins have no schema here"),
        ["KZ2053"] = (FaultClass.Structural, "exclusiveMinimum"),
        ["KZ2060"] = (FaultClass.Structural, "maxItems"),
        ["KZ2061"] = (FaultClass.Structural, "minItems"),
        ["KZ2062"] = (FaultClass.Structural, "prefixItems"),
        ["KZ2063"] = (FaultClass.Relational, "figures in a text are read"),
        ["KZ2064"] = (FaultClass.Relational, "a warning about words"),
        ["KZ2065"] = (FaultClass.Structural, "if, then"),
        ["KZ2066"] = (FaultClass.Structural, "enum"),
        ["KZ2067"] = (FaultClass.Relational, "items of a list are compared"),
        ["KZ2068"] = (FaultClass.Structural, "minItems, maxItems"),
        ["KZ2069"] = (FaultClass.Relational, "values of a mapping are counted"),
        ["KZ2070"] = (FaultClass.Relational, "criteria are named elsewhere in the file"),
        ["KZ2071"] = (FaultClass.Structural, "exclusiveMinimum"),
        ["KZ2072"] = (FaultClass.Relational, "obstacles are named elsewhere in the file"),
        ["KZ2073"] = (FaultClass.Relational, "order of two dates"),
        ["KZ2074"] = (FaultClass.Relational, "order of dates"),
        ["KZ2075"] = (FaultClass.Structural, "additionalProperties"),
        ["KZ2091"] = (FaultClass.Relational, "told by a verb that would edit a file, never of a file"),
        ["KZ2092"] = (FaultClass.Relational, "told by a verb that would edit a file, never of a file"),
        ["KZ2093"] = (FaultClass.Relational, "metrics may be shared, and what they read stands in kaizen.yaml"),
        ["KZ2094"] = (FaultClass.Relational, "metrics may be shared, and what they read stands in kaizen.yaml"),
        ["KZ2101"] = (FaultClass.Relational, "an expression is read"),
        ["KZ2102"] = (FaultClass.Relational, "an expression is read"),
        ["KZ2103"] = (FaultClass.Relational, "an expression is read"),
        ["KZ2104"] = (FaultClass.Relational, "an expression is read"),
        ["KZ2105"] = (FaultClass.Relational, "an expression is read"),
        ["KZ2107"] = (FaultClass.Relational, "an expression is read"),
        ["KZ2201"] = (FaultClass.Relational, "the plugin knows its options"),
        ["KZ2202"] = (FaultClass.Relational, "the plugin knows its options"),
        ["KZ2203"] = (FaultClass.Relational, "the plugin knows its options"),
        ["KZ2204"] = (FaultClass.Relational, "the plugin knows its options"),
        ["KZ2205"] = (FaultClass.Relational, "the plugin knows its options"),
        ["KZ2206"] = (FaultClass.Relational, "the plugin knows its options"),
        ["KZ2207"] = (FaultClass.Relational, "the plugin knows its options"),
        ["KZ2208"] = (FaultClass.Relational, "the plugin knows its options"),
        ["KZ2210"] = (FaultClass.Relational, "the plugin knows its inputs"),
        ["KZ2211"] = (FaultClass.Relational, "the plugin knows its inputs"),
        ["KZ2212"] = (FaultClass.Structural, "properties that are false"),
    };

    /// <summary>Codes of the first kind that some places make relational: when, and why.</summary>
    private static readonly (string Code, string Why, Func<string, JsonObject, bool> Holds)[] Elsewhere =
    [
        ("KZ1029", "the kind, and with it the decisions, may stand in kaizen.yaml", (message, file) =>
            message.EndsWith("for 'decision'.", StringComparison.Ordinal) && !file.ContainsKey("kind") && AllDecisions.Any(d => message.StartsWith($"'{d}'", StringComparison.Ordinal))),
        ("KZ2002", "the kind may stand in kaizen.yaml", (message, file) => message.StartsWith("'explore'", StringComparison.Ordinal) && !file.ContainsKey("kind")),
        ("KZ2002", "the metric of the standard leads where it exists", (message, file) => message == "'metric' is missing in the target." && StandardMetric(file)),
        ("KZ2010", "the kind may stand in kaizen.yaml, and a metric that is named may be shared", (_, file) => !file.ContainsKey("metrics") && (!NeedsMetric(file) || NamesMetric(file))),
        ("KZ2014", "a metric may be shared, and these keys add to it", (message, file) => !IsWorkspace(file) && (file["metrics"]?[Quoted(message)] is not JsonObject own || own.All(k => MetricBinder.AddedKeys.Contains(k.Key)))),
        ("KZ2017", "the kind may stand in kaizen.yaml", (message, file) => message.Contains("'kind: ", StringComparison.Ordinal) && !file.ContainsKey("kind")),
        ("KZ2034", "whether a metric is a rate stands elsewhere", (message, _) => !message.StartsWith("'share'", StringComparison.Ordinal)),
        ("KZ2044", "the shared metric may be by row", (_, file) => file["metrics"] is not JsonObject all || !all.Any(m => m.Value is JsonObject one && (one["per"] as JsonValue)?.ToString() == "row" && one.ContainsKey("compare"))),
        ("KZ2062", "the company is compared with 'with'", (message, _) => Partner().IsMatch(message)),
        ("KZ2068", "order of two numbers", (message, _) => TwoNumbers().IsMatch(message)),
    ];

    public static IReadOnlyCollection<string> Codes => ByCode.Keys;

    /// <summary>The codes of faults that the schema must see, somewhere at least.</summary>
    public static IEnumerable<string> Structural => ByCode.Where(c => c.Value.Class == FaultClass.Structural).Select(c => c.Key);

    public static FaultClass Of(Diagnostic fault, JsonNode? file) =>
        fault.Severity != Severity.Error ? FaultClass.Relational
        : file is JsonObject keys && Elsewhere.Any(e => e.Code == fault.Code && e.Holds(fault.Message, keys)) ? FaultClass.Relational
        : ByCode[fault.Code].Class;

    private static IEnumerable<string> AllDecisions => Words.Kinds.Values.SelectMany(kind => Words.Decisions((CycleKind)kind));

    private static string Quoted(string message) => message.Split('\'')[1];

    private static bool IsWorkspace(JsonObject file) => WorkspaceSchema.Tells.Any(file.ContainsKey);

    private static bool StandardMetric(JsonObject file) => (file["standard"] as JsonObject)?.ContainsKey("metric") == true;

    private static bool NeedsMetric(JsonObject file) => (file["kind"] as JsonValue)?.ToString() is "pdca" or "sdca" || (file["plan"] as JsonObject)?["target"] is JsonObject;

    private static bool NamesMetric(JsonObject file)
    {
        var plan = file["plan"] as JsonObject;
        return StandardMetric(file) || (plan?["target"] as JsonObject)?.ContainsKey("metric") == true
            || (plan?["countermeasures"] as JsonObject)?.Any(c => c.Value is JsonObject one && (one["fidelity"] as JsonObject)?.ContainsKey("metric") == true) == true;
    }

    [GeneratedRegex(@"'[^/']+/[^']+'")]
    private static partial Regex Partner();

    [GeneratedRegex(@"not -?[0-9.]+ and -?[0-9.]+\.$")]
    private static partial Regex TwoNumbers();
}
