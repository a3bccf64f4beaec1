using System.Data.Common;
using Kaizen.Abstractions;

namespace Kaizen.Plugins.Tests.Readme;

public sealed class TicketsPlugin : IPlugin
{
    public void Register(IPluginBuilder plugin) => plugin.Source<NoOptions>("tickets", "Tickets of the desk.", _ => new Tickets());
}

internal sealed record Ticket(DateTime OpenedAt, string Team, double? Hours);

internal sealed class Tickets : ISource
{
    private readonly List<Ticket> all = [new(new(2026, 1, 5), "north", 4.5), new(new(2026, 1, 6), "south", null)];

    public ValueTask<IReadOnlyList<SourceColumn>> DescribeAsync(CancellationToken cancellation) => new(Rows.ColumnsOf<Ticket>());

    public ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation) => new(Rows.From(all, request));
}
