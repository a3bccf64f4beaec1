using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Tests.Checking;

/// <summary>State, facts as of a date, outlook.</summary>
public class DatesTests
{
    private static readonly Cycle Full = new()
    {
        Id = "c",
        File = "cycles/c.yaml",
        Title = "t",
        DefinitionHash = "00",
        LeadMetric = "wait",
        People = new People { Owner = "priya" },
        Plan = new Plan
        {
            Background = "Why.",
            Target = new Target("wait", null, 10, null, null),
            Agreed = new Agreement(new DateOnly(2026, 3, 20), []),
            Actions = [new PlannedAction("do", null, null, new DateOnly(2026, 7, 1), null)],
        },
        Do = new Do { Started = Bench.Started },
        Check = new CheckPlan { Date = Bench.CheckDate, Reflection = "We learned." },
        Act = new Act { Decision = "adopt", Date = new DateOnly(2026, 6, 8), Because = "It held." },
    };

    [Theory]
    [InlineData("2026-03-19", CycleState.Framed)]
    [InlineData("2026-03-20", CycleState.PlanAgreed)]
    [InlineData("2026-03-29", CycleState.PlanAgreed)]
    [InlineData("2026-03-30", CycleState.Doing)]
    [InlineData("2026-05-31", CycleState.Doing)]
    [InlineData("2026-06-01", CycleState.Acting)]
    [InlineData("2026-06-07", CycleState.Acting)]
    [InlineData("2026-06-08", CycleState.Closed)]
    public void The_state_follows_the_dates(string asOf, CycleState state) => Assert.Equal(state, StateOf.At(Full, Day(asOf)));

    [Fact]
    public void Each_missing_fact_takes_the_state_back()
    {
        var asOf = Day("2026-06-08");
        Assert.Equal(CycleState.Acting, StateOf.At(Full with { Act = Full.Act! with { Decision = null } }, asOf));
        Assert.Equal(CycleState.Checking, StateOf.At(Full with { Act = null, Check = Full.Check with { Reflection = " " } }, asOf));
        Assert.Equal(CycleState.Doing, StateOf.At(Full with { Act = null, Check = new CheckPlan() }, asOf));
        var open = Full with { Act = null, Do = new Do() };
        Assert.Equal(CycleState.PlanAgreed, StateOf.At(open, asOf));
        var framed = open with { Plan = open.Plan with { Agreed = new Agreement(null, []) } };
        Assert.Equal(CycleState.Framed, StateOf.At(framed, asOf));
        Assert.Equal(CycleState.Draft, StateOf.At(framed with { People = new People() }, asOf));
        Assert.Equal(CycleState.Draft, StateOf.At(framed with { Plan = framed.Plan with { Background = null } }, asOf));
        Assert.Equal(CycleState.Draft, StateOf.At(framed with { Plan = framed.Plan with { Target = null } }, asOf));
    }

    [Fact]
    public void A_decision_without_a_date_stands_at_once_and_one_to_come_is_not_seen()
    {
        Assert.Equal(CycleState.Closed, StateOf.At(Full with { Act = Full.Act! with { Date = null } }, Day("2026-01-01")));
        Assert.Null(StateOf.DecisionAt(Full, Day("2026-06-07")));
        Assert.Equal(new DecisionTaken("adopt", Day("2026-06-08"), "It held."), StateOf.DecisionAt(Full, Day("2026-06-08")));
    }

    [Theory]
    [InlineData("2026-06-20", "2026-06-08")]
    [InlineData("2026-07-01", "2026-06-08")]
    [InlineData("2026-07-02", "2026-07-02")]
    [InlineData("2027-01-01", "2026-07-02")]
    [InlineData("2026-06-05", "2026-06-01")]
    [InlineData("2026-05-25", "2026-05-25")]
    public void Facts_change_on_the_last_date_that_has_come(string asOf, string facts) =>
        Assert.Equal(Day(facts), CycleWindows.FactsAsOf(Full with { Metrics = [Known("2026-05-31")] }, Day(asOf)));

    [Fact]
    public void Where_rows_may_still_come_each_day_is_a_fact() =>
        Assert.Equal(Day("2026-06-20"), CycleWindows.FactsAsOf(Full with { Metrics = [Known("2026-05-31"), Bench.Metric()] }, Day("2026-06-20")));

    [Fact]
    public void Maturity_and_the_late_check_are_facts()
    {
        var cycle = Full with { Metrics = [Known("2026-05-31") with { Maturity = new CalendarSpan(90, 'd') }], Check = Full.Check with { Late = Day("2026-12-01") } };
        Assert.Equal(Day("2026-08-30"), CycleWindows.FactsAsOf(cycle, Day("2026-10-01")));
        Assert.Equal(Day("2027-03-01"), CycleWindows.FactsAsOf(cycle, Day("2027-03-05")));
    }

    [Fact]
    public void A_later_as_of_without_a_fact_gives_the_same_bytes_and_one_past_a_due_date_does_not()
    {
        byte[] Bytes(string asOf)
        {
            var bench = new Bench { Cycle = Full }.Series(Known("2026-05-31"), Bench.Steady, Bench.Around(10));
            bench.AsOf = CycleWindows.FactsAsOf(Full with { Metrics = [Known("2026-05-31")] }, Day(asOf));
            return EvidenceJson.ToBytes(bench.Conclude());
        }

        Assert.Equal(Bytes("2026-06-09"), Bytes("2026-07-01"));
        Assert.NotEqual(Bytes("2026-07-01"), Bytes("2026-07-02"));
        Assert.Equal(Bytes("2026-07-02"), Bytes("2028-02-29"));
    }

    [Theory]
    // Monday 2026-02-02: five weeks are known, seven more are needed (until 23 March), then four after.
    [InlineData("2026-02-02", 5, null, null, "2026-04-20")]
    // In the middle of a week: that week still counts before.
    [InlineData("2026-02-04", 5, null, null, "2026-04-20")]
    // Enough before: a start today, in the middle of a week, counts from the next Monday on.
    [InlineData("2026-02-04", 12, null, null, "2026-03-09")]
    [InlineData("2026-02-02", 12, null, null, "2026-03-02")]
    // A start to come leaves room for the seven weeks, or does not.
    [InlineData("2026-02-02", 5, "2026-03-23", null, "2026-04-20")]
    [InlineData("2026-02-02", 5, "2026-03-25", null, "2026-04-27")]
    [InlineData("2026-02-02", 5, "2026-03-22", null, null)]
    // It has started: the points before cannot become more.
    [InlineData("2026-04-06", 5, "2026-03-30", null, null)]
    [InlineData("2026-04-06", 12, "2026-03-30", null, "2026-04-27")]
    // The check comes too early for four weeks.
    [InlineData("2026-04-06", 12, "2026-03-30", "2026-04-26", null)]
    [InlineData("2026-04-06", 12, "2026-03-30", "2026-04-27", "2026-04-27")]
    public void The_outlook_says_from_when_a_verdict_is_possible(string asOf, int points, string? started, string? check, string? from)
    {
        var bench = new Bench { AsOf = Day(asOf) }.Lead(Bench.Around(20, points), []);
        bench.Cycle = bench.Cycle with { Do = new Do { Started = started is null ? null : Day(started) }, Check = new CheckPlan { Date = check is null ? null : Day(check) } };
        Assert.Equal(new Outlook(points, 12, from is null ? null : Day(from)), bench.Conclude().Outlook);
    }

    [Fact]
    public void The_outlook_waits_for_maturity_and_knows_the_end_of_a_baseline()
    {
        var bench = new Bench { AsOf = Day("2026-02-02") }.Series(Bench.Metric() with { Maturity = new CalendarSpan(14, 'd') }, Bench.Around(20, 5), []);
        bench.Cycle = bench.Cycle with { Do = new Do(), Check = new CheckPlan() };
        Assert.Equal(new Outlook(5, 12, Day("2026-05-04")), bench.Conclude().Outlook);
        var ended = new Bench { AsOf = Day("2026-02-02") }.Series(Bench.Metric() with { Baseline = new Baseline(null, Day("2026-02-01"), null, null) }, Bench.Around(20, 5), []);
        ended.Cycle = bench.Cycle;
        Assert.Equal(new Outlook(5, 12, null), ended.Conclude().Outlook);
    }

    [Fact]
    public void With_12_before_and_4_after_there_is_no_outlook() =>
        Assert.Null(new Bench().Lead(Bench.Steady, Bench.Around(20, 4)).Conclude().Outlook);

    [Theory]
    [InlineData(null, "2026-03-30")]
    [InlineData("2026-03-23", "2026-03-23")]
    [InlineData("2026-04-10", "2026-03-30")]
    public void The_windows_take_the_earlier_of_the_baselines_end_and_the_start(string? to, string end)
    {
        var metric = Bench.Metric() with { Baseline = new Baseline(null, to is null ? null : Day(to), null, null) };
        var windows = CycleWindows.Of(Full, metric, Bench.CheckDate, Day("2026-06-01"), Bench.Calendar);
        Assert.Equal(Bench.Calendar.StartOf(Day(end)), windows.BeforeTo);
        Assert.Equal(Bench.Calendar.StartOf(Bench.Started), windows.AfterFrom);
        Assert.Equal(Bench.Calendar.StartOf(Bench.CheckDate), windows.AfterTo);
    }

    [Fact]
    public void Before_the_start_has_come_nothing_is_after_and_no_end_is_before()
    {
        var windows = CycleWindows.Of(Full, Bench.Metric(), Bench.CheckDate, Day("2026-03-29"), Bench.Calendar);
        Assert.Equal((null, null, null), (windows.BeforeTo, windows.AfterFrom, windows.AfterTo));
        Assert.Equal(Bench.Calendar.StartOf(Day("2026-03-29")), windows.Cut);
    }

    private static Metric Known(string until)
    {
        var metric = Bench.Metric();
        return metric with { Source = metric.Source with { KnownUntil = Day(until) } };
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
