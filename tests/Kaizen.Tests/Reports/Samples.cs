using Kaizen.Abstractions;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Expressions;
using Kaizen.Core.Metrics;
using Kaizen.Reports;
using Kaizen.Statistics;

namespace Kaizen.Tests.Reports;

/// <summary>Hand-made sheets: a grown cycle with 26 weeks on each side, an empty one, a young one, one that holds a standard.</summary>
internal static class Samples
{
    public static readonly double?[] FirstResponse =
    [
        17.83, 27.83, 18.03, 10.32, 25.08, 18.25, 14.56, 20.92, 12.55, 16.6, 20.93, 16.58, 16.65, 20.4, 17.18, 22.52, 51.75, 19.65, 22.87, 20.08, 24.78, 18.17, 18.7, 18.93, 14.64, 25.31,
        8.47, 4.2, 2.52, 3.75, 2.74, 2.39, 3.08, 4.02, 3.13, 3.18, 2.08, 2.57, 4.4, 4.12, 2.72, 4.58, 4.82, 2.12, 4.73, 2.25, 2.22, 3.73, 2.53, 4.08, 4.96, 2.83,
    ];

    private static readonly int[] Rows =
        [21, 15, 31, 19, 28, 22, 17, 23, 35, 24, 28, 17, 22, 18, 23, 19, 9, 7, 17, 32, 25, 22, 27, 28, 21, 18, 18, 23, 17, 27, 16, 18, 25, 16, 21, 17, 19, 32, 18, 27, 18, 27, 19, 16, 13, 9, 16, 17, 13, 19, 16, 15];

    private static readonly int[] Qualified =
        [11, 6, 8, 8, 8, 5, 8, 6, 10, 13, 3, 5, 6, 6, 5, 3, 3, 0, 2, 9, 7, 6, 7, 8, 8, 4, 6, 9, 6, 11, 6, 6, 7, 6, 8, 9, 7, 14, 6, 16, 6, 7, 8, 5, 4, 5, 7, 6, 3, 6, 7, 2];

    private static readonly int[] Won =
        [1, 1, 5, 2, 2, 1, 3, 1, 1, 5, 2, 2, 1, 0, 1, 0, 0, 0, 1, 3, 2, 2, 3, 3, 0, 0, 1, 1, 2, 2, 0, 3, 2, 3, 0, 1, 2, 2, 3, 5, 3, 0, 2, 2, 2, 0, 0, 1, 0, 0, 0, 0];

    private static readonly int[] Covered =
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 18, 12, 22, 12, 14, 17, 11, 12, 16, 14, 25, 13, 22, 11, 15, 15, 14, 10, 8, 14, 11, 10, 12, 10, 13];

    private static readonly double?[] Focus =
    [
        23.13, 24.27, 23.7, 23.33, 23.57, 22.57, 23.63, 22.87, 23.07, 22.53, 22.93, 22.93, 23.27, 22.77, 22.1, 23.77, 20.37, 21.07, 22.13, 22.43, 23.27, 23.43, 22.47, 22.5, 23.03, 22.17,
        21.77, 22.57, 22.23, 21.67, 22.3, 21.93, 22.27, 21.63, 21.17, 21.23, 21.43, 21.33, 22.93, 20.93, 22.0, 21.53, 22.2, 21.93, 22.37, 22.53, 20.73, 21.17, 22.0, 22.0, 21.7, 21.27,
    ];

    private static readonly SourceSpan Nowhere = new("cycles/first-answer.yaml", 1, 1);

    public static Workspace Workspace(params Cycle[] cycles) => new()
    {
        Name = "repeat-business",
        Title = "Repeat business with entrepreneurs",
        Folder = Path.GetTempPath(),
        Calendar = new WorkCalendar(TimeZoneInfo.Utc),
        Cycles = cycles,
        People = new Dictionary<string, Person>
        {
            ["priya"] = new("priya", "Priya Nair", "sales"),
            ["sam"] = new("sam", "Sam de Vries", null),
            ["ines"] = new("ines", "Ines Duarte", null),
            ["roger"] = new("roger", "Roger Blom", "engineer"),
            ["mei"] = new("mei", "Mei Lin", "consultant"),
        },
    };

    /// <summary>The grown cycle.</summary>
    public static A3Input FirstAnswer()
    {
        var cycle = Cycle();
        return new A3Input(Workspace(cycle), cycle, Evidence(cycle));
    }

    public static CycleEvidence Evidence(Cycle cycle) => new()
    {
        Id = cycle.Id,
        File = cycle.File,
        Domain = cycle.Domain,
        Kind = cycle.Kind,
        State = CycleState.Closed,
        Recommendation = Recommendation.Adopt,
        Because = ["first_response improved as predicted, and the rota was done as planned.", "qualified fell short of its prediction.", "won is too early to tell: 13 of 26 weeks are too young."],
        Fidelity = FidelityLevel.AsPlanned,
        Decision = new DecisionTaken("adopt", new DateOnly(2026, 9, 4), "A first answer in 4 hours has held for 25 weeks, and the engineers want to keep the rota."),
        Locked = new LockState(new DateOnly(2026, 3, 2), "ab12cd34ef", false, 0),
        Lead = "first_response",
        Findings = Findings(),
        FactsAsOf = new DateOnly(2026, 9, 4),
        DefinitionHash = "5f3a9b21c04e",
        Engine = "0.1.0",
    };

    public static IReadOnlyList<Finding> Findings() =>
    [
        SeriesBuilder.Finding("first_response", "h", FirstResponse, new Facts
        {
            Rows = Rows, VsPrediction = PredictionWord.AsPredicted, Learned = "theory supported", Definition = "hours from receiving an enquiry to the first answer by a person",
            Prediction = new PredictionFinding(4, new OpenInterval(2.5, 5.5), 0.9, "On two pilot days the median was 5 h."),
            Claim = "Before and after, 26 and 26 weeks, default rules: first_response is lower by 16.4 h (95 % interval 13.1 to 19.7 h). The baseline was not chosen because it was bad.",
        }),
        SeriesBuilder.Finding("qualified", "share", Share(Qualified), new Facts
        {
            Rows = Rows, Better = Better.Higher, Role = MetricRole.Outcome, Aggregate = Aggregate.Rate, VsPrediction = PredictionWord.Worse, Maturity = "14d", Immature = 2,
            Prediction = new PredictionFinding(0.43, new OpenInterval(0.39, 0.47), 0.8, null),
        }),
        SeriesBuilder.Finding("won", "share", Share(Won), new Facts
        {
            Rows = Rows, Better = Better.Higher, Role = MetricRole.Outcome, Horizon = Horizon.Long, Aggregate = Aggregate.Rate, Maturity = "90d", Immature = 13,
            Verdict = Verdict.NoSignalYet, Effect = EffectWord.TooEarly, Complete = false,
        }),
        SeriesBuilder.Finding("rota_coverage", "share", Share(Covered), new Facts { Rows = Rows, Better = Better.Higher, Aggregate = Aggregate.Rate }),
        SeriesBuilder.Finding("focus_hours", "h", Focus, new Facts
        {
            Source = "delivery_load", Better = Better.Higher, Role = MetricRole.Balancing, Aggregate = Aggregate.Mean, Effect = EffectWord.Worsened, Guardrail = new GuardrailFinding(21.5, true),
        }),
    ];

    public static Cycle Cycle() => new()
    {
        Id = "first-answer",
        File = "cycles/first-answer.yaml",
        Title = "Enquiries wait a day for a first answer",
        Problem = "Half of our enquiries wait more than 19 hours for an answer by a person who can help.",
        Domain = Domain.Sales,
        Level = Level.Team,
        Within = "repeat-business",
        Contributes = new Contribution("repeat_share", new CalendarSpan(26, 'w'), "an early expert answer starts more second projects."),
        People = new People { Owner = "priya", Coach = "sam", Sponsor = "ines", Members = ["roger", "mei", "acme/jo"] },
        Metrics = [Metric("first_response", "h", "hours_between(received_at, first_response_at)"), Metric("qualified", "share", "qualified_at within 14d"), Metric("won", "share", "won_at within 90d") with { Horizon = Horizon.Long },
            Metric("rota_coverage", "share", "first_responder_role in ('engineer', 'consultant')"), Metric("focus_hours", "h", "focus_hours_per_person") with { Role = MetricRole.Balancing }],
        LeadMetric = "first_response",
        Plan = Plan(),
        Do = new Do
        {
            Started = new DateOnly(2026, 3, 2),
            Annotations = [new Annotation(new DateOnly(2025, 12, 22), "Christmas, half of the team away"), new Annotation(new DateOnly(2026, 7, 13), "Summer holidays")],
            Deviations = [new Deviation(new DateOnly(2026, 4, 9), "Two engineers left the rota for a release", "the release could not move", "coverage fell to 63 % for a week and came back")],
        },
        Check = new CheckPlan
        {
            Date = new DateOnly(2026, 8, 31),
            Late = new DateOnly(2026, 11, 30),
            Reflection = "We expected speed to bring 43 % qualified enquiries; it brought 38 %. The quarter that the rota does not cover still waits for **sales**. Engineers enjoyed the calls once questions about drawings were all they had to answer.",
        },
        Act = new Act
        {
            Decision = "adopt",
            Date = new DateOnly(2026, 9, 4),
            Because = "Held for 25 weeks.",
            Next = "cover-the-other-quarter",
            Standard = new Standard("An engineer or consultant answers each enquiry in their own field within 4 working hours, on a weekly rota.", "mei", "first_response", "monthly"),
            Learned = "Speed alone does not qualify an enquiry; who answers does.",
            HelpNeeded = [new HelpNeeded("Ten hours a month from the drawings team", "ines", new DateOnly(2026, 9, 30))],
            Yokoten = [new Yokoten("Support desk", "adapts", "their questions need two people")],
        },
        DefinitionHash = "5f3a9b21c04e",
        Inferred = [new Inference("metrics.won.unit", "share", "a rate is a share")],
    };

    private static Plan Plan() => new()
    {
        Background = "Entrepreneurs ask three suppliers at once and talk to the first **expert** who answers. Of the projects that we lost in 2025, a third were lost before we had said a word.\n\nRepeat business is our goal for the year: a second project starts with trust in the first answer.",
        Current = "Enquiries land in one inbox and are sorted by sales at 9 and at 14 o'clock. Six in ten need an engineer, who is asked by mail and answers between two tickets.\n\n- median wait 20 hours, in a bad week 50\n- nobody sees the queue",
        Observed = [new Observation(new DateOnly(2026, 2, 10), "priya", "Sat beside the inbox for a morning; 9 of 14 enquiries waited for a specialist."), new Observation(new DateOnly(2026, 2, 12), "roger", "Three of my five answers took ten minutes; finding the mail took a day.")],
        Target = new Target("first_response", 19, 4, new DateOnly(2026, 8, 31), "a rota of experts answers in their own working time"),
        Causes =
        [
            new Cause("queue", "Enquiries queue for sales although only engineers can answer.", CauseEvidence.Data, 0.6,
                [new Cause("routing", "Every mail goes to one inbox, whatever it asks.", CauseEvidence.Observed, null, [new Cause("nobody", "No engineer has time set aside for enquiries.", CauseEvidence.Data, null, [])])]),
            new Cause("batches", "Sales sorts twice a day.", CauseEvidence.Observed, 0.25, [new Cause("meetings", "Mornings are full of meetings.", CauseEvidence.Opinion, null, [])]),
        ],
        Countermeasures =
        [
            new Countermeasure
            {
                Id = "rota", Text = "Engineers and consultants answer enquiries in their own field, on a rota.", Addresses = "nobody", Considered = ["A second sales hire.", "An answering service."], Scale = "team",
                Fidelity = new Fidelity.Measured("rota_coverage", 0.7, 0.5), Predicts = new Prediction(4, 2.5, 5.5, 0.9, "On two pilot days the median was 5 h."),
            },
        ],
        Actions =
        [
            new PlannedAction("agree the rota", "priya", new DateOnly(2026, 2, 16), new DateOnly(2026, 2, 25), new DateOnly(2026, 2, 24)),
            new PlannedAction("show every enquiry on one board", "roger", new DateOnly(2026, 2, 18), new DateOnly(2026, 3, 6), new DateOnly(2026, 3, 12)),
            new PlannedAction("write ten model answers", "mei", new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 27), new DateOnly(2026, 3, 26)),
            new PlannedAction("tell customers whom they talk to", "priya", new DateOnly(2026, 3, 16), new DateOnly(2026, 4, 17), null),
        ],
        Agreed = new Agreement(new DateOnly(2026, 2, 27), [new PersonStance("ines", Stance.Agree, null, null), new PersonStance("roger", Stance.AgreeWithConcern, "I did not take this job to sell.", "You answer drawings questions and nothing else.")]),
    };

    /// <summary>A cycle of which nothing but its title is written.</summary>
    public static A3Input Empty()
    {
        var cycle = new Cycle { Id = "blank", File = "cycles/blank.yaml", Title = "Handovers lose what was promised", DefinitionHash = "00ff" };
        return new A3Input(Workspace(cycle), cycle, new CycleEvidence
        {
            Id = "blank",
            File = cycle.File,
            Kind = CycleKind.Pdca,
            State = CycleState.Draft,
            Recommendation = Recommendation.Wait,
            FactsAsOf = new DateOnly(2026, 1, 5),
            DefinitionHash = "00ff",
            Engine = "0.1.0",
        });
    }

    /// <summary>Five weeks of data and no change yet.</summary>
    public static A3Input Young()
    {
        var cycle = Cycle() with { Id = "young", Do = new Do(), Check = new CheckPlan { Date = new DateOnly(2026, 8, 31) }, Act = null };
        var finding = SeriesBuilder.Finding("first_response", "h", FirstResponse[..5], new Facts { Started = null, Verdict = Verdict.NotEnoughData, Effect = EffectWord.TooEarly, Complete = false, Check = null });
        return new A3Input(Workspace(cycle), cycle, Evidence(cycle) with
        {
            Id = "young",
            State = CycleState.Framed,
            Recommendation = Recommendation.Wait,
            Because = ["The change has not started."],
            Decision = null,
            Locked = null,
            Fidelity = FidelityLevel.Unknown,
            Findings = [finding],
            Outlook = new Outlook(5, 12, new DateOnly(2026, 3, 14)),
            FactsAsOf = new DateOnly(2025, 10, 6),
        });
    }

    /// <summary>A cycle that holds a standard, with a drift.</summary>
    public static A3Input Holding()
    {
        var grown = Cycle();
        double?[] days = [11, 9, 12, 10, 11, 13, 9, 10, 12, 11, 10, 9, 11, 12, 10, 11, 7, 8, 6, 7, 5, 6, 4, 6, 7, 5, 6, 5, 7, 6, 8, 9, 10, 9.5, 11, 12, 10, 11, 9];
        var lead = SeriesBuilder.Finding("lead_time", "days", days, new Facts
        {
            Started = new DateOnly(2026, 3, 30),
            Check = new DateOnly(2026, 8, 31),
            Effect = EffectWord.TooEarly,
            Complete = false,
            Verdict = Verdict.NoSignalYet,
            Source = "handovers",
            Claim = "Against the frozen limits of the standard a rule fires on the new points.",
        });
        var cycle = grown with
        {
            Id = "hold",
            Title = "Handovers keep their six days",
            Problem = null,
            Kind = CycleKind.Sdca,
            Domain = Domain.Change,
            Chain = new Chain("first-answer", "standardise"),
            Metrics = [Metric("lead_time", "days", "lead_working_days")],
            LeadMetric = "lead_time",
            Plan = new Plan { Background = "The third standard brought handovers from 11 days to 6. It has to be kept when people change.", Actions = [new PlannedAction("walk through the checklist", "mei", null, new DateOnly(2026, 4, 10), null)] },
            Do = new Do { Started = new DateOnly(2026, 3, 30) },
            Check = new CheckPlan { Date = new DateOnly(2026, 8, 31) },
            Act = new Act { Standard = new Standard("Sales and delivery meet for 30 minutes before the contract is signed and fill in the handover sheet together.", "mei", "lead_time", "every first Monday") },
        };
        return new A3Input(Workspace(cycle, grown), cycle, Evidence(cycle) with
        {
            Id = "hold",
            Kind = CycleKind.Sdca,
            State = CycleState.Doing,
            Recommendation = Recommendation.Correct,
            Because = ["8 points in a row lie above the centre."],
            Decision = null,
            Locked = null,
            Lead = "lead_time",
            Findings = [lead],
            Fidelity = FidelityLevel.Unknown,
            FactsAsOf = new DateOnly(2026, 6, 1),
        });
    }

    /// <summary>Everything too long, too many, or meant to break out of the page.</summary>
    public static A3Input Hostile()
    {
        const string Script = "<script>alert('x')</script>\"><img src=x onerror=alert(1)> & \u202eevil\u202c ";
        var word = new string('W', 300);
        var arabic = "\u0627\u0644\u0639\u0645\u0644\u0627\u0621 \u064a\u0646\u062a\u0638\u0631\u0648\u0646";
        string Long(int n) => Script + word + " " + arabic + " " + string.Concat(Enumerable.Repeat("many words that go on and on ", n));
        Cause Deep(int level) => new($"c{level}", Long(3), CauseEvidence.Opinion, 0.5, level == 0 ? [] : [Deep(level - 1), new Cause($"d{level}", Long(1), null, 2, [])]);
        var cycle = Cycle() with
        {
            Id = "bad\"><script>",
            File = "cycles/<b>.yaml",
            Title = Long(5),
            Problem = Long(20),
            Within = Script,
            Chain = new Chain("x' onload='y", "drift"),
            People = new People { Owner = Script, Coach = word, Sponsor = arabic, Members = [Long(3)] },
            Plan = new Plan
            {
                Background = Script + "[bad](javascript:alert(1)) [data](data:text/html,x) [good](https://example.org/?a=1&b=2) ![pic](https://example.org/x.png) <javascript:alert(1)>\n\n# Heading\n\n" + Long(60),
                Current = Long(80),
                Observed = [.. Enumerable.Range(0, 9).Select(i => new Observation(null, Script, Long(9)))],
                Target = new Target("first_response", 1e9, -3, new DateOnly(2026, 8, 31), Long(20)),
                Causes = [.. Enumerable.Range(0, 4).Select(_ => Deep(5))],
                Countermeasures = [.. Enumerable.Range(0, 6).Select(i => new Countermeasure { Id = $"m{i}", Text = Long(9), Addresses = "c0", Considered = [Long(3)], Scale = Script, Predicts = new Prediction(4, null, 5, 1, Long(9)), Because = Long(4) })],
                Actions = [.. Enumerable.Range(0, 12).Select(i => new PlannedAction(Long(4), Script, new DateOnly(2020 + i, 1, 1), null, null))],
                Agreed = new Agreement(null, [new PersonStance(Script, Stance.Object, Long(9), Long(9))]),
            },
            Do = new Do { Started = new DateOnly(2026, 3, 2), Annotations = [.. Enumerable.Range(0, 12).Select(i => new Annotation(new DateOnly(2025, 10, 1).AddDays(20 * i), Long(3)))], Deviations = [.. Enumerable.Range(0, 5).Select(_ => new Deviation(null, Long(9), Script, null))] },
            Check = new CheckPlan { Reflection = Long(60) },
            Act = new Act { Decision = "abandon", Because = Long(9), Next = Script, Learned = Long(9), Standard = new Standard(Long(9), Script, Script, Script), HelpNeeded = [.. Enumerable.Range(0, 5).Select(_ => new HelpNeeded(Long(3), Script, null))], Yokoten = [.. Enumerable.Range(0, 5).Select(_ => new Yokoten(Long(3), Script, Long(2)))] },
        };
        var evidence = Evidence(cycle) with { Decision = new DecisionTaken("abandon", null, Long(9)), Because = [Long(9), Long(2)], Locked = new LockState(new DateOnly(2026, 3, 9), "x\"><b>", true, 7) };
        return new A3Input(Workspace(cycle), cycle, evidence with
        {
            Findings = [.. evidence.Findings.Select(f => f with { Unit = f.Unit == "h" ? Script : f.Unit, Claim = Long(9), Learned = Long(2), Definition = Long(9) }), .. evidence.Findings.Select(f => f with { Metric = Script + f.Metric, Window = "late" })],
        });
    }

    private static double?[] Share(int[] counts) => [.. counts.Select((c, i) => Rows[i] == 0 ? (double?)null : c / (double)Rows[i])];

    private static Metric Metric(string name, string unit, string expression) => new()
    {
        Name = name,
        At = Nowhere,
        Unit = unit,
        Time = new Written("received_at", Nowhere),
        Source = new SourceDefinition { Name = "enquiries", At = Nowhere, Use = new Written("csv", Nowhere) },
        Measure = new Measure(unit == "share" ? Aggregate.Rate : Aggregate.Median, RowExpression.Parse(expression, Nowhere, new DiagnosticBag()), null, null),
    };
}
