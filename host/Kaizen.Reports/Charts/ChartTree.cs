using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;
using static Kaizen.Reports.Text.Show;

namespace Kaizen.Reports.Charts;

/// <summary>A chart's geometry as templates see it; every place is text that is ready to be written.</summary>
internal static class ChartTree
{
    public static ScriptObject Of(ChartSpec spec) => Of(ChartBuilder.Build(spec));

    public static ScriptObject Of(ChartGeometry g)
    {
        var (plot, spec) = (g.Plot, g.Spec);
        return Tree.Of(
            ("id", spec.Id), ("title", TextWidth.Cut(spec.Name, 60)), ("description", g.Description),
            ("width", Coordinate(spec.Width)), ("height", Coordinate(spec.Height)),
            ("left", Coordinate(plot.Left)), ("right", Coordinate(plot.Right)), ("top", Coordinate(plot.Top)), ("bottom", Coordinate(plot.Bottom)),
            ("label_x", Coordinate(plot.Right + 2.2)), ("tick_x", Coordinate(plot.Left - 1.4)), ("axis_y", Coordinate(plot.Bottom + 3.9)),
            ("unit", Unit(Show.UnitBeside(spec.Finding.Metric, spec.Finding.Unit))),
            ("y_ticks", Tree.List(g.YTicks.Select(t => Tree.Of(("y", Coordinate(t.Place)), ("text_y", Coordinate(t.Place + 1)), ("label", t.Label))))),
            ("x_ticks", Tree.List(g.XTicks.Select(t => Tree.Of(("x", Coordinate(t.Place)), ("label", t.Label))))),
            ("zones", Tree.List(g.Zones.Select(z => Tree.Of(
                ("kind", z.Kind), ("x", Coordinate(z.X)), ("y", Coordinate(z.Y)), ("width", Coordinate(z.Width)), ("height", Coordinate(z.Height)))))),
            ("rules", Tree.List(g.Rules.Select(r => Tree.Of(("kind", r.Kind), ("x1", Coordinate(r.From)), ("x2", Coordinate(r.To)), ("y", Coordinate(r.Y)))))),
            ("labels", Tree.List(g.Labels.Select(l => Tree.Of(("kind", l.Kind), ("text", l.Text), ("y", Coordinate(l.Y)), ("text_y", Coordinate(l.Y + 1)), ("line_y", Coordinate(l.LineY)))))),
            ("segments", Tree.List(g.Segments.Select(s => Tree.Of(("kind", s.Kind), ("points", s.Points))))),
            ("marks", Tree.List(g.Marks.Select(m => Tree.Of(
                ("shape", m.Shape), ("path", Shapes.Path(m.Shape, m.X, m.Y, g.MarkSize)), ("title", m.Title))))),
            ("flags", Tree.List(g.Flags.Select(f => Tree.Of(("number", Count(f.Number)), ("x", Coordinate(f.X)), ("date", f.Date), ("text", MarkdownText.Line(f.Text, 60)))))),
            ("start", g.Start is not { } start ? null : Tree.Of(
                ("x", Coordinate(start.X)), ("label", start.Label), ("label_x", Coordinate(start.X + (start.LabelLeft ? -1.2 : 1.2))), ("anchor", start.LabelLeft ? "end" : "start"))),
            ("signals", Tree.List(g.Signals.Select(s => Tree.Of(
                ("shape", s.Shape), ("path", Shapes.Path(s.Shape, 1.6, 1.6, 0.8)), ("rule", s.Rule), ("times", s.Times > 1 ? $" ×{s.Times}" : ""), ("first", s.First))))),
            ("has_immature", g.Zones.Any(z => z.Kind == "immature") ? true : null),
            ("has_prediction", g.Zones.Any(z => z.Kind == "predicted") ? true : null),
            ("comparison", spec.Finding.Comparison is { } c ? TextWidth.Cut(c.Label, 30) : null), ("flags_more", g.MoreFlags == 0 ? null : $"and {g.MoreFlags} more"), ("start_y", Coordinate(plot.Top + 4.6)));
    }
}
