using System.Globalization;
using System.Text;
using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Expressions;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;
using Kaizen.Measuring;
using Kaizen.Tests.PluginHost;

namespace Kaizen.Tests.Measuring;

/// <summary>A file of rows in a folder of its own, and what can be asked of it.</summary>
internal sealed class Rig : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kaizen").FullName;

    public Rig(string csv, string zone = "Europe/London")
        : this(Encoding.UTF8.GetBytes(csv), zone)
    {
    }

    public Rig(byte[] csv, string zone = "Europe/London")
    {
        File.WriteAllBytes(Path.Combine(folder, "data.csv"), csv);
        Calendar = new WorkCalendar(TimeZoneInfo.FindSystemTimeZoneById(zone));
    }

    public string Folder => folder;

    public WorkCalendar Calendar { get; }

    public SourceDefinition Definition { get; set; } = Plugins.Source("csv", ("path", ["data.csv"]));

    /// <summary>The last day of the data, exclusive.</summary>
    public string Cut { get; set; } = "2026-03-30";

    public string? Started { get; set; } = "2026-03-02";

    public Metric Metric(Aggregate aggregate, string? value, string? where = null, Period per = Period.Week, string? over = null) => new()
    {
        Name = "m",
        At = new SourceSpan("cycles/c.yaml", 3, 3, 1),
        Source = Definition,
        Time = new Written("at", new SourceSpan("cycles/c.yaml", 9, 9, 2)),
        Per = per,
        Measure = new Measure(aggregate, Parse(value, 4), Parse(over, 6), Parse(where, 5)),
    };

    /// <summary>An expression that begins in column 11 of a line.</summary>
    public static RowExpression? Parse(string? text, int line)
    {
        if (text is null) return null;
        var faults = new DiagnosticBag();
        var expression = RowExpression.Parse(text, new SourceSpan("cycles/c.yaml", line, 11, text.Length), faults);
        Assert.Empty(faults.All);
        return expression;
    }

    public MeasureRequest Request(Metric metric, string cycle = "c") => new(cycle, metric, "check", new Windows(
        null, Started is null ? null : Day(Started), Started is null ? null : Day(Started), null, Day(Cut), metric.Maturity));

    public Task<MeasureResult> Measure(params Metric[] metrics) => Measure(metrics.Select(m => Request(m)).ToArray());

    public async Task<MeasureResult> Measure(params MeasureRequest[] requests) => await new Measurer(Calendar).MeasureAsync(
        requests, new Opened(new Dictionary<string, OpenedSource> { [Definition.Name] = Plugins.Open(Definition, folder) }), null, CancellationToken.None);

    /// <summary>The measurement of a metric that has no fault.</summary>
    public async Task<Measurement> Series(Metric metric)
    {
        var result = await Measure(metric);
        Assert.Empty(result.Diagnostics.Select(Plugins.Line));
        return result.Outcomes[0].Measurement!;
    }

    public async Task<string> Faults(params Metric[] metrics) => string.Join("\n", (await Measure(metrics)).Diagnostics.Select(Plugins.Line));

    /// <summary><c>2026-W10=4.5</c>, with <c>none</c> for a missing value, slot by slot.</summary>
    public async Task<string> Values(Metric metric) => string.Join(" ", (await Series(metric)).Own.Points.Select(p => $"{p.Period}={Text(p.Value)}"));

    /// <summary>The rows as the plugin reads them: values by <c>|</c>, null as <c>~</c>.</summary>
    public async Task<(List<string> Rows, Refusals Refusals)> Read(params (string Name, ColumnType Type)[] columns)
    {
        var refusals = new Refusals();
        var source = Plugins.Open(Definition, folder).Source;
        await using var reader = await source.OpenAsync(
            new ReadRequest(columns.Select(c => new ColumnRequest(c.Name, c.Type)).ToList(), refusals), CancellationToken.None);
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join("|", columns.Select((c, i) => reader.IsDBNull(i) ? "~" : c.Type switch
            {
                ColumnType.Number => Text(reader.GetDouble(i)),
                ColumnType.Time => reader.GetDateTime(i).ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
                ColumnType.Flag => reader.GetBoolean(i) ? "yes" : "no",
                _ => reader.GetString(i),
            })));
        return (rows, refusals);
    }

    public DateTime Day(string date) => Calendar.StartOf(DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void Dispose() => Directory.Delete(folder, true);

    public static string Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "none";
}
