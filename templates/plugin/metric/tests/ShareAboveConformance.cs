using Kaizen.Abstractions;
using Kaizen.Testing;

namespace PluginNameMetrics.Tests;

/// <summary>What every metric keeps to, with examples of this one.</summary>
public sealed class ShareAboveConformance : MetricConformance<PluginNamePlugin, ShareOptions>
{
    private static readonly DateTime Monday = new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);

    protected override ShareOptions Options => new() { Value = new("hours"), Above = 4 };

    protected override MetricGrid Grid { get; } = TestGrid.Weeks(new DateOnly(2026, 1, 5), 2, 1);

    protected override IReadOnlyList<MetricExample> Examples =>
        [new(0, Monday, 5), new(0, Monday.AddDays(1), 3), new(0, Monday.AddDays(2), (object?)null), new(0, Monday.AddDays(15), 6), new(0, Monday.AddDays(-1), 9)];

    protected override IReadOnlyDictionary<DateOnly, double?> Expected { get; } =
        new Dictionary<DateOnly, double?> { [new(2026, 1, 5)] = 0.5, [new(2026, 1, 19)] = 1 };

    protected override Given<IReadOnlyList<FaultyOptions<ShareOptions>>> Faulty =>
        Given.These(new FaultyOptions<ShareOptions>(new() { Value = new("hours"), Above = -1 }, "above"));

    protected override bool OrderMatters => false;
}
