using Kaizen.Abstractions;
using Kaizen.Core.Expressions;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;
using Kaizen.Measuring.Grids;
using Kaizen.Measuring.Rows;
using Kaizen.Measuring.Tallies;

namespace Kaizen.Measuring.Plugged;

/// <summary>Hands the rows of a population on to a plugin's metric. It gathers nothing itself.</summary>
internal sealed class FeedTally(SlotGrid grid, Feed feed, IReadOnlyList<FeedColumn> values) : Tally(grid)
{
    protected override void Grow(int size)
    {
    }

    protected override void Take(int slot, Row row)
    {
        if (Grid.CurrentFinish > feed.Cut || Grid.CurrentFirst < feed.First) return;
        if (feed.Run.Next(feed.Input, feed.Pulse) is not { } next) return;
        for (var i = 0; i < values.Count; i++)
            if (!Fill(next, i, values[i], row)) return;
        next.Time = new DateTime(Grid.CurrentInstant, DateTimeKind.Utc);
        next.Period = Grid.CurrentFirst;
        feed.Run.Take(feed.Input);
    }

    protected override Pooled Pool(ReadOnlySpan<int> slots, long count) => new(null, count, null, null);

    /// <summary>Fills a column; false where its expression left the range of a double, which refuses the row.</summary>
    private bool Fill(MetricRow next, int i, FeedColumn column, Row row)
    {
        switch (column)
        {
            case FeedColumn.Number n:
                next.Set(i, Has(n.Value, row, out var number) ? number : (double?)null);
                break;
            case FeedColumn.Time t:
                next.Set(i, Has(t.Value, row, out var ticks) ? new DateTime(ticks, DateTimeKind.Utc) : (DateTime?)null);
                break;
            case FeedColumn.Flag f:
                next.Set(i, Has(f.Value, row, out var flag) ? flag : (bool?)null);
                break;
            case FeedColumn.Text w:
                next.Set(i, Has(w.Value, row, out var text) ? text : null);
                break;
        }

        return !IsRefused;
    }
}

/// <summary>The way from one source to one input of a metric.</summary>
/// <param name="Run">The metric.</param>
/// <param name="Input">Index of the input.</param>
/// <param name="Columns">What is evaluated in each row, with the type that it must have.</param>
internal sealed record Feed(MetricRun Run, int Input, IReadOnlyList<(RowExpression Value, ColumnType Type)> Columns)
{
    /// <summary>First day of the first period that the metric may be asked for.</summary>
    public DateOnly First { get; init; } = DateOnly.MinValue;

    /// <summary>Ticks of the instant at which the last period that it may be asked for has ended.</summary>
    public required long Cut { get; init; }

    /// <summary>The pulse of the scan, set before its first row.</summary>
    public Pulse Pulse { get; set; } = new();
}

/// <summary>A compiled expression whose value a metric gets.</summary>
internal abstract record FeedColumn
{
    private FeedColumn()
    {
    }

    public sealed record Number(Numeric Value) : FeedColumn;

    public sealed record Time(Instant Value) : FeedColumn;

    public sealed record Flag(Reading<bool> Value) : FeedColumn;

    public sealed record Text(Reading<string> Value) : FeedColumn;
}
