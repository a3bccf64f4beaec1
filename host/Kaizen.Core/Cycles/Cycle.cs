using Kaizen.Core.Lint;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Cycles;

/// <summary>One turn of plan, do, check, act, as a team wrote it and with what was inferred filled in.</summary>
public sealed record Cycle
{
    /// <summary>The cadence of a loop whose files name none.</summary>
    public static readonly CalendarSpan Weekly = new(1, 'w');

    /// <summary>File name without its ending; unique in the workspace. A member of a family has its value behind a dot.</summary>
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

    /// <summary>The metrics, in the order written. Never empty in a PDCA or SDCA cycle without errors; one that explores or triages may have none.</summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = [];

    /// <summary>Name of the metric of <c>plan.target</c>, on which the recommendation rests.</summary>
    public string? LeadMetric { get; init; }

    /// <summary>Name of the rule set; <c>default</c> unless the file names another.</summary>
    public string Rules { get; init; } = "default";

    /// <summary>How often a host looks at the loop while it is open; <c>1w</c> unless the files say otherwise.</summary>
    public CalendarSpan Cadence { get; init; } = Weekly;

    /// <summary>What an EDCA cycle sets out to learn, and how much that may cost; null in other kinds.</summary>
    public Exploration? Explore { get; init; }

    public Plan Plan { get; init; } = new();

    public Do Do { get; init; } = new();

    public CheckPlan Check { get; init; } = new();

    public Act? Act { get; init; }

    /// <summary>The standard that an SDCA cycle holds; the one that a PDCA adopts is in <see cref="Act"/>.</summary>
    public Standard? Standard { get; init; }

    /// <summary>Another company that shares the cycle (<c>with: acme</c>), or null.</summary>
    public string? With { get; init; }

    /// <summary>A story to tell, whose figures are bound to metrics: <c>{{ metrics.NAME.after }}</c>. Markdown.</summary>
    public string? Story { get; init; }

    /// <summary>Each time the plan went back to draft after people had agreed to it, the earliest first.</summary>
    public IReadOnlyList<Revision> Revisions { get; init; } = [];

    /// <summary>Given up before Do began; what was started is abandoned with a finding instead.</summary>
    public Cancellation? Cancelled { get; init; }

    /// <summary>Lint that the team accepts, each with its reason.</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];

    /// <summary>The gates before Do that open lint keeps shut, whatever the date.</summary>
    public IReadOnlyList<Gate> Shut { get; init; } = [];

    /// <summary>Where its keys stand in <see cref="File"/>.</summary>
    public Places Places { get; init; } = Places.None;

    /// <summary>What the file is split by where it stands for many loops; null in a cycle that is one loop, a member of a family too.</summary>
    public Family? Each { get; init; }

    /// <summary>Id of the file that this loop is a member of, or null.</summary>
    public string? FamilyOf { get; init; }

    /// <summary>The value by which a member differs from the others of its family, or null.</summary>
    public string? Member { get; init; }

    /// <summary>What was left out in the file and filled in, in order.</summary>
    public IReadOnlyList<Inference> Inferred { get; init; } = [];

    /// <summary>SHA-256 (lower-case hex) over the file's bytes and the parts of the workspace it uses.</summary>
    public required string DefinitionHash { get; init; }

    /// <summary>The lead metric, or null where the cycle has none.</summary>
    public Metric? Lead => Metrics.FirstOrDefault(m => m.Name == LeadMetric);
}

/// <summary>Whether a cycle is about selling or about change inside; a tag, nothing more.</summary>
public enum Domain { Sales, Change }

/// <summary>Kinds of cycle: improve a known problem, hold a gain, explore an unknown one, or review and triage.</summary>
public enum CycleKind { Pdca, Sdca, Edca, Capdo }

/// <summary>Where a loop closes.</summary>
public enum Level { Person, Team, Unit, Organisation }

/// <summary>One file that stands for many loops (<c>each</c>).</summary>
/// <param name="Source">The source that is split.</param>
/// <param name="Split">The column by whose values it is split.</param>
public sealed record Family(SourceDefinition Source, Written Split);

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

/// <summary>What an EDCA cycle explores: a learning question within a time-box and an effort cap.</summary>
/// <param name="Question">What is to be learned.</param>
/// <param name="Assumptions">What is taken for true until it is tested.</param>
/// <param name="TimeBox">How long it may take from the start of Do, or null.</param>
/// <param name="EffortCap">How much work it may cost, in the team's own words (<c>10 person-days</c>), or null.</param>
/// <param name="Confidence">How sure the team is that the assumptions hold, 0 to 1, or null.</param>
public sealed record Exploration(string Question, IReadOnlyList<string> Assumptions, CalendarSpan? TimeBox, string? EffortCap, double? Confidence);

/// <summary>A return to draft of a plan that was agreed.</summary>
public sealed record Revision(DateOnly Date, string Because);

/// <summary>A cycle given up before Do.</summary>
public sealed record Cancellation(DateOnly Date, string Because);

/// <summary>A lint rule that a team accepts.</summary>
/// <param name="Rule">Its id, such as <c>K25</c>.</param>
/// <param name="Because">Why.</param>
/// <param name="Date">Since when.</param>
/// <param name="By">Who accepted it, or null.</param>
/// <param name="At">Path of the one key that it is accepted for, or null for the whole cycle.</param>
public sealed record Waiver(string Rule, string Because, DateOnly Date, string? By, string? At);
