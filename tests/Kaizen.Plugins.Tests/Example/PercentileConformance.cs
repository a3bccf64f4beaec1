using Kaizen.Abstractions;
using Kaizen.Plugin.Example;
using Kaizen.Testing;

namespace Kaizen.Plugins.Tests.Example;

public sealed class PercentileConformance : MetricConformance<ExamplePlugin, PercentileOptions>
{
    private static readonly DateTime Monday = new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);

    protected override PercentileOptions Options => new() { Value = new("hours"), Segment = new("channel"), Percentile = 50, MinRows = 2 };

    protected override MetricGrid Grid { get; } = TestGrid.Weeks(new DateOnly(2026, 1, 5), 2, 1);

    protected override IReadOnlyList<MetricExample> Examples =>
    [
        new(0, Monday, 5, "mail"), new(0, Monday.AddDays(1), 3, "phone"), new(0, Monday.AddDays(2), null, "mail"), new(0, Monday.AddDays(3), 8, null),
        new(0, Monday.AddDays(8), 7, "mail"), new(0, Monday.AddDays(15), 6, "mail"), new(0, Monday.AddDays(16), 2, "mail"),
    ];

    protected override IReadOnlyDictionary<DateOnly, double?> Expected { get; } =
        new Dictionary<DateOnly, double?> { [new(2026, 1, 5)] = 5, [new(2026, 1, 12)] = null, [new(2026, 1, 19)] = 4 };

    protected override Given<IReadOnlyList<FaultyOptions<PercentileOptions>>> Faulty =>
        Given.These(new FaultyOptions<PercentileOptions>(Options with { Percentile = 100, MinRows = 0 }, "percentile", "min_rows"));

    protected override bool OrderMatters => false;
}
