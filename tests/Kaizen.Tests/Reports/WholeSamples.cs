using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;
using Kaizen.Reports;

namespace Kaizen.Tests.Reports;

/// <summary>Sheets of each kind that use the keys which few cycles have.</summary>
internal static class WholeSamples
{
    private static DateOnly Day(int month, int day) => new(2026, month, day);

    private static readonly IReadOnlyList<Waiver> Waivers =
    [
        new("K12", "Nobody may visit the customer's site before the contract.", Day(2, 20), "sam", null),
        new("K25", "The alternatives were weighed in the steering meeting.", Day(2, 21), null, "plan.alternatives"),
    ];

    /// <summary>A closed PDCA that two companies share, with everything that can be written.</summary>
    public static A3Input Shared()
    {
        var input = Samples.FirstAnswer();
        var grown = input.Cycle;
        var cycle = grown with
        {
            With = "acme",
            People = grown.People with { Partner = "acme/jo" },
            Metrics = [.. grown.Metrics.Select(m => m.Name == "first_response" ? m with { Axis = new ValueAxis(0, 48) } : m)],
            Plan = grown.Plan with
            {
                Scope = new Scope("Enquiries by mail and by the form", "The telephone, and offers above 200,000 EUR"),
                Obstacles =
                [
                    new Obstacle("form", "The form asks nothing that tells the field.", false, Day(3, 20)), new Obstacle("shifts", "Engineers on site cannot answer before noon.", true, null),
                    new Obstacle("skills", "Only two people know hydraulics.", false, null),
                ],
                Criteria = [new Criterion("speed", 3), new Criterion("effort", 1.5)],
                Alternatives =
                [
                    new Alternative("nothing", "Leave it as it is.", new Dictionary<string, double> { ["speed"] = 1, ["effort"] = 5 }),
                    new Alternative("rota", "A rota of engineers and consultants.", new Dictionary<string, double> { ["speed"] = 5, ["effort"] = 3 }),
                    new Alternative("hire", "A second sales hire.", new Dictionary<string, double>()),
                ],
                Actions = [.. grown.Plan.Actions.Select((a, i) => i == 3 ? a with { Recovery = "A line under each answer." } : a)],
            },
            Do = grown.Do with
            {
                Experiments =
                [
                    new Experiment(Day(3, 9), "Ask one engineer to answer for a morning.", "five answers", "Seven, all before noon.", "Time set aside is enough.", "shifts"),
                    new Experiment(Day(3, 23), "Let the form ask for the field.", "half fill it in", "Nine in ten do.", null, "form"),
                    new Experiment(null, "Pair a second person with hydraulics.", "answers within a day", null, null, "skills"),
                ],
                Holds = [new Hold(Day(4, 3), "Easter", Day(4, 7), Day(4, 7))],
            },
            Check = grown.Check with { Extended = [new Extension(Day(8, 31), "Two weeks without enquiries in July.", Day(7, 27))] },
            Act = grown.Act! with { FollowUps = [new PlannedAction("Print the rota on the order form.", "mei", null, Day(9, 1), null), new PlannedAction("Thank the engineers.", "priya", null, Day(9, 4), Day(9, 3))] },
            Revisions = [new Revision(Day(2, 12), "The first target was a wish.")],
            Waivers = Waivers,
            Story = "An enquiry waited {{ metrics.first_response.before }} for its first answer, and then {{ metrics.first_response.after }}: {{ metrics.first_response.effect }} by {{ metrics.first_response.difference }} over {{ metrics.first_response.n_after }} weeks. Won orders: {{ metrics.won.expect }}.",
        };
        return input with { Cycle = cycle, Workspace = Samples.Workspace(cycle) };
    }

    /// <summary>An exploration at rest, without a metric.</summary>
    public static A3Input Exploring()
    {
        var cycle = new Cycle
        {
            Id = "workshops",
            File = "cycles/workshops.yaml",
            Title = "Small workshops are a market that we do not know",
            Problem = "We sell to factories only; of 4,000 workshops in reach none has ever asked us.",
            Kind = CycleKind.Edca,
            Domain = Domain.Sales,
            People = new People { Owner = "priya", Coach = "sam", Sponsor = "ines" },
            Explore = new Exploration(
                "Which workshops would pay for a service contract, and who in them decides?",
                ["The owner decides alone, within a week.", "A standing machine costs more than the contract.", "They read the trade paper of the guild."], new CalendarSpan(8, 'w'), "12 person-days", 0.4),
            Plan = new Plan
            {
                Background = "Three factories closed last year. Workshops stay, and their machines are older.",
                Scope = new Scope("Workshops of 5 to 30 people", "Franchises"),
                Obstacles = [new Obstacle("list", "Nobody has a list of workshops.", false, Day(4, 8)), new Obstacle("time", "Owners have no time before five.", true, null)],
                Criteria = [new Criterion("learning", 2), new Criterion("cost", 1)],
                Alternatives =
                [
                    new Alternative("visit", "Visit ten workshops after five.", new Dictionary<string, double> { ["learning"] = 5, ["cost"] = 3 }),
                    new Alternative("letter", "Write to two hundred.", new Dictionary<string, double> { ["learning"] = 2, ["cost"] = 4 }),
                ],
                Actions = [new PlannedAction("buy the guild's list", "mei", Day(3, 30), Day(4, 10), Day(4, 8)), new PlannedAction("make ten appointments", "priya", Day(4, 9), Day(4, 20), null, "Ask the guild's secretary.")],
                Agreed = new Agreement(Day(3, 27), []),
            },
            Do = new Do
            {
                Started = Day(3, 30),
                Experiments =
                [
                    new Experiment(Day(4, 14), "Visit one workshop at noon.", "a talk of ten minutes", "The owner stood at the lathe.", "Noon is the wrong hour.", "time"),
                    new Experiment(Day(4, 21), "Visit two after five.", "one talk", "Two talks of an hour.", "They talk when the machines are off.", "time"),
                ],
                Holds = [new Hold(Day(5, 4), "The trade fair takes everybody.", Day(5, 18), null)],
            },
            Check = new CheckPlan { Date = Day(5, 25) },
            DefinitionHash = "77aa",
        };
        return Input(cycle, Day(5, 5));
    }

    /// <summary>A review that was begun, and one that was given up.</summary>
    public static A3Input Review(bool cancelled = false)
    {
        var cycle = new Cycle
        {
            Id = "review",
            File = "cycles/review.yaml",
            Title = "What the service desk does all day",
            Kind = CycleKind.Capdo,
            People = new People { Owner = "mei", Coach = "sam" },
            Plan = new Plan
            {
                Background = "Nobody has looked at the desk as a whole since it was set up.",
                Observed = [new Observation(Day(2, 3), "mei", "Of 40 calls in a morning, 22 asked for the state of an order.")],
                Obstacles = [new Obstacle("states", "The state of an order stands in three systems.", true, null)],
            },
            Cancelled = cancelled ? new Cancellation(Day(2, 20), "The desk moves to another company.") : null,
            Waivers = cancelled ? Waivers : [],
            DefinitionHash = "88bb",
        };
        return Input(cycle, Day(2, 23));
    }

    /// <summary>A standard with a rule that its team accepts.</summary>
    public static A3Input Standard()
    {
        var input = Samples.Holding();
        var cycle = input.Cycle with { Waivers = [Waivers[0]], Metrics = [input.Cycle.Metrics[0] with { Axis = new ValueAxis(2, 15) }] };
        return input with { Cycle = cycle };
    }

    private static A3Input Input(Cycle cycle, DateOnly asOf) =>
        new(Samples.Workspace(cycle), cycle, CycleCheck.Conclude(cycle, [], asOf, new WorkCalendar(TimeZoneInfo.Utc), null) with { Engine = "0.1.0" });
}
