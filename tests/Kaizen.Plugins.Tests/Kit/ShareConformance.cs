using Kaizen.Abstractions;
using Kaizen.Testing;
using Xunit.Sdk;

namespace Kaizen.Plugins.Tests.Kit;

public class ShareConformance : ShareExamples
{
    /// <summary>The kit finds out what is not as it should be.</summary>
    [Theory]
    [InlineData("first row", "In another order the rows of 2026-01-05")]
    [InlineData("not finite", "A value is not finite")]
    [InlineData("wide table", "The table 'All' has 7 columns")]
    [InlineData("every period", "which is no period of the grid")]
    [InlineData("shared", "A second instance gives another result")]
    public void What_goes_wrong_is_found(string wrong, string told)
    {
        var kit = new Wrong(wrong);
        var found = new[] { kit.The_order_within_a_period_does_not_matter, kit.The_result_can_be_drawn, kit.Rows_outside_the_grid_give_no_period, (Action)kit.The_same_rows_give_the_same_result }
            .Select(test => Record.Exception(test)).OfType<XunitException>().Select(e => e.Message);
        Assert.Contains(found, m => m.Contains(told, StringComparison.Ordinal));
    }

    private sealed class Wrong(string wrong) : ShareExamples
    {
        protected override ShareOptions Options => base.Options with { Wrong = wrong };
    }
}

public abstract class ShareExamples : MetricConformance<SharePlugin, ShareOptions>
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
