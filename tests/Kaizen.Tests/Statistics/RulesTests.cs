using Kaizen.Statistics;

namespace Kaizen.Tests.Statistics;

public class RulesTests
{
    private const double Gap = double.NaN;

    [Theory]
    [InlineData("rules_02_western_electric")]
    [InlineData("rules_04_ties")]
    public void Signals_match_the_reference(string name)
    {
        var reference = Case.Load(name);
        var centre = reference.Input.GetProperty("center").GetDouble();
        var limit = 3 * reference.Input.GetProperty("sigma").GetDouble();
        // The run chart of the IHI has conventions of its own; the case prints them for contrast.
        reference.Matches(new { signals = Signals.Of(reference.Series(), centre, centre - limit, centre + limit) }, "ihi");
    }

    [Fact]
    public void Nelson_rules_fire_where_the_constructed_patterns_end()
    {
        var values = Case.Load("rules_02_western_electric").Series();
        var signals = Rules.Apply(RuleSet.Nelson, values, 0, -3, 3).ToLookup(hit => hit.Rule, hit => hit.Completing + 1);

        Assert.Equal([3, 6], signals["nelson1"]);
        Assert.Equal([15, 16], signals["nelson2"]);
        Assert.Equal([41], signals["nelson5"]);
        Assert.Equal([51], signals["nelson6"]);
        Assert.Equal([76], signals["nelson8"]);
        Assert.Equal(Alternating(values, 14), signals["nelson4"]);
        Assert.Equal(Enumerable.Range(15, values.Length - 14).Where(end => values[(end - 15)..end].All(v => Math.Abs(v) < 1)), signals["nelson7"]);
        Assert.NotEmpty(signals["nelson4"]);
        Assert.NotEmpty(signals["nelson7"]);
    }

    [Fact]
    public void A_trend_of_six_has_five_steps_and_equal_neighbours_end_it()
    {
        Assert.Equal([5, 6], Completing("nelson3", [1, 2, 3, 4, 5, 6, 7]));
        Assert.Equal([5], Completing("nelson3", [6, 5, 4, 3, 2, 1]));
        Assert.Empty(Completing("nelson3", [1, 2, 3, 3, 4, 5, 6, 7]));
    }

    [Fact]
    public void Two_of_three_wants_all_three_on_that_side_and_may_end_on_a_quiet_point()
    {
        Assert.Equal([2], Completing("two_of_three", [2.5, 2.5, 0.5]));
        Assert.Equal([2], Completing("two_of_three", [0.5, 5, 2.5]));
        Assert.Empty(Completing("two_of_three", [2.5, 2.5, -0.5]));
        Assert.Empty(Completing("two_of_three", [2.5, 2.5, 0]));
        Assert.Empty(Completing("two_of_three", [2, 2, 2]));
        Assert.Empty(Completing("two_of_three", [2.5, 2.5]));
        Assert.Equal([0, 1], Hits("two_of_three", [2.5, 2.5, 0.5])[0].Members);
    }

    [Fact]
    public void Western_electric_two_of_three_ends_on_a_far_point_and_forgives_the_third()
    {
        Assert.Equal([2], Completing("we2", [2.5, -1, 2.5]));
        Assert.Equal([1], Completing("we2", [2.5, 2.5, 0.5]));
        Assert.Equal([1, 2], Completing("we2", [-2.5, -3.5, -2.5]));
        Assert.Empty(Completing("we2", [2.5, -2.5, 0]));
    }

    [Fact]
    public void Nelsons_eighth_rule_wants_both_sides()
    {
        Assert.Equal([7], Completing("nelson8", [1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, -1.5]));
        Assert.Empty(Completing("nelson8", [1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5]));
        Assert.Empty(Completing("nelson8", [1.5, -1.5, 1.5, -1.5, 1.5, -1.5, 1, -1.5]));
    }

    [Fact]
    public void The_first_window_is_tested() => Assert.Equal([7], Completing("shift8", [1, 1, 1, 1, 1, 1, 1, 1]));

    [Fact]
    public void Missing_points_are_skipped_and_members_keep_their_slots()
    {
        double[] points = [1, 1, Gap, 1, 1, 1, Gap, Gap, 1, 1, 1, Gap];
        var hit = Assert.Single(Hits("shift8", points));
        Assert.Equal(10, hit.Completing);
        Assert.Equal([0, 1, 3, 4, 5, 8, 9, 10], hit.Members);
    }

    [Fact]
    public void A_rounding_error_is_a_tie()
    {
        var limit = 0.1 + 0.2;
        Assert.Empty(Rules.Apply(RuleSet.Default, [limit], 0, -0.3, 0.3));
        Assert.Empty(Rules.Apply(RuleSet.Default, Enumerable.Repeat(limit, 8).ToArray(), 0.3, 0, 1));
        Assert.Single(Rules.Apply(RuleSet.Default, [0.3 + 1e-9], 0, -0.3, 0.3));
        // Around a centre of 0 the width of the chart says what a rounding error is.
        Assert.Empty(Rules.Apply(RuleSet.Default, Enumerable.Repeat(3e-17, 8).ToArray(), 0, -1, 1));
    }

    [Fact]
    public void Huge_and_tiny_charts_are_judged_like_any_other()
    {
        foreach (var unit in new[] { 1e300, 5e307, 1e-300, 1e-310 })
        {
            double[] points = [.. new[] { 0.1, 3.2, -3.3, 2.5, 2.5, 0.5 }.Select(p => p * unit)];
            var hits = Rules.Apply(RuleSet.Default, points, 0, -3 * unit, 3 * unit);
            Assert.Equal(["beyond_limits 1", "beyond_limits 2", "two_of_three 5"], hits.Select(h => $"{h.Rule} {h.Completing}"));
        }
    }

    [Fact]
    public void Limits_need_not_lie_evenly_about_the_centre()
    {
        var rule = RuleSet.Of("one", [ChartRule.Find("we2")!]);
        Assert.Equal([1], Rules.Apply(rule, [4.1, 4.1], 0, -3, 6).Select(hit => hit.Completing));
        Assert.Empty(Rules.Apply(rule, [3.9, 3.9], 0, -3, 6));
        Assert.Equal([1], Rules.Apply(rule, [-2.1, -2.1], 0, -3, 6).Select(hit => hit.Completing));
    }

    [Fact]
    public void Flags_say_the_same_as_hits()
    {
        var random = new Random(7);
        foreach (var set in RuleSet.All.Where(set => !set.UsesRunChart))
        {
            var points = Enumerable.Range(0, 500).Select(_ => random.Next(9) == 0 ? Gap : Math.Round(random.NextDouble() * 8 - 4, 1)).ToArray();
            var flags = new uint[points.Length];
            var flagged = Rules.Flag(set, points, 0, -3, 3, flags);
            var fromHits = new uint[points.Length];
            foreach (var hit in Rules.Apply(set, points, 0, -3, 3))
                fromHits[hit.Completing] |= 1u << set.Rules.ToList().FindIndex(rule => rule.Name == hit.Rule);
            Assert.Equal(fromHits, flags);
            Assert.Equal(flags.Count(flag => flag != 0), flagged);
            Assert.InRange(flagged, 1, points.Length);
        }
    }

    [Fact]
    public void Sets_are_found_by_name_and_have_their_rules()
    {
        Assert.Equal(["default", "nhs", "western-electric", "nelson", "anhoej"], RuleSet.Names);
        Assert.All(RuleSet.Names, name => Assert.Equal(name, RuleSet.Find(name)!.Name));
        Assert.Null(RuleSet.Find("nhss"));
        Assert.Equal(["beyond_limits", "shift7", "trend7", "two_of_three"], RuleSet.Nhs.Rules.Select(rule => rule.Name));
        Assert.Equal(8, RuleSet.Nelson.Rules.Count);
        Assert.True(RuleSet.Anhoej.UsesRunChart);
        Assert.Empty(Rules.Apply(RuleSet.Anhoej, [9, 9, 9], 0, -1, 1));
    }

    [Fact]
    public void Lines_that_are_no_chart_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Rules.Apply(RuleSet.Default, [1], 0, 1, 2));
        Assert.Throws<ArgumentException>(() => Rules.Apply(RuleSet.Default, [1], double.NaN, 0, 1));
        Assert.Throws<ArgumentException>(() => Rules.Flag(RuleSet.Default, [1, 2], 0, -1, 1, new uint[1]));
        Assert.Throws<ArgumentException>(() => RuleSet.Of("none", []));
    }

    [Fact]
    public void Limits_and_flags_take_no_memory()
    {
        var points = Enumerable.Range(0, 104).Select(i => Math.Sin(i * i)).ToArray();
        var flags = new uint[points.Length];
        Measure(points, flags);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Measure(points, flags);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void Measure(double[] points, uint[] flags)
        {
            var limits = Xmr.Limits(points.AsSpan(0, 61))!.Value;
            Rules.Flag(RuleSet.Default, points, limits.Centre, limits.Lower, limits.Upper, flags);
            Rules.Apply(RuleSet.Default, points.AsSpan(0, 2), limits);
        }
    }

    private static IReadOnlyList<RuleHit> Hits(string rule, double[] points) =>
        Rules.Apply(RuleSet.Of("one", [ChartRule.Find(rule)!]), points, 0, -3, 3);

    private static IEnumerable<int> Completing(string rule, double[] points) => Hits(rule, points).Select(hit => hit.Completing);

    private static IEnumerable<int> Alternating(double[] values, int length) =>
        Enumerable.Range(length, values.Length - length + 1).Where(end =>
            Enumerable.Range(end - length + 1, length - 2).All(i => (values[i] - values[i - 1]) * (values[i + 1] - values[i]) < 0));
}
