namespace Kaizen.Abstractions;

/// <summary>What a run wants to read from a source. Columns that are not named here need not be parsed.</summary>
/// <param name="Columns">The columns, in the order of the reader's ordinals. Never empty.</param>
/// <param name="Refusals">Where values that cannot be read are reported, when they are asked for or before.</param>
public sealed record ReadRequest(IReadOnlyList<ColumnRequest> Columns, Refusals Refusals)
{
    /// <summary>
    /// The rows that can count, or null where all may. A source may use it to read less; rows outside it may come all the same.
    /// </summary>
    public TimeWindow? Window { get; init; }

    /// <summary>
    /// The date to look from, in the workspace's zone, or null for now. A source that knows its past answers as it was then; others
    /// need not look at it.
    /// </summary>
    public DateOnly? AsOf { get; init; }
}

/// <summary>A stretch of time in one column.</summary>
/// <param name="Column">The column that says when a row happened.</param>
/// <param name="From">First instant in UTC, or null where it is open.</param>
/// <param name="Until">First instant in UTC after it, or null where it is open. A row without a time counts as within.</param>
public sealed record TimeWindow(string Column, DateTime? From, DateTime? Until);
