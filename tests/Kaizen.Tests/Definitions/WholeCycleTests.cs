using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Tests.Definitions;

/// <summary>The keys that stand in few cycles: each is bound as it is written.</summary>
public sealed class WholeCycleTests
{
    private const string Pdca = """
        title: Enquiries wait
        with: acme
        people: { owner: [priya, acme/jo] }
        metrics:
          wait: { median: hours_open, better: lower, season: 12m, axis: [0, 40.5] }
        plan:
          scope: { in: Enquiries by mail., out: The telephone. }
          obstacles:
            form: { text: The form., removed: 2026-02-01 }
            shifts: Two shifts.
            skills: { text: Few can answer. }
          criteria: { speed: 3, cost: 1 }
          alternatives:
            nothing: Leave it.
            rota: { text: A rota., scores: { speed: 5, cost: 1 } }
            form: { text: A form., scores: { speed: 2 } }
          actions: [{ what: agree the rota, due: 2026-02-25, recovery: Ask again on Monday. }]
        do:
          started: 2026-03-02
          experiments: [{ date: 2026-03-09, step: Ask one., expected: He likes it., happened: He does., learned: Asking helps., obstacle: skills }]
          holds: [{ from: 2026-04-01, because: Moving house., resume_by: 2026-04-20, resumed: 2026-04-15 }]
        check:
          date: 2026-06-01
          extended: [{ to: 2026-07-01, because: Too few weeks., date: 2026-05-28 }, { to: 2026-08-01, because: Again. }]
        act:
          follow_ups: [{ what: Tell the others., who: sam, due: 2026-09-01, done: 2026-08-30 }]
        story: |
          It took {{ metrics.wait.before }}, then {{metrics.wait.after}}.
        revisions: [{ date: 2026-02-20, because: New facts. }]
        waivers: [{ rule: K25, because: We know., date: 2026-02-21, by: sam, at: plan.causes }]
        """;

    private const string Edca = """
        title: Firms that we do not know
        kind: edca
        explore: { question: Who would pay?, assumptions: [They have a buyer., The buyer reads.], time_box: 6w, effort_cap: 10 person-days, confidence: 0.4 }
        cancelled: { date: 2026-03-01, because: Nobody has the time. }
        act: { decision: pivot }
        """;

    private readonly Cycle pdca = TemporaryWorkspace.Good(Pdca);

    private static DateOnly Day(int month, int day) => new(2026, month, day);

    [Fact]
    public void Two_companies_have_an_owner_each()
    {
        Assert.Equal(("acme", "priya", "acme/jo"), (pdca.With, pdca.People.Owner, pdca.People.Partner));
        Assert.Equal("priya", TemporaryWorkspace.Good("title: T\npeople: { owner: [priya] }\nmetrics: { wait: { median: hours_open } }").People.Owner);
    }

    [Fact]
    public void A_metric_has_its_season_and_its_axis() =>
        Assert.Equal((new CalendarSpan(12, 'm'), new ValueAxis(0, 40.5)), (pdca.Metrics[0].Season!.Value, pdca.Metrics[0].Axis!.Value));

    [Fact]
    public void The_first_obstacle_that_is_not_removed_is_worked_on()
    {
        Assert.Equal(new Scope("Enquiries by mail.", "The telephone."), pdca.Plan.Scope);
        Assert.Equal(
            [new Obstacle("form", "The form.", false, Day(2, 1)), new Obstacle("shifts", "Two shifts.", true, null), new Obstacle("skills", "Few can answer.", false, null)],
            pdca.Plan.Obstacles);
        var said = TemporaryWorkspace.Good(Pdca.Replace("{ text: Few can answer. }", "{ text: Few can answer., active: true }", StringComparison.Ordinal));
        Assert.Equal("skills", Assert.Single(said.Plan.Obstacles, o => o.Active).Id);
        var aside = TemporaryWorkspace.Good(Pdca.Replace("shifts: Two shifts.", "shifts: { text: Two shifts., active: false }", StringComparison.Ordinal));
        Assert.Equal("skills", Assert.Single(aside.Plan.Obstacles, o => o.Active).Id);
    }

    [Fact]
    public void Alternatives_are_weighed()
    {
        Assert.Equal([new Criterion("speed", 3), new Criterion("cost", 1)], pdca.Plan.Criteria);
        Assert.Equal(["nothing", "rota", "form"], pdca.Plan.Alternatives.Select(a => a.Id));
        Assert.Equal([null, 4, 2], pdca.Plan.Alternatives.Select(a => a.Total(pdca.Plan.Criteria)));
    }

    [Fact]
    public void What_was_done_is_bound()
    {
        Assert.Equal("Ask again on Monday.", pdca.Plan.Actions[0].Recovery);
        Assert.Equal(new Experiment(Day(3, 9), "Ask one.", "He likes it.", "He does.", "Asking helps.", "skills"), Assert.Single(pdca.Do.Experiments));
        Assert.Equal(new Hold(Day(4, 1), "Moving house.", Day(4, 20), Day(4, 15)), Assert.Single(pdca.Do.Holds));
    }

    [Fact]
    public void The_check_is_on_the_date_of_the_last_extension()
    {
        Assert.Equal(Day(8, 1), pdca.Check.Date);
        Assert.Equal([new Extension(Day(7, 1), "Too few weeks.", Day(5, 28)), new Extension(Day(8, 1), "Again.", null)], pdca.Check.Extended);
    }

    [Fact]
    public void What_follows_is_bound()
    {
        Assert.Equal(new PlannedAction("Tell the others.", "sam", null, Day(9, 1), Day(8, 30)), Assert.Single(pdca.Act!.FollowUps));
        Assert.Equal("It took {{ metrics.wait.before }}, then {{metrics.wait.after}}.", pdca.Story);
        Assert.Equal(new Revision(Day(2, 20), "New facts."), Assert.Single(pdca.Revisions));
        Assert.Equal(new Waiver("K25", "We know.", Day(2, 21), "sam", "plan.causes"), Assert.Single(pdca.Waivers));
    }

    [Fact]
    public void Exploring_needs_a_question_and_no_metric()
    {
        var cycle = TemporaryWorkspace.Good(Edca);
        Assert.Equal((CycleKind.Edca, null, "pivot"), (cycle.Kind, cycle.LeadMetric, cycle.Act!.Decision));
        var explore = cycle.Explore!;
        Assert.Equal(("Who would pay?", new CalendarSpan(6, 'w'), "10 person-days", 0.4), (explore.Question, explore.TimeBox!.Value, explore.EffortCap, explore.Confidence!.Value));
        Assert.Equal(["They have a buyer.", "The buyer reads."], explore.Assumptions);
        Assert.Equal(new Cancellation(Day(3, 1), "Nobody has the time."), cycle.Cancelled);
    }

    [Theory]
    [InlineData("standardise")]
    [InlineData("improve")]
    [InlineData("explore")]
    [InlineData("stop")]
    public void Triage_needs_no_metric_and_has_its_own_decisions(string decision)
    {
        var cycle = TemporaryWorkspace.Good($"title: A look at the whole\nkind: capdo\nact: {{ decision: {decision} }}");
        Assert.Equal((CycleKind.Capdo, decision), (cycle.Kind, cycle.Act!.Decision));
        Assert.Empty(cycle.Metrics);
    }

    [Fact]
    public void An_edca_with_one_metric_has_it_as_its_lead() =>
        Assert.Equal("wait", TemporaryWorkspace.Good("title: T\nkind: edca\nexplore: { question: Who? }\nmetrics: { wait: { median: hours_open } }").LeadMetric);

    [Fact]
    public void An_exploration_is_checked_when_its_time_box_is_over()
    {
        const string Started = "title: T\nkind: edca\nexplore: { question: Who?, time_box: 6w }\ndo: { started: 2026-03-02 }";
        var cycle = TemporaryWorkspace.Good(Started);
        Assert.Equal(Day(4, 13), cycle.Check.Date);
        Assert.Contains(cycle.Inferred, i => i is { What: "check.date", Value: "2026-04-13" });
        Assert.Equal(Day(5, 1), TemporaryWorkspace.Good(Started + "\ncheck: { date: 2026-05-01 }").Check.Date);
    }

    [Theory]
    [InlineData("Since Q3, in i1-handover, K25 spoke.", new string[0])]
    [InlineData("1. First\n2) Then 3.5 h, -4 %, 2026-03-02 and 1,000.", new[] { "3.5", "4", "2026-03-02", "1,000" })]
    public void Only_numbers_that_stand_by_themselves_are_figures(string text, string[] numbers) =>
        Assert.Equal(numbers, StoryText.Numbers(text).Select(n => text.Substring(n.Start, n.Length)));

    [Fact]
    public void The_workspace_says_how_lint_is_set_up()
    {
        using var folder = new TemporaryWorkspace("""
            workspace: acme
            zone: Europe/Berlin
            kind: capdo
            events: [{ date: 2026-12-25, text: Christmas }]
            lint:
              off: { K20: We have no customers yet. }
              thresholds: { event_days: 14 }
              words: { activity: [calls, trainings] }
            """);
        var workspace = folder.Read()!;
        Assert.Empty(folder.Faults.All);
        Assert.Equal(new Annotation(new DateOnly(2026, 12, 25), "Christmas"), Assert.Single(workspace.Events));
        Assert.Equal("We have no customers yet.", workspace.Lint.Off["K20"]);
        Assert.Equal(14, workspace.Lint.Thresholds["event_days"]);
        Assert.Equal(["calls", "trainings"], workspace.Lint.Words["activity"]);
    }
}
