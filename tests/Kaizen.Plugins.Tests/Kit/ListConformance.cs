using Kaizen.Abstractions;
using Kaizen.Testing;

namespace Kaizen.Plugins.Tests.Kit;

public class ListConformance : ListConformance<ListPlugin>;

/// <summary>The list's examples, for the plugin itself and for others that say that they are like it.</summary>
public abstract class ListConformance<TPlugin> : SourceConformance<TPlugin, ListOptions>
    where TPlugin : IPlugin, new()
{
    private static readonly DateTime Eight = new(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc);

    protected override ListOptions Options => new() { Log = Folder.Write("log", "") };

    protected override IReadOnlyList<ColumnRequest> Columns => [new("placed_at", ColumnType.Time), new("amount", ColumnType.Number), new("customer", ColumnType.Text)];

    protected override IReadOnlyList<object?[]> Expected => [[Eight, 0, "acme"], [Eight.AddHours(1), null, "zeta"], [Eight.AddHours(2), 2, "acme"]];

    protected override Given<IReadOnlyList<FaultyOptions<ListOptions>>> Faulty => Given.These(new FaultyOptions<ListOptions>(new() { Count = -1 }, "count"));

    protected override Given<ListOptions> Empty => Given.This(new ListOptions { Count = 0 });

    protected override Given<ListOptions> Unreachable => Given.Nothing<ListOptions>("a list in memory is always there");

    protected override Given<Action> Change => Given.Nothing<Action>("it has no fingerprint");

    protected override Given<IReadOnlyList<string>> Files => Given.These(Folder.At("log").Full);

    protected override Given<ListOptions> Many(long rows) => Given.This(new ListOptions { Count = (int)rows, Log = Folder.Write("log", "") });
}
