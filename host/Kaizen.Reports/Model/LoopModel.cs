using System.Globalization;
using Kaizen.Core.Cycles;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Model;

/// <summary>The page of one loop.</summary>
internal static class LoopModel
{
    /// <summary>Where a host serves it, seen from the portfolio.</summary>
    public static string Href(string id) => $"loops/{Uri.EscapeDataString(id)}.html";

    public static ScriptObject Of(LoopInput input)
    {
        var (cycle, evidence) = (input.Cycle, input.Evidence);
        var sheet = $"../a3/{Uri.EscapeDataString(cycle.Id)}.html";
        return Tree.Of(
            ("page", Tree.Of(("title", MarkdownText.Line(cycle.Title, 110)), ("id", cycle.Id), ("workspace", input.Workspace.Title ?? input.Workspace.Name), ("date", Show.Date(input.AsOf)))),
            ("sheet", evidence is not null || input.HasSheet ? sheet : null),
            ("faults", input.Faults.Count == 0 ? null : Tree.List(input.Faults.Select(f => Tree.Of(("text", f))))),
            ("state", evidence is null ? input.HasSheet || input.Kept.Count > 0 ? "not concluded now" : "not concluded yet" : Words.Of(evidence.State)),
            ("kind", Words.Name(cycle.Kind).ToUpperInvariant()), ("domain", Words.Name(cycle.Domain)),
            ("owner", Name(input.Workspace, cycle.People.Owner)), ("coach", Name(input.Workspace, cycle.People.Coach)),
            ("next", input.Next is { } next ? $"{Show.Date(next.Date)}: {next.Why}" : null),
            ("overdue", Tree.List(input.Overdue.Select(o => Tree.Of(("what", MarkdownText.Line(o.What, 120)), ("who", Name(input.Workspace, o.Who)), ("date", Show.Date(o.Due)))))),
            ("kept", Tree.List(input.Kept.Select(d => Tree.Of(("date", Show.Date(d)), ("href", $"{sheet}?as-of={d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"))))),
            ("log", Tree.List(input.Log.Select(l => Tree.Of(("date", Show.ShortDate(l.Date)), ("kind", l.Kind), ("who", Name(input.Workspace, l.Who)), ("text", MarkdownText.Line(l.Text, 400)))))));
    }

    private static string? Name(Workspace workspace, string? person) =>
        person is not null && workspace.People.TryGetValue(person, out var known) ? known.Name : person;
}
