using Kaizen.Definitions.Binding;

namespace Kaizen.Tests.Schema;

/// <summary>Values at the edge of what a key takes: engine and schema draw the line at the same place.</summary>
public sealed class ValueTests
{
    private const string Metric = "metrics: { m: { median: x, better: lower } }";

    /// <summary>A file with a hole, and what is put into it.</summary>
    private static readonly (string File, string[] Values)[] Cases =
    [
        ($"title: T\n{Metric}\ndo: {{ started: VALUE }}",
        [
            "2026-02-28", "2026-02-29", "2024-02-29", "1900-02-29", "2000-02-29", "2100-02-29", "1899-12-31", "2199-12-31", "2200-01-01", "2026-00-10", "2026-13-01",
            "2026-04-31", "2026-1-1", "' 2026-01-01 '", "20260101", "2026", "true", "null", "~", "''", "[2026-01-01]", "{ a: 2026-01-01 }", "2026-01-01T00:00", "31.12.2026",
        ]),
        ($"title: T\nmetrics: {{ m: {{ median: x, latency: VALUE }} }}",
            ["0d", "1d", "00d", "007w", "36500d", "36501d", "99999d", "036500m", "100000d", "3 d", "-1d", "+1d", "1.5d", "3y", "d", "0x1d", "3D", "' 3d '", "14", "null", "''", "[3d]"]),
        ($"title: T\nmetrics: {{ m: {{ median: x, season: VALUE }} }}", ["0d", "00m", "01m", "12m", "36500d", "36501d", "40000w"]),
        ($"title: T\ncadence: VALUE\n{Metric}", ["0w", "1w", "1", "week"]),
        ($"title: T\n{Metric}\nplan: {{ target: {{ to: VALUE }} }}",
            ["4", "-4", "+4", ".5", "5.", "1e3", "1E-3", "'4'", "' 4 '", "'1e3'", "4 h", "'1,5'", "1_000", "43 %", ".inf", "-.inf", ".nan", "'inf'", "1e400", "'1e400'", "1e300", "'1e300'", "true", "null", "''", "'1e'", "[4]"]),
        ($"title: T\n{Metric}\nplan: {{ countermeasures: {{ c: {{ text: T, predicts: {{ expect: 4, confidence: VALUE }} }} }} }}",
            ["0", "1", "0.5", "'0.5'", "'0'", "'1'", "'1.0'", "'0.0'", ".5", "'.5'", "5e-1", "'5e-1'", "0.99999", "'-0.5'", "'+0.5'", "-0.5", "80", "'80'", "80 %", "null"]),
        ($"title: T\n{Metric}\nplan: {{ causes: {{ c: {{ text: T, share: VALUE }} }} }}",
            ["0", "1", "0.5", "-0.1", "1.1", "60", "'0.6'", "'60'", "'1.0'", "'0'", "'-0'", "'1.00'", "'01'", "' 0.60 '", "'1.01'", "'0.'", "'6e-1'", "''", "'.'", "null", "half"]),
        ($"title: T\n{Metric}\nplan: {{ criteria: {{ c: VALUE }} }}", ["0", "1", "'3'", "'0'", "'0.0'", "'0.01'", "-1", "'-1'", "'1e3'", "much", "null", "''", "[1]"]),
        ($"title: T\n{Metric}\nplan: {{ causes: {{ VALUE: Because. }} }}",
            ["a", "A1", "é", "日本", "'a b'", "-a", "_a", "a-b_c", "a.b", "'²'", "42", "null", "''", "'a/b'", new string('a', 100), new string('a', 101)]),
        ($"title: T\nwith: VALUE\npeople: {{ owner: [priya, acme/jo] }}\n{Metric}", ["acme", "' acme '", "a b", "a.b", "null", "[acme]"]),
        ($"title: T\nwith: acme\npeople: {{ owner: VALUE }}\n{Metric}",
            ["priya", "[priya]", "[]", "[priya, acme/jo]", "[priya, jo]", "[priya, acme/]", "[priya, /jo]", "[priya, acme/jo, sam]", "[priya, null]", "[priya, '']", "[priya, { a: b }]", "null", "{ a: b }"]),
        ($"title: T\npeople: {{ owner: VALUE }}\n{Metric}", ["priya", "42", "[priya]", "[]", "[priya, sam]", "[null]", "['']", "null", "''"]),
        ($"title: T\npeople: {{ members: VALUE }}\n{Metric}", ["a", "[a]", "[]", "null", "[null]", "['']", "[' ']", "[[a]]", "{ a: b }", "''", "42", "[42, true]"]),
        ($"title: VALUE\n{Metric}", ["42", "true", "2026-01-01", "null", "Null", "NULL", "'null'", "''", "' '", "~", "'~'", "[a]", "{ a: b }"]),
        ($"title: T\nkind: VALUE\n{Metric}", ["pdca", "PDCA", "' pdca '", "null", "[pdca]", "true"]),
        ($"title: T\n{Metric}\nplan: {{ obstacles: {{ o: {{ text: T, active: VALUE }} }} }}", ["true", "True", "TRUE", "false", "FALSE", "'true'", "'True'", "yes", "1", "null", "''"]),
        ($"title: T\nmetrics: {{ m: {{ count: VALUE }} }}", ["rows", "true", "True", "TRUE", "false", "FALSE", "yes", "Off", "'yes'", "' no '", "null", "''", "[x]", "x = 1"]),
        ($"title: T\nmetrics: {{ m: {{ median: x, axis: VALUE }} }}", ["[0, 1]", "[0]", "[0, 1, 2]", "[1, 0]", "['0', 1]", "[a, 1]", "[null, 1]", "5", "null", "{}", "[]"]),
        ($"title: T\nmetrics: {{ m: {{ median: x, better: lower, guardrail: VALUE }} }}", ["5", "'5'", "{ change: 1 }", "{ change: a }", "{}", "{ change: 1, to: 2 }", "null", "[5]", "five"]),
        ($"title: T\nmetrics: {{ m: {{ median: x, better: lower, predicts: {{ expect: 1, between: VALUE }} }} }}",
            ["[1, 2]", "[null, 2]", "[1, null]", "[null, null]", "[2, 1]", "[1]", "[1, 2, 3]", "['1', 2]", "[a, 2]", "[[1], 2]", "null", "5", "[true, 2]"]),
        ($"title: T\nmetrics: {{ m: {{ median: x, per: VALUE, compare: {{ label: L, where: y = 1 }} }} }}", ["row", "week", "'row'"]),
        ($"title: T\nmetrics: VALUE", ["null", "{}", "[]", "[shared]", "['']", "[null]", "[[shared]]", "shared", "{ shared: null }", "{ shared: { role: process } }", "{ own: { unit: h } }", "{ own: { median: x } }", "{ 'a b': { median: x } }"]),
        ($"title: T\nkind: VALUE\nexplore: {{ question: Who? }}\nstandard: {{ text: S }}\n{Metric}", ["pdca", "sdca", "edca", "capdo"]),
        ($"title: T\nkind: edca\nVALUE: {{ question: Who? }}", ["explore", "explores"]),
        ($"title: T\n{Metric}\nreason: drift\nVALUE: b", ["previous", "within"]),
        ($"title: T\n{Metric}\nplan: {{ pictures: [{{ file: VALUE }}] }}",
        [
            "pictures/inbox.jpg", "a..b", "..a", "a/..b", "'../a'", "a/../b", "a/..", "'..'", "/a", "' /a'", "'\\a'", "a\\..\\b", "C:/a", "'a:b'", "'a b'", "' a '", "\"a\\tb\"", "./a", "42", "null", "''",
        ]),
        ("title: T\nplan: { target: { to: 1 } }\nVALUE", ["", "metrics: { m: { median: x } }", "metrics: { m: { median: x }, n: { median: y } }", "metrics: [shared]"]),
    ];

    private static readonly WorkspaceParts Workspace = EngineCheck.Workspace("""
        zone: UTC
        sources: { s: { use: csv, time: t } }
        metrics: { shared: { median: x } }
        """);

    /// <summary>What both say of each.</summary>
    internal static IReadOnlyList<Verdict> All { get; } =
    [
        .. Cases.SelectMany(c => c.Values.Select(v => Verdict.Of(new Specimen(c.File.Split('\n').First(l => l.Contains("VALUE", StringComparison.Ordinal)).Replace("VALUE", v, StringComparison.Ordinal), c.File.Replace("VALUE", v, StringComparison.Ordinal), Workspace)))),
    ];

    [Fact]
    public void They_draw_the_line_at_the_same_place()
    {
        Assert.True(Verdict.Told(All) is "", Verdict.Told(All));
        Assert.True(All.Count(v => v.Compared) > 250, $"{All.Count(v => v.Compared)} values");
    }
}
