using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Tests.Checking;

/// <summary>The kinds that explore and review, and the turns a cycle's life may take: holds, revisions, a cancellation.</summary>
public class KindsAndLifeTests
{
    private static readonly Cycle Bare = new() { Id = "c", File = "cycles/c.yaml", Title = "t", DefinitionHash = "00" };

    private static readonly Exploration Question = new("Who would pay?", [], null, null, null);

    private static DateOnly Day(int month, int day) => new(2026, month, day);

    [Theory]
    [InlineData(10, FidelityLevel.AsPlanned, Recommendation.Pursue)]
    [InlineData(15, FidelityLevel.NotDone, Recommendation.Pivot)]
    [InlineData(30, FidelityLevel.AsPlanned, Recommendation.Drop)]
    public void An_exploration_with_a_lead_metric_uses_the_same_table(double after, FidelityLevel fidelity, Recommendation recommendation)
    {
        var bench = new Bench().Lead(Bench.Steady, Bench.Around(after)).Done(fidelity);
        bench.Cycle = bench.Cycle with { Kind = CycleKind.Edca, Explore = Question };
        Assert.Equal(recommendation, bench.Conclude().Recommendation);
        Assert.NotNull(bench.Finding().Learned);
    }

    [Theory]
    [InlineData(CycleKind.Edca, "No metric leads this cycle: its learning question is answered by people.")]
    [InlineData(CycleKind.Capdo, "What comes of a review is sorted out by people.")]
    public void Without_a_metric_nothing_is_recommended(CycleKind kind, string because)
    {
        var evidence = CycleCheck.Conclude(Bare with { Kind = kind, Do = new Do { Started = Bench.Started } }, [], Bench.CheckDate, Bench.Calendar, null);
        Assert.Equal((Recommendation.None, CycleState.Doing), (evidence.Recommendation, evidence.State));
        Assert.Equal([because], evidence.Because);
        Assert.Equal(evidence.Recommendation, EvidenceJson.FromBytes(EvidenceJson.ToBytes(evidence)).Recommendation);
    }

    [Fact]
    public void A_review_recommends_nothing_even_with_a_metric()
    {
        var bench = new Bench().Lead(Bench.Steady, Bench.Around(10)).Done(FidelityLevel.AsPlanned);
        bench.Cycle = bench.Cycle with { Kind = CycleKind.Capdo };
        Assert.Equal(Recommendation.None, bench.Conclude().Recommendation);
    }

    [Fact]
    public void What_frames_a_cycle_depends_on_its_kind()
    {
        var framed = Bare with { People = new People { Owner = "priya" }, Plan = new Plan { Background = "Why." } };
        Assert.Equal(CycleState.Draft, StateOf.At(framed, Day(1, 1)));
        Assert.Equal(CycleState.Draft, StateOf.At(framed with { Kind = CycleKind.Edca }, Day(1, 1)));
        Assert.Equal(CycleState.Framed, StateOf.At(framed with { Kind = CycleKind.Edca, Explore = Question }, Day(1, 1)));
        Assert.Equal(CycleState.Framed, StateOf.At(framed with { Kind = CycleKind.Capdo }, Day(1, 1)));
    }

    private static readonly Cycle Held = Bare with
    {
        People = new People { Owner = "priya" },
        Do = new Do { Started = Day(3, 2), Holds = [new Hold(Day(4, 1), "Moving house", Day(4, 20), Day(4, 27)), new Hold(Day(6, 1), "Holidays.", Day(7, 1), null)] },
        Check = new CheckPlan { Date = Day(9, 1) },
    };

    [Theory]
    [InlineData(3, 31, CycleState.Doing)]
    [InlineData(4, 1, CycleState.OnHold)]
    [InlineData(4, 26, CycleState.OnHold)]
    [InlineData(4, 27, CycleState.Doing)]
    [InlineData(6, 1, CycleState.OnHold)]
    [InlineData(9, 1, CycleState.OnHold)]
    public void Work_rests_from_a_hold_until_it_is_resumed(int month, int day, CycleState state) => Assert.Equal(state, StateOf.At(Held, Day(month, day)));

    [Fact]
    public void A_cycle_on_hold_is_looked_at_when_it_shall_be_resumed_and_not_before()
    {
        Assert.Equal(new DueDate(Day(7, 1), "hold: to be resumed"), Agenda.Next(Held, Day(6, 2)));
        Assert.Equal(new DueDate(Day(7, 2), "hold: overdue to be resumed"), Agenda.Next(Held, Day(7, 1)));
        Assert.Equal("cadence", Agenda.Next(Held, Day(5, 1))!.Why);
        Assert.DoesNotContain(Overdue.Of(Held, Day(7, 1)), o => o.What.StartsWith("hold", StringComparison.Ordinal));
        Assert.Contains(new Overdue("hold: to be resumed", "priya", Day(7, 1)), Overdue.Of(Held, Day(7, 2)));
    }

    [Fact]
    public void A_hold_is_told_beside_the_recommendation()
    {
        var bench = new Bench().Lead(Bench.Steady, Bench.Around(10)).Done(FidelityLevel.AsPlanned);
        bench.Cycle = bench.Cycle with { Do = bench.Cycle.Do with { Holds = [new Hold(Day(5, 4), "Moving house", Day(6, 20), null)] } };
        var evidence = bench.Conclude();
        Assert.Equal((Recommendation.Adopt, CycleState.OnHold), (evidence.Recommendation, evidence.State));
        Assert.Contains("The work is on hold since 4 May 2026: Moving house.", evidence.Because);
    }

    [Fact]
    public void A_plan_that_was_revised_is_agreed_again_or_not_at_all()
    {
        var cycle = Bare with
        {
            People = new People { Owner = "priya" },
            Plan = new Plan { Background = "Why.", Target = new Target("wait", null, 4, null, null), Agreed = new Agreement(Day(2, 10), []) },
            Revisions = [new Revision(Day(2, 20), "New facts.")],
        };
        Assert.Equal(CycleState.PlanAgreed, StateOf.At(cycle, Day(2, 19)));
        Assert.Equal(CycleState.Framed, StateOf.At(cycle, Day(2, 20)));
        Assert.Equal(CycleState.PlanAgreed, StateOf.At(cycle with { Plan = cycle.Plan with { Agreed = new Agreement(Day(2, 25), []) } }, Day(2, 25)));
    }

    [Fact]
    public void A_cancelled_cycle_asks_for_nothing()
    {
        var cycle = Bare with
        {
            Plan = new Plan { Actions = [new PlannedAction("Ask.", "sam", null, Day(2, 1), null)] },
            Check = new CheckPlan { Date = Day(2, 15) },
            Cancelled = new Cancellation(Day(3, 1), "Nobody has the time"),
        };
        Assert.Equal((CycleState.Draft, CycleState.Cancelled), (StateOf.At(cycle, Day(2, 28)), StateOf.At(cycle, Day(3, 1))));
        Assert.NotEmpty(Overdue.Of(cycle, Day(2, 28)));
        Assert.Empty(Overdue.Of(cycle, Day(3, 1)));
        Assert.Null(Agenda.Next(cycle, Day(3, 1)));
        var evidence = CycleCheck.Conclude(cycle, [], Day(3, 1), Bench.Calendar, null);
        Assert.Equal((Recommendation.None, "Cancelled on 1 March 2026: Nobody has the time."), (evidence.Recommendation, evidence.Because[0]));
    }

    [Fact]
    public void A_follow_up_stays_a_promise_when_the_cycle_is_closed()
    {
        var cycle = Bare with { Act = new Act { Decision = "adopt", Date = Day(6, 1), FollowUps = [new PlannedAction("Tell the others.", "sam", null, Day(7, 1), null), new PlannedAction("Done.", null, null, Day(7, 1), Day(6, 20))] } };
        Assert.Equal([new Overdue("follow-up: Tell the others.", "sam", Day(7, 1))], Overdue.Of(cycle, Day(7, 2)));
        Assert.Empty(Overdue.Of(cycle, Day(7, 1)));
        Assert.Equal(new DueDate(Day(7, 2), "follow-up overdue: Tell the others."), Agenda.Next(cycle, Day(6, 21)));
    }

    [Fact]
    public void What_changes_a_sheet_is_a_fact_of_its_day()
    {
        var cycle = Bare with
        {
            Kind = CycleKind.Edca,
            Explore = Question with { TimeBox = new CalendarSpan(6, 'w') },
            Plan = new Plan { Obstacles = [new Obstacle("o", "O.", false, Day(3, 9))] },
            Do = new Do { Started = Day(3, 2), Experiments = [new Experiment(Day(3, 5), "Ask.", null, null, null, null)] },
            Check = new CheckPlan { Date = Day(7, 1), Extended = [new Extension(Day(7, 1), "Late.", Day(5, 4))] },
            Revisions = [new Revision(Day(2, 1), "New.")],
            Waivers = [new Waiver("K25", "We know.", Day(2, 3), null, null)],
        };
        DateOnly[] days = [Day(2, 1), Day(2, 3), Day(3, 2), Day(3, 5), Day(3, 9), Day(4, 13), Day(5, 4), Day(7, 1)];
        Assert.Equal(days, Agenda.Of(cycle).Select(d => d.Date).Distinct().Order());
        Assert.Equal(Day(4, 13), CycleWindows.FactsAsOf(cycle, Day(5, 3)));
    }
}
