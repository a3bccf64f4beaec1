using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;
using Kaizen.Definitions.Editing;

namespace Kaizen.Hosting.Authoring;

/// <summary>A cycle that goes on where another one stands: people, numbers and what was decided are carried over.</summary>
public static class Following
{
    private const string WorkspaceFile = "kaizen.yaml";

    /// <summary>The kind that follows: what was adopted is held, everything else is improved once more.</summary>
    public static CycleKind KindAfter(Cycle before) => before is { Kind: CycleKind.Pdca, Act.Decision: "adopt" } or { Kind: CycleKind.Capdo, Act.Decision: "standardise" } ? CycleKind.Sdca
        : before is { Kind: CycleKind.Capdo, Act.Decision: "explore" } ? CycleKind.Edca
        : before is { Kind: CycleKind.Sdca, Act.Decision: "hold" } ? CycleKind.Sdca : CycleKind.Pdca;

    /// <summary>Why the one follows the other, where nobody says it.</summary>
    public static string ReasonAfter(Cycle before, CycleKind kind) => kind switch
    {
        CycleKind.Sdca => "standardise",
        _ when before.Kind == CycleKind.Capdo => "triage",
        _ when before.Kind == CycleKind.Sdca => "drift",
        _ when before.Act?.Decision == "adopt" => "next_obstacle",
        _ => "adapted_from",
    };

    /// <summary>The new cycle with what it takes over.</summary>
    public static NewCycle Of(Cycle before, string id, CycleKind kind, string? reason) => new()
    {
        Id = id,
        Kind = kind,
        Title = before.Title,
        Problem = kind == CycleKind.Sdca ? null : before.Problem,
        Domain = before.Domain,
        Owner = before.People.Owner,
        Coach = before.People.Coach,
        Others = before.People,
        Chain = new Chain(before.Id, reason ?? ReasonAfter(before, kind)),
        Metrics = [.. before.Metrics.OrderByDescending(m => m.Name == before.LeadMetric).Select(Metric)],
        Background = kind == CycleKind.Sdca ? null : before.Plan.Background,
        Standard = kind != CycleKind.Sdca ? null : before.Act?.Standard ?? before.Standard,
    };

    private static NewMetric Metric(Metric metric) => new(metric.Name, metric.At.File == WorkspaceFile ? [] : Keys(metric)) { IsShare = metric.Unit == Quantity.Share, Unit = metric.Unit };

    private static List<(string, YamlValue)> Keys(Metric m)
    {
        var keys = new List<(string, YamlValue)>();
        void Say(string key, string? text)
        {
            if (!string.IsNullOrEmpty(text)) keys.Add((key, YamlValue.Of(text)));
        }

        Say("definition", m.Definition);
        Say("source", m.Source.Name);
        if (m.Time.Text != m.Source.Time?.Text) Say("time", m.Time.Text);
        var aggregate = m.Measure.Aggregate.ToString().ToLowerInvariant();
        if (m.Measure.Over is { } over) keys.Add((aggregate, YamlValue.Of(("of", YamlValue.Of(m.Measure.Value!.Text)), ("over", YamlValue.Of(over.Text)))));
        else Say(aggregate, m.Measure.Value?.Text ?? "rows");
        Say("where", m.Measure.Where?.Text);
        Say("unit", m.Unit);
        Say("better", m.Better?.ToString().ToLowerInvariant());
        Say("role", m.Role.ToString().ToLowerInvariant());
        Say("signal", m.Signal?.ToString().ToLowerInvariant());
        Say("horizon", m.Horizon.ToString().ToLowerInvariant());
        Say("per", m.Per.ToString().ToLowerInvariant());
        Say("season", m.Season?.ToString());
        Say("latency", m.Latency?.ToString());
        if (m.Maturity is { } matures && new[] { m.Measure.Value, m.Measure.Over, m.Measure.Where }.All(e => e?.Maturity != matures)) Say("maturity", matures.ToString());
        if (m.Guardrail is { } guard) keys.Add(("guardrail", guard.Value is { } value ? YamlValue.Of(value) : YamlValue.Of(("change", YamlValue.Of(guard.Change!.Value)))));
        if (m.Compare is { } other) keys.Add(("compare", YamlValue.Of(("label", YamlValue.Of(other.Label)), ("where", YamlValue.Of(other.Where.Text)))));
        return keys;
    }
}
