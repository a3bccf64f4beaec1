using Kaizen.Core.Cycles;
using Kaizen.Definitions.Editing;

namespace Kaizen.Hosting.Authoring;

/// <summary>Writes a new cycle: what was said as keys, what was not as comments that ask.</summary>
public static class CycleText
{
    /// <summary>The text of the file.</summary>
    public static string Of(NewCycle cycle)
    {
        var answers = new Dictionary<string, YamlValue>(StringComparer.Ordinal);
        var below = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        void Say(string path, string? text)
        {
            if (!string.IsNullOrWhiteSpace(text)) answers[path] = YamlValue.Of(text.Trim());
        }

        Say("title", cycle.Title);
        Say("problem", cycle.Problem);
        Say("domain", cycle.Domain is { } domain ? domain == Domain.Sales ? "sales" : "change" : null);
        Say("kind", Kind(cycle.Kind));
        Say("previous", cycle.Chain?.Previous);
        Say("reason", cycle.Chain?.Reason);
        Say("people.owner", cycle.Owner);
        Say("people.coach", cycle.Coach);
        Say("people.sponsor", cycle.Others.Sponsor);
        if (cycle.Others.Members.Count > 0) answers["people.members"] = YamlValue.Items(cycle.Others.Members.Select(YamlValue.Of));
        if (cycle.Metrics.Count > 0) answers["metrics"] = Metrics(cycle.Metrics);
        Say("plan.background", cycle.Background);
        if (cycle is { Target: { } target, Metrics.Count: > 0 })
        {
            answers["plan.target"] = Map([("metric", YamlValue.Of(cycle.Metrics[0].Name)), ("to", YamlValue.Of(target.To)), ("due", target.Due is { } due ? YamlValue.Of(due) : null)]);
            if (target.Due is null) below["plan.target"] = ["  # due: by which day"];
        }

        var cause = cycle.Cause is { } why ? Words.Key(why) : null;
        if (cause is not null) answers["plan.causes"] = YamlValue.Of((cause, YamlValue.Of(("text", YamlValue.Of(cycle.Cause!.Trim())), ("evidence", YamlValue.Of("opinion")))));
        if (cause is not null) below["plan.causes"] = ["    # evidence is observed, data or experiment once somebody has looked"];
        if (cycle.Change is { } change) Countermeasure(cycle, Words.Key(change), cause, answers, below);
        if (cycle.Started is { } started) answers["do.started"] = YamlValue.Of(started);
        Say("standard.text", cycle.Standard?.Text);
        Say("standard.owner", cycle.Standard?.Owner);
        Say("standard.metric", cycle.Standard?.Metric);
        Say("standard.audit", cycle.Standard?.Audit);
        Say("explore.question", cycle.Explore?.Question);
        if (cycle.Explore is { Assumptions.Count: > 0 } explored) answers["explore.assumptions"] = YamlValue.Items(explored.Assumptions.Select(YamlValue.Of));
        Say("explore.time_box", cycle.Explore?.TimeBox?.ToString());
        Say("explore.effort_cap", cycle.Explore?.EffortCap);
        if (cycle.Explore?.Confidence is { } sure) answers["explore.confidence"] = YamlValue.Of(sure);
        return Scaffold.Load(Kind(cycle.Kind)).Fill(answers, below);
    }

    /// <summary>The word for a kind of cycle.</summary>
    public static string Kind(CycleKind kind) => kind switch { CycleKind.Sdca => "sdca", CycleKind.Edca => "edca", CycleKind.Capdo => "capdo", _ => "pdca" };

    private static YamlValue Metrics(IReadOnlyList<NewMetric> metrics) =>
        YamlValue.Of(metrics.Select(m => (m.Name, m.Keys.Count == 0 ? new YamlValue.Nothing() : YamlValue.Of(m.Keys))));

    private static void Countermeasure(NewCycle cycle, string name, string? cause, Dictionary<string, YamlValue> answers, Dictionary<string, IReadOnlyList<string>> below)
    {
        var comments = new List<string>();
        YamlValue? predicts = null;
        if (cycle.Prediction is { } p)
        {
            YamlValue? between = p.Low is null && p.High is null ? null : YamlValue.Items(new[] { p.Low, p.High }.Select(e => e is { } end ? YamlValue.Of(end) : new YamlValue.Nothing()));
            predicts = Map([("expect", YamlValue.Of(p.Expect)), ("between", between), ("confidence", p.Confidence is { } sure ? YamlValue.Of(sure) : null), ("because", p.Because is { } rests ? YamlValue.Of(rests.Trim()) : null)]);
            if (p.Because is null) comments.Add("      # because: what the expectation rests on");
        }
        else comments.Add("    # predicts: { expect: what you will see, between: [the least, the most], confidence: 0.8, because: what it rests on }");
        if (cause is null) comments.Add("    # addresses: the cause that it takes away, by its name under causes");
        comments.Add("    # considered: [what else was thought of]");
        answers["plan.countermeasures"] = YamlValue.Of((name, Map([("text", YamlValue.Of(cycle.Change!.Trim())), ("addresses", cause is null ? null : YamlValue.Of(cause)), ("predicts", predicts)])));
        below["plan.countermeasures"] = comments;
    }

    private static YamlValue Map((string Key, YamlValue? Value)[] entries) => YamlValue.Of(entries.Where(e => e.Value is not null).Select(e => (e.Key, e.Value!)));
}
