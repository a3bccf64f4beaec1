using Kaizen.Abstractions;
using Kaizen.Plugin.Example;
using Kaizen.Testing;

namespace Kaizen.Plugins.Tests.Example;

public sealed class RatioConformance : MetricConformance<ExamplePlugin, RatioOptions>
{
    private const int Above = 0;
    private const int Below = 1;
    private static readonly DateTime Monday = new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);

    protected override RatioOptions Options => new() { Numerator = new("amount"), Denominator = new("pieces") };

    protected override MetricGrid Grid { get; } = TestGrid.Weeks(new DateOnly(2026, 1, 5), 2, 1);

    // In the second week nothing stands below the line; in the third, what is missing is left out on both sides.
    protected override IReadOnlyList<MetricExample> Examples =>
    [
        new(Above, Monday, 20), new(Below, Monday.AddDays(1), 2), new(Above, Monday.AddDays(2), 22), new(Below, Monday.AddDays(3), 2),
        new(Above, Monday.AddDays(8), 7),
        new(Below, Monday.AddDays(15), 3), new(Below, Monday.AddDays(15), (object?)null), new(Above, Monday.AddDays(16), 12), new(Above, Monday.AddDays(17), (object?)null),
    ];

    protected override IReadOnlyDictionary<DateOnly, double?> Expected { get; } =
        new Dictionary<DateOnly, double?> { [new(2026, 1, 5)] = 10.5, [new(2026, 1, 12)] = null, [new(2026, 1, 19)] = 4 };

    protected override Given<IReadOnlyList<FaultyOptions<RatioOptions>>> Faulty =>
        Given.These(new FaultyOptions<RatioOptions>(Options with { MinRows = 0 }, "min_rows"));

    protected override bool OrderMatters => false;
}
