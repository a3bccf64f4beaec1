using System.Diagnostics;
using System.Globalization;
using Kaizen.Core.Metrics;
using Xunit.Abstractions;

namespace Kaizen.Tests.Pushing;

public class TimingTests(ITestOutputHelper output)
{
    /// <summary>The time is a note to read, not asserted: set KAIZEN_PUSH_ROWS to 1000000 for it.</summary>
    [Fact]
    public async Task A_table_of_any_length_moves_only_its_aggregates()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("KAIZEN_PUSH_ROWS"), out var rows) ? rows : 20_000;
        using var table = new SqliteTable("at TEXT, done TEXT, v REAL, name TEXT");
        var (random, first) = (new Random(5), new DateTime(2025, 3, 31));
        table.Insert(Enumerable.Range(0, count).Select(i =>
        {
            var at = first.AddSeconds(i * (350.0 * 86400 / count));
            return new object?[] { Text(at), Text(at.AddSeconds(random.Next(900_000))), Math.Round(random.NextDouble() * 100, 2), random.Next(3) == 0 ? "north" : "south" };
        }).ToArray());
        var metrics = new Dictionary<string, Metric[]>
        {
            ["count"] = [table.Metric(Aggregate.Count, null)],
            ["sum"] = [table.Metric(Aggregate.Sum, "v", "name = 'north'")],
            ["median"] = [table.Metric(Aggregate.Median, "hours_between(at, done)")],
            ["rate within"] = [table.Metric(Aggregate.Rate, "done within 7d")],
            ["six together"] =
            [
                table.Metric(Aggregate.Count, null), table.Metric(Aggregate.Sum, "v", "name = 'north'"), table.Metric(Aggregate.Median, "hours_between(at, done)"),
                table.Metric(Aggregate.Rate, "done within 7d"), table.Metric(Aggregate.Max, "v"), table.Metric(Aggregate.Distinct, "name"),
            ],
        };
        foreach (var (name, asked) in metrics)
        {
            var requests = asked.Select(m => table.Request(m)).ToArray();
            var watch = Stopwatch.StartNew();
            var (scanned, _) = await table.Measure(false, requests);
            var scan = watch.Elapsed;
            watch.Restart();
            var (pushed, report) = await table.Measure(true, requests);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {count} rows scanned in {scan.TotalSeconds:0.00} s, pushed down in {watch.Elapsed.TotalSeconds:0.00} s with {report!.RowsMoved} rows moved by {report.Statements} queries"));
            Agreement.Holds(scanned, pushed);
            Assert.Null(report.Declined);
            Assert.InRange(report.RowsMoved, 52, 300);
        }
    }

    private static string Text(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
