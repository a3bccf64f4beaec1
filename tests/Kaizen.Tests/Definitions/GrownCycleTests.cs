using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Tests.Definitions;

public sealed class GrownCycleTests
{
    private const string Kaizen = """
        workspace: acme
        title: Acme Engineering
        zone: Europe/Berlin
        as_of: 2026-09-01
        people:
          priya: Priya Nair
          sam: { name: Sam Okafor, role: coach }
        sources:
          enquiries: { use: csv, with: { path: data/enquiries.csv, header: true, columns: [a, b] }, time: received_at, known_until: 2026-08-31 }
          delivery_load: { use: csv, with: { path: data/load.csv }, time: week, bad_rows: leave_out }
        """;

    private const string Yaml = """
        # yaml-language-server: $schema=../.kaizen/schema.json
        title: Enquiries wait a day for a first answer
        problem: Half of our enquiries wait more than 19 hours for an answer by a person who can help.
        problem_type: gap_from_standard
        domain: sales                     # sales | change
        kind: pdca
        level: team
        within: repeat-business
        contributes: { to: repeat_share, lag: 26w, because: an early expert answer starts more second projects }
        people: { owner: priya, coach: sam, sponsor: ines, members: [roger, mei, acme/jo] }
        baseline: { from: 2025-09-01, to: 2026-03-01, because: the half year before }
        metrics:
          first_response:
            definition: hours from receiving an enquiry to the first answer by a person
            source: enquiries
            median: hours_between(received_at, first_response_at)
            where: "region = 'north'"
            better: lower
            role: process
            signal: leading
            horizon: short
            latency: 3d
          qualified:
            source: enquiries
            rate: qualified_at within 14d
            better: higher
            role: outcome
            predicts: { expect: 0.43, between: [0.39, 0.47], due: 2026-08-31 }
          won:
            source: enquiries
            rate: won_at within 90d
            better: higher
            horizon: long
            baseline: { to: 2026-01-01 }
            compare: { label: south, where: region = 'south' }
          rota_coverage:
            source: enquiries
            rate: first_responder_role in ('engineer', 'consultant')
            better: higher
            role: process
          focus_hours:
            source: delivery_load
            mean: focus_hours_per_person
            better: higher
            role: balancing
            guardrail: 21.5
          order_value: { source: enquiries, ratio: { of: value_eur, over: hours }, better: higher, guardrail: { change: +1 }, per: month }
          orders: { source: enquiries, count: rows }
          volume: { source: enquiries, sum: value_eur, time: won_at }
        plan:
          background: |
            Entrepreneurs ask three suppliers at once	and talk to the first expert who answers.
          current: Nine of 14 wait.
          pictures: [{ file: pictures/inbox.jpg, caption: Monday 9 o'clock }]
          observed:
            - date: 2026-02-10
              by: priya
              what: |
                Sat beside the inbox for a morning; 9 of 14 enquiries waited for a specialist.
          target: { metric: first_response, from: 19, to: 4, due: 2026-08-31, pattern: a rota of experts answers in their own working time }
          causes:
            queue: { text: Enquiries queue for sales although only engineers can answer., evidence: data, share: 0.6, because: { routing: The form mails sales. } }
          countermeasures:
            rota:
              text: Engineers and consultants answer enquiries in their own field, on a rota.
              addresses: routing
              considered: [A second sales hire., An answering service.]
              scale: team
              fidelity: { metric: rota_coverage, done_at: 0.70, partial_at: 0.50 }
              predicts: { expect: 4, between: [null, 5.5], confidence: 0.9 }
              because: Ünïcode 😀 stays whole.
            form:
              text: The form asks for the field.
              fidelity: { is: as_planned, because: It is online. }
          actions:
            - { what: agree the rota, who: priya, start: 2026-02-16, due: 2026-02-25, done: 2026-02-24 }
          agreed:
            date: 2026-02-27
            stances:
              ines: { stance: agree }
              roger: { stance: agree with concern, because: I did not take this job to sell., answer: You answer drawings questions and nothing else. }
        do:
          started: 2026-03-02
          annotations: [{ date: 2025-12-22, text: Christmas }]
          deviations:
            - { date: 2026-04-09, what: "no rota, two days", why: flu, came_of_it: a second name on each day }
          log:
            - { date: 2026-03-13, by: mei, text: It works. }
        check: { date: 2026-08-31, late: 2026-11-30, reflection: Faster than we thought. }
        act:
          decision: adopt
          date: 2026-09-04
          because: It holds.
          standard: { text: The rota., owner: mei, metric: first_response, audit: monthly }
          next: cover-the-other-quarter
          yokoten: [{ to: service, response: adapts, because: other shifts }]
          help: [{ what: a second screen, from: it, by: 2026-10-01 }]
        """;

    private readonly Cycle cycle = TemporaryWorkspace.Good(Yaml, Kaizen);

    private Metric Metric(string name) => cycle.Metrics.Single(m => m.Name == name);

    [Fact]
    public void The_head_is_bound()
    {
        Assert.Equal((Domain.Sales, CycleKind.Pdca, (Level?)Level.Team, "repeat-business"), (cycle.Domain, cycle.Kind, cycle.Level, cycle.Within));
        Assert.Equal(new Contribution("repeat_share", new CalendarSpan(26, 'w'), "an early expert answer starts more second projects"), cycle.Contributes);
        Assert.Equal(["roger", "mei", "acme/jo"], cycle.People.Members);
        Assert.Equal("gap_from_standard", cycle.ProblemType);
    }

    [Fact]
    public void Metrics_keep_their_order_and_say_what_they_are()
    {
        Assert.Equal(
            ["first_response", "qualified", "won", "rota_coverage", "focus_hours", "order_value", "orders", "volume"], cycle.Metrics.Select(m => m.Name));
        var lead = cycle.Lead!;
        Assert.Equal(("first_response", Better.Lower, MetricRole.Process, Horizon.Short), (lead.Name, lead.Better!.Value, lead.Role, lead.Horizon));
        Assert.Equal((Indicator.Leading, new CalendarSpan(3, 'd'), "h"), (lead.Signal!.Value, lead.Latency!.Value, lead.Unit));
        Assert.Equal("region = 'north'", lead.Measure.Where!.Text);
        Assert.Equal(MetricRole.Outcome, Metric("won").Role);
        Assert.Equal((Horizon.Long, "share"), (Metric("won").Horizon, Metric("won").Unit));
        Assert.Equal((Aggregate.Count, null), (Metric("orders").Measure.Aggregate, Metric("orders").Measure.Value));
        Assert.Equal(("value_eur", "hours"), (Metric("order_value").Measure.Value!.Text, Metric("order_value").Measure.Over!.Text));
        Assert.Equal(("EUR", "won_at"), (Metric("volume").Unit, Metric("volume").Time.Text));
    }

    [Fact]
    public void Within_sets_the_maturity_and_the_workspace_the_period()
    {
        Assert.Equal(new CalendarSpan(14, 'd'), Metric("qualified").Maturity);
        Assert.Equal(new CalendarSpan(90, 'd'), Metric("won").Maturity);
        Assert.Null(Metric("first_response").Maturity);
        Assert.Equal((Period.Week, Period.Month), (Metric("won").Per, Metric("order_value").Per));
    }

    [Fact]
    public void Predictions_and_guardrails_are_bound()
    {
        Assert.Equal(new Prediction(4, null, 5.5, 0.9, "Ünïcode 😀 stays whole."), cycle.Lead!.Prediction);
        Assert.Equal(new Prediction(0.43, 0.39, 0.47, 0.8, null) { Due = new DateOnly(2026, 8, 31) }, Metric("qualified").Prediction);
        Assert.Equal(new Guardrail(21.5, null), Metric("focus_hours").Guardrail);
        Assert.Equal(new Guardrail(null, 1), Metric("order_value").Guardrail);
        Assert.Equal(("south", "region = 'south'"), (Metric("won").Compare!.Label, Metric("won").Compare!.Where.Text));
    }

    [Fact]
    public void A_metric_has_its_own_baseline_or_that_of_the_cycle()
    {
        Assert.Equal(new Baseline(new DateOnly(2025, 9, 1), new DateOnly(2026, 3, 1), "the half year before", null), cycle.Lead!.Baseline);
        Assert.Equal(new Baseline(null, new DateOnly(2026, 1, 1), null, null), Metric("won").Baseline);
    }

    [Fact]
    public void The_plan_is_bound()
    {
        var plan = cycle.Plan;
        Assert.Equal("Entrepreneurs ask three suppliers at once\tand talk to the first expert who answers.", plan.Background);
        Assert.Equal(("pictures/inbox.jpg", "Monday 9 o'clock"), (plan.Pictures[0].File.Text, plan.Pictures[0].Caption));
        Assert.Equal(new DateOnly(2026, 2, 10), Assert.Single(plan.Observed).Date);
        Assert.Equal(["queue", "routing"], plan.Causes[0].All().Select(c => c.Id));
        Assert.Equal((CauseEvidence.Data, 0.6), (plan.Causes[0].Evidence!.Value, plan.Causes[0].Share!.Value));
        Assert.Equal(["A second sales hire.", "An answering service."], plan.Countermeasures[0].Considered);
        Assert.Equal(new Fidelity.Measured("rota_coverage", 0.7, 0.5), plan.Countermeasures[0].Fidelity);
        Assert.Equal(new Fidelity.Declared(FidelityLevel.AsPlanned, "It is online."), plan.Countermeasures[1].Fidelity);
        Assert.Equal(new DateOnly(2026, 2, 24), plan.Actions[0].Done);
        Assert.Equal([Stance.Agree, Stance.AgreeWithConcern], plan.Agreed!.Stances.Select(s => s.Stance));
    }

    [Fact]
    public void Do_check_and_act_are_bound()
    {
        Assert.Equal(new Annotation(new DateOnly(2025, 12, 22), "Christmas"), Assert.Single(cycle.Do.Annotations));
        Assert.Equal("no rota, two days", Assert.Single(cycle.Do.Deviations).What);
        Assert.Equal(new LogEntry(new DateOnly(2026, 3, 13), "mei", "It works."), Assert.Single(cycle.Do.Log));
        Assert.Equal((new DateOnly(2026, 8, 31), new DateOnly(2026, 11, 30)), (cycle.Check.Date!.Value, cycle.Check.Late!.Value));
        Assert.Equal(("adopt", "cover-the-other-quarter"), (cycle.Act!.Decision, cycle.Act.Next));
        Assert.Equal(new Standard("The rota.", "mei", "first_response", "monthly"), cycle.Act.Standard);
        Assert.Equal(new HelpNeeded("a second screen", "it", new DateOnly(2026, 10, 1)), Assert.Single(cycle.Act.HelpNeeded));
    }

    [Fact]
    public void The_workspace_is_bound()
    {
        using var folder = new TemporaryWorkspace(Kaizen);
        var workspace = folder.Read()!;

        Assert.Equal(("acme", "Acme Engineering", "Europe/Berlin"), (workspace.Name, workspace.Title, workspace.Calendar.Zone));
        Assert.Equal(new DateOnly(2026, 9, 1), workspace.AsOf);
        Assert.Equal(new Person("sam", "Sam Okafor", "coach"), workspace.People["sam"]);
        Assert.Equal("Priya Nair", workspace.People["priya"].Name);
        var options = workspace.Sources["enquiries"].Options;
        Assert.Equal(["path", "header", "columns"], options.Select(o => o.Name.Text));
        Assert.Equal(["a", "b"], options[2].Values.Select(v => v.Text));
        Assert.Equal((true, false), (options[2].IsList, options[0].IsList));
        Assert.Equal(new DateOnly(2026, 8, 31), workspace.Sources["enquiries"].KnownUntil);
        Assert.True(workspace.Sources["delivery_load"].LeaveOutBadRows);
    }
}
