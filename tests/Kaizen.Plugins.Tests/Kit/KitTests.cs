using System.Data.Common;
using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Testing;
using Xunit.Sdk;

namespace Kaizen.Plugins.Tests.Kit;

/// <summary>The kit finds out what is not as it should be: a source for each fault, made from one without.</summary>
public class KitTests
{
    [Fact]
    public Task Local_times_are_found() => Finds<LocalTimes>("is local to this machine", t => t.Times_never_depend_on_the_machine());

    [Fact]
    public Task A_file_held_open_is_found() => Finds<HoldsItsLog>("is still held open", t => t.A_reader_lets_go_of_its_files(1));

    [Fact]
    public Task A_source_that_reads_all_at_once_is_found() => Finds<KeepsAll>("Memory grew by", t => t.Many_rows_are_read_in_flat_memory());

    [Fact]
    public Task A_source_that_does_not_listen_is_found() => Finds<Deaf>("a second is allowed", t => t.Stopped_while_it_reads_it_ends_within_a_second());

    [Fact]
    public Task Rows_that_differ_when_read_again_are_found() => Finds<Restless>("The rows, read twice,", t => t.The_same_data_give_the_same_rows_and_fingerprint());

    [Fact]
    public Task Two_columns_of_one_name_are_found() => Finds<TwoOfAName>("Two columns are called 'placed_at'", t => t.Columns_are_described_by_distinct_names());

    [Fact]
    public Task Columns_in_an_order_of_their_own_are_found() => Finds<OwnOrder>("comes as", t => t.The_reader_has_exactly_the_columns_that_were_asked_for());

    [Fact]
    public Task A_value_refused_too_late_is_found() => Finds<RefusesLate>("refused after its row was given", t => t.The_rows_are_those_expected());

    [Fact]
    public void An_unsaid_fault_is_found()
    {
        using var kit = new Expecting();
        Says("should be at count, all at once, and are: none", Record.Exception(kit.All_faults_of_options_are_reported_at_once));
    }

    private static async Task Finds<TPlugin>(string what, Func<Kit<TPlugin>, Task> test)
        where TPlugin : IPlugin, new()
    {
        using var kit = new Kit<TPlugin>();
        Says(what, await Record.ExceptionAsync(() => test(kit)));
    }

    private static void Says(string what, Exception? found) => Assert.Contains(what, Assert.IsType<XunitException>(found).Message, StringComparison.Ordinal);

    /// <summary>Not public, so that its tests run only where they are called.</summary>
    private sealed class Kit<TPlugin> : ListConformance<TPlugin>
        where TPlugin : IPlugin, new()
    {
        protected override long ManyRows => 150_000;
    }

    private abstract class Like : IPlugin, ISource
    {
        protected ListOptions Options { get; private set; } = new();

        public void Register(IPluginBuilder plugin) => plugin.Source<ListOptions>("list", "Orders in memory.", o =>
        {
            Options = o;
            return this;
        });

        public virtual ValueTask<IReadOnlyList<SourceColumn>> DescribeAsync(CancellationToken cancellation) => new ListSource(Options).DescribeAsync(cancellation);

        public virtual ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation) => new ListSource(Options).OpenAsync(request, cancellation);
    }

    private sealed class LocalTimes : Like
    {
        public override ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation) =>
            new(Rows.From(new[] { new Order(DateTime.Now, 1, "acme") }, request));
    }

    private sealed class HoldsItsLog : Like
    {
        public override ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation)
        {
            _ = new Leak(Options.Log!.Full);
            return base.OpenAsync(request, cancellation);
        }

        private sealed class Leak
        {
            private static readonly List<FileStream> Kept = [];

            public Leak(string path) => Kept.Add(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        }
    }

    private sealed class KeepsAll : Like
    {
        public override ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation)
        {
            var all = Enumerable.Range(0, Options.Count).Select(i => new Order(DateTime.UnixEpoch, i, i.ToString("D20", CultureInfo.InvariantCulture))).ToList();
            return new(Rows.From(Passing(all), request));
        }

        private static IEnumerable<Order> Passing(List<Order> all)
        {
            foreach (var order in all) yield return order;
        }
    }

    private sealed class Deaf : Like
    {
        public override ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation) => new(Rows.From(Slow(), request, CancellationToken.None));

        private static async IAsyncEnumerable<Order> Slow()
        {
            yield return new Order(DateTime.UnixEpoch, 1, "acme");
            await Task.Delay(TimeSpan.FromSeconds(3));
            yield return new Order(DateTime.UnixEpoch, 1, "acme");
        }
    }

    private sealed class Restless : Like
    {
        private int read;

        public override ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation) =>
            new(Rows.From(new[] { new Order(DateTime.UnixEpoch, read++, "acme") }, request));
    }

    private sealed class TwoOfAName : Like
    {
        public override async ValueTask<IReadOnlyList<SourceColumn>> DescribeAsync(CancellationToken cancellation) =>
            [.. await base.DescribeAsync(cancellation), new SourceColumn("placed_at", ColumnType.Time)];
    }

    private sealed class OwnOrder : Like
    {
        public override ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation) =>
            base.OpenAsync(request with { Columns = [.. request.Columns.OrderBy(c => c.Name, StringComparer.Ordinal)] }, cancellation);
    }

    private sealed class RefusesLate : Like
    {
        public override ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation) => new(Rows.From(Orders(request.Refusals), request));

        private static IEnumerable<Order> Orders(Refusals refusals)
        {
            yield return new Order(DateTime.UnixEpoch, null, "acme");
            refusals.Add(new RefusedValue(1, 0, "amount", "five", "not a number"));
            yield return new Order(DateTime.UnixEpoch, 1, "acme");
        }
    }

    /// <summary>Expects a fault that the options do not report.</summary>
    private sealed class Expecting : ListConformance<ListPlugin>
    {
        protected override Given<IReadOnlyList<FaultyOptions<ListOptions>>> Faulty => Given.These(new FaultyOptions<ListOptions>(new() { Count = 0 }, "count"));
    }
}
