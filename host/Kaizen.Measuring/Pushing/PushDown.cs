using System.Data.Common;
using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Expressions;
using Kaizen.Core.Metrics;
using Kaizen.Measuring.Expressions;

namespace Kaizen.Measuring.Pushing;

/// <summary>
/// Has a database aggregate what metrics want of a source, with the same numbers as a scan of its rows. Where a metric or a
/// value speaks against it, all rows are scanned: the scan that one metric needs serves them all, and all see the same rows.
/// </summary>
/// <param name="source">The database.</param>
/// <param name="definition">The source as the workspace defines it.</param>
/// <param name="calendar">The workspace's calendar.</param>
internal sealed class PushDown(DatabaseSource source, SourceDefinition definition, WorkCalendar calendar)
{
    /// <summary>More populations than this are told apart faster in one scan of the rows.</summary>
    private const int MostTallies = 100;

    /// <summary>Aggregates, and fills the tallies; they stay as they are where it is declined.</summary>
    /// <param name="asked">The tallies.</param>
    /// <param name="columns">The columns that they read.</param>
    /// <param name="requests">The requests with the tallies that answer them, for the slots that are pooled.</param>
    /// <param name="cancellation">Stops it.</param>
    public async ValueTask<(PushReport Report, IReadOnlyList<(string Time, PushedTimeline Line)> Lines)> RunAsync(
        IReadOnlyList<Asked> asked, IReadOnlyList<ColumnRequest> columns, ILookup<Tallies.Tally, MeasureRequest> requests, CancellationToken cancellation)
    {
        if (Dialect.Of(source.Dialect) is not { } dialect) return (Report($"the dialect {source.Dialect}"), []);
        if (asked.Any(a => a.Metric.Per == Period.Row)) return (Report("a metric that takes each row as a point"), []);
        if (asked.Count > MostTallies) return (Report($"more than {MostTallies} populations"), []);
        try
        {
            var session = await DatabaseSession.OpenAsync(source, dialect, cancellation).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
            {
                var (declined, lines) = await RunAsync(session, dialect, asked, columns, requests).ConfigureAwait(false);
                return (Report(declined, session), lines);
            }
        }
        catch (DbException e) when (!cancellation.IsCancellationRequested)
        {
            // The scan says what is wrong with the database, if anything is.
            return (Report($"the database answers: {e.Message}"), []);
        }
    }

    private async ValueTask<(string? Declined, IReadOnlyList<(string Time, PushedTimeline Line)> Lines)> RunAsync(
        DatabaseSession session, Dialect dialect, IReadOnlyList<Asked> asked, IReadOnlyList<ColumnRequest> columns, ILookup<Tallies.Tally, MeasureRequest> requests)
    {
        var version = await session.ReadAsync(dialect.Version, null, r => r.GetString(0)).ConfigureAwait(false);
        if (dialect.Refuses(version[0]) is { } refusal) return (refusal, []);
        var times = columns.Where(c => c.Type == ColumnType.Time).Select(c => c.Name).ToList();
        var (rows, ends) = await EndsAsync(session, dialect, times).ConfigureAwait(false);
        if (ends is null) return ("a time that a scan has to judge", []);
        if (rows * asked.Count(a => a.Metric.Measure.Aggregate is Aggregate.Median or Aggregate.P90) > dialect.MostSorted) return ("more sorting than a scan needs", []);
        if (OffsetsOver(ends, asked) is not { } offsets) return ("times whose local days cannot be told in SQL", []);

        var stages = new Stages(source.Relation, dialect.Fence);
        var whole = columns.Any(c => c.Type == ColumnType.Text) ? await session.WholeNumbersAsync().ConfigureAwait(false) : new HashSet<string>();
        var plan = new PushPlan(dialect, stages, new LocalTime(stages, offsets), calendar) { WholeNumbers = whole };
        // A scan reads, and may refuse, all of them.
        foreach (var column in columns) plan.Column(column.Name, column.Type);
        var known = definition.KnownUntil is { } until ? calendar.StartOf(until).Ticks : long.MaxValue;
        var lines = asked.GroupBy(a => (Time: a.Metric.Time.Text, a.Metric.Per)).Select(group =>
        {
            var line = new PushedTimeline(plan, plan.Column(group.Key.Time, ColumnType.Time), group.Key.Per, known);
            line.Tallies.AddRange(group.Select(a => new PushedTally(a, plan)));
            return (group.Key.Time, Line: line);
        }).ToList();
        if (plan.Reason is not null) return (plan.Reason, []);

        for (var i = 0; i < lines.Count; i++)
            if (!await lines[i].Line.ReadSlotsAsync(session, judges: i == 0).ConfigureAwait(false)) return (plan.Reason, []);
        var counted = new CountedSlots(calendar);
        foreach (var (_, line) in lines.Where(l => l.Line.Earliest != long.MaxValue))
        {
            var pooled = line.Tallies.SelectMany(t => requests[t.Asked.Tally].Select(r => (Tally: t, Slots: counted.Of(r, line.Earliest, line.Days)))).ToLookup(p => p.Tally, p => p.Slots);
            await line.ReadRestAsync(session, pooled).ConfigureAwait(false);
        }

        foreach (var (_, line) in lines) line.Conclude();
        return (null, lines);
    }

    /// <summary>The number of rows, and the first and the last day of each time column that has any; null where one of them is no time.</summary>
    private async ValueTask<(long Rows, IReadOnlyList<DateOnly>? Days)> EndsAsync(DatabaseSession session, Dialect dialect, List<string> times)
    {
        var ends = string.Join(", ", times.SelectMany(t => new[] { dialect.Ends(t).First, dialect.Ends(t).Last }));
        var found = await session.ReadAsync($"SELECT COUNT(*), {ends} FROM {source.Relation} AS s", null, r =>
            (Rows: r.GetInt64(0), Days: Enumerable.Range(1, r.FieldCount - 1).Where(i => !r.IsDBNull(i)).Select(i => DayOf(r.GetValue(i))).ToList())).ConfigureAwait(false);
        var (rows, days) = found[0];
        return (rows, days.Contains(null) ? null : [.. days.OfType<DateOnly>()]);
    }

    /// <summary>The zone's offsets over all times of the source, and as long after as an expression can look; null where they cannot be told.</summary>
    private ZoneOffsets? OffsetsOver(IReadOnlyList<DateOnly> ends, IReadOnlyList<Asked> asked)
    {
        var nodes = asked.SelectMany(a => new[] { a.Metric.Measure.Value, a.Metric.Measure.Over, a.Where }).OfType<RowExpression>().SelectMany(e => RowExpression.Walk(e.Root)).ToList();
        // Dates that are written in the expressions have local days too.
        var written = nodes.OfType<ExpressionNode.Text>().Where(t => TimeLiteral.TryParse(t.Value, out _)).Select(t => DayOf(t.Value)).OfType<DateOnly>();
        var days = ends.Concat(written).DefaultIfEmpty(DateOnly.FromDateTime(DateTime.UnixEpoch)).ToList();
        if (days.Min().Year < 100 || days.Max().Year > 6000) return null;
        var longest = nodes.OfType<ExpressionNode.Within>().Select(w => w.Span.After(days.Max()).DayNumber - days.Max().DayNumber).DefaultIfEmpty(0).Max();
        return ZoneOffsets.Over(calendar, days.Min().AddDays(-3), days.Max().AddDays(longest + 3));
    }

    private static DateOnly? DayOf(object value) =>
        value is string { Length: >= 10 } text && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private PushReport Report(string? declined, DatabaseSession? session = null) => new(definition.Name, declined, session?.Rows ?? 0, session?.Statements ?? 0);
}
