using System.Data.Common;
using Kaizen.Abstractions;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;
using Kaizen.Measuring;
using Kaizen.Tests.PluginHost;

namespace Kaizen.Tests.Measuring;

/// <summary>Rows that are there at once are read in one go, others are waited for: all count, in their order.</summary>
public class WaitingRowsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(8192, 8192)]
    [InlineData(8193, 100_000)]
    [InlineData(20_000, 1)]
    [InlineData(20_000, 999)]
    public async Task All_rows_count_whether_they_are_there_or_waited_for(int rows, int every)
    {
        using var rig = new Rig("at,hours\n") { Started = null };
        var sources = new Dictionary<string, OpenedSource> { [rig.Definition.Name] = new(rig.Definition, new Waiting(rows, every), "waiting") };
        var result = await new Measurer(rig.Calendar).MeasureAsync([rig.Request(rig.Metric(Aggregate.Sum, "hours"))], new Opened(sources), null, CancellationToken.None);
        Assert.Empty(result.Diagnostics.Select(Plugins.Line));
        var measurement = result.Outcomes[0].Measurement!;
        Assert.Equal(rows, measurement.Scan.RowsRead);
        Assert.Equal((long)rows * (rows + 1) / 2, measurement.Own.Points.Sum(p => p.Value ?? 0));
    }

    public sealed record Call(DateTime At, double Hours);

    /// <summary>Each so many rows it lets others run before it goes on.</summary>
    private sealed class Waiting(int rows, int every) : ISource
    {
        public ValueTask<IReadOnlyList<SourceColumn>> DescribeAsync(CancellationToken cancellation) => new(Rows.ColumnsOf<Call>());

        public ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation) => new(Rows.From(All(), request, cancellation));

        private async IAsyncEnumerable<Call> All()
        {
            for (var i = 1; i <= rows; i++)
            {
                if (i % every == 0) await Task.Yield();
                yield return new Call(new DateTime(2026, 1, 5), i);
            }
        }
    }
}
