using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;
using Kaizen.Reports;
using Kaizen.Reports.Charts;
using Kaizen.Reports.Text;

namespace Kaizen.Tests.Reports;

public class ChartTests
{
    private static Finding Lead => Samples.Findings()[0];

    [Theory]
    [InlineData(0, 37, "0 10 20 30 40"), InlineData(0.29, 0.47, "0.25 0.3 0.35 0.4 0.45 0.5"), InlineData(-3, 4, "-4 -2 0 2 4 6"), InlineData(20, 21, "20 20.25 20.5 20.75 21 21.25"), InlineData(5, 5, "4.5 4.75 5 5.25 5.5")]
    public void Ticks_are_round_and_hold_the_values(double low, double high, string expected)
    {
        var axis = Axis.Over([low, high], 0, 100, 4, share: false);
        Assert.Equal(expected, string.Join(' ', axis.Ticks.Select(t => t.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        Assert.True(axis.Low <= low && axis.High >= high);
    }

    [Fact]
    public void Events_that_everybody_knew_are_drawn_with_what_the_team_marked_within_the_time_of_the_chart()
    {
        var day = Lead.Points[4].Date;
        var chart = ChartBuilder.Build(new ChartSpec("c", Lead, 130, 50)
        {
            Annotations = [new Annotation(day.AddDays(14), "Ours"), new Annotation(day, "What the fair meant for us")],
            Events = [new Annotation(day, "Fair"), new Annotation(day.AddDays(7), "Price list"), new Annotation(Lead.Points[0].Date.AddDays(-1), "Too early"), new Annotation(Lead.Points[^1].Date.AddDays(40), "Too late")],
        });
        Assert.Equal([(1, "What the fair meant for us"), (2, "Price list"), (3, "Ours")], chart.Flags.Select(f => (f.Number, f.Text)));
        Assert.Equal(chart.Flags.Select(f => f.X).Order(), chart.Flags.Select(f => f.X));
        Assert.Contains($"events: What the fair meant for us on {Show.ShortDate(day)}, Price list on {Show.ShortDate(day.AddDays(7))}, Ours on {Show.ShortDate(day.AddDays(14))}.", chart.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_team_marked_is_not_crowded_out_by_what_everybody_knew()
    {
        var day = Lead.Points[2].Date;
        var chart = ChartBuilder.Build(new ChartSpec("c", Lead, 130, 50)
        {
            Annotations = [new Annotation(day.AddDays(60), "Ours")],
            Events = [.. Enumerable.Range(0, 8).Select(i => new Annotation(day.AddDays(7 * i), $"Event {i}"))],
        });
        Assert.Equal(["Event 0", "Event 1", "Event 2", "Event 3", "Ours"], chart.Flags.Select(f => f.Text));
        Assert.Equal(4, chart.MoreFlags);
    }

    [Fact]
    public void A_gap_breaks_the_line()
    {
        var finding = SeriesBuilder.Finding("m", "h", [1, 2, null, 3, 4, null, 5], new Facts { Started = null });
        var chart = ChartBuilder.Build(new ChartSpec("c", finding, 130, 50));
        Assert.Equal(2, chart.Segments.Count);
        Assert.Equal(5, chart.Marks.Count);
    }

    [Fact]
    public void Limits_freeze_at_the_change_and_are_drawn_at_zero_where_they_fall_below()
    {
        var finding = Lead with { Limits = new Limits(20, -8, 48, "firm") };
        var chart = ChartBuilder.Build(new ChartSpec("c", finding, 130, 50));
        var lower = chart.Rules.Where(r => r.Kind.StartsWith("limit", StringComparison.Ordinal)).OrderByDescending(r => r.Y).Take(2).ToList();
        Assert.All(lower, r => Assert.Equal(chart.Plot.Bottom, r.Y, 6));
        Assert.Equal(["limit", "limit frozen"], lower.Select(r => r.Kind).Order());
        Assert.Contains(chart.Labels, l => l.Text == "limit 0 (drawn)");
    }

    [Fact]
    public void The_baseline_chart_has_the_axis_of_the_check_and_only_points_before()
    {
        var all = ChartBuilder.Build(new ChartSpec("a", Lead, 130, 50));
        var before = ChartBuilder.Build(new ChartSpec("b", Lead, 130, 50) { Scope = ChartScope.Baseline });
        Assert.Equal(all.YTicks, before.YTicks);
        Assert.Equal(26, before.Marks.Count);
        Assert.Null(before.Start);
        Assert.NotNull(all.Start);
    }

    [Fact]
    public void Points_that_count_on_no_side_are_hollow_and_young_ones_lie_in_the_hatched_zone()
    {
        var finding = Samples.Findings()[2];
        var chart = ChartBuilder.Build(new ChartSpec("c", finding, 130, 50));
        var zone = Assert.Single(chart.Zones, z => z.Kind == "immature");
        var hollow = chart.Marks.Where(m => m.Shape == "hollow").ToList();
        Assert.Equal(13, hollow.Count);
        Assert.All(hollow, m => Assert.InRange(m.X, zone.X, zone.X + zone.Width));
    }

    [Fact]
    public void Labels_never_overlap()
    {
        var finding = Lead with { Limits = new Limits(4.1, 3.9, 4.2, "firm") };
        var labels = ChartBuilder.Build(new ChartSpec("c", finding, 130, 50) { Target = 4 }).Labels;
        Assert.True(labels.Count >= 4);
        Assert.All(labels.Zip(labels.Skip(1)), pair => Assert.True(pair.Second.Y - pair.First.Y >= 3.09));
    }

    [Fact]
    public void Nothing_drawn_leaves_the_plot_and_no_place_is_NaN()
    {
        foreach (var values in new double?[][] { [], [null, null], [5], [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5], [1e300, -1e300, 0], [double.MaxValue, 1] })
        {
            var chart = ChartBuilder.Build(new ChartSpec("c", SeriesBuilder.Finding("m", "", values, new Facts { Started = null }), 130, 50) { Target = 3 });
            Assert.All(chart.Marks, m => Assert.InRange(m.Y, chart.Plot.Top, chart.Plot.Bottom));
            Assert.All(chart.Rules, r => Assert.InRange(r.Y, chart.Plot.Top, chart.Plot.Bottom));
            Assert.All(chart.YTicks, t => Assert.True(double.IsFinite(t.Place)));
            Assert.InRange(chart.YTicks.Count, 2, 12);
        }
    }

    [Theory]
    [InlineData(0.4312, "share", "43.1\u00a0%"), InlineData(19.84, "h", "19.8\u00a0h"), InlineData(3.546, "h", "3.55\u00a0h"), InlineData(-0.0001, "", "−0.0001"), InlineData(1234567, "", "1,234,567"), InlineData(1, "share", "100\u00a0%"), InlineData(double.NaN, "h", "–")]
    public void Values_are_printed_in_one_way(double value, string unit, string expected) => Assert.Equal(expected, Show.Value(value, unit));

    [Theory]
    [InlineData(new double[] { 1, 2, 3 }, "▁▅█"), InlineData(new double[] { 5, 5 }, "▄▄"), InlineData(new[] { 1, double.NaN, 2 }, "▁ █"), InlineData(new double[0], "")]
    public void Sparklines(double[] values, string expected) => Assert.Equal(expected, Sparkline.Of(values.Select(v => (double?)v)));

    [Fact]
    public void Evidence_comes_back_as_it_was()
    {
        var evidence = Samples.FirstAnswer().Evidence with
        {
            Outlook = new Outlook(5, 12, null),
            Findings = [.. Samples.Findings(), Lead with { Window = "late", Comparison = new ComparisonFinding("south", 1, 2, 1, new Interval(0.1, 1.9), Kaizen.Statistics.Verdict.Signal, new PooledPair(null, 2), Lead.Points), Prediction = new PredictionFinding(4, new OpenInterval(null, 5.5), 0.9, null), Better = null }],
        };
        var bytes = EvidenceJson.ToBytes(evidence);
        var back = EvidenceJson.FromBytes(bytes);
        Assert.Equal(bytes, EvidenceJson.ToBytes(back));
        Assert.Equivalent(evidence, back, strict: true);
        Assert.Equal(Period.Week, back.Findings[0].Per);
    }
}
