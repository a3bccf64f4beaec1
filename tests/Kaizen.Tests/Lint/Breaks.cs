using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Tests.Lint;

/// <summary>One thing broken in a sound cycle, and the one rule that tells of it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Path">The key that its hit names.</param>
/// <param name="Says">Something that its message holds.</param>
/// <param name="Of">Breaks it.</param>
internal sealed record Break(string Rule, string Path, string Says, Func<Sound, Sound> Of)
{
    private static readonly DateOnly Day = new(2026, 6, 20);

    public static IReadOnlyList<Break> All { get; } =
    [
        new("K01", "title", "introduce", s => s with { Cycle = s.Cycle with { Title = "Introduce a rota" } }),
        new("K01", "problem", "we need a tool", s => s with { Cycle = s.Cycle with { Problem = "For 19 hours nobody answers and we need a tool." } }),
        new("K02", "people.owner", "no owner", s => s with { Cycle = s.Cycle with { People = s.Cycle.People with { Owner = null } } }),
        new("K02", "people.owner", "'inside-sales'", s => s with { Cycle = s.Cycle with { People = s.Cycle.People with { Owner = "inside-sales" } } }),
        new("K02", "people.owner", "'acme/marketing'", s => s with { Cycle = s.Cycle with { People = s.Cycle.People with { Partner = "acme/marketing" } } }),
        new("K03", "people.coach", "'priya'", s => s with { Cycle = s.Cycle with { People = s.Cycle.People with { Coach = "Priya" } } }),
        new("K04", "within", "contributes", s => (s with { Cycle = s.Cycle with { Within = null } }).Metric("won", m => m)),
        new("K05", "plan.scope.out", "out of scope", s => s.Plan(p => p with { Scope = new Scope("All", null) })),
        new("K06", "metrics.first_response.baseline", "holds no day", s => s.Metric("first_response", m => m with { Baseline = new(Sound.Started, Sound.Started, "a", null) })),
        new("K07", "metrics.first_response.baseline", "9 points, fewer than 10", s => s with { Weeks = (s.Weeks!.Value.Before[..9], s.Weeks.Value.After), Recommendation = Recommendation.Adopt }),
        new("K08", "metrics.first_response.baseline", "not stable by itself", s => s with { Weeks = ([.. s.Weeks!.Value.Before[..11], 40], s.Weeks.Value.After) }),
        new("K09", "metrics.first_response.baseline", "repeats after 6m", s => s.Metric("first_response", m => m with { Season = new(6, 'm') })) { Also = "K38" },
        new("K10", "metrics.first_response.definition", "'first_response'", s => s.Metric("first_response", m => m with { Definition = " " })),
        new("K10", "metrics.focus_hours.definition", "'focus_hours'", s => s.Metric("focus_hours", m => m with { Definition = null })),
        new("K11", "problem", "'often'", s => s with { Cycle = s.Cycle with { Problem = "Customers often wait for an answer." } }),
        new("K11", "problem", "No problem is written", s => s with { Cycle = s.Cycle with { Problem = null } }),
        new("K12", "plan.observed", "observed", s => s.Plan(p => p with { Observed = [] })),
        new("K14", "plan.target.due", "no date", s => s.Plan(p => p with { Target = p.Target! with { Due = null } })),
        new("K15", "plan.target.pattern", "'train all'", s => s.Plan(p => p with { Target = p.Target! with { Pattern = "Train all engineers" } })),
        new("K16", "plan.target.to", "stands already", s => s.Plan(p => p with { Target = p.Target! with { From = 8 } })),
        new("K16", "plan.countermeasures.rota.predicts.expect", "worse than the 20 h", s => s.Plan(p => p with { Countermeasures = [p.Countermeasures[0] with { Predicts = p.Countermeasures[0].Predicts! with { Expect = 30, Low = 25, High = 40 } }] })) { As = Abstractions.Severity.Warning },
        new("K16", "plan.target.to", "better lower", s => s.Plan(p => p with { Target = p.Target! with { From = 6 } })),
        new("K17", "plan.target.to", "by itself", s => s.Plan(p => p with { Target = p.Target! with { To = 18 } })),
        new("K18", "plan.countermeasures.rota.addresses", "deepest", s => s.Rota(c => c with { Addresses = "queue" })),
        new("K19", "plan.causes.queue.because.inbox.because.turn.evidence", "opinion", s => s.Turn(c => c with { Evidence = CauseEvidence.Opinion })),
        new("K19", "plan.causes.queue.because.inbox.because.turn.evidence", "Nothing is said", s => s.Turn(c => c with { Evidence = null })),
        new("K20", "plan.causes.queue.because", "1 cause deep", s => s.Plan(p => p with { Causes = [p.Causes[0] with { Because = [] }, p.Causes[1]], Countermeasures = [p.Countermeasures[0] with { Addresses = "queue" }] })),
        new("K21", "plan.causes.batches.text", "blames", s => s.Plan(p => p with { Causes = [p.Causes[0], p.Causes[1] with { Text = "Sellers forget the inbox" }] })),
        new("K22", "plan.causes.batches.text", "lack of", s => s.Plan(p => p with { Causes = [p.Causes[0], p.Causes[1] with { Text = "Lack of a CRM" }] })),
        new("K23", "plan.countermeasures.second.addresses", "addresses no cause", s => s.Plan(p => p with { Countermeasures = [p.Countermeasures[0], p.Countermeasures[0] with { Id = "second", Addresses = null }] })) { Also = "K30" },
        new("K24", "plan.countermeasures", "70 %", s => s.Plan(p => p with { Causes = [p.Causes[0], p.Causes[1] with { Share = 0.7 }] })),
        new("K25", "plan.countermeasures.rota.considered", "no other option", s => s.Rota(c => c with { Considered = [] })),
        new("K26", "plan.countermeasures.rota.predicts", "without a prediction", s => s.Rota(c => c with { Predicts = null }).Metric("first_response", m => m with { Prediction = null })),
        new("K27", "metrics.won.predicts.between", "40 %", s => s.Metric("won", m => m with { Prediction = new(0.4, null, null, 0.7, "b") })),
        new("K27", "metrics.won.predicts.because", "no reason", s => s.Metric("won", m => m with { Prediction = new(0.4, 0.3, 0.5, 0.7, null) })),
        new("K27", "metrics.won.predicts.confidence", "filled in", s => s.Metric("won", m => m with { Prediction = new(0.4, 0.3, 0.5, 0.7, "b") }) is var t ? t with { Cycle = t.Cycle with { Inferred = [new("metrics.won.predicts.confidence", "0.8", "usual")] } } : s) { As = Abstractions.Severity.Warning },
        new("K28", "metrics.won.predicts.confidence", "no room", s => s.Metric("won", m => m with { Prediction = new(0.4, 0.3, 0.5, 0.99, "b") })),
        new("K28", "plan.countermeasures.rota.predicts.confidence", "All 3", s => s.Metric("won", m => m with { Prediction = new(0.4, 0.3, 0.5, 0.8, "b") }).Metric("focus_hours", m => m with { Prediction = new(20, 19, 21, 0.8, "b") })),
        new("K29", "revisions", "2026-03-27", s => s with { Locked = new LockState(new(2026, 3, 27), "00", true, 0) }),
        new("K30", "plan.countermeasures", "rota, second", s => s.Plan(p => p with { Countermeasures = [p.Countermeasures[0], p.Countermeasures[0] with { Id = "second" }] })),
        new("K31", "plan.countermeasures.rota.scale", "everywhere", s => s.Rota(c => c with { Scale = "all" })),
        new("K32", "plan.actions.0.who", "'Agree the rota'", s => s.Action(a => a with { Who = null })),
        new("K32", "plan.actions.0.due", "no date", s => s.Action(a => a with { Due = null })),
        new("K32", "plan.actions.0.what", "Action 1", s => s.Action(a => a with { What = "" })),
        new("K33", "plan.actions.0.recovery", "2026-03-27", s => s.Action(a => a with { Done = null })),
        new("K34", "plan.countermeasures.rota.fidelity", "done as planned", s => s.Rota(c => c with { Fidelity = null })),
        new("K35", "metrics", "'first_response'", s => s.Metric("focus_hours", m => m with { Role = MetricRole.Process, Guardrail = null })),
        new("K36", "metrics", "'repeat-business'", s => s.Metric("won", m => m with { Horizon = Horizon.Short, Maturity = null })),
        new("K37", "check.date", "2026-07-20", s => s.Metric("first_response", m => m with { Maturity = new(16, 'w') })),
        new("K37", "check.late", "2026-06-28", s => s.Check(c => c with { Late = new(2026, 6, 27) })),
        new("K37", "check.late", "'won'", s => s.Check(c => c with { Late = null })),
        new("K38", "metrics.first_response.compare", "same season", s => s.Metric("first_response", m => m with { Season = new(12, 'm') })) { Also = "K09" },
        new("K39", "metrics.first_response.per", "by week", s => s with { Weeks = ([20], [8]) }) { Also = "K07" },
        new("K40", "act.because", "'it works'", s => (s with { Weeks = (s.Weeks!.Value.Before, [19, 21, 20, 19, 21, 20, 19, 21, 20]) }).Act(a => a with { Because = "It works." })),
        new("K41", "metrics.first_response.where", "'region = 1'", Redefined),
        new("K42", "metrics.first_response.axis", "5 to 25", s => s.Metric("first_response", m => m with { Axis = new(5, 25) })),
        new("K43", "metrics.first_response.maturity", "known after 4w only", s => s.Metric("first_response", m => m with { Latency = new(4, 'w') })),
        new("K44", "do.annotations", "20 rows a week before and 12 after, 40 % fewer", s => s with { Rows = (20, 12) }),
        new("K45", "do.annotations", "'Price list'", s => s with { Events = [new(new(2026, 5, 4), "Price list")] }),
        new("K46", "check.reflection", "nobody wrote", s => s.Check(c => c with { Reflection = null })),
        new("K46", "check.reflection", "nothing that was learned", s => s.Check(c => c with { Reflection = "It improved by 12 h." })),
        new("K47", "act.because", "guardrail of 18", s => s with { FocusAfter = 16 }),
        new("K48", "act.standard", "no standard", s => s.Act(a => a with { Standard = null })),
        new("K48", "act.standard.owner", "no owner", s => s.Act(a => a with { Standard = a.Standard! with { Owner = null } })),
        new("K48", "act.next", "No cycle holds", s => s.Act(a => a with { Next = null }) with { Others = [] }),
        new("K49", "act.next", "adapt", s => s.Act(a => a with { Decision = "adapt", Next = null }) with { Others = [] }),
        new("K50", "act.because", "the engine says adapt", s => s.Act(a => a with { Because = null }) with { Recommendation = Recommendation.Adapt }),
        new("K51", "act.yokoten", "nobody else", s => s.Act(a => a with { Yokoten = [] })),
        new("K52", "check.late", "2026-06-28", s => s.Check(c => c with { Late = new(2026, 6, 28) }) with { AsOf = new(2026, 7, 1) }),
        new("K53", "check.extended.1", "2 times", s => s.Check(c => c with { Extended = [new(Day, "late data", null), new(Day.AddDays(7), "still late", null)] })),
        new("K54", "act.decision", "All 10", s => s with { Others = [.. s.Others, .. Enumerable.Range(0, 9).Select(i => s.Cycle with { Id = $"older{i}", Act = s.Cycle.Act! with { Date = new(2026, 1, 1) } })] }),
        new("K55", "plan.actions", "12 actions do not fit", s => s with { Surplus = [new("Plan and actuals", "plan.actions", 12, "action")] }),
        new("K56", "metrics.calls.role", "'calls'", Calls),
        new("K57", "metrics.focus_hours.where", "seller says who", s => s.Metric("focus_hours", m => m with { Measure = m.Measure with { Where = Words("seller = 'x'") } })),
    ];

    /// <summary>Another rule that cannot be silent where this one speaks.</summary>
    public string? Also { get; init; }

    /// <summary>The severity of the hit, where it is not the rule's.</summary>
    public Abstractions.Severity? As { get; init; }

    private static Core.Expressions.RowExpression Words(string text) =>
        Core.Expressions.RowExpression.Parse(text, new("cycles/first.yaml", 1, 1), new Core.Diagnostics.DiagnosticBag())!;

    private static Sound Redefined(Sound s)
    {
        var before = Sound.Standing with { Id = "earlier", Metrics = [Sound.Standing.Metrics[0] with { Measure = Sound.Standing.Metrics[0].Measure with { Where = Words("region = 1") } }] };
        return s.Metric("first_response", m => m with { Baseline = new(new(2025, 6, 1), Sound.Started, "b", "earlier") }) with { Others = [.. s.Others, before] };
    }

    private static Sound Calls(Sound s)
    {
        var won = s.Cycle.Metrics.Single(m => m.Name == "won");
        var calls = won with { Name = "calls", Horizon = Horizon.Short, Maturity = null, Measure = new(Aggregate.Count, null, null, null), Prediction = new(4, 3, 5, 0.7, "b") };
        return s with { Cycle = s.Cycle with { Metrics = [.. s.Cycle.Metrics, calls] } };
    }
}

/// <summary>Small changes of a sound cycle.</summary>
internal static class Changes
{
    public static Sound Turn(this Sound s, Func<Cause, Cause> change) => s.Plan(p =>
    {
        var (queue, inbox) = (p.Causes[0], p.Causes[0].Because[0]);
        return p with { Causes = [queue with { Because = [inbox with { Because = [change(inbox.Because[0])] }] }, p.Causes[1]] };
    });

    public static Sound Action(this Sound s, Func<PlannedAction, PlannedAction> change) => s.Plan(p => p with { Actions = [change(p.Actions[0])] });
}
