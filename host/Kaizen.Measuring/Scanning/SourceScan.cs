using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Expressions;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;
using Kaizen.Measuring.Grids;
using Kaizen.Measuring.Plugged;
using Kaizen.Measuring.Pushing;
using Kaizen.Measuring.Rows;
using Kaizen.Measuring.Tallies;

namespace Kaizen.Measuring.Scanning;

/// <summary>One source in one run: everything that metrics want of it, read once.</summary>
internal sealed class SourceScan(OpenedSource source, WorkCalendar calendar)
{
    /// <summary>How many rows are read between two looks at the cancellation.</summary>
    private const int Stride = 8192;

    private readonly ZoneClock clock = new(calendar);
    private readonly long known = source.Definition.KnownUntil is { } until ? calendar.StartOf(until).Ticks : long.MaxValue;
    private readonly ColumnSet columns = new();
    private readonly Dictionary<int, Timeline> timelines = [];
    private readonly Dictionary<TallyKey, Tally?> tallies = [];
    private readonly List<Feed> feeds = [];
    private readonly Dictionary<Tally, Asked> asked = [];
    private TallyFactory? factory;
    private long? pushed;
    private RefusalBook? book;
    private RowReader? reader;
    private TimeWindow? window;
    private DateOnly? asOf;

    public OpenedSource Source => source;

    /// <summary>Rows read, here or in the database.</summary>
    public long Rows => pushed ?? reader?.Count ?? 0;

    public string? Fingerprint { get; private set; }

    /// <summary>Asks for the columns that exist.</summary>
    public async ValueTask<bool> DescribeAsync(CancellationToken cancellation)
    {
        var described = await source.Source.DescribeAsync(cancellation).ConfigureAwait(false);
        factory = new TallyFactory(source.Definition.Name, Schema.Of(described), clock);
        return true;
    }

    /// <summary>The tally of a metric and population; null where the metric does not fit the source.</summary>
    public Tally? Prepare(Metric metric, RowExpression? where, DiagnosticBag faults)
    {
        var types = factory!.TypesOf(metric);
        var key = TallyKey.Of(metric, where, types);
        // One that did not fit is tried again, so that each cycle hears of it at its own place.
        if (tallies.TryGetValue(key, out var known) && known is not null) return known;
        var routed = factory.Create(metric, where, types, columns, time => TimelineOf(time).GridOf(metric.Per, calendar, clock), faults);
        tallies[key] = routed?.Tally;
        if (routed is null) return null;
        TimelineOf(columns.OrdinalOf(metric.Time.Text, ColumnType.Time)).Add(routed);
        asked[routed.Tally] = new Asked(routed.Tally, metric, where, factory.ScopeOf(metric, types));
        return routed.Tally;
    }

    /// <summary>The tally that hands rows on to a plugin's metric; null where the metric does not fit the source.</summary>
    public Tally? Prepare(Metric metric, RowExpression? where, Feed feed, DiagnosticBag faults)
    {
        var routed = factory!.Create(metric, where, factory.TypesOf(metric, feed), columns, time => TimelineOf(time).GridOf(metric.Per, calendar, clock), faults, feed);
        if (routed is null) return null;
        TimelineOf(columns.OrdinalOf(metric.Time.Text, ColumnType.Time)).Add(routed);
        feeds.Add(feed);
        return routed.Tally;
    }

    /// <summary>Rows without a time in a metric's time column.</summary>
    public long WithoutTime(Metric metric) => TimelineOf(columns.OrdinalOf(metric.Time.Text, ColumnType.Time)).WithoutTime;

    /// <summary>Rows that a metric's time column puts on or after the source's <c>known_until</c>.</summary>
    public long AfterKnown(Metric metric) => TimelineOf(columns.OrdinalOf(metric.Time.Text, ColumnType.Time)).AfterKnown;

    /// <summary>What was refused in the columns of a tally.</summary>
    public IEnumerable<Refusal> RefusedFor(Tally tally) =>
        tally.Columns.Where(i => book?.In(i) is not null).Select(i => new Refusal(columns.Requests[i].Name, book!.In(i)!));

    /// <summary>Has a database aggregate what some requests want.</summary>
    /// <param name="requests">The requests that have no fault, by the tallies that answer them.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>How it went, or null where the source is no database; unless it was pushed down, the rows are still to be read.</returns>
    public async ValueTask<PushReport?> PushAsync(ILookup<Tally, MeasureRequest> requests, CancellationToken cancellation)
    {
        if (source.Source is not DatabaseSource database || requests.Count == 0) return null;
        var wanted = requests.Select(r => asked[r.Key]).ToList();
        var read = wanted.SelectMany(a => a.Tally.Columns).Distinct().Select(i => columns.Requests[i]).ToList();
        var push = new PushDown(database, source.Definition, calendar);
        // A database in the same process cannot be interrupted; the run does not wait for it.
        var (report, lines) = await Task.Run(() => push.RunAsync(wanted, read, requests, cancellation).AsTask(), cancellation).WaitAsync(cancellation).ConfigureAwait(false);
        if (!report.IsPushed) return report;
        foreach (var (time, line) in lines) TimelineOf(columns.OrdinalOf(time, ColumnType.Time)).Take(line.WithoutTime, line.AfterKnown);
        pushed = lines[0].Line.Rows;
        Fingerprint = source.Fingerprint ?? (await database.FingerprintAsync(cancellation).ConfigureAwait(false) is { } text ? source.Redaction.Clean(text) : null);
        return report;
    }

    /// <summary>Says which rows can count, so that a source may read less; once everything is prepared.</summary>
    /// <param name="day">The date to look from.</param>
    /// <param name="cut">The latest instant from which on no request counts rows.</param>
    public void Limit(DateOnly? day, DateTime cut)
    {
        asOf = day;
        // Rows by another time column may lie anywhere, and those after the date up to which rows are known are told.
        if (timelines.Keys.ToList() is not [var time]) return;
        // Grids are by week or by month: the period in which the known rows begin is read whole, and a week of it may begin up to six
        // days before the month does.
        var from = source.Definition.KnownFrom is { } first ? calendar.StartOf(calendar.SlotOf(Period.Month, first).First.AddDays(-7)) : (DateTime?)null;
        window = new TimeWindow(columns.Requests[time].Name, from, source.Definition.KnownUntil is null ? cut : null);
    }

    /// <summary>Reads all rows once and takes the fingerprint meanwhile.</summary>
    public async ValueTask<bool> ReadAsync(Pulse pulse, IProgress<ScanProgress>? progress, CancellationToken cancellation)
    {
        if (columns.Requests.Count == 0) return true;
        foreach (var feed in feeds) feed.Pulse = pulse;
        book = new RefusalBook(columns.Requests);
        var rows = await source.Source.OpenAsync(new ReadRequest(columns.Requests, book.Refusals) { Window = window, AsOf = asOf }, cancellation).ConfigureAwait(false)
            ?? throw new ContractException("it opened no reader");
        await using (rows.ConfigureAwait(false))
        {
            var fingerprint = source.Fingerprint is { } known
                ? Task.FromResult<string?>(known)
                : Task.Run(() => source.Source.FingerprintAsync(cancellation).AsTask(), cancellation);
            reader = new RowReader(rows, book, clock) { Pulse = pulse };
            try
            {
                await ReadAllAsync(new Row(columns.Requests.Count), progress, cancellation).ConfigureAwait(false);
            }
            finally
            {
                // The plugin is left alone only when it has come back from both.
                await ((Task)fingerprint).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            Fingerprint = await fingerprint.ConfigureAwait(false) is { } text ? source.Redaction.Clean(text) : null;
        }

        return true;
    }

    private async ValueTask ReadAllAsync(Row row, IProgress<ScanProgress>? progress, CancellationToken cancellation)
    {
        var lines = timelines.Values.ToArray();
        var more = true;
        while (more)
        {
            more = await ReadStride(row, lines, cancellation).ConfigureAwait(false);
            if (reader!.Count % Stride != 0) continue;
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new ScanProgress(source.Definition.Name, reader.Count));
        }

        LeaveOutMissing(row, lines);
        progress?.Report(new ScanProgress(source.Definition.Name, reader!.Count));
    }

    /// <summary>Counts rows of which values were refused and that were never given.</summary>
    private void LeaveOutMissing(Row row, Timeline[] lines)
    {
        foreach (var number in book!.Ahead)
        {
            book.Number = number;
            book.Mark(row);
            foreach (var line in lines) line.LeaveOut(row);
        }
    }

    /// <summary>
    /// Reads until the next look at the cancellation, or until a row is waited for; whether there may be more. Rows that are there at
    /// once are taken in a plain loop: to be ready to wait for each costs as much as to read it.
    /// </summary>
    private ValueTask<bool> ReadStride(Row row, Timeline[] lines, CancellationToken cancellation)
    {
        var rows = reader!;
        do
        {
            var next = rows.ReadAsync(row, cancellation);
            if (!next.IsCompletedSuccessfully) return Later(next, row, lines);
            if (!next.Result) return new(false);
            foreach (var line in lines) line.Add(row);
        }
        while (rows.Count % Stride != 0);
        return new(true);
    }

    private static async ValueTask<bool> Later(ValueTask<bool> next, Row row, Timeline[] lines)
    {
        if (!await next.ConfigureAwait(false)) return false;
        foreach (var line in lines) line.Add(row);
        return true;
    }

    private Timeline TimelineOf(int time)
    {
        if (!timelines.TryGetValue(time, out var line)) timelines[time] = line = new Timeline(time, known);
        return line;
    }
}

/// <summary>What was refused in a column.</summary>
internal sealed record Refusal(string Column, RefusedColumn Values);
