using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Reports.Charts;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Model;

/// <summary>The portfolio: what waits for people first, what is closed last.</summary>
internal static class IndexModel
{
    private static readonly (string Title, string Hint, Func<Sheet, bool> Holds)[] Groups =
    [
        ("To be looked at", "the window is over, or a control chart rings", s => !Over(s) && (s.Evidence.State is CycleState.Checking or CycleState.Acting || s.Evidence.Recommendation == Recommendation.Correct)),
        ("Being done", "data still comes in", s => s.Evidence.State == CycleState.Doing && !s.IsSdca),
        ("On hold", "the work rests, with a date on which it goes on", s => s.Evidence.State == CycleState.OnHold),
        ("Being planned", "no change yet", s => !Over(s) && !s.IsSdca),
        ("Holding a gain", "a standard and its control chart", s => !Over(s)),
        ("Closed", "adopted, adapted or abandoned: all of them taught something", s => s.Evidence.State == CycleState.Closed),
        ("Cancelled", "given up before anything was changed", Over),
    ];

    public static ScriptObject Of(IndexInput input)
    {
        var cycles = input.Workspace.Cycles.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var sheets = input.Evidence.Where(e => cycles.ContainsKey(e.Id)).OrderByDescending(e => e.Decision?.Date).ThenBy(e => e.Id, StringComparer.Ordinal)
            .Select(e => new Sheet(new A3Input(input.Workspace, cycles[e.Id], e))).ToList();
        var concluded = input.Evidence.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        var without = input.Workspace.Cycles.Where(c => !concluded.Contains(c.Id)).ToLookup(_ => input.Live is { Measuring: true });
        List<Cycle> measuring = [.. without[true].OrderBy(c => c.Id, StringComparer.Ordinal)];
        var leftOut = without[false].Select(c => (c.Id, c.File)).Concat(input.Workspace.Faulty).OrderBy(f => f.Id, StringComparer.Ordinal);
        var groups = Groups.Select((g, i) => (g.Title, g.Hint, Rows: sheets.Where(s => Array.FindIndex(Groups, x => x.Holds(s)) == i).ToList())).Where(g => g.Rows.Count > 0);
        return Tree.Of(
            ("page", Tree.Of(
                ("title", input.Workspace.Title ?? input.Workspace.Name), ("workspace", input.Workspace.Name), ("date", Show.Date(input.AsOf)),
                ("count", Show.Counted(sheets.Count + measuring.Count, "cycle", "cycles")))),
            ("live", input.Live is { } live ? Tree.Of(
                ("overdue", Tree.List(live.Overdue.Select(p => PromiseRow(p, input.Workspace)))), ("due", Tree.List(live.Due.Select(p => PromiseRow(p, input.Workspace)))),
                ("faults", Tree.List(live.Faults))) : null),
            ("groups", Tree.List(groups.Select(g => Tree.Of(
                ("title", g.Title), ("hint", g.Hint), ("rows", Tree.List(g.Rows.Select(s => Row(s, input.AsOf)))))))),
            ("measuring", Tree.List(measuring.Select(c => Measuring(c, input)))),
            ("faulty", Tree.List(leftOut.Select(f => Tree.Of(("id", f.Id), ("file", f.File))))));
    }

    /// <summary>What the definition alone tells of a cycle.</summary>
    private static ScriptObject Measuring(Cycle cycle, IndexInput input) => Tree.Of(
        ("loop", LoopModel.Href(cycle.Id)), ("title", MarkdownText.Line(cycle.Title, 110)), ("domain", Words.Name(cycle.Domain)), ("kind", Words.Name(cycle.Kind).ToUpperInvariant()),
        ("owner", cycle.People.Owner is { } owner ? PersonName(owner, input.Workspace) : null), ("state", Words.Of(StateOf.At(cycle, input.AsOf))), ("next", Next(cycle, input.AsOf)));

    private static ScriptObject PromiseRow(Promise promise, Workspace workspace) => Tree.Of(
        ("href", LoopModel.Href(promise.Cycle.Id)), ("cycle", MarkdownText.Line(promise.Cycle.Title, 80)), ("what", MarkdownText.Line(promise.What, 90)),
        ("who", promise.Who is { } who ? PersonName(who, workspace) : null), ("date", Show.Date(promise.Date)));

    private static string PersonName(string id, Workspace workspace) => workspace.People.TryGetValue(id, out var person) ? person.Name : id;

    private static bool Over(Sheet sheet) => StateOf.IsOver(sheet.Evidence.State);

    private static ScriptObject Row(Sheet s, DateOnly asOf)
    {
        var (lead, evidence) = (s.Lead, s.Evidence);
        var chart = lead is { Points.Count: > 0 };
        // The page keeps the sheet's promise: no verdict of the engine before the team's reflection.
        (string Glyph, string Tone, string Word, string? Since)? status = lead is null ? null
            : s.IsSdca ? StandardModel.Status(lead) : (Words.Glyph(lead.Effect), Words.Tone(lead.Effect), Words.Of(lead.Effect, lead.Complete), null);
        var speaks = s.Reflected || evidence.Recommendation is Recommendation.Wait;
        return Tree.Of(
            ("href", $"a3/{Uri.EscapeDataString(s.Cycle.Id)}.html"), ("loop", LoopModel.Href(s.Cycle.Id)), ("title", MarkdownText.Line(s.Cycle.Title, 110)), ("id", s.Cycle.Id),
            ("domain", Words.Name(s.Cycle.Domain)), ("kind", Words.Name(s.Cycle.Kind).ToUpperInvariant()), ("owner", s.Name(s.Cycle.People.Owner)),
            ("state", Words.Of(evidence.State)),
            ("metric", lead is null ? null : TextWidth.Cut(Show.Words(lead.Metric), 30)),
            ("spark", chart ? ChartTree.Of(new ChartSpec($"spark-{s.Cycle.Id}", lead!, 54, 10) { Small = true, Bare = true, Scope = s.IsSdca ? ChartScope.Control : ChartScope.All }) : null),
            ("before", lead is null ? null : Show.Bare(lead.Before, lead.Unit)), ("after", lead?.After is null ? null : Show.Value(lead.After, lead.Unit)),
            ("glyph", status?.Glyph), ("tone", status?.Tone),
            ("effect", status?.Word ?? (s.Cycle.Metrics.Count == 0 && !s.IsPdca && !s.IsSdca ? "nothing to measure" : "no data yet")), ("versus", s.IsSdca ? status?.Since : Words.Of(lead?.VsPrediction)),
            ("broken", evidence.Findings.FirstOrDefault(f => f.Guardrail is { Held: false }) is { } broken ? $"guardrail of {Show.Words(broken.Metric)} broken" : null),
            ("outlook", s.IsSdca ? null : UnderstandingModel.Outlook(s)),
            ("recommendation", evidence.Recommendation == Recommendation.None ? null : speaks ? Words.Name(evidence.Recommendation) : "after the reflection"),
            ("decision", evidence.Decision is { } d ? Tree.Of(("word", Words.Stamp(d.Decision)), ("glyph", Words.StampGlyph(d.Decision)), ("date", Show.ShortDate(d.Date))) : null),
            ("next", Next(s.Cycle, asOf)));
    }

    /// <summary>The first date that lies ahead.</summary>
    private static string? Next(Cycle cycle, DateOnly asOf)
    {
        (string What, DateOnly? Date)[] dates = [("start", cycle.Do.Started), ("check", cycle.Check.Date), ("late check", cycle.Check.Late), ("to be resumed", StateOf.HeldAt(cycle, asOf)?.ResumeBy), ("target due", cycle.Plan.Target?.Due)];
        return dates.Where(d => d.Date >= asOf).OrderBy(d => d.Date).Select(d => $"{d.What} {Show.ShortDate(d.Date)}").FirstOrDefault();
    }
}
