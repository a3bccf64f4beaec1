using Kaizen.Abstractions;
using Kaizen.Testing;

namespace PluginNameSources.Tests;

/// <summary>What every source keeps to, with examples of this one.</summary>
public sealed class PluginNameConformance : SourceConformance<PluginNamePlugin, PluginNameOptions>
{
    private static readonly DateTime First = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc);

    protected override PluginNameOptions Options => new() { Count = 10 };

    protected override IReadOnlyList<ColumnRequest> Columns => [new("placed_at", ColumnType.Time), new("amount", ColumnType.Number), new("customer", ColumnType.Text)];

    protected override IReadOnlyList<object?[]> Expected =>
        [.. Enumerable.Range(0, 10).Select(i => new object?[] { First.AddHours(6 * i), i == 9 ? null : 20 + (i % 4), i % 2 == 0 ? "anna" : "ben" })];

    protected override Given<IReadOnlyList<FaultyOptions<PluginNameOptions>>> Faulty =>
        Given.Nothing<IReadOnlyList<FaultyOptions<PluginNameOptions>>>("any count will do");

    protected override Given<PluginNameOptions> Empty => Given.This(new PluginNameOptions { Count = 0 });

    protected override Given<PluginNameOptions> Unreachable => Given.Nothing<PluginNameOptions>("a list in memory is always there");

    protected override Given<PluginNameOptions> Many(long rows) => Given.This(new PluginNameOptions { Count = (int)rows });

    protected override Given<Action> Change => Given.Nothing<Action>("it has no fingerprint, so it is read at each run");

    protected override Given<IReadOnlyList<string>> Files => Given.Nothing<IReadOnlyList<string>>("it reads no file");
}
