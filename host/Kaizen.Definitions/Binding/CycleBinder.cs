using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Definitions.Text;
using Kaizen.Statistics;

namespace Kaizen.Definitions.Binding;

/// <summary>Binds one cycle file on its own.</summary>
internal sealed class CycleBinder
{
    private static readonly string[] Keys =
    [
        "title", "problem", "problem_type", "domain", "kind", "level", "within", "contributes", "previous", "reason", "people", "metrics",
        "baseline", "rules", "cadence", "explore", "plan", "do", "check", "act", "standard", "story", "revisions", "cancelled",
        "waivers", "with", "each",
    ];

    private readonly WorkspaceParts parts;
    private readonly FaultList faults;
    private readonly Fields fields;
    private readonly List<Inference> inferred = [];
    private readonly MetricSet metrics;
    private readonly Places places;

    private CycleBinder(Node root, WorkspaceParts parts, FaultList faults)
    {
        this.parts = parts;
        this.faults = faults;
        fields = Fields.OfRoot(root, "a cycle", Keys, faults);
        metrics = new MetricSet(parts, faults, inferred);
        places = PlacesBinder.Of(root, faults.Text!);
    }

    /// <summary>The cycle as far as it could be bound; the faults say whether it may be used. Null where it is no mapping.</summary>
    public static CycleDraft? Bind(Node root, string id, WorkspaceParts parts, FaultList faults)
    {
        var binder = new CycleBinder(root, parts, faults);
        return binder.fields.Exists ? binder.Bind(id) : null;
    }

    /// <summary>How often a host looks at a loop; never more than once a day.</summary>
    public static CalendarSpan? CadenceOf(Fields fields)
    {
        if (fields.Length("cadence") is not { } cadence) return null;
        if (cadence.Count > 0) return cadence;
        fields.Fault("cadence", Catalogue.NotADuration, "write 1d, 1w, 2w or 1m", "cadence", cadence.ToString());
        return null;
    }

    private CycleDraft Bind(string id)
    {
        inferred.Add(new Inference("id", id, "the name of the file"));
        fields.Missing("title", "write what is wrong in one line, without the answer");
        var title = fields.Text("title") ?? "";
        var (domain, kind) = Tags();
        var chain = ChainOf(kind);
        metrics.Bind(fields.Entry("metrics"));

        var plan = new PlanBinder(faults, metrics, inferred);
        var target = plan.BindTarget(fields.Entry("plan"));
        var standard = StandardOf(kind);
        var lead = new LeadMetric(fields, metrics, inferred).Find(target, plan, standard);
        target = target is null || lead is null ? null : target with { Metric = lead };
        var bound = plan.Bind(lead, target);
        CheckMetrics(kind, plan);
        var explore = ExploreBinder.Bind(fields, KindIsKnown ? kind : null);

        var dates = DatesBinder.Bind(fields, target, explore?.TimeBox, plan, inferred);
        var baseline = BaselineBinder.Bind(fields);
        BaselineBinder.CheckAgainst(dates.Do.Started, fields, baseline);
        CheckMetricBaselines(dates.Do.Started);
        LifeBinder.CheckNotStarted(fields, dates.Do.Started);
        var (people, with) = PeopleBinder.Bind(fields);
        var cycle = new Cycle
        {
            Id = id,
            File = faults.File,
            Title = title,
            Problem = fields.Text("problem"),
            ProblemType = fields.Word("problem_type", Words.ProblemTypes),
            Domain = domain,
            Kind = kind,
            Rules = fields.Word("rules", RuleSet.Names) ?? RuleSet.Default.Name,
            Cadence = CadenceOf(fields) ?? parts.Cadence ?? Cycle.Weekly,
            Level = (Level?)fields.Choice("level", Words.Levels),
            Within = fields.Text("within"),
            Contributes = Contributes(),
            People = people,
            With = with,
            Chain = chain,
            Metrics = Finish(lead, bound, baseline),
            LeadMetric = lead,
            Explore = explore,
            Plan = bound,
            Do = dates.Do,
            Check = dates.Check,
            Act = ActBinder.Bind(fields.Entry("act"), kind, metrics, faults),
            Standard = standard,
            Story = new StoryBinder(faults, metrics).Bind(fields),
            Revisions = LifeBinder.Revisions(fields),
            Cancelled = LifeBinder.Cancelled(fields),
            Waivers = LifeBinder.Waivers(fields),
            Each = new EachBinder(parts, metrics, inferred).Bind(fields, kind),
            Places = places,
            Inferred = inferred,
            DefinitionHash = "",
        };
        return new CycleDraft(cycle, faults, AfterOf(), fields.Entry("previous")?.Value as ScalarNode, Uses(cycle));
    }

    private (Domain Domain, CycleKind Kind) Tags()
    {
        var domain = (Domain?)fields.Choice("domain", Words.Domains);
        if (!fields.Has("domain"))
        {
            domain = parts.Domain ?? Domain.Change;
            inferred.Add(new Inference("domain", Words.Of(Words.Domains, domain.Value), parts.Domain is null ? "neither the cycle nor kaizen.yaml names one" : "kaizen.yaml"));
        }

        var kind = (CycleKind?)fields.Choice("kind", Words.Kinds);
        if (!fields.Has("kind"))
        {
            kind = parts.Kind ?? CycleKind.Pdca;
            inferred.Add(new Inference("kind", Words.Of(Words.Kinds, kind.Value), parts.Kind is null ? "neither the cycle nor kaizen.yaml names one" : "kaizen.yaml"));
        }

        return (domain ?? Domain.Change, kind ?? CycleKind.Pdca);
    }

    private Chain? ChainOf(CycleKind kind)
    {
        var reason = fields.Word("reason", Words.ChainReasons);
        if (fields.Text("previous") is not { } previous)
        {
            if (reason is not null && !fields.Has("previous")) fields.Missing("previous", "name the cycle before, or take 'reason' away");
            return null;
        }

        if (reason is null && !fields.Has("reason"))
        {
            reason = kind == CycleKind.Sdca ? "standardise" : "adapted_from";
            inferred.Add(new Inference("reason", reason, $"what is usual for {Words.Of(Words.Kinds, kind)}"));
        }

        return new Chain(previous, reason ?? "adapted_from");
    }

    private Standard? StandardOf(CycleKind kind)
    {
        if (fields.Has("standard") && kind != CycleKind.Sdca && KindIsKnown)
            faults.Add(Catalogue.NotTogether, fields.KeyAt("standard"), $"{(kind == CycleKind.Pdca ? "a PDCA writes its standard under 'act'" : "a standard that comes of it stands under 'act'")}; a cycle that holds one is 'kind: sdca'", "standard", $"kind: {Words.Of(Words.Kinds, kind)}");
        return ActBinder.BindStandard(fields.Entry("standard"), metrics, true, faults);
    }

    private Contribution? Contributes()
    {
        var to = Fields.Of(fields.Entry("contributes"), "the contribution", ["to", "lag", "because"], faults);
        to.Missing("to", "name the metric of the loop above");
        var lag = to.Length("lag");
        var because = to.Text("because");
        return to.Text("to") is { } metric ? new Contribution(metric, lag, because) : null;
    }

    /// <summary>Improving and holding need a number; exploring and triage need one only for a target.</summary>
    private void CheckMetrics(CycleKind kind, PlanBinder plan)
    {
        var written = fields.Entry("metrics");
        var empty = written?.Value is { } none && (none.IsEmpty || none.Height == 0 && none is not ScalarNode);
        if (metrics.Names.Count > 0)
        {
            // A shared metric is named elsewhere; the empty key beside it says nothing.
            if (empty) faults.Add(Catalogue.KeyWithoutValue, fields.KeyAt("metrics"), null, "metrics");
        }
        else if (kind is CycleKind.Pdca or CycleKind.Sdca || plan.Target.Exists)
        {
            // A plan that names a metric with faults has a lead, so no second fault is reported.
            if (written is null) faults.Add(Catalogue.NoMetric, First(), "name one under 'metrics'");
            else if (empty) faults.Add(Catalogue.NoMetric, fields.KeyAt("metrics"), "name one below it");
        }
        else if (empty)
        {
            faults.Add(Catalogue.KeyWithoutValue, fields.KeyAt("metrics"), null, "metrics");
        }
    }

    /// <summary>Whether the kind is not misspelt: of one that is nobody can tell what fits.</summary>
    private bool KindIsKnown => !fields.Has("kind") || (fields.Entry("kind")?.Value is ScalarNode written && Words.Kinds.ContainsKey(written.Value));

    /// <summary>The metrics with what only the whole cycle tells: direction, prediction and baseline.</summary>
    private List<Metric> Finish(string? lead, Plan plan, Baseline? baseline)
    {
        var finished = new List<Metric>();
        foreach (var written in metrics.All)
        {
            var metric = written.Name == lead ? new LeadMetric(fields, metrics, inferred).Finish(written, plan) : written;
            if (baseline is not null && metric.Baseline == new Baseline(null, null, null, null)) metric = metric with { Baseline = baseline };
            if (metric.Better is null && metric.Name != lead && (metric.Guardrail is not null || metric.Prediction is not null) && metrics.PlaceOf(metric.Name) is { } at)
                faults.Add(Catalogue.DirectionUnknown, at, "write better: lower or better: higher", metric.Name, metric.Guardrail is null ? "prediction" : "guardrail");
            finished.Add(metric);
        }

        return finished;
    }

    private void CheckMetricBaselines(DateOnly? started)
    {
        foreach (var metric in OwnMetricFields()) BaselineBinder.CheckAgainst(started, metric, BaselineBinder.Bind(metric));
    }

    private List<ScalarNode> AfterOf() =>
        OwnMetricFields().Prepend(fields).Select(f => f.Entry("baseline")?.Value is MappingNode map ? map.Find("after_of")?.Value : null)
            .OfType<ScalarNode>().Where(s => !s.IsEmpty).ToList();

    private IEnumerable<Fields> OwnMetricFields() =>
        (fields.Entry("metrics")?.Value as MappingNode)?.Entries.Where(e => e.Value is MappingNode map && map.Find("baseline") is not null)
            .Select(e => Fields.Of(e, $"metric '{e.Key.Value}'", MetricBinder.CycleKeys, faults)) ?? [];

    private SourceSpan First() => fields.Entries.Count > 0 ? faults.SpanOf(fields.Entries[0].Key) : new SourceSpan(faults.File, 1, 1);

    private string Uses(Cycle cycle)
    {
        var uses = new List<string> { $"zone {parts.Zone.Id}", $"per {parts.Per}" };
        if (!fields.Has("domain")) uses.Add($"domain {cycle.Domain}");
        if (!fields.Has("kind")) uses.Add($"kind {cycle.Kind}");
        // Which source is split may be inferred from what else is there.
        if (cycle.Each is { } family) uses.Add($"each {family.Source.Name}");
        var used = metrics.All.Select(m => "source/" + m.Source.Name).Concat(metrics.All.Where(m => parts.Metrics.ContainsKey(m.Name)).Select(m => "metric/" + m.Name));
        uses.AddRange(used.Distinct().Order(StringComparer.Ordinal).Select(name => $"{name} {parts.Canonical.GetValueOrDefault(name)}"));
        return string.Join('\n', uses);
    }
}
