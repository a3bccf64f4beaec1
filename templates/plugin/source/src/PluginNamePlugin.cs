using System.Data.Common;
using Kaizen.Abstractions;

namespace PluginNameSources;

public sealed class PluginNamePlugin : IPlugin
{
    public void Register(IPluginBuilder plugin) =>
        plugin.Source<PluginNameOptions>("plugin-name", "Orders that are made up, one every six hours.", options => new PluginNameSource(options));
}

public sealed record PluginNameOptions
{
    [Option("How many orders there are; default 80.")]
    public int Count { get; init; } = 80;
}

public sealed record Order(DateTime PlacedAt, double? Amount, string Customer);

internal sealed class PluginNameSource(PluginNameOptions options) : ISource
{
    public ValueTask<IReadOnlyList<SourceColumn>> DescribeAsync(CancellationToken cancellation) => new(Rows.ColumnsOf<Order>());

    public ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation) => new(Rows.From(Orders(), request));

    private IEnumerable<Order> Orders() => Enumerable.Range(0, Math.Max(0, options.Count)).Select(i =>
        new Order(new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc).AddHours(6L * i % 20_000), i % 10 == 9 ? null : 20 + (i % 4), i % 2 == 0 ? "anna" : "ben"));
}
