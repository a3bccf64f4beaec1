namespace Kaizen.Core.Cycles;

/// <summary>What was done.</summary>
public sealed record Do
{
    /// <summary>The day on which the change began; the first day that may count as after.</summary>
    public DateOnly? Started { get; init; }

    public IReadOnlyList<Annotation> Annotations { get; init; } = [];

    public IReadOnlyList<Deviation> Deviations { get; init; } = [];

    public IReadOnlyList<LogEntry> Log { get; init; } = [];
}

/// <summary>A dated event that is drawn on the charts.</summary>
public sealed record Annotation(DateOnly Date, string Text);

/// <summary>A departure from the plan: what, why, what came of it. Information, never a penalty.</summary>
public sealed record Deviation(DateOnly? Date, string What, string? Why, string? CameOfIt);

/// <summary>A dated line of the log.</summary>
public sealed record LogEntry(DateOnly? Date, string? By, string Text);
