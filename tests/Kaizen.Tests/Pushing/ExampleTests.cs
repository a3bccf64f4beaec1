using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Core.Checking;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Plugins;
using Kaizen.Definitions;
using Kaizen.Measuring;
using Kaizen.Measuring.Pushing;
using Kaizen.Tests.House;
using Kaizen.Tests.PluginHost;
using Microsoft.Data.Sqlite;

namespace Kaizen.Tests.Pushing;

/// <summary>The example's files, and the same rows in a database: the same numbers, aggregated here and there.</summary>
public sealed class ExampleTests : IDisposable
{
    private static readonly string Example = Repository.At("examples", "repeat-business");
    private readonly string folder = Directory.CreateTempSubdirectory("kaizen").FullName;
    private readonly List<PushReport> reports = [];

    [Fact]
    public async Task A_database_gives_the_numbers_of_the_files_with_and_without_push_down()
    {
        var faults = new DiagnosticBag();
        var workspace = WorkspaceReader.Read(Example, faults)!;
        Assert.False(faults.HasErrors);
        var requests = workspace.Cycles.Where(c => c.Each is null).SelectMany(c => c.Metrics.Select(m => new MeasureRequest(
            c.Id, m, "check", CycleWindows.Of(c, m, c.Check.Date, workspace.AsOf!.Value, workspace.Calendar)))).ToList();
        var files = workspace.Sources.Values.ToDictionary(s => s.Name, s => Plugins.Open(s, Example));
        var tables = new Dictionary<string, OpenedSource>();
        foreach (var source in files.Values) tables[source.Definition.Name] = await TableOf(source);

        var read = await new Measurer(workspace.Calendar).MeasureAsync(requests, new Opened(files), null, CancellationToken.None);
        var scanned = await new Measurer(workspace.Calendar) { PushesDown = false }.MeasureAsync(requests, new Opened(tables), null, CancellationToken.None);
        var pushed = await new Measurer(workspace.Calendar) { Pushed = reports.Add }.MeasureAsync(requests, new Opened(tables), null, CancellationToken.None);

        Assert.True(requests.Count > 20, "too few metrics");
        Assert.Empty(read.Diagnostics.Concat(scanned.Diagnostics).Concat(pushed.Diagnostics).Select(Plugins.Line));
        foreach (var result in new[] { scanned, pushed })
        {
            foreach (var (expected, actual) in read.Outcomes.Zip(result.Outcomes))
            {
                var (e, a) = (expected.Measurement!, actual.Measurement!);
                Agreement.Holds(e.Metric, e.Own, a.Own);
                if (e.Comparison is not null) Agreement.Holds(e.Metric, e.Comparison, a.Comparison!);
                Assert.Equal((e.Scan.RowsRead, e.Scan.RowsWithoutTime, e.Scan.RowsLeftOut, e.Scan.RowsAfterKnown), (a.Scan.RowsRead, a.Scan.RowsWithoutTime, a.Scan.RowsLeftOut, a.Scan.RowsAfterKnown));
            }
        }

        // Only what was aggregated came over: a few rows a period, not a row a row.
        Assert.All(reports, r => Assert.True(r.IsPushed, $"{r.Source}: {r.Declined}"));
        Assert.Equal(files.Count, reports.Count);
        Assert.All(reports, r => Assert.InRange(r.RowsMoved, 1, 400 * requests.Count(q => q.Metric.Source.Name == r.Source)));
        Assert.True(reports.Sum(r => r.RowsMoved) < read.Outcomes.Select(o => o.Measurement!.Scan).DistinctBy(s => s.Source).Sum(s => s.RowsRead));
    }

    public void Dispose() => Directory.Delete(folder, true);

    /// <summary>The rows of a file in a table: numbers as REAL, conditions as 0 and 1, everything else as text.</summary>
    private async Task<OpenedSource> TableOf(OpenedSource source)
    {
        var columns = await source.Source.DescribeAsync(CancellationToken.None);
        var rows = new List<string?[]>();
        var reader = await source.Source.OpenAsync(new ReadRequest([.. columns.Select(c => new ColumnRequest(c.Name, ColumnType.Text))], new Refusals()), CancellationToken.None);
        await using (reader)
            while (await reader.ReadAsync())
                rows.Add([.. Enumerable.Range(0, columns.Count).Select(i => reader.IsDBNull(i) ? null : reader.GetString(i))]);
        var path = Path.Combine(folder, $"{source.Definition.Name}.sqlite");
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var transaction = connection.BeginTransaction();
            using var create = connection.CreateCommand();
            create.CommandText = $"CREATE TABLE t ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))})";
            create.ExecuteNonQuery();
            using var insert = connection.CreateCommand();
            insert.CommandText = $"INSERT INTO t VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
            var forms = columns.Select((_, i) => FormOf(rows.Select(r => r[i]))).ToArray();
            foreach (var row in rows)
            {
                insert.Parameters.Clear();
                for (var i = 0; i < row.Length; i++) insert.Parameters.AddWithValue($"@p{i}", row[i] is { } text ? forms[i](text) : DBNull.Value);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        var definition = Plugins.Source("sqlite", ("path", [path]), ("table", ["t"]));
        return Plugins.Open(source.Definition with { Use = definition.Use, Options = definition.Options }, folder);
    }

    private static Func<string, object> FormOf(IEnumerable<string?> values)
    {
        var texts = values.OfType<string>().ToList();
        if (texts.TrueForAll(t => double.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out _))) return t => double.Parse(t, CultureInfo.InvariantCulture);
        return texts.TrueForAll(t => t is "true" or "false" or "yes" or "no") ? t => t is "true" or "yes" ? 1L : 0L : t => t;
    }
}
