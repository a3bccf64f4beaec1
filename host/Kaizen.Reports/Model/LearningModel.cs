using Kaizen.Core.Cycles;
using Kaizen.Core.Lint;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Model;

/// <summary>What a cycle tries beside its countermeasures: alternatives that were weighed, obstacles, and the last experiments against them.</summary>
internal static class LearningModel
{
    private const double AlternativeRow = 4.4;
    private const double Line = 3.75;
    private const double Indent = 3;
    private const double HalfWidth = 103;

    public static ScriptObject? Of(Sheet sheet)
    {
        var (plan, economy) = (sheet.Cycle.Plan, sheet.Economy);
        if (!Exists(sheet)) return null;
        var best = plan.Alternatives.Max(a => a.Total(plan.Criteria));
        var obstacles = Obstacles(plan);
        var experiments = Experiments(sheet.Cycle);
        return Tree.Of(
            ("both", Both(sheet) ? true : null), ("criteria", plan.Criteria.Count == 0 || plan.Alternatives.Count == 0 ? null
                : MarkdownText.Line("weighed by " + string.Join(", ", plan.Criteria.Select(c => $"{Show.Words(c.Id)} × {Show.Coordinate(c.Weight)}")), Both(sheet) ? 40 : 90)),
            ("alternatives", Tree.List(plan.Alternatives.Take(Weighed(economy)).Select(a => Tree.Of(
                ("text", MarkdownText.Line(a.Text, Both(sheet) ? 48 : 105)), ("total", Total(a, plan)), ("best", best is not null && a.Total(plan.Criteria) == best ? true : null))))),
            ("alternatives_more", UnderstandingModel.More(plan.Alternatives.Count - Weighed(economy), "alternative")),
            ("obstacles", Tree.List(obstacles.Take(Few(economy)).Select(o => Tree.Of(
                ("glyph", o.Active ? "▶" : o.Removed is null ? "○" : "✓"), ("text", Told(o)), ("active", o.Active ? true : null))))),
            ("obstacles_more", UnderstandingModel.More(obstacles.Count - Few(economy), "obstacle")),
            ("experiments", Tree.List(experiments.Take(Few(economy)).Select(e => Tree.Of(
                ("when", Show.DayMonth(e.Date)), ("step", Step(e)), ("expected", Part(e.Expected)), ("happened", Part(e.Happened)), ("learned", Part(e.Learned)))))),
            ("experiments_more", UnderstandingModel.More(experiments.Count - Few(economy), "experiment")));
    }

    /// <summary>Alternatives that have no row. Obstacles wait in a list that may be long, and experiments are told from the newest on.</summary>
    public static IEnumerable<Surplus> Surplus(Sheet sheet, int economy) =>
        [new("Alternatives", "plan.alternatives", sheet.Cycle.Plan.Alternatives.Count - Weighed(economy), "alternative")];

    public static bool Exists(Sheet sheet) =>
        sheet.Cycle.Plan.Alternatives.Count + sheet.Cycle.Plan.Obstacles.Count + sheet.Cycle.Do.Experiments.Count > 0;

    /// <summary>Height as far as texts can be told in advance; 0 where there is nothing.</summary>
    public static double Height(Sheet sheet, int economy)
    {
        if (!Exists(sheet)) return 0;
        var plan = sheet.Cycle.Plan;
        var width = Both(sheet) ? HalfWidth : PageRoom.RightWidth;
        var weighed = Math.Min(Weighed(economy), plan.Alternatives.Count);
        var obstacles = Obstacles(plan).Take(Few(economy)).Sum(o => Room.Lines($"O {Told(o)}", width, 8.5));
        var experiments = Experiments(sheet.Cycle).Take(Few(economy)).Sum(e =>
            Room.Lines($"{Show.DayMonth(e.Date)} {Step(e)} expected: {Part(e.Expected)} happened: {Part(e.Happened)} learned: {Part(e.Learned)}", width - Indent, 8.5));
        var (left, right) = (weighed > 0 ? (weighed * AlternativeRow) + (plan.Criteria.Count > 0 ? Line : 0) : 0, (obstacles + experiments) * Line);
        return (Both(sheet) ? Math.Max(left, right) : left + right) + 2;
    }

    /// <summary>Alternatives on one side, what stands in the way and what was tried on the other.</summary>
    private static bool Both(Sheet sheet) => sheet.Cycle.Plan.Alternatives.Count > 0 && sheet.Cycle.Plan.Obstacles.Count + sheet.Cycle.Do.Experiments.Count > 0;

    private static int Weighed(int economy) => economy switch { 0 => 5, 1 => 4, _ => 3 };

    private static int Few(int economy) => economy switch { 0 => 3, 1 => 2, _ => 1 };

    /// <summary>The one that is worked on, those that wait, those that are out of the way.</summary>
    private static List<Obstacle> Obstacles(Plan plan) => [.. plan.Obstacles.OrderBy(o => o.Active ? 0 : o.Removed is null ? 1 : 2)];

    /// <summary>The newest first; one without a date is not done yet.</summary>
    private static List<Experiment> Experiments(Cycle cycle) => [.. cycle.Do.Experiments.OrderByDescending(e => e.Date ?? DateOnly.MaxValue)];

    private static string Told(Obstacle o) => o.Removed is null && !o.Active ? MarkdownText.Line(o.Text, 110)
        : $"{MarkdownText.Line(o.Text, 100).TrimEnd('.')}, {(o.Removed is { } day ? $"removed {Show.ShortDate(day)}" : "worked on now")}";

    private static string Step(Experiment e) => MarkdownText.Line(e.Step, 90);

    private static string? Part(string? text) => text is null ? null : MarkdownText.Line(text, 90);

    private static string Total(Alternative a, Plan plan) =>
        a.Total(plan.Criteria) is { } total ? total.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture) : Show.Missing;
}
