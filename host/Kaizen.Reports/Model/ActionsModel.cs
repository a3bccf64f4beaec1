using System.Globalization;
using Kaizen.Core.Cycles;
using Kaizen.Core.Lint;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Model;

/// <summary>Plan against actuals: who does what by when, and what departed from it.</summary>
internal static class ActionsModel
{
    private const double BarWidth = 88;
    private const double RowHeight = 4.4;
    private const double HalfWidth = 103;

    public static ScriptObject Of(Sheet sheet)
    {
        var cycle = sheet.Cycle;
        var deviations = cycle.Do.Deviations;
        var fit = Fitting(sheet.Economy);
        var actions = cycle.Plan.Actions;
        var today = sheet.Evidence.FactsAsOf;
        var scale = DayScale.Over(actions.Take(fit), cycle.Do.Started);
        var rows = Math.Min(fit, actions.Count);
        return Tree.Of(
            ("rows", Tree.List(actions.Take(fit).Select((a, i) => Row(sheet, a, scale, i)))),
            ("width", Show.Coordinate(BarWidth)), ("height", Show.Coordinate(rows * RowHeight)), ("row_height", Show.Coordinate(RowHeight)),
            ("months", scale is null ? null : Tree.List(scale.Months().Select(m => Tree.Of(("x", Show.Coordinate(m.X)), ("label", m.Label))))),
            ("started", scale is null || cycle.Do.Started is not { } s ? null : Tree.Of(("x", Show.Coordinate(scale.X(s))), ("label", $"start {Show.DayMonth(s)}"))),
            ("today", scale?.Holds(today) != true ? null : Show.Coordinate(scale.X(today))),
            ("more", UnderstandingModel.More(actions.Count - fit, "action")),
            ("deviations", Tree.List(deviations.Take(Noted(sheet.Economy)).Select(d => Tree.Of(("when", Show.DayMonth(d.Date)), ("text", Told(d, sheet.Economy)))))),
            ("deviations_more", UnderstandingModel.More(deviations.Count - Noted(sheet.Economy), "deviation")),
            ("stances", Tree.List(Concerns(sheet).Take(Noted(sheet.Economy)).Select(s => Tree.Of(
                ("who", TextWidth.Cut(sheet.Name(s.Who) ?? "", 20)), ("stance", Words.Of(s.Stance)), ("text", Told(s, sheet.Economy)))))),
            ("stances_more", UnderstandingModel.More(Concerns(sheet).Count - Noted(sheet.Economy), "concern")),
            ("both", deviations.Count > 0 && Concerns(sheet).Count > 0 ? true : null),
            ("question", "Who, by when? Who must agree, who objects and why?"));
    }

    /// <summary>Actions that have no row. What departed from the plan, and who had concerns, is never too much to write down.</summary>
    public static IEnumerable<Surplus> Surplus(Sheet sheet, int economy) =>
        [new("Plan and actuals", "plan.actions", sheet.Cycle.Plan.Actions.Count - Fitting(economy), "action")];

    /// <summary>Height of the section as far as texts can be told in advance.</summary>
    public static double SectionHeight(Sheet sheet, int economy)
    {
        var rows = Math.Min(Fitting(economy), sheet.Cycle.Plan.Actions.Count);
        var table = rows == 0 ? 16 : 2.4 + (rows * (RowHeight + 0.1));
        var (left, right) = (sheet.Cycle.Do.Deviations.Take(Noted(economy)).ToList(), Concerns(sheet).Take(Noted(economy)).ToList());
        if (left.Count + right.Count == 0) return PageRoom.Heading + table;
        var width = left.Count > 0 && right.Count > 0 ? HalfWidth : PageRoom.RightWidth;
        var lines = Math.Max(
            left.Sum(d => Room.Lines($"deviation {Show.DayMonth(d.Date)} {Told(d, economy)}", width, 8.5)),
            right.Sum(s => Room.Lines($"{sheet.Name(s.Who)} {Words.Of(s.Stance)} {Told(s, economy)}", width, 8.5)));
        return PageRoom.Heading + table + 1 + Room.Height(lines, 8.5, 1.25) + (Math.Max(left.Count, right.Count) * 0.6);
    }

    private static List<PersonStance> Concerns(Sheet sheet) =>
        [.. (sheet.Cycle.Plan.Agreed?.Stances ?? []).Where(s => s.Stance != Stance.Agree)];

    /// <summary>A long plan leaves less room for what departed from it.</summary>
    private static int Noted(int economy) => economy == 0 ? 2 : 1;

    private static int Fitting(int economy) => economy switch { <= 1 => 6, 2 => 5, _ => 4 };

    private static string Told(Deviation d, int economy) =>
        MarkdownText.Line(string.Join(" – ", new[] { d.What, d.Why, d.CameOfIt }.OfType<string>()), economy > 2 ? 170 : 210);

    private static string Told(PersonStance s, int economy) =>
        MarkdownText.Line($"{s.Because}{(s.Answer is null ? "" : $" – {s.Answer}")}", economy > 2 ? 170 : 210);

    private static ScriptObject Row(Sheet sheet, PlannedAction a, DayScale? scale, int index)
    {
        var y = (index + 0.5) * RowHeight;
        var end = a.Due ?? a.Done ?? a.Start;
        var begin = a.Start ?? end;
        var late = a.Done is { } done && a.Due is { } due ? done > due : a.Due < sheet.Evidence.FactsAsOf;
        var (glyph, status) = (a.Done, late) switch
        {
            ({ } d, false) => ("✓", Show.DayMonth(d)),
            ({ } d, true) => ("✓", $"{Show.DayMonth(d)} late"),
            (null, true) => ("!", $"open, due {Show.DayMonth(a.Due)}"),
            _ => ("○", a.Due is null ? "no date" : $"due {Show.DayMonth(a.Due)}"),
        };
        return Tree.Of(
            ("what", MarkdownText.Line(a.What, a.Recovery is null ? 42 : 25)), ("recovery", a.Recovery is null ? null : MarkdownText.Line(a.Recovery, 24)), ("who", TextWidth.Cut(sheet.Name(a.Who) ?? "who?", 13)),
            ("glyph", glyph), ("status", status), ("late", late ? true : null), ("y", Show.Coordinate(y)), ("bar_y", Show.Coordinate(y - 1.1)),
            ("bar", scale is null || begin is not { } from || end is not { } to ? null : Tree.Of(
                ("x", Show.Coordinate(scale.X(from))), ("width", Show.Coordinate(Math.Max(1.2, scale.X(to) - scale.X(from)))))),
            ("done", scale is null || a.Done is not { } day ? null : Tree.Of(("x", Show.Coordinate(scale.X(day))))));
    }

    private sealed class DayScale(DateOnly first, DateOnly last)
    {
        private readonly int from = Math.Max(0, first.DayNumber - 3);
        private readonly int days = Math.Max(14, last.DayNumber - first.DayNumber + 6);

        /// <summary>From the first to the last date of the actions and the start, or null where there is none.</summary>
        public static DayScale? Over(IEnumerable<PlannedAction> actions, DateOnly? started)
        {
            var (first, last) = (started ?? DateOnly.MaxValue, started ?? DateOnly.MinValue);
            foreach (var action in actions)
            {
                Widen(action.Start);
                Widen(action.Due);
                Widen(action.Done);
            }

            return first > last ? null : new DayScale(first, last);

            void Widen(DateOnly? date)
            {
                if (date is not { } day) return;
                if (day < first) first = day;
                if (day > last) last = day;
            }
        }

        public bool Holds(DateOnly day) => day >= first && day <= last;

        public double X(DateOnly day) => Math.Clamp((day.DayNumber - from) / (double)days, 0, 1) * BarWidth;

        public IEnumerable<(double X, string Label)> Months()
        {
            // A short plan shows its weeks, a long one its months, one so long that they crowd every third.
            var weekly = days <= 45;
            var (every, format) = days switch { > 1000 => (12, "yyyy"), > 400 => (3, "MMM yyyy"), > 45 => (1, "MMM"), _ => (1, "d MMM") };
            var free = -1.0;
            for (var number = from; number <= Math.Min(from + days, DateOnly.MaxValue.DayNumber); number++)
            {
                var day = DateOnly.FromDayNumber(number);
                var mark = weekly ? day.DayOfWeek == DayOfWeek.Monday : day.Day == 1 && (day.Month - 1) % every == 0;
                if (!mark || X(day) < free || X(day) > BarWidth - 8) continue;
                yield return (X(day), day.ToString(format, CultureInfo.InvariantCulture));
                free = X(day) + 13;
            }
        }
    }
}
