namespace Kaizen.Core.Cycles;

/// <summary>What was done.</summary>
public sealed record Do
{
    /// <summary>The day on which the change began; the first day that may count as after.</summary>
    public DateOnly? Started { get; init; }

    public IReadOnlyList<Annotation> Annotations { get; init; } = [];

    public IReadOnlyList<Deviation> Deviations { get; init; } = [];

    public IReadOnlyList<LogEntry> Log { get; init; } = [];

    /// <summary>The steps towards the target condition, each against one obstacle.</summary>
    public IReadOnlyList<Experiment> Experiments { get; init; } = [];

    /// <summary>Times at which the work rested.</summary>
    public IReadOnlyList<Hold> Holds { get; init; } = [];
}

/// <summary>A dated event that is drawn on the charts.</summary>
public sealed record Annotation(DateOnly Date, string Text);

/// <summary>A departure from the plan: what, why, what came of it. Information, never a penalty.</summary>
public sealed record Deviation(DateOnly? Date, string What, string? Why, string? CameOfIt);

/// <summary>A dated line of the log.</summary>
public sealed record LogEntry(DateOnly? Date, string? By, string Text);

/// <summary>A small step with what was expected of it, what happened and what was learned.</summary>
/// <param name="Date">The day of the step.</param>
/// <param name="Step">What is tried.</param>
/// <param name="Expected">What it should do.</param>
/// <param name="Happened">What it did, or null until it is known.</param>
/// <param name="Learned">What that taught, or null.</param>
/// <param name="Obstacle">Id of the obstacle that it is aimed at, or null.</param>
public sealed record Experiment(DateOnly? Date, string Step, string? Expected, string? Happened, string? Learned, string? Obstacle);

/// <summary>A rest of the work, with its reason and the date by which it goes on.</summary>
/// <param name="From">The first day.</param>
/// <param name="Because">Why.</param>
/// <param name="ResumeBy">When it shall go on.</param>
/// <param name="Resumed">When it did, or null while it rests.</param>
public sealed record Hold(DateOnly From, string Because, DateOnly? ResumeBy, DateOnly? Resumed);
