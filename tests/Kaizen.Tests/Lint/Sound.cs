using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Lint;
using Kaizen.Core.Metrics;
using Kaizen.Tests.Definitions;
using Phase = Kaizen.Core.Metrics.Phase;

namespace Kaizen.Tests.Lint;

/// <summary>
/// A whole cycle in which no rule has anything to say: twelve weeks before 2026-03-30, nine after, checked on 2026-06-01 and
/// adopted. Tests break one thing in it.
/// </summary>
internal sealed record Sound
{
    private const string Yaml = """
        title: Enquiries wait a day for a first answer
        problem: Half of our enquiries wait more than 19 hours for an answer.
        within: repeat-business
        people: { owner: priya, coach: sam, sponsor: ines, members: [roger] }
        metrics:
          first_response:
            definition: Hours from receiving an enquiry to the first answer by a person.
            median: hours_between(received_at, first_response_at)
            better: lower
            latency: 3d
          won:
            definition: Share of the week's enquiries that became an order within 90 days.
            rate: won_at within 90d
            better: higher
            horizon: long
          focus_hours:
            definition: Hours a week without meetings, mean of the teams.
            mean: focus_hours
            better: higher
            role: balancing
            guardrail: 18
        plan:
          background: Who answers first wins the talk.
          observed: [{ date: 2026-02-10, by: priya, what: Nine of 14 enquiries waited for a specialist. }]
          target: { metric: first_response, from: 20, to: 8, due: 2026-06-01, pattern: A rota of experts answers in their own field. }
          causes:
            queue:
              text: Enquiries queue although only engineers can answer them.
              evidence: observed
              share: 0.6
              because: { inbox: { text: Every enquiry goes to one inbox., evidence: data, because: { turn: { text: No expert has a turn at the inbox., evidence: observed } } } }
            batches: { text: The inbox is read at 9:00 and 16:00., evidence: observed, share: 0.3 }
          countermeasures:
            rota:
              text: Engineers answer enquiries in their own field, on a rota.
              addresses: turn
              considered: [A second person at the inbox.]
              scale: team
              fidelity: { is: as_planned, because: The rota was kept. }
              predicts: { expect: 8, between: [6, 10], confidence: 0.8, because: On two trial days the median was 8 h. }
          actions: [{ what: Agree the rota, who: priya, start: 2026-03-02, due: 2026-03-27, done: 2026-03-25 }]
        do: { started: 2026-03-30, annotations: [{ date: 2026-04-06, text: Easter }] }
        check: { date: 2026-06-01, late: 2026-09-28, reflection: We expected 8 h and saw 8 h. It surprised us that a name on a turn did more than any appeal. }
        act:
          decision: adopt
          date: 2026-06-05
          because: As predicted and done as planned.
          learned: A turn with a name moves the answer.
          standard: { text: Every enquiry is answered on the rota., owner: priya, metric: first_response, audit: monthly }
          next: hold
          yokoten: [{ to: Support, response: adapts, because: Turns of two hours. }]
        """;

    private const string Hold = """
        title: First answers stay at eight hours
        kind: sdca
        within: repeat-business
        previous: first
        people: { owner: priya, coach: sam }
        metrics: { first_response: { definition: Hours to the first answer., median: "hours_between(received_at, first_response_at)", better: lower } }
        plan:
          observed: [{ date: 2026-06-10, by: sam, what: The board had a name on each half day. }]
          target: { to: 8, due: 2026-09-28 }
        standard: { text: Every enquiry is answered on the rota., owner: priya, metric: first_response, audit: monthly }
        do: { started: 2026-06-08 }
        """;

    private static readonly double?[] Before = [19, 21, 19, 21, 19, 21, 19, 21, 19, 21, 19, 21];
    private static readonly double?[] After = [8, 9, 7, 8, 9, 7, 8, 9, 7];
    private static readonly WorkCalendar Calendar = new(TimeZoneInfo.Utc);
    private static readonly (Cycle First, Cycle Hold) Read = ReadOnce();

    public static readonly DateOnly Started = new(2026, 3, 30);

    public Cycle Cycle { get; init; } = Read.First with { Plan = Read.First.Plan with { Scope = new Scope("Enquiries by mail", "Enquiries by telephone") } };

    public IReadOnlyList<Cycle> Others { get; init; } = [Read.Hold];

    public IReadOnlyList<Annotation> Events { get; init; } = [];

    public LintSettings Settings { get; init; } = LintSettings.Default;

    public DateOnly? AsOf { get; init; } = new(2026, 6, 15);

    /// <summary>The weeks of the lead metric; null for a subject without data.</summary>
    public (double?[] Before, double?[] After)? Weeks { get; init; } = (Before, After);

    public (long Before, long After) Rows { get; init; } = (20, 20);

    public double FocusAfter { get; init; } = 20;

    public LockState? Locked { get; init; }

    public Recommendation? Recommendation { get; init; } = Core.Checking.Recommendation.Adopt;

    public IReadOnlyList<Surplus>? Surplus { get; init; } = [];

    public static Cycle Standing => Read.Hold;

    public LintSubject Subject => new(Cycle, new Loops([Cycle, .. Others], Events), Settings)
    {
        AsOf = AsOf,
        Findings = Findings(),
        Locked = Locked,
        Recommendation = Recommendation,
        Surplus = Surplus,
    };

    public IReadOnlyList<LintHit> Hits => Linter.Look(Subject);

    public Sound Plan(Func<Plan, Plan> change) => this with { Cycle = Cycle with { Plan = change(Cycle.Plan) } };

    public Sound Act(Func<Act, Act?> change) => this with { Cycle = Cycle with { Act = change(Cycle.Act!) } };

    public Sound Check(Func<CheckPlan, CheckPlan> change) => this with { Cycle = Cycle with { Check = change(Cycle.Check) } };

    public Sound Metric(string name, Func<Metric, Metric> change) =>
        this with { Cycle = Cycle with { Metrics = [.. Cycle.Metrics.Select(m => m.Name == name ? change(m) : m)] } };

    public Sound Rota(Func<Countermeasure, Countermeasure> change) => Plan(p => p with { Countermeasures = [change(p.Countermeasures[0])] });

    /// <summary>The cycle before the check date, with nothing of check and act written.</summary>
    public Sound Open() => (this with { AsOf = new(2026, 5, 4), Recommendation = Core.Checking.Recommendation.Wait }).Act(_ => null).Check(c => c with { Reflection = null });

    private List<Finding>? Findings()
    {
        if (Weeks is not { } weeks) return null;
        var day = AsOf ?? new DateOnly(2026, 6, 15);
        return [.. Cycle.Metrics.Where(m => m.Name is "first_response" or "focus_hours").Select(m =>
        {
            var (before, after) = m.Name == "first_response" ? weeks : (Before, [.. After.Select((_, i) => (double?)(FocusAfter + (i % 2 * 0.2)))]);
            return CycleCheck.Find(Cycle, Measured(m, before, after, day), day, Calendar);
        })];
    }

    private Measurement Measured(Metric metric, double?[] before, double?[] after, DateOnly day)
    {
        var points = new List<SeriesPoint>();
        for (var i = -before.Length; i < after.Length; i++)
        {
            var slot = Calendar.SlotOf(Period.Week, Started.AddDays(7 * i));
            points.Add(new SeriesPoint(slot.Label, slot.Start, slot.Finish, i < 0 ? before[i + before.Length] : after[i], i < 0 ? Rows.Before : Rows.After, null, null, i < 0 ? Phase.Before : Phase.After));
        }

        var series = new Series(points, new Pooled(null, 0, null, null), new Pooled(null, 0, null, null));
        return new Measurement(metric, "check", new Windows(null, null, null, null, Calendar.StartOf(day), null), series, null, new ScanFacts("enquiries", 100, 0, 0, null, "csv 0.1.0"));
    }

    private static (Cycle, Cycle) ReadOnce()
    {
        using var workspace = new TemporaryWorkspace();
        workspace.Write("cycles/first.yaml", Yaml).Write("cycles/hold.yaml", Hold);
        var read = workspace.Read();
        Assert.Empty(workspace.Faults.All);
        return (read!.Cycles.Single(c => c.Id == "first"), read.Cycles.Single(c => c.Id == "hold"));
    }
}
