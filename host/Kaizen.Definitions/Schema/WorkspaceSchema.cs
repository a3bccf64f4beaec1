using System.Text.Json.Nodes;
using Kaizen.Definitions.Binding;
using static Kaizen.Definitions.Schema.Shapes;

namespace Kaizen.Definitions.Schema;

/// <summary><c>kaizen.yaml</c>.</summary>
internal static class WorkspaceSchema
{
    /// <summary>Keys that no cycle has: with one of them a file is a workspace.</summary>
    public static readonly string[] Tells = ["workspace", "zone", "as_of", "per", "sources", "events", "lint"];

    public static IEnumerable<Key> Definitions =>
    [
        new("workspace", Told(Mapping(Keys), "Workspace (kaizen.yaml)", "What all cycles of this folder share: the time zone, people, sources and metrics.")),
        new("source", Source()),
        new("event", Event()),
    ];

    private static IEnumerable<Key> Keys =>
    [
        Key("workspace", Values.Text, "Name", "A short name for the workspace. Left out, it is the name of the folder.", "repeat-business"),
        Key("title", Values.Text, "Title", "What the workspace is about, as a heading on its pages.", "Repeat business with entrepreneurs"),
        Key("zone", Values.Text, "Time zone", "The time zone in which days and weeks begin, by its IANA name: continent, slash, city.", "Europe/Amsterdam").Otherwise("UTC"),
        Key("as_of", Values.Date, "Look from this day", "The day from which everything is looked at, in place of today. Data from that day on do not count yet.", "2026-10-01"),
        Key("per", OneOf(Words.WorkspacePeriods.Keys), "A point for each", "How long one point of a chart is, unless a metric says otherwise.", "week").Otherwise("week"),
        Cadence("How often loops are looked at, unless a cycle says otherwise."),
        Key("domain", OneOf(Words.Domains.Keys), "Domain", "Whether cycles are about selling or about change inside, unless they say so themselves.", "sales").Otherwise("change"),
        Key("kind", OneOf(Words.Kinds.Keys), "Kind of cycle", "The kind of the cycles that name none: pdca improves, sdca holds a gain, edca explores, capdo reviews and sorts.", "pdca").Otherwise("pdca"),
        Key("people", People(), "People", "Who is who. Cycles use the short names; pages show the full ones.", new JsonObject { ["priya"] = "Priya Nair" }),
        Key("events", ListOf(Ref("event")), "Events that everybody knew of", "Dated events that may move any metric. They are drawn on every chart.", new JsonArray(new JsonObject { ["date"] = "2025-12-24", ["text"] = "Christmas" })),
        Key("sources", Names(Ref("source")).OrEmpty(), "Sources", "Where rows come from, each with a name that metrics use."),
        Key("metrics", Names(Ref("shared_metric")).OrEmpty(), "Shared metrics", "Metrics with one definition for all cycles, so that two teams get one number. A cycle uses one by its name."),
        Key("lint", LintSchema.Lint(), "Settings of lint", "Rules that are switched off, each with a reason, and numbers and words that rules go by."),
    ];

    /// <summary>How often a loop is looked at.</summary>
    public static Key Cadence(string description) => Key("cadence", Values.Span, "Cadence", description, "1w", "2w", "1m").Otherwise("1w");

    private static JsonObject People()
    {
        var person = Mapping(
            [
                Key("name", Values.Text, "Full name", "How the person is called on pages.", "Priya Nair"),
                Key("role", Values.Text, "Role", "What the person does.", "Lead of engineering"),
            ],
            "name").OrText();
        return new JsonObject { ["type"] = "object", ["additionalProperties"] = person }.OrEmpty();
    }

    private static JsonObject Source() => Mapping(
        [
            Key("use", Values.Text, "Kind of source", "The plugin that reads it.", "csv"),
            Key("with", Options(), "Options", "The options of the plugin, as its own page lists them. A path begins at the folder of kaizen.yaml.", new JsonObject { ["path"] = "data/enquiries.csv" }),
            Key("time", Values.Text, "Time column", "The column that says when a row happened.", "received_at"),
            Key("known_from", Values.Date, "Complete from", "The first day from which the rows are complete.", "2025-01-01"),
            Key("known_until", Values.Date, "Complete until", "The day up to which, but without it, the rows are complete: most often the day of the export.", "2026-08-31"),
            Key("timeout", Values.Positive, "Patience", "For how many seconds the plugin may give no answer and no further row.", 30).Otherwise(300),
            Key("bad_rows", OneOf(Words.BadRows.Keys), "Rows that cannot be read", "Whether such a row stops the cycles that read its column (refuse), or is left out and counted on the sheet (leave_out).", "leave_out").Otherwise("refuse"),
        ],
        "use");

    public static JsonObject Options()
    {
        // An option's text may be empty or a space: a separator in quotes.
        string[] scalar = ["string", "number", "boolean"];
        var value = new JsonObject { ["type"] = Items([.. scalar, "array"]), ["items"] = new JsonObject { ["type"] = Items(scalar) } };
        var secret = Mapping([Key("secret", Values.Text, "Secret", "The environment variable that holds the value.", "CRM_TOKEN")], "secret");
        var option = new JsonObject { ["anyOf"] = new JsonArray(value, secret) };
        return new JsonObject { ["type"] = "object", ["additionalProperties"] = option }.OrEmpty();
    }

    private static JsonObject Event() => Mapping(
        [
            Key("text", Values.Text, "What happened", "The event in a few words, as it stands on the chart.", "Christmas"),
            Key("date", Values.Date, "Date", "The day of the event.", "2025-12-24"),
        ],
        "text", "date");
}
