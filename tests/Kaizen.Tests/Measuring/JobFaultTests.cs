using System.Data.Common;
using Kaizen.Abstractions;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;
using Kaizen.Measuring;
using Kaizen.Measuring.Scanning;
using Kaizen.Tests.PluginHost;

namespace Kaizen.Tests.Measuring;

/// <summary>What goes wrong for one request is told with it, without secrets, and is no other's.</summary>
public sealed class JobFaultTests : IDisposable
{
    private readonly Rig rig = new("at,hours\n");

    public void Dispose() => rig.Dispose();

    [Fact]
    public async Task A_secret_in_the_name_of_a_column_is_not_told_as_a_better_name()
    {
        var source = new OpenedSource(rig.Definition, new Telling(), "telling 1.0.0") { Redaction = Plugins.Hiding(new Secret("CRM", "hunter2")) };
        var result = await new Measurer(rig.Calendar).MeasureAsync(
            [rig.Request(rig.Metric(Aggregate.Sum, "hunter"))], new Opened(new Dictionary<string, OpenedSource> { [rig.Definition.Name] = source }), null, CancellationToken.None);
        var told = Plugins.Line(Assert.Single(result.Diagnostics));
        Assert.Contains("[secret CRM]", told, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_the_program_is_told_with_the_request_and_leaves_no_measurement()
    {
        var job = new Breaking(rig.Request(rig.Metric(Aggregate.Count, null)));
        job.Try(() => throw new InvalidOperationException("one"));
        await job.TryAsync(() => Task.FromException(new ArithmeticException("two")));
        Assert.Null(job.Outcome.Measurement);
        Assert.Equal(
            ["KZ3032 cycles/c.yaml:3:3: Metric 'm' was not measured: a fault of the program, not of your files: InvalidOperationException: one",
             "KZ3032 cycles/c.yaml:3:3: Metric 'm' was not measured: a fault of the program, not of your files: ArithmeticException: two"],
            job.Outcome.Diagnostics.Select(d => Plugins.Line(d with { Hint = null })));
        Assert.Throws<OperationCanceledException>(() => job.Try(() => throw new OperationCanceledException()));
    }

    private sealed class Telling : ISource
    {
        public ValueTask<IReadOnlyList<SourceColumn>> DescribeAsync(CancellationToken cancellation) => new([new SourceColumn("at", ColumnType.Time), new SourceColumn("hunter2", ColumnType.Number)]);

        public ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation) => throw new NotSupportedException();
    }

    private sealed class Breaking(MeasureRequest request) : MeasureJob(request)
    {
        public override IEnumerable<string> Sources => [];

        public override void Prepare(SourceScan scan)
        {
        }

        public override void Conclude(SourceScan scan, SeriesBuilder builder)
        {
        }
    }
}
