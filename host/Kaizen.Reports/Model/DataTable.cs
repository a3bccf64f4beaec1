using Kaizen.Abstractions;
using Kaizen.Core.Checking;
using Kaizen.Core.Metrics;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Model;

/// <summary>The figures behind a chart, for the screen.</summary>
internal static class DataTable
{
    public static ScriptObject Of(Finding f, string id)
    {
        var ratio = f.Points.Any(p => p.Denominator is not null);
        return Tree.Of(
            ("id", id), ("title", $"{Show.Words(f.Metric)}{(f.Window == "late" ? ", late check" : "")}"),
            ("unit", f.Unit == "share" ? "%" : f.Unit), ("claim", f.Claim), ("ratio", ratio ? true : null),
            ("exhibits", f.Exhibits.Count == 0 ? null : Tree.List(f.Exhibits.Select(Of))),
            ("rows", Tree.List(f.Points.Select(p => Tree.Of(
                ("period", p.Period), ("value", Show.Bare(p.Value, f.Unit)), ("rows", Show.Count(p.Rows)),
                ("numerator", Show.Bare(p.Numerator, "")), ("denominator", Show.Bare(p.Denominator, "")),
                ("phase", p.Phase switch { Phase.Before => "before", Phase.After => "after", Phase.Immature => "too young", _ => "not counted" }))))));
    }

    /// <summary>A small table: a graph's bars are its rows, with the length of each beside its value.</summary>
    private static ScriptObject Of(Exhibit exhibit) => exhibit switch
    {
        Exhibit.Table table => Tree.Of(
            ("title", table.Title), ("columns", Tree.List(table.Columns)),
            ("rows", Tree.List(table.Rows.Select(r => Tree.Of(("cells", Tree.List(r))))))),
        Exhibit.BarGraph graph => Tree.Of(
            ("title", graph.Title), ("bars", Tree.List(graph.Bars.Select(b => Tree.Of(
                ("label", b.Label), ("value", Quantity.Text(b.Value, graph.Unit)), ("share", Share(b.Value, graph))))))),
        _ => Tree.Of(("title", exhibit.Title)),
    };

    /// <summary>The length of a bar in hundredths of the longest.</summary>
    private static double Share(double value, Exhibit.BarGraph graph)
    {
        var longest = graph.Bars.Max(b => Math.Abs(b.Value));
        return longest == 0 ? 0 : Math.Round(100 * Math.Abs(value) / longest, 1);
    }
}
