using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Expressions;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;
using Kaizen.Measuring;
using Kaizen.Measuring.Pushing;
using Kaizen.Tests.PluginHost;
using Microsoft.Data.Sqlite;

namespace Kaizen.Tests.Pushing;

/// <summary>A SQLite table in a folder of its own, and what is measured on it with and without push-down.</summary>
internal sealed class SqliteTable : IDisposable
{
    private static readonly SourceSpan At = new("cycles/c.yaml", 3, 3, 1);

    private readonly string folder = Directory.CreateTempSubdirectory("kaizen").FullName;

    public SqliteTable(string columns, string zone = "Europe/Amsterdam")
    {
        Calendar = new WorkCalendar(TimeZoneInfo.FindSystemTimeZoneById(zone));
        Execute($"CREATE TABLE t ({columns})");
    }

    public WorkCalendar Calendar { get; }

    public string Relation { get; init; } = "\"t\"";

    public SourceDefinition Definition { get; set; } = Plugins.Source("sqlite");

    public string Cut { get; set; } = "2026-03-30";

    public string Started { get; set; } = "2026-02-02";

    private string Connection => $"Data Source={Path.Combine(folder, "data.db")};Pooling=False";

    public void Execute(string sql)
    {
        using var connection = new SqliteConnection(Connection);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own text.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>Adds rows of values that are written as they are: null, long, double, string or bytes.</summary>
    public void Insert(params object?[][] rows)
    {
        using var connection = new SqliteConnection(Connection);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100
        command.CommandText = $"INSERT INTO t VALUES ({string.Join(", ", rows[0].Select((_, i) => $"@p{i}"))})";
#pragma warning restore CA2100
        for (var i = 0; i < rows[0].Length; i++) command.Parameters.AddWithValue($"@p{i}", DBNull.Value);
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) command.Parameters[i].Value = row[i] ?? DBNull.Value;
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    public Metric Metric(Aggregate aggregate, string? value, string? where = null, Period per = Period.Week, string? over = null, string? compare = null, string time = "at")
    {
        var metric = new Metric
        {
            Name = "m",
            At = At,
            Source = Definition,
            Time = new Written(time, At with { Line = 9 }),
            Per = per,
            Measure = new Measure(aggregate, Parse(value, 4), Parse(over, 6), Parse(where, 5)),
            Compare = compare is null ? null : new Comparison("others", Parse(compare, 7)!),
        };
        return metric with { Maturity = metric.Measure.Value?.Maturity };
    }

    public MeasureRequest Request(Metric metric, string? started = null, string? cut = null) =>
        new("c", metric, "check", new Windows(null, Day(started ?? Started), Day(started ?? Started), null, Day(cut ?? Cut), metric.Maturity));

    public Task<(MeasureResult Result, PushReport? Report)> Measure(bool push, params MeasureRequest[] requests) => Measure(push, CancellationToken.None, requests);

    public async Task<(MeasureResult Result, PushReport? Report)> Measure(bool push, CancellationToken cancellation, params MeasureRequest[] requests)
    {
        PushReport? report = null;
        var measurer = new Measurer(Calendar) { PushesDown = push, Pushed = r => report = r };
        var source = new Table(Connection, Relation);
        var result = await measurer.MeasureAsync(
            requests, new Opened(new Dictionary<string, OpenedSource> { [Definition.Name] = new(Definition, source, "sqlite 1.0.0") }), null, cancellation);
        return (result, report);
    }

    /// <summary>Measures both ways and insists that nothing differs; how it was pushed comes back, null where a fault kept it from being tried.</summary>
    public async Task<PushReport?> Agree(params MeasureRequest[] requests)
    {
        var (scanned, none) = await Measure(false, requests);
        var (pushed, report) = await Measure(true, requests);
        Assert.Null(none);
        Agreement.Holds(scanned, pushed);
        return report;
    }

    /// <summary>How many values there are to compare: of points and of both sides.</summary>
    public async Task<long> ValuesOf(params MeasureRequest[] requests) => (await Measure(true, requests)).Result.Outcomes
        .Select(o => o.Measurement?.Own).OfType<Series>().Sum(s => s.Points.Select(p => p.Value).Append(s.Before.Value).Append(s.After.Value).LongCount(v => v is not null));

    public async Task Pushes(params Metric[] metrics)
    {
        var report = await Agree(metrics.Select(m => Request(m)).ToArray());
        Assert.Null(report!.Declined);
    }

    public async Task<string> Declines(params Metric[] metrics) => (await Agree(metrics.Select(m => Request(m)).ToArray()))!.Declined ?? "pushed down";

    public void Dispose() => Directory.Delete(folder, true);

    private static RowExpression? Parse(string? text, int line)
    {
        if (text is null) return null;
        var faults = new DiagnosticBag();
        var expression = RowExpression.Parse(text, new SourceSpan("cycles/c.yaml", line, 11, text.Length), faults);
        Assert.Empty(faults.All);
        return expression;
    }

    private DateTime Day(string date) => Calendar.StartOf(DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    private sealed class Table(string connection, string relation) : DatabaseSource(SqliteFactory.Instance.CreateDataSource(connection), SqlDialect.Sqlite, relation)
    {
        public override ValueTask<string?> FingerprintAsync(CancellationToken cancellation) => new("same");
    }
}
