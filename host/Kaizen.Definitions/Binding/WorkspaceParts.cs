using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Definitions.Binding;

/// <summary>What cycles take from <c>kaizen.yaml</c>.</summary>
internal sealed record WorkspaceParts
{
    public string? Name { get; init; }

    public string? Title { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public DateOnly? AsOf { get; init; }

    public Period Per { get; init; } = Period.Week;

    /// <summary>How often loops are looked at unless a cycle says otherwise.</summary>
    public CalendarSpan? Cadence { get; init; }

    public Domain? Domain { get; init; }

    public CycleKind? Kind { get; init; }

    /// <summary>Events that everybody knew of.</summary>
    public IReadOnlyList<Annotation> Events { get; init; } = [];

    /// <summary>How lint is set up.</summary>
    public LintSettings Lint { get; init; } = LintSettings.Default;

    public IReadOnlyDictionary<string, Person> People { get; init; } = new Dictionary<string, Person>();

    public IReadOnlyDictionary<string, SourceDefinition> Sources { get; init; } = new Dictionary<string, SourceDefinition>();

    /// <summary>All names under <c>sources</c>, those with faults too: naming one of them is no second fault.</summary>
    public IReadOnlyList<string> SourceNames { get; init; } = [];

    public IReadOnlyDictionary<string, SharedMetric> Metrics { get; init; } = new Dictionary<string, SharedMetric>();

    /// <summary>All names under <c>metrics</c>, those with faults too.</summary>
    public IReadOnlyList<string> MetricNames { get; init; } = [];

    public IReadOnlyList<Inference> Inferred { get; init; } = [];

    /// <summary>Canonical text of each source and shared metric, for definition hashes: by <c>source/NAME</c> and <c>metric/NAME</c>.</summary>
    public IReadOnlyDictionary<string, string> Canonical { get; init; } = new Dictionary<string, string>();
}

/// <summary>A metric that is defined once for all cycles.</summary>
/// <param name="Metric">It, bound.</param>
/// <param name="Inferred">What was filled in.</param>
internal sealed record SharedMetric(Metric Metric, IReadOnlyList<Inference> Inferred);
