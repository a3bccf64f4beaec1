using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Model;

/// <summary>Theme, people, date, position in the cycle, lineage, lock and the DRAFT mark.</summary>
internal static class HeaderModel
{
    public static ScriptObject Of(Sheet sheet)
    {
        var (cycle, evidence) = (sheet.Cycle, sheet.Evidence);
        var agreed = cycle.Plan.Agreed?.Date;
        var signed = sheet.Notes.AgreementOn(cycle) is not null;
        var closed = StateOf.IsOver(evidence.State);
        return Tree.Of(
            ("title", MarkdownText.Line(cycle.Title, 110)), ("problem", MarkdownText.Line(cycle.Problem, 220)),
            ("id", cycle.Id), ("domain", Words.Name(cycle.Domain)), ("kind", Words.Name(cycle.Kind).ToUpperInvariant()),
            ("problem_type", cycle.ProblemType is { } type ? Show.Words(type) : null), ("level", cycle.Level is { } level ? Words.Name(level) : null),
            ("owner", Owner(sheet)), ("coach", Person(sheet.Name(cycle.People.Coach))), ("sponsor", Person(sheet.Name(cycle.People.Sponsor))),
            ("with", cycle.With is { } party ? TextWidth.Cut(party, 24) : null), ("rest", LifeModel.Rest(sheet)),
            ("revision", cycle.Revisions.Count == 0 ? null : $"revision {cycle.Revisions.Count + 1}"), ("members", Members([.. cycle.People.Members.Select(m => sheet.Name(m)).OfType<string>()])),
            ("date", Show.Date(evidence.FactsAsOf)),
            ("state", Words.Of(evidence.State)), ("steps", Tree.List(Steps(cycle.Kind, evidence.State))),
            // A page that is fuller than a page can be is not finished, whoever signed it.
            ("draft", sheet.Review.Worst.Any(h => h.Rule == "K55") || agreed is null && !signed && !closed && !(sheet.IsSdca && cycle.Do.Started is not null) ? true : null),
            ("without_agreement", cycle.Do.Started is not null && agreed is null && !sheet.IsSdca && !signed ? "started before the plan was agreed" : null),
            ("agreed", agreed is null || LifeModel.Rest(sheet) is not null ? null : $"plan agreed {Show.Date(agreed)}"),
            ("signed", Signed(sheet)),
            ("lineage", Lineage(sheet)),
            ("lock", Lock(evidence.Locked)), ("lock_broken", evidence.Locked is { Changed: true } or { DaysLate: > 0 } ? true : null));
    }

    public static string? Lock(LockState? locked) => locked is null ? null
        : $"predictions locked {Show.Date(locked.Date)}, hash {Show.Hash(locked.Hash)}"
          + (locked.DaysLate > 0 ? $", {Show.Counted(locked.DaysLate, "day", "days")} late" : "")
          + (locked.Recorded is { } recorded ? $", written down {Show.Date(recorded)}" : "")
          + (locked.Changed ? "; changed since locked" : "");

    /// <summary>Who signed at the last gate, and whether the plan changed since.</summary>
    private static string? Signed(Sheet sheet)
    {
        if (sheet.Notes.SignOffs.MaxBy(s => (s.Gate, s.Date)) is not { } last) return null;
        var there = sheet.Notes.SignOffs.Where(s => s.Gate == last.Gate).ToList();
        return $"{last.Gate} signed {Show.Date(last.Date)}: {TextWidth.Cut(string.Join(", ", there.Select(s => sheet.Name(s.By)).Distinct()), 40)}"
            + (there.TrueForAll(s => s.Definition != sheet.Cycle.DefinitionHash) ? "; file changed since" : "");
    }

    /// <summary>Names that fit beside each other, and how many do not.</summary>
    private static string? Members(List<string> names)
    {
        if (names.Count == 0) return null;
        for (var shown = names.Count; shown > 1; shown--)
        {
            var text = string.Join(", ", names.Take(shown)) + (shown < names.Count ? $" +{names.Count - shown}" : "");
            if (TextWidth.Of(text) <= 27) return text;
        }

        return TextWidth.Cut(names[0], 22) + (names.Count > 1 ? $" +{names.Count - 1}" : "");
    }

    private static string? Person(string? name) => name is null ? null : TextWidth.Cut(name, 28);

    /// <summary>Of a cycle that two companies share, the owners on both sides.</summary>
    private static string? Owner(Sheet sheet) => sheet.Cycle.People is { Owner: { } owner, Partner: { } partner }
        ? $"{TextWidth.Cut(sheet.Name(owner)!, 14)} + {TextWidth.Cut(sheet.Name(partner)!, 13)}" : Person(sheet.Name(sheet.Cycle.People.Owner));

    private static IEnumerable<ScriptObject> Steps(CycleKind kind, CycleState state) => kind switch
    {
        CycleKind.Capdo => Steps(["Check", "Act", "Plan", "Do"], state switch
        {
            CycleState.Cancelled => -1,
            CycleState.PlanAgreed => 2,
            CycleState.Doing or CycleState.OnHold => 3,
            CycleState.Checking or CycleState.Acting or CycleState.Closed => 4,
            _ => 0,
        }),
        CycleKind.Edca => Steps(["Explore", "Do", "Check", "Act"], Step(state)),
        CycleKind.Sdca => Steps(["Standardise", "Do", "Check", "Act"], Step(state)),
        _ => Steps(["Plan", "Do", "Check", "Act"], Step(state)),
    };

    private static int Step(CycleState state) => state switch
    {
        CycleState.Doing or CycleState.OnHold => 1,
        CycleState.Checking => 2,
        CycleState.Acting => 3,
        CycleState.Closed => 4,
        CycleState.Cancelled => -1,
        _ => 0,
    };

    private static IEnumerable<ScriptObject> Steps(string[] names, int now) =>
        names.Select((name, i) => Tree.Of(("letter", name[..1]), ("name", name), ("status", i < now ? "done" : i == now ? "now" : "todo")));

    private static ScriptArray? Lineage(Sheet sheet)
    {
        var lines = new List<ScriptObject>();
        if (sheet.Cycle.Chain is { } chain)
        {
            var previous = sheet.Find(chain.Previous);
            var stamp = previous?.Act?.Decision is { } decision ? $" ({decision})" : "";
            lines.Add(Link(Words.Reason(chain.Reason), MarkdownText.Line(previous?.Title ?? chain.Previous, 60) + stamp, SheetOf(previous)));
        }

        if (sheet.Cycle.Within is { } within)
        {
            var parent = sheet.Find(within);
            var drives = sheet.Cycle.Contributes is { } c ? $", drives {Show.Words(c.To)}{(c.Lag is { } lag ? $" after {lag}" : "")}" : "";
            lines.Add(Link("within", MarkdownText.Line(parent?.Title ?? Show.Words(within), 60) + drives, SheetOf(parent)));
        }

        return Tree.List(lines);
    }

    // A family has a sheet for each of its loops and none for itself.
    private static string? SheetOf(Cycle? cycle) => cycle is { Each: null } ? cycle.Id : null;

    private static ScriptObject Link(string how, string text, string? id) =>
        Tree.Of(("how", how), ("text", text), ("href", id is null ? null : $"{Uri.EscapeDataString(id)}.html"));
}
