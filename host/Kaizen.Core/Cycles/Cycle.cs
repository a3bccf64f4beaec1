using Kaizen.Core.Metrics;

namespace Kaizen.Core.Cycles;

/// <summary>One turn of plan, do, check, act, as a team wrote it and with what was inferred filled in.</summary>
public sealed record Cycle
{
    /// <summary>The cadence of a loop whose files name none.</summary>
    public static readonly CalendarSpan Weekly = new(1, 'w');

    /// <summary>File name without its ending; unique in the workspace.</summary>
    public required string Id { get; init; }

    /// <summary>Path relative to the workspace, with forward slashes.</summary>
    public required string File { get; init; }

    public required string Title { get; init; }

    /// <summary>The problem in one sentence.</summary>
    public string? Problem { get; init; }

    /// <summary><c>troubleshoot, gap_from_standard, target_condition</c> or <c>open_ended</c>, or null.</summary>
    public string? ProblemType { get; init; }

    public Domain Domain { get; init; } = Domain.Change;

    public CycleKind Kind { get; init; } = CycleKind.Pdca;

    public Level? Level { get; init; }

    /// <summary>Id or name of the loop above.</summary>
    public string? Within { get; init; }

    public Contribution? Contributes { get; init; }

    public People People { get; init; } = new();

    /// <summary>The cycle this one follows (<c>previous</c>), and why (<c>adapted_from</c>, <c>standardise</c>, ...).</summary>
    public Chain? Chain { get; init; }

    /// <summary>The metrics, in the order written. Never empty in a cycle without errors.</summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = [];

    /// <summary>Name of the metric of <c>plan.target</c>, on which the recommendation rests.</summary>
    public string? LeadMetric { get; init; }

    /// <summary>Name of the rule set; <c>default</c> unless the file names another.</summary>
    public string Rules { get; init; } = "default";

    /// <summary>How often a host looks at the loop while it is open; <c>1w</c> unless the files say otherwise.</summary>
    public CalendarSpan Cadence { get; init; } = Weekly;

    public Plan Plan { get; init; } = new();

    public Do Do { get; init; } = new();

    public CheckPlan Check { get; init; } = new();

    public Act? Act { get; init; }

    /// <summary>The standard that an SDCA cycle holds; the one that a PDCA adopts is in <see cref="Act"/>.</summary>
    public Standard? Standard { get; init; }

    /// <summary>What was left out in the file and filled in, in order.</summary>
    public IReadOnlyList<Inference> Inferred { get; init; } = [];

    /// <summary>SHA-256 (lower-case hex) over the file's bytes and the parts of the workspace it uses.</summary>
    public required string DefinitionHash { get; init; }

    /// <summary>The lead metric, or null where the cycle has none.</summary>
    public Metric? Lead => Metrics.FirstOrDefault(m => m.Name == LeadMetric);
}

/// <summary>Whether a cycle is about selling or about change inside; a tag, nothing more.</summary>
public enum Domain { Sales, Change }

/// <summary>Kinds of cycle: improve a known problem, or hold a gain.</summary>
public enum CycleKind { Pdca, Sdca }

/// <summary>Where a loop closes.</summary>
public enum Level { Person, Team, Unit, Organisation }

/// <summary>The parent's metric that a cycle drives.</summary>
/// <param name="To">Name of the parent's metric.</param>
/// <param name="Lag">Expected time until it shows.</param>
/// <param name="Because">The hypothesis.</param>
public sealed record Contribution(string To, CalendarSpan? Lag, string? Because);

/// <summary>Where a cycle comes from.</summary>
/// <param name="Previous">Id of the cycle before.</param>
/// <param name="Reason"><c>adapted_from, next_obstacle, standardise, drift, spread</c> or <c>triage</c>.</param>
public sealed record Chain(string Previous, string Reason);

/// <summary>Something left out in a file and filled in.</summary>
/// <param name="What">The key, such as <c>metrics.won.unit</c>.</param>
/// <param name="Value">The value used.</param>
/// <param name="Because">Where it came from.</param>
public sealed record Inference(string What, string Value, string Because);
