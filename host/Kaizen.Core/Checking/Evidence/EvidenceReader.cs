using System.Globalization;
using System.Text.Json;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;
using Kaizen.Statistics;

namespace Kaizen.Core.Checking;

/// <summary>Reads what <see cref="EvidenceWriter"/> wrote.</summary>
internal static class EvidenceReader
{
    public static CycleEvidence Read(JsonElement e) => new()
    {
        Id = e.GetProperty("id").GetString()!,
        File = e.GetProperty("file").GetString()!,
        Domain = (Domain)Word(e, "domain", typeof(Domain))!,
        Kind = (CycleKind)Word(e, "kind", typeof(CycleKind))!,
        State = (CycleState)Word(e, "state", typeof(CycleState))!,
        Recommendation = (Recommendation)Word(e, "recommendation", typeof(Recommendation))!,
        Because = Texts(e, "because"),
        Fidelity = (FidelityLevel)Word(e, "fidelity", typeof(FidelityLevel))!,
        Decision = e.TryGetProperty("decision", out var d) ? new DecisionTaken(Text(d, "decision")!, Date(d, "date"), Text(d, "because")) : null,
        Locked = e.TryGetProperty("locked", out var l)
            ? new LockState(Date(l, "date")!.Value, Text(l, "hash")!, l.GetProperty("changed").GetBoolean(), l.GetProperty("daysLate").GetInt32(), l.TryGetProperty("recorded", out _) ? Date(l, "recorded") : null)
            : null,
        Lead = Text(e, "lead"),
        Findings = e.GetProperty("findings").EnumerateArray().Select(Finding).ToList(),
        FactsAsOf = Date(e, "factsAsOf")!.Value,
        Outlook = e.TryGetProperty("outlook", out var o)
            ? new Outlook(o.GetProperty("points").GetInt32(), o.GetProperty("needed").GetInt32(), Date(o, "verdictFrom"))
            : null,
        DefinitionHash = Text(e, "definitionHash")!,
        Engine = Text(e, "engine")!,
    };

    private static Finding Finding(JsonElement f)
    {
        var means = Numbers(f, "means");
        var medians = Numbers(f, "medians");
        var n = Numbers(f, "n");
        var pooled = Numbers(f, "pooled");
        return new Finding
        {
            Metric = Text(f, "metric")!,
            Definition = Text(f, "definition"),
            Unit = Text(f, "unit")!,
            Better = (Better?)Word(f, "better", typeof(Better)),
            Role = (MetricRole)Word(f, "role", typeof(MetricRole))!,
            Horizon = (Horizon)Word(f, "horizon", typeof(Horizon))!,
            Aggregate = (Aggregate)Word(f, "aggregate", typeof(Aggregate))!,
            Per = (Period)Word(f, "per", typeof(Period))!,
            Window = Text(f, "window")!,
            Complete = f.GetProperty("complete").GetBoolean(),
            Verdict = (Verdict)Word(f, "verdict", typeof(Verdict))!,
            Effect = (EffectWord)Word(f, "effect", typeof(EffectWord))!,
            VsPrediction = (PredictionWord?)Word(f, "vsPrediction", typeof(PredictionWord)),
            Learned = Text(f, "learned"),
            Design = Text(f, "design")!,
            Claim = Text(f, "claim")!,
            Before = means[0],
            After = means[1],
            Difference = means[2],
            Interval = Interval(f, "interval"),
            MedianBefore = medians[0],
            MedianAfter = medians[1],
            HodgesLehmann = medians[2],
            NBefore = (int)n[0]!.Value,
            NAfter = (int)n[1]!.Value,
            NImmature = (int)n[2]!.Value,
            Pooled = Pair(pooled),
            PooledDifference = pooled[2],
            PooledInterval = Interval(f, "pooledInterval"),
            RowsBefore = f.GetProperty("rowsBefore").GetInt64(),
            RowsAfter = f.GetProperty("rowsAfter").GetInt64(),
            Limits = f.TryGetProperty("limits", out _) ? Limits(f) : null,
            Rules = Text(f, "rules")!,
            Signals = f.GetProperty("signals").EnumerateArray().Select(s => new Signal(Text(s, "rule")!, Text(s, "period")!, Texts(s, "members"))).ToList(),
            RunChart = f.TryGetProperty("run", out _) ? Run(f) : null,
            Prediction = f.TryGetProperty("prediction", out _) ? Prediction(f) : null,
            Guardrail = f.TryGetProperty("guardrail", out var g)
                ? new GuardrailFinding(g.GetDouble(), f.TryGetProperty("guardrailHeld", out var held) ? held.GetBoolean() : null)
                : null,
            Comparison = f.TryGetProperty("comparison", out var c) ? Comparison(c) : null,
            Points = Points(f),
            Windows = Windows(f.GetProperty("windows")),
            Scan = Scan(f.GetProperty("scan")),
            Exhibits = ExhibitJson.Read(f),
        };
    }

    private static Limits Limits(JsonElement f)
    {
        var limits = Numbers(f, "limits");
        return new Limits(limits[0]!.Value, limits[1]!.Value, limits[2]!.Value, Text(f, "limitsKind")!);
    }

    private static RunChartFinding Run(JsonElement f)
    {
        var run = Numbers(f, "run");
        return new RunChartFinding(run[0]!.Value, (int)run[1]!.Value, (int?)run[2], (int?)run[3], (int?)run[4], (int?)run[5], f.GetProperty("runSignal").GetBoolean());
    }

    private static PredictionFinding Prediction(JsonElement f)
    {
        var p = Numbers(f, "prediction");
        return new PredictionFinding(p[0]!.Value, new OpenInterval(p[1], p[2]), p[3]!.Value, Text(f, "predictionBecause"));
    }

    private static ComparisonFinding Comparison(JsonElement c)
    {
        var means = Numbers(c, "means");
        var pooled = Numbers(c, "pooled");
        return new ComparisonFinding(
            Text(c, "label")!, means[0], means[1], means[2], Interval(c, "interval"), (Verdict)Word(c, "verdict", typeof(Verdict))!,
            Pair(pooled), Points(c));
    }

    private static FindingWindows Windows(JsonElement w) => new(
        Date(w, "beforeFrom"), Date(w, "beforeTo"), Date(w, "started"), Date(w, "checkDate"), Date(w, "cut")!.Value, Text(w, "maturity"));

    private static ScanFacts Scan(JsonElement s) => new(
        Text(s, "source")!, s.GetProperty("rowsRead").GetInt64(), s.GetProperty("rowsWithoutTime").GetInt64(), s.GetProperty("rowsLeftOut").GetInt64(),
        Text(s, "fingerprint"), Text(s, "plugin")!)
    {
        RowsAfterKnown = s.TryGetProperty("rowsAfterKnown", out var after) ? after.GetInt64() : 0,
    };

    private static List<FindingPoint> Points(JsonElement of) =>
        of.GetProperty("points").EnumerateArray().Select(p => new FindingPoint(
            p[0].GetString()!, DateOnly.FromDayNumber(p[1].GetInt32()), Number(p[2]), p[3].GetInt64(), Number(p[4]), Number(p[5]),
            (Phase)Enum.Parse(typeof(Phase), p[6].GetString()!))).ToList();

    private static PooledPair? Pair(double?[] pooled) =>
        pooled[0] is null && pooled[1] is null ? null : new PooledPair(pooled[0], pooled[1]);

    private static Interval? Interval(JsonElement of, string name) =>
        Numbers(of, name) is [{ } low, { } high] ? new Interval(low, high) : null;

    private static double?[] Numbers(JsonElement of, string name) => of.GetProperty(name).EnumerateArray().Select(Number).ToArray();

    private static double? Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetDouble();

    private static List<string> Texts(JsonElement of, string name) => of.GetProperty(name).EnumerateArray().Select(t => t.GetString()!).ToList();

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private static DateOnly? Date(JsonElement of, string name) =>
        Text(of, name) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static object? Word(JsonElement of, string name, Type type) => Text(of, name) is { } word ? Enum.Parse(type, word) : null;
}
