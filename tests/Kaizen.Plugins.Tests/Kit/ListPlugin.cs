using System.Data.Common;
using Kaizen.Abstractions;

namespace Kaizen.Plugins.Tests.Kit;

/// <summary>A source over a list in memory, as short as its author can write it.</summary>
public sealed class ListPlugin : IPlugin
{
    public void Register(IPluginBuilder plugin) => plugin.Source<ListOptions>("list", "Orders in memory.", o => new ListSource(o));
}

public sealed record ListOptions : IValidated
{
    [Option("How many orders there are.")]
    public int Count { get; init; } = 3;

    [Option("Where their log is.")]
    public FilePath? Log { get; init; }

    public void Validate(OptionFaults faults)
    {
        if (Count < 0) faults.Add(nameof(Count), "There cannot be fewer than no orders.");
    }
}

public sealed record Order(DateTime PlacedAt, double? Amount, string Customer);

internal sealed class ListSource(ListOptions options) : ISource
{
    public ValueTask<IReadOnlyList<SourceColumn>> DescribeAsync(CancellationToken cancellation) => new(Rows.ColumnsOf<Order>());

    public ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation) => new(Rows.From(Orders(), request));

    private IEnumerable<Order> Orders() => Enumerable.Range(0, options.Count)
        .Select(i => new Order(new DateTime(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc).AddHours(i), i % 3 == 1 ? null : i, i % 2 == 0 ? "acme" : "zeta"));
}
