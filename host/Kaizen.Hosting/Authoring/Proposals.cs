using Kaizen.Core.Metrics;

namespace Kaizen.Hosting.Authoring;

/// <summary>What could be followed in a table, the likeliest first. Columns that say who it was are left alone.</summary>
public static class Proposals
{
    /// <summary>As many as fit on a screen with one key each.</summary>
    public const int Most = 9;

    /// <summary>The proposals for a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="time">The column that says when a row happened.</param>
    public static IReadOnlyList<Proposal> Of(TableLook table, ColumnLook time)
    {
        var step = TimeColumns.StepOf(table, time);
        var all = step == Period.Row
            ? [.. Durations.Of(table, time), .. Outcomes.Of(table, time), .. Figures.OfRows(table), Figures.Count(table)]
            : Figures.OfPeriods(table, step).ToList();
        return [.. all.OrderByDescending(p => p.Rank).DistinctBy(p => p.Name).Take(Most)];
    }
}
